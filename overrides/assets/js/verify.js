/** The page that tells whether a quotation is in the note: reads the texts, and shows each part with what it is. */

import { prepare } from "./alignment.js";
import { compare, isLikely } from "./quotation.js";
import { tell } from "./site.js";

/** How many languages are read at once, where this one has no answer. */
const AT_ONCE = 4;
/** After how many milliseconds a text that does not come is given up. */
const TOO_LONG = 20000;
const SCRIPTS = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Armenian", "Georgian", "Han", "Hangul"];

const notes = new Map();

const read = async (address) => {
  const response = await fetch(address, { signal: AbortSignal.timeout(TOO_LONG) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { entries } = await response.json();
  // What is shown in another language, because this one lacks it, is of that language.
  const units = entries.filter(({ url, lang }) => url.startsWith("note/#") && !lang);
  return prepare(units.map(({ url, kind, title, text }) => ({ url, place: text ? title : kind, text: text || title })));
};

/** Returns the note of a language, ready to be compared with; it is read once. */
const noteOf = ({ code, address }) => {
  if (!notes.has(code)) notes.set(code, read(address));
  notes.get(code).catch(() => notes.delete(code));
  return notes.get(code);
};

const scriptOf = (text) => SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, "u").test(text));

/** Returns the languages of the site, this one first; then those in whose script a text is. */
const languagesFor = (text, indexes) => {
  const own = document.documentElement.lang;
  const named = indexes.split(" ").map((one) => {
    const [code, address] = one.split("|");
    const link = document.querySelector(`.languages__list [hreflang="${code}"]`);
    return { code, address, name: link?.textContent.trim() ?? code, direction: link?.dir };
  });
  const order = ({ code, name }) => (code === own ? 0 : scriptOf(name) === scriptOf(text) ? 1 : 2);
  return named.sort((one, other) => order(one) - order(other));
};

const element = (name, properties, ...content) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
};

/** Returns a value after its label, with the colon of the language. */
const labelled = (label, value, { labelled: form }) => form.replace("{label}", label).replace("{value}", value);

/** Returns the words of a piece, marked as what they are. */
const shown = ({ kind, before, text }, labels) => {
  const hidden = (label) => element("span", { className: "visually-hidden" }, labelled(label, "", labels));
  if (kind === "left") return [before, element("del", {}, hidden(labels.left_out), text)];
  if (kind === "added") return [before, element("ins", {}, hidden(labels.added), text)];
  if (kind === "rest") return [before, element("span", { className: "quotation__rest" }, text)];
  return [before, text];
};

const quote = ({ unit, pieces }, language, labels) => {
  const address = new URL(unit.url, new URL(language.address, location));
  const text = element("blockquote", { lang: language.code, dir: language.direction ?? "auto" });
  text.append(...pieces.flatMap((piece) => shown(piece, labels)));
  const link = element("a", { href: address, hreflang: language.code }, unit.place);
  const isOther = language.code !== document.documentElement.lang;
  if (isOther) link.lang = language.code;
  const found = isOther ? [" · ", labels.other.replace("{language}", language.name)] : [];
  return element("figure", { className: "quote" }, text, element("figcaption", {}, link, ...found));
};

const item = (part, labels) => {
  const made = element("li", {}, element("strong", {}, labels[part.verdict]));
  made.dataset.verdict = part.verdict;
  if (part.verdict === "absent")
    made.append(element("figure", { className: "quote" }, element("blockquote", { dir: "auto" }, part.text)));
  made.append(...part.segments.map((segment) => quote(segment, part.language, labels)));
  const notes = [part.isPart && labels.part];
  const names = part.differences?.map((name) => labels[name]);
  if (names?.length) notes.push(labels.unimportant.replace("{differences}", names.join(", ")));
  made.append(...notes.filter(Boolean).map((note) => element("p", { className: "quotation__note" }, note)));
  return made;
};

/** Shows the parts of a quotation, and how many there are of each kind. */
const show = (parts, labels) => {
  const [told, key, list] = ["told", "key", "parts"].map((name) => document.querySelector(`.quotation__${name}`));
  list.replaceChildren(...parts.map((part) => item(part, labels)));
  key.hidden = !parts.some(({ verdict }) => verdict === "altered");
  told.textContent = ["literal", "altered", "absent"]
    .map((verdict) => [labels[verdict], parts.filter((part) => part.verdict === verdict).length])
    .flatMap(([label, number]) => (number ? labelled(label, number, labels) : []))
    .join(" · ");
};

/** Returns the parts of a text in a language, where that may have one of them. */
const partsIn = async (text, asked, language) => {
  const note = await noteOf(language);
  if (!asked.some((part) => isLikely(part.text, note))) return [];
  return compare(text, note).map((part) => ({ ...part, language }));
};

/** Returns the parts of a text in that of some languages which has most of it; none where no language has any. */
const elsewhere = async (text, asked, languages) => {
  let best = { worth: 0, parts: [] };
  const failures = [];
  for (let at = 0; at < languages.length; at += AT_ONCE) {
    const several = languages
      .slice(at, at + AT_ONCE)
      .map((one) => partsIn(text, asked, one).catch((error) => failures.push(error) && []));
    for (const parts of await Promise.all(several)) {
      const has = parts.filter(({ verdict }) => verdict !== "absent");
      const worth = has.reduce((sum, { share, begin, end }) => sum + share * (end - begin), 0);
      if (worth > best.worth) best = { worth, parts };
      if (parts.length && parts.every(({ verdict }) => verdict === "literal")) return parts;
    }
  }
  if (failures.length && !best.worth) throw failures[0]; // or a quotation would be told not to be in the note
  return best.parts;
};

/** Returns parts in runs: those side by side that are absent together, each other one by itself. */
const runsOf = (parts) => {
  const runs = [];
  for (const part of parts) {
    const isMore = part.verdict === "absent" && runs.at(-1)?.[0].verdict === "absent";
    if (isMore) runs.at(-1).push(part);
    else runs.push([part]);
  }
  return runs;
};

/** Returns the parts of a text with those that are absent looked for in other languages. */
const completed = async (parts, text, languages) => {
  const found = [];
  for (const run of runsOf(parts)) {
    const isMissing = run[0].verdict === "absent" && languages.length;
    const whole = text.slice(run[0].begin, run.at(-1).end);
    const theirs = isMissing ? await elsewhere(whole, run, languages) : [];
    const others = languages.filter((one) => one !== theirs[0]?.language);
    found.push(...(theirs.length ? await completed(theirs, whole, others) : run));
  }
  return found;
};

/** Returns the parts of a text, each with its verdict and its language: this one, or one that has what this one lacks. */
export const partsOf = async (text, indexes) => {
  const [own, ...others] = languagesFor(text, indexes);
  const parts = compare(text, await noteOf(own)).map((part) => ({ ...part, language: own }));
  return completed(parts, text, others);
};

/** Tells of the quotation that stands in a form, part by part, whether it is in the note. */
export const verify = (form) => {
  const field = form.elements.quotation;
  const text = field.value;
  if (!text.trim()) {
    field.focus();
    return;
  }
  const labels = JSON.parse(form.dataset.labels);
  const told = document.querySelector(".quotation__told");
  show([], labels);
  told.textContent = labels.loading;
  // Not waited for: there may be many other languages to read, and the reader's line may be slow.
  partsOf(text, form.dataset.indexes).then(
    (parts) => field.value === text && show(parts, labels),
    () => {
      told.textContent = "";
      tell(() => verify(form));
    },
  );
};
