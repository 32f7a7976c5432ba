/**
 * Tells whether two words are forms of one, by what is known of a language: the endings of its words, what changes at
 * their beginning, and the letters that join the parts of a compound. All words are plain ones (matching.js).
 */

import { likeness, sharedBeginning } from "./matching.js";

/** The fewest letters that forms of a word have in common, and that a part of a compound has. */
const FEWEST = { shared: 3, part: 3, loosePart: 5, longWord: 6, longRest: 5 };
/** Of a language without endings: how good a likeness takes two words for forms of one. */
const GOOD = 0.5;

const listed = (text) => (text ? text.split(" ") : []);

/** Returns what finds the forms of words in a vocabulary. */
export const grammar = ({ endings, beginnings, links }, vocabulary) => {
  const ends = new Set(["", ...listed(endings)]);
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

  const fit = (one, other) => {
    const shared = sharedBeginning(one, other);
    const longest = Math.max(one.length, other.length) - shared;
    return shared >= longest && ends.has(one.slice(shared)) && ends.has(other.slice(shared));
  };

  const isNumber = (word) => /^\p{N}+$/u.test(word);

  /** Whether two words are forms of one. */
  const isForm = (one, other) => {
    if (one === other) return true;
    if (isNumber(one) || isNumber(other)) return false;
    if (ends.size === 1) return likeness(one, other) >= GOOD && sharedBeginning(one, other) >= FEWEST.shared;
    return variants(one).some((own) =>
      variants(other).some((its) => sharedBeginning(own, its) >= FEWEST.shared && fit(own, its)),
    );
  };

  // By their first letters, so that a word is compared with few others.
  const alike = new Map();
  for (const word of vocabulary.keys()) {
    for (const variant of variants(word)) {
      const key = variant.slice(0, FEWEST.shared);
      alike.set(key, [...(alike.get(key) ?? []), word]);
    }
  }

  /** Returns the words of the vocabulary that are forms of a word, itself among them. */
  const formsOf = (word) => {
    const found = new Set(vocabulary.has(word) ? [word] : []);
    for (const variant of variants(word)) {
      for (const other of alike.get(variant.slice(0, FEWEST.shared)) ?? []) if (isForm(word, other)) found.add(other);
    }
    return found;
  };

  const isKnown = (part) => part.length >= FEWEST.part && formsOf(part).size > 0;

  /** Whether what stands beside a part of a compound is a word, or begins another compound. */
  const isBeside = (rest, next) =>
    joints.some((joint) => rest.endsWith(joint) && isKnown(rest.slice(0, rest.length - joint.length))) ||
    (rest.length >= FEWEST.loosePart &&
      (alike.get(rest.slice(0, FEWEST.shared)) ?? []).some(
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
    if (!joints.length || word.length < FEWEST.part || compound.length < word.length + FEWEST.part) return false;
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
    const known = divisions(compound).filter(([first, last]) => isWord(first, last) && isKnown(last));
    const [best] = known.sort((one, other) => least(other) - least(one));
    return best?.map(formsOf);
  };

  return { formsOf, isForm, isPart, partsOf };
};
