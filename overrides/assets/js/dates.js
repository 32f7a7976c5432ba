/**
 * Finds the dates in a text, as people write them in any language: "11.12.2024", "11/12", "2024-12-11", "11 december",
 * "the 11th of December", "december". The names of the months come with the index of the language.
 */

import { words } from "./matching.js";

const NUMERIC = [
  /\b(?<year>\d{4})\s*[-./]\s*(?<month>\d{1,2})(?:\s*[-./]\s*(?<day>\d{1,2}))?\b/g,
  /\b(?<day>\d{1,2})\s*[-./]\s*(?<month>\d{1,2})(?:\s*[-./]\s*(?<year>\d{4}))?\b/g,
];
/** A day alone, also as an ordinal: "11th", "1er". */
const DAY = /^(\d{1,2})\p{L}{0,3}$/u;
const YEAR = /^(?:19|20)\d\d$/;
/** How many words may stand between a month and its day or its year: "11 de diciembre de 2024". */
const FAR = 2;

const isDate = ({ month, day }) => month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= 31));

const number = (text) => (text === undefined ? undefined : Number(text));

/** The fewest letters of a name of which forms are looked for. */
const LONG = 5;

/** Returns which month begins at a word, and of how many words its name is; undefined where none does. */
const monthAt = (found, at, months, isForm) => {
  const isName = (word, name) => word === name || (name.length >= LONG && isForm(word, name));
  for (const [index, names] of months.entries()) {
    for (const name of names) {
      if (name.every((part, next) => at + next < found.length && isName(found[at + next][0], part))) {
        return [index + 1, name.length];
      }
    }
  }
};

/** Returns the value of the nearest word that fits, before the place or after it, and where it stands. */
const near = (found, from, step, fits) => {
  for (let at = from, far = 0; far <= FAR && found[at]; at += step, far += 1) {
    const value = fits(found[at][0]);
    if (value) return [value, at];
  }
  return [];
};

const dayOf = (word) => {
  const day = Number(DAY.exec(word)?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
};
const yearOf = (word) => (YEAR.test(word) ? Number(word) : undefined);

/** Returns the date that a month at a place of the text is part of, and from which word to which it goes. */
const around = (found, at, [month, length]) => {
  const after = at + length;
  let [day, dayAt] = near(found, at - 1, -1, (word) => (YEAR.test(word) ? undefined : dayOf(word)));
  if (!day) [day, dayAt] = near(found, after, 1, dayOf);
  let [year, yearAt] = near(found, after, 1, yearOf);
  if (!year) [year, yearAt] = near(found, at - 1, -1, yearOf);
  const ends = [at, after - 1, dayAt ?? at, yearAt ?? at];
  return { date: { year, month, day }, first: Math.min(...ends), last: Math.max(...ends) };
};

/**
 * Returns the dates in a text, each with the words that say it (`typed`), and the words that are no part of them, each
 * with how it stands there. ``isForm`` tells whether two words are forms of one. A date has a month, and a day and a year where they are said. A short name alone, such as
 * "may", is taken for a month only where there is nothing else.
 */
export const dates = (text, months, isForm) => {
  const [found, typed] = [[], []];
  let rest = text;
  for (const pattern of NUMERIC) {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const { year, month, day } = groups.at(-1);
      const date = { year: number(year), month: number(month), day: number(day) };
      if (!isDate(date)) return whole;
      found.push(date);
      typed.push(whole);
      return " ".repeat(whole.length);
    });
  }
  const left = words(rest);
  const others = [];
  for (let at = 0; at < left.length; at += 1) {
    const month = monthAt(left, at, months, isForm);
    const { date, first, last } = month ? around(left, at, month) : {};
    if (date && (date.day || date.year || left[at][0].length > 3 || left.length === 1)) {
      others.splice(others.length - (at - first));
      found.push(date);
      typed.push(rest.slice(left[first][1], left[last][1] + left[last][2]));
      at = last;
    } else others.push([left[at][0], rest.slice(left[at][1], left[at][1] + left[at][2])]);
  }
  return { dates: found, typed, words: others };
};

/** Whether a date that is asked for may be one that is said: of what one of them leaves open, nothing is known. */
export const isSame = (asked, said) =>
  asked.month === said.month &&
  (asked.day === undefined || asked.day === said.day) &&
  (asked.year === undefined || said.year === undefined || asked.year === said.year);
