/**
 * Finds the entries of the search's index that answer a query: those that say its words, and those in which only
 * similar words stand. What a word counts follows from how rare it is in the index.
 */

import { dates, isSame } from "./dates.js";
import { grammar } from "./forms.js";
import { likeness, words } from "./matching.js";

/** How good an answer a word of an entry is. */
const WORTH = { same: 1, form: 0.9, part: 0.75, parts: 0.7, similar: 0.5 };
/** The least likeness of a similar word. */
const SIMILAR = 0.3;
/** What a word of the grammar ("when", "the") counts beside one that says what is meant. */
const SMALL = 0.05;
/** Of this many words that say something, each has to be answered; of more, this share of what they count. */
const FEW = 2;
const SHARE = 0.4;
/** To a question, so many answers at least are looked for. */
const FEW_ANSWERS = 3;
const FIELDS = [
  ["title", 1.3],
  ["text", 1.15],
  ["also", 1.22],
];
const QUOTED = /[“"„«»‟”]([^“"„«»‟”]{3,})[“"„«»‟”]/gu;

/** Returns a text for comparing it letter by letter: in small letters, with single spaces and one kind of signs. */
const literal = (text) =>
  text
    .toLowerCase()
    .replace(/[‘’‚']/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();

/** Returns an index that is ready to be asked: of each word, in which entries it stands and how much it counts there. */
export const prepare = ({ entries: given, pages, months, forms }) => {
  const entries = given.map((entry) => ({ ...entry, kind: pages[entry.url.split("#")[0]] }));
  const vocabulary = new Map();
  const names = months.map((ones) => ones.map((name) => words(name).map(([word]) => word)));
  for (const [number, entry] of entries.entries()) {
    for (const [field, weight] of FIELDS) {
      for (const [word] of words(entry[field] ?? "")) {
        if (!vocabulary.has(word)) vocabulary.set(word, new Map());
        const places = vocabulary.get(word);
        places.set(number, Math.max(weight, places.get(number) ?? 0));
      }
    }
  }
  const language = grammar(forms, vocabulary);
  return {
    entries,
    vocabulary,
    months: names,
    language,
    small: new Set((forms.small ?? "").split(" ")),
    ids: entries.map(({ url }) => url.split("#").at(-1)),
    texts: entries.map(({ title, text }) => literal(`${title}\n${text}`)),
    titles: entries.map(({ title }) => words(title).map(([word]) => word)),
    dates: entries.map(({ title, text }) => dates(`${title} – ${text}`, names, language.isForm).dates),
    known: new Map(),
  };
};

/** Returns how well each entry answers with the best of some words, which count as much as is said of each. */
const rowsOf = ({ vocabulary }, worths) => {
  const rows = new Map();
  for (const [word, worth] of worths) {
    for (const [entry, weight] of vocabulary.get(word)) rows.set(entry, Math.max(rows.get(entry) ?? 0, worth * weight));
  }
  return rows;
};

/** Returns the words of the index that say a word: the same, its forms, and compounds with it. */
const saying = ({ language, small, vocabulary }, word) => {
  const found = new Map();
  for (const other of language.formsOf(word)) found.set(other, other === word ? WORTH.same : WORTH.form);
  if (small.has(word)) return found;
  for (const other of vocabulary.keys()) {
    if (!found.has(other) && language.isPart(word, other)) found.set(other, WORTH.part);
  }
  return found;
};

/** Returns the entries that say both parts of a compound, and the words that do so. */
const sayingParts = (index, word) => {
  const parts = index.language.partsOf(word)?.map((set) => new Map([...set].map((one) => [one, WORTH.parts])));
  if (!parts) return [new Map(), new Map()];
  const [first, last] = parts.map((part) => rowsOf(index, part));
  const both = [...first].filter(([entry]) => last.has(entry));
  if (!both.length) return [new Map(), new Map()];
  return [
    new Map(both.map(([entry, value]) => [entry, Math.min(value, last.get(entry))])),
    new Map(parts.flatMap((part) => [...part])),
  ];
};

const similarTo = ({ vocabulary }, word, others) => {
  const found = [...vocabulary.keys()]
    .filter((other) => !others.has(other))
    .map((other) => [other, likeness(word, other)]);
  return new Map(found.filter(([, alike]) => alike >= SIMILAR).map(([other, alike]) => [other, alike * WORTH.similar]));
};

/** Returns what is known of a word that is asked: the entries that say it, those with a similar word, and the words. */
const look = (index, word) => {
  if (!index.known.has(word)) {
    let marks = saying(index, word);
    let said = rowsOf(index, marks);
    if (!said.size) [said, marks] = sayingParts(index, word);
    const alike = similarTo(index, word, marks);
    if (index.known.size > 300) index.known.clear();
    const found = { said, similar: rowsOf(index, alike), marks: new Map([...alike, ...marks]) };
    index.known.set(word, found);
  }
  return index.known.get(word);
};

const lookDate = (index, date, typed) => {
  const said = new Map();
  for (const [entry, ones] of index.dates.entries()) if (ones.some((one) => isSame(date, one))) said.set(entry, 1.3);
  return { typed, said, similar: new Map(), marks: new Map() };
};

const lookPhrase = (index, phrase) => {
  const said = new Map();
  for (const [entry, text] of index.texts.entries()) if (text.includes(literal(phrase))) said.set(entry, 1.3);
  return { typed: phrase, said, similar: new Map(), marks: new Map(words(phrase).map(([word]) => [word, 1])) };
};

/** Joins two words that the index has as one: "re integratie". */
const joined = ({ language, vocabulary }, asked) => {
  const found = [];
  for (let at = 0; at < asked.length; at += 1) {
    const [[word, typed], [next, other] = []] = asked.slice(at, at + 2);
    const isApart = next && !(vocabulary.has(word) && vocabulary.has(next));
    if (isApart && language.formsOf(word + next).size) {
      found.push([word + next, `${typed} ${other}`]);
      at += 1;
    } else found.push(asked[at]);
  }
  return found;
};

/** Returns what a query asks: phrases, dates and words, each with the entries that answer it and what it counts. */
const terms = (index, query) => {
  const found = [...query.matchAll(QUOTED)].map(([, phrase]) => lookPhrase(index, phrase));
  const rest = query.replace(QUOTED, " ");
  const read = dates(rest, index.months, index.language.isForm);
  for (const [number, date] of read.dates.entries()) found.push(lookDate(index, date, read.typed[number]));
  for (const [word, typed] of joined(index, read.words)) {
    found.push({ ...look(index, word), typed, isSmall: index.small.has(word) });
  }
  for (const term of found) {
    const entries = term.said.size || term.similar.size || 1;
    term.weight = Math.log(1 + index.entries.length / entries) * (term.isSmall ? SMALL : 1);
  }
  return found;
};

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** Returns how well an entry answers what is asked, by the rows; 0 where it answers too little of them. */
const answer = (entry, asked, rows, few) => {
  const meant = asked.some(({ isSmall }) => !isSmall) ? asked.filter(({ isSmall }) => !isSmall) : asked;
  const answered = meant.filter((term) => rows(term, entry));
  const isEnough =
    meant.length <= few
      ? answered.length === meant.length
      : sum(answered.map(({ weight }) => weight)) >= SHARE * sum(meant.map(({ weight }) => weight));
  if (!answered.length || !isEnough) return 0;
  return sum(asked.map((term) => term.weight * rows(term, entry) ** 2));
};

const ranked = (index, asked, rows, { without = new Set(), few = FEW } = {}) => {
  const found = [];
  for (const [number, entry] of index.entries.entries()) {
    const value = without.has(number) ? 0 : answer(number, asked, rows, few);
    if (!value) continue;
    // An entry with a title of few other words than those of the query is probably what the reader meant.
    const title = index.titles[number];
    const said = title.filter((word) => asked.some(({ marks }) => (marks.get(word) ?? 0) >= WORTH.similar)).length;
    found.push({ entry, number, worth: value * (1 + (0.8 * said) / (title.length || 1)) });
  }
  return found.sort((one, other) => other.worth - one.worth || one.number - other.number);
};

/**
 * Returns what answers a query: ``said`` are the entries that say it, or have it for their id, the best first,
 * ``similar`` those that only have words like it, ``absent`` the words that nothing says, ``marks`` the words that
 * answer.
 */
export const find = (index, query) => {
  const asked = terms(index, query);
  const there = asked.filter(({ said }) => said.size);
  const identified = index.entries.filter((_, number) => index.ids[number] === literal(query));
  const absent = identified.length ? [] : asked.filter(({ said, isSmall }) => !said.size && !isSmall);
  const isMeant = there.some(({ isSmall }) => !isSmall) || !absent.length;
  const says = (term, entry) => term.said.get(entry) ?? 0;
  const said = isMeant ? ranked(index, there, says) : [];
  // Where hardly anything says all of a few words, what says the rarest of them is an answer, too, if a question is asked.
  if (isMeant && said.length < (asked.some(({ isSmall }) => isSmall) ? FEW_ANSWERS : 1)) {
    const without = new Set(said.map(({ number }) => number));
    said.push(...ranked(index, there, says, { without, few: 0 }));
  }
  const taken = new Set(said.map(({ number }) => number));
  const near = (term, entry) => term.said.get(entry) ?? term.similar.get(entry) ?? 0;
  const similar = absent.length || !said.length ? ranked(index, asked, near, { without: taken }) : [];
  return {
    said: [...new Set([...identified, ...said.map(({ entry }) => entry)])],
    similar: similar.map(({ entry }) => entry).filter((entry) => !identified.includes(entry)),
    absent: absent.map(({ typed }) => typed),
    marks: new Set(asked.flatMap(({ marks }) => [...marks.keys()])),
  };
};
