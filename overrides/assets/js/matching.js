/**
 * Finds the words that a reader meant: without accents or capitals, in another inflected form, as a
 * part of a compound word, or with one typing error. It compares letters only and knows no language,
 * so it is the same for every language of the site.
 */

/** How good an answer is: 0 is no answer, 1 is the same word. */
const WORTH = {
  same: 1,
  // Less by a part of the loss for each letter that the reader has left out.
  beginning: 0.9,
  beginningLoss: 0.4,
  // Times the share of the letters that both words have.
  inflection: 0.7,
  shortInflection: 0.5,
  lastPart: 0.75,
  partBeforeEnding: 0.7,
  innerPart: 0.55,
  shorterForm: 0.5,
  typingError: 0.5,
  beginningWithTypingError: 0.4,
  inflectedLastPart: 0.75,
  inflectedInnerPart: 0.4,
  distantForm: 0.3,
};

/** The fewest letters that are enough to compare; with fewer, too many words would be alike. */
const FEWEST = { beginning: 2, stem: 4, shortStem: 3, part: 3, shorterForm: 4, misspelt: 5 };

/** The most letters of an ending, or of what is added to a word. */
const MOST = { shortEnding: 3, endingOfPart: 4, endingOfStem: 5, added: 3 };

/** How much of a word its stem has to be: inflection changes the end of a word, seldom more of it. */
const SHARE = { inflection: 0.6, distantForm: 0.5, stem: 0.75 };

const NUMBER = /^\p{N}+$/u;

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ł: "l", ı: "i", ŋ: "n", þ: "th", ς: "σ" };

/** Returns text in small letters without accents: "Ħobża" is "hobza". */
export const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđðħłıŋþς]/g, (letter) => LETTERS[letter]);

/** Returns the words of a text: of each its plain form, its position, and its length in the text. */
export const words = (text) =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [plain(match[0]), match.index, match[0].length]);

/** Returns how many letters two words have in common at their beginning. */
export const sharedBeginning = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/** Whether one word becomes the other by one letter changed, added, left out, or swapped with the next. */
const isTypingError = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = sharedBeginning(one, other);
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
};

/** The reader has typed the beginning of the word: "trans" for "transport". */
const beginning = (asked, word) => {
  if (asked.length < FEWEST.beginning || !word.startsWith(asked)) return 0;
  return WORTH.beginning - WORTH.beginningLoss * (1 - asked.length / word.length);
};

/** Both words begin alike and end differently: "lidstaat" and "lidstaten". */
const inflection = (asked, word, shared) => {
  const longer = Math.max(asked.length, word.length);
  if (shared < FEWEST.stem || shared < SHARE.inflection * longer) return 0;
  return WORTH.inflection * (shared / longer);
};

/** The same for short words, of which the ending is a larger part: "nota" and "note". */
const shortInflection = (asked, word, shared) => {
  const shorterEnding = Math.min(asked.length, word.length) - shared;
  const longerEnding = Math.max(asked.length, word.length) - shared;
  const isForm = shared >= FEWEST.shortStem && shorterEnding <= 1 && longerEnding <= MOST.shortEnding;
  return isForm ? WORTH.shortInflection : 0;
};

/** The word is a compound, and the reader has typed a part of it: "politik" for "Verkehrspolitik". */
const part = (asked, word) => {
  if (asked.length < FEWEST.part) return 0;
  if (word.endsWith(asked)) return WORTH.lastPart;
  const position = word.indexOf(asked);
  if (position < 0) return 0;
  const after = word.length - position - asked.length;
  return after <= MOST.endingOfPart ? WORTH.partBeforeEnding : WORTH.innerPart;
};

/** The reader has typed the word with something added to it: Irish "gcomhairle" for "comhairle". */
const shorterForm = (asked, word) => {
  const added = asked.length - word.length;
  return word.length >= FEWEST.shorterForm && added <= MOST.added && asked.includes(word) ? WORTH.shorterForm : 0;
};

/** The reader has made a typing error in the word or in its beginning: "tarnsport" for "transport". */
const typingError = (asked, word) => {
  if (isTypingError(asked, word)) return WORTH.typingError;
  if (word.length <= asked.length) return 0;
  // The error may have made the beginning one letter shorter or longer.
  const isInBeginning = [-1, 0, 1].some((more) => isTypingError(asked, word.slice(0, asked.length + more)));
  return isInBeginning ? WORTH.beginningWithTypingError : 0;
};

/** The reader has typed a part of a compound in another form: "keskus" for "palautuskeskukset". */
const inflectedPart = (asked, word) => {
  const stem = asked.slice(0, Math.ceil(asked.length * SHARE.stem));
  // The last one, because the last part of a compound tells what it is.
  const position = word.lastIndexOf(stem);
  if (position <= 0) return 0;
  const after = word.length - position - stem.length;
  return after <= MOST.endingOfStem ? WORTH.inflectedLastPart : WORTH.inflectedInnerPart;
};

/** Both words begin alike, but up to half of the longer one is different: "transport" and "transit". */
const distantForm = (asked, word, shared) => {
  const longer = Math.max(asked.length, word.length);
  return shared >= FEWEST.stem && shared >= SHARE.distantForm * longer ? WORTH.distantForm : 0;
};

/** Returns how well a word of the text answers a word of the query: 0 (not at all) to 1 (the same); both are plain. */
export const likeness = (asked, word) => {
  if (asked === word) return WORTH.same;
  const worth = beginning(asked, word);
  // A number with other digits is another number, never a form of the same one.
  if (worth || NUMBER.test(asked)) return worth;
  const shared = sharedBeginning(asked, word);
  const answer =
    inflection(asked, word, shared) ||
    shortInflection(asked, word, shared) ||
    part(asked, word) ||
    shorterForm(asked, word);
  if (answer || asked.length < FEWEST.misspelt) return answer;
  return typingError(asked, word) || inflectedPart(asked, word) || distantForm(asked, word, shared);
};
