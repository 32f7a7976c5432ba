/**
 * Tells whether two words are forms of one, by what is known of a language: which endings its words have, what changes at
 * their beginning, which forms no rule tells, and the letters that join the parts of a compound. All words are plain
 * ones (matching.js).
 */

import { likeness, sharedBeginning } from "./matching.js";

/** The fewest letters of a stem, and of a part of a compound. */
const FEWEST = { stem: 3, part: 3, loosePart: 5, longWord: 6, longRest: 5 };
/** Of a language without endings: how good a likeness takes two words for forms of one. */
const GOOD = 0.5;

const listed = (text, between = " ") => (text ? text.split(between) : []);

/** Returns the sets of endings that go together, by ending: of each set its number and the fewest letters of a stem. */
const setsOf = (endings) => {
  const sets = new Map();
  for (const [number, set] of listed(endings, ";").entries()) {
    const [first, ...others] = set.trim().split(" ");
    const isNumber = /^\d$/.test(first);
    for (const ending of isNumber ? others : [first, ...others]) {
      const key = ending === "-" ? "" : ending;
      if (!sets.has(key)) sets.set(key, new Map());
      sets.get(key).set(number, isNumber ? Number(first) : FEWEST.stem);
    }
  }
  return sets;
};

/** Returns the forms that no rule tells: of each of them, the others. */
const groupsOf = (exceptions) => {
  const groups = new Map();
  for (const group of listed(exceptions).map((one) => one.split(","))) {
    for (const form of group) groups.set(form, [...(groups.get(form) ?? []), ...group]);
  }
  return groups;
};

/** Returns what finds the forms of words in a vocabulary. */
export const grammar = ({ endings, beginnings, exceptions, apart, links, small }, vocabulary) => {
  const sets = setsOf(endings);
  const groups = groupsOf(exceptions);
  const alone = new Set(listed(apart));
  // A word of the grammar before another makes no compound of a meaning that both parts tell: "ut" and "bilda".
  const smalls = new Set(listed(small));
  const changes = listed(beginnings).map((pair) => pair.split(":"));
  // Of a language that makes no compounds, no letters are given that join their parts, not even none.
  const joints = links === undefined ? [] : ["", ...listed(links)];

  /** A word, and what it is without what inflection did to its beginning. */
  const variants = (word) => [
    word,
    ...changes
      .filter(([, changed]) => word.startsWith(changed) && word.length > changed.length + 2)
      .map(([own, changed]) => own + word.slice(changed.length)),
  ];

  /** Whether two words are one stem with endings that go together. */
  const fit = (one, other) => {
    for (let stem = sharedBeginning(one, other); stem >= FEWEST.stem; stem -= 1) {
      const [own, its] = [sets.get(one.slice(stem)), sets.get(other.slice(stem))];
      for (const [set, fewest] of own ?? []) if (stem >= fewest && its?.has(set)) return true;
    }
    return false;
  };

  const isNumber = (word) => /^\p{N}+$/u.test(word);

  /** Whether two words are forms of one. */
  const isForm = (one, other) => {
    if (one === other) return true;
    if (isNumber(one) || isNumber(other)) return false;
    if (!sets.size) return likeness(one, other) >= GOOD && sharedBeginning(one, other) >= FEWEST.stem;
    const [owns, others] = [variants(one), variants(other)];
    if (owns.some((own) => groups.get(own)?.some((form) => others.includes(form)))) return true;
    if (alone.has(one) || alone.has(other)) return false;
    return owns.some((own) => others.some((its) => fit(own, its)));
  };

  // By their first letters, so that a word is compared with few others.
  const alike = new Map();
  for (const word of vocabulary.keys()) {
    for (const variant of variants(word)) {
      const key = variant.slice(0, FEWEST.stem);
      alike.set(key, [...(alike.get(key) ?? []), word]);
    }
  }

  /** Returns the words of the vocabulary that are forms of a word, itself among them. */
  const formsOf = (word) => {
    const found = new Set(vocabulary.has(word) ? [word] : []);
    for (const form of variants(word).flatMap((variant) => [variant, ...(groups.get(variant) ?? [])])) {
      for (const other of alike.get(form.slice(0, FEWEST.stem)) ?? []) if (isForm(word, other)) found.add(other);
    }
    return found;
  };

  const isKnown = (part) => part.length >= FEWEST.part && formsOf(part).size > 0;

  /** Whether what stands beside a part of a compound is a word, or begins another compound. */
  const isBeside = (rest, next) =>
    joints.some((joint) => rest.endsWith(joint) && isKnown(rest.slice(0, rest.length - joint.length))) ||
    (rest.length >= FEWEST.loosePart &&
      (alike.get(rest.slice(0, FEWEST.stem)) ?? []).some(
        (word) => word.startsWith(rest) && word.length > rest.length + 2 && !word.startsWith(rest + next),
      ));

  /** Returns the ways to divide a compound into two words, without the letters that join them. */
  const divisions = (compound) => {
    const found = [];
    for (let end = 2; end <= compound.length - FEWEST.part; end += 1) {
      const first = compound.slice(0, end);
      for (const joint of joints) {
        if (first.endsWith(joint)) found.push([first.slice(0, end - joint.length), compound.slice(end)]);
      }
    }
    return found;
  };

  /** Whether a short word stands there with an ending of its own, and no letter less. */
  const isShortForm = (word, end) => end.startsWith(word) && end.length <= word.length + 2 && isForm(word, end);

  /** Whether two parts are too long for the second to be an ending: it is a word, then, if one that is not known. */
  const isLong = (word, rest) => word.length >= FEWEST.longWord && rest.length >= FEWEST.longRest;

  /** Whether a word is the first or the last part of a compound: "hub" of "terugkeerhubs". */
  const isPart = (word, compound) => {
    if (!joints.length || alone.has(word) || word.length < FEWEST.part || compound.length < word.length + FEWEST.part)
      return false;
    const stem = word.slice(0, Math.max(FEWEST.part, Math.ceil(word.length * 0.6)));
    const last = compound.lastIndexOf(stem);
    const end = compound.slice(last);
    const isLast = last >= FEWEST.part && (word.length > FEWEST.part + 1 ? isForm(word, end) : isShortForm(word, end));
    if (isLast && isBeside(compound.slice(0, last), compound[last])) return true;
    return (
      compound.startsWith(stem) &&
      divisions(compound).some(
        ([own, rest]) => isForm(word, own) && (isKnown(rest) || (word === own && isLong(word, rest))),
      )
    );
  };

  const isWord = (part, next) =>
    part.length < FEWEST.part ? vocabulary.has(part) && next.length > FEWEST.part : isKnown(part);
  const least = (parts) => Math.min(...parts.map(({ length }) => length));

  /** Returns the two words of the vocabulary that a compound is made of, as sets of their forms; undefined: none. */
  const partsOf = (compound) => {
    const known = (alone.has(compound) ? [] : divisions(compound)).filter(
      ([first, last]) => !smalls.has(first) && !smalls.has(last) && isWord(first, last) && isKnown(last),
    );
    const [best] = known.sort((one, other) => least(other) - least(one));
    return best?.map(formsOf);
  };

  return { formsOf, isForm, isPart, partsOf };
};
