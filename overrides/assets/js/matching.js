/**
 * Finds words that a reader meant: without accents or case, in another inflected form, as part of a
 * compound, with one typing error. Knows no language; all is done by the letters.
 */

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ł: "l", ı: "i", ŋ: "n", þ: "th", ς: "σ" };

/** Returns text in small letters without accents: "Ħobża" is "hobza". */
export const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđðħłıŋþς]/g, (letter) => LETTERS[letter]);

/** Returns the words of a text, each with its place. */
export const words = (text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [plain(match[0]), match.index, match[0].length]);

const sharedStart = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/** Whether one change, letter too many, letter too few or swap of neighbours makes one word the other. */
const isTypo = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = sharedStart(one, other);
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
};

/** Returns how well a word of the text answers a word asked for: 0 (not at all) to 1 (the same). */
export const likeness = (asked, word) => {
  if (asked === word) return 1;
  const [short, long] = asked.length < word.length ? [asked, word] : [word, asked];
  if (word.startsWith(asked) && asked.length > 1) return 0.9 - 0.4 * (1 - asked.length / word.length);
  if (/^\p{N}+$/u.test(asked)) return 0;
  const start = sharedStart(asked, word);
  if (start >= 4 && start >= 0.6 * long.length) return 0.7 * (start / long.length);
  if (start >= 3 && start >= short.length - 1 && long.length - start <= 3 && short.length <= 5) return 0.5;
  if (asked.length >= 3 && word.endsWith(asked)) return 0.75;
  if (asked.length >= 3 && word.includes(asked)) return word.length - word.indexOf(asked) - asked.length <= 4 ? 0.7 : 0.55;
  if (word.length >= 4 && asked.includes(word) && asked.length - word.length <= 3) return 0.5;
  if (asked.length >= 5) {
    if (isTypo(asked, word)) return 0.5;
    if (word.length > asked.length && [-1, 0, 1].some((more) => isTypo(asked, word.slice(0, asked.length + more)))) return 0.4;
    // The last part of a compound, inflected: "keskus" in "palautuskeskukset".
    const stem = asked.slice(0, Math.max(4, Math.ceil(asked.length * 0.75)));
    const place = word.lastIndexOf(stem);
    if (place > 0) return word.length - place - stem.length <= 5 ? 0.75 : 0.4;
    if (start >= 4 && start >= 0.5 * long.length) return 0.3;
  }
  return 0;
};
