/** Takes a text apart into words and signs, so that two texts can be compared whatever their letters and marks look like. */

import { plain } from "./matching.js";

/** What is not of the text: soft hyphens, joiners, marks of direction, and the small number of a footnote at an end. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]|[⁰¹²³⁴-⁹]+$/g;
/** What e-mails and lists put before a line. */
const LINE_MARK = /^(?:>>|[>|•*▪‣])$/;

const TOKEN = new RegExp(
  [
    "(?<ellipsis>[\\[(]\\s*(?:\\.{3}|…)\\s*[\\])]|\\.{3}|…)",
    "(?<word>[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]+)",
    "(?<mark>,,|<<|>>|''|[\"'`´‘’‚‛“”„‟‹›«»ʼ′″＂＇])",
    "(?<dash>[-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]+)",
    "(?<sign>[^\\s])",
  ].join("|"),
  "gu",
);

/** What is compared of those signs of which there are many kinds. */
const KEYS = { mark: '"', dash: "-", ellipsis: "…" };

/**
 * Returns the words and signs of a text: of each its `kind`, its `key`, by which it is compared, what is `seen` of it,
 * how it stands there (`raw`), what stands `before` it, and where it begins and ends.
 */
export const tokens = (text) => {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [kind] = Object.entries(match.groups).find(([, one]) => one !== undefined);
    const [raw, begin] = [match[0], match.index];
    const seen = raw.replace(UNSEEN, "").normalize("NFKC");
    const isLineMark = LINE_MARK.test(raw) && /^[\s>|]*$/.test(text.slice(text.lastIndexOf("\n", begin) + 1, begin));
    if (!seen || isLineMark) continue;
    const key = KEYS[kind] ?? seen.toLowerCase().replace(/ß/g, "ss");
    found.push({
      kind,
      key,
      seen,
      raw,
      before: text.slice(end, begin).replace(/[^\s]/g, ""),
      begin,
      end: begin + raw.length,
    });
    end = begin + raw.length;
  }
  return found;
};

/** Whether two words are the same but for their accents. */
export const isNearly = (one, other) => one.kind === "word" && plain(one.seen) === plain(other.seen);

/**
 * Whether a word or sign of a quotation is one of the note, whatever its letters and marks look like. Greek is written
 * without accents in capitals.
 */
export const isSame = (asked, own) =>
  asked.key === own.key ||
  (/^\p{Script=Greek}+$/u.test(asked.seen) && /^\p{Lu}+$/u.test(asked.seen) && isNearly(asked, own));

/**
 * Joins words that the end of a line divides where a text has them as one: "mi-", "gration". ``has`` tells whether it
 * has a word.
 */
export const joined = (found, has) => {
  const all = [];
  for (const token of found) {
    const [word, dash] = all.slice(-2);
    const isHyphen = dash?.kind === "dash" && !dash.before && word?.kind === "word";
    const first = isHyphen ? word : all.at(-1);
    const isDivided = token.kind === "word" && /\n/.test(token.before) && (isHyphen || /\u00ad$/.test(first?.raw));
    if (!isDivided || !has({ key: first.key + token.key })) all.push(token);
    else {
      const [key, seen, raw] = ["key", "seen", "raw"].map((name) => first[name] + token[name]);
      all.splice(isHyphen ? -2 : -1, Infinity, { ...first, key, seen, raw: `${raw}\u00ad`, end: token.end });
    }
  }
  return all;
};

/** Returns the names of what is written differently in two that are the same. */
export const differences = (one, other) => {
  const found = [];
  if (one.kind === "mark" && one.raw !== other.raw) found.push("marks");
  if (one.kind === "dash" && one.raw !== other.raw) found.push("dashes");
  if (one.raw.includes("\u00ad") !== other.raw.includes("\u00ad")) found.push("hyphens");
  if (one.kind === "word" && one.seen !== other.seen) found.push("case");
  return found;
};
