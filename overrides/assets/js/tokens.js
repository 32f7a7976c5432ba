/** Takes a text apart into words and signs, so that two texts can be compared whatever their letters and marks look like. */

import { plain } from "./matching.js";

/** Signs that are not seen: soft hyphens, joiners, marks of direction; and the small numbers of footnotes. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff⁰¹²³⁴-⁹]/g;

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
    if (!seen) continue;
    const key = KEYS[kind] ?? seen.toLowerCase().replace(/ß/g, "ss");
    found.push({
      kind,
      key,
      seen,
      raw,
      before: text.slice(end, begin).replace(UNSEEN, ""),
      begin,
      end: begin + raw.length,
    });
    end = begin + raw.length;
  }
  return found;
};

const isCapitals = ({ seen }) => seen.length > 1 && seen === seen.toUpperCase() && seen !== seen.toLowerCase();

/** Whether two are the same word or sign, whatever its letters and marks look like; capitals may lack accents. */
export const isSame = (one, other) =>
  one.key === other.key ||
  (one.kind === "word" && (isCapitals(one) || isCapitals(other)) && plain(one.seen) === plain(other.seen));

/** Returns the names of what is written differently in two that are the same. */
export const differences = (one, other) => {
  const found = [];
  if (one.kind === "mark" && one.raw !== other.raw) found.push("marks");
  if (one.kind === "dash" && one.raw !== other.raw) found.push("dashes");
  if (one.raw.includes("\u00ad") !== other.raw.includes("\u00ad")) found.push("hyphens");
  if (one.kind === "word" && one.seen !== other.seen) found.push("case");
  return found;
};
