/** The page that tells whether a quotation is in the note: reads the texts, and shows each part with what it is. */

import { prepare } from "./alignment.js";
import { compare, isLikely } from "./quotation.js";
import { tell } from "./site.js";

/** How many languages are read at once, where this one has no answer. */
const AT_ONCE = 4;
/** How short a text is that is found in another language by chance, and how little of an altered one is that. */
const SHORT = 15;
const POOR = 0.75;
/** After how many milliseconds a text that does not come is given up. */
const TOO_LONG = 20000;
const SCRIPTS = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Armenian", "Georgian", "Han", "Hangul"];

const notes = new Map();

const read = async (address) => {
  const response = await fetch(address, { signal: AbortSignal.timeout(TOO_LONG) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { entries, pages } = await response.json();
  // What is shown in another language, because this one lacks it, is of that language.
  const units = entries.filter(({ url, lang }) => url.startsWith("note/#") && !lang);
  return prepare(
    units.map(({ url, title, text }) => ({ url, place: text ? title : pages["note/"], text: text || title })),
  );
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
    const [code, root, address] = one.split("|");
    const link = document.querySelector(`.languages__list [hreflang="${code}"]`);
    return { code, root, address, name: link?.textContent.trim() ?? code, direction: link?.dir };
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

const placeOf = ({ url, place }, { code, root }) => {
  const link = element("a", { href: new URL(url, new URL(root, location)), hreflang: code }, place);
  if (code !== document.documentElement.lang) link.lang = code;
  return link;
};

const quote = ({ units, pieces }, language, labels) => {
  const text = element("blockquote", { lang: language.code, dir: language.direction ?? "auto" });
  text.append(...pieces.flatMap((piece) => shown(piece, labels)));
  const places = units.flatMap((unit) => [" · ", placeOf(unit, language)]).slice(1);
  if (language.code !== document.documentElement.lang)
    places.push(" · ", labels.other.replace("{language}", language.name));
  return element("figure", { className: "quote" }, text, element("figcaption", {}, ...places));
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

/** Whether another language may have a part: this one has nothing of it, or hardly more than its names and numbers. */
const isOpen = ({ verdict, share }) => verdict === "absent" || (verdict === "altered" && share < POOR);

/** Returns the parts of a text in a language, and how much of it they have; none where that is hardly a word. */
const partsIn = async (text, language) => {
  const note = await noteOf(language);
  const parts = isLikely(text, note) ? compare(text, note).map((part) => ({ ...part, language })) : [];
  const has = parts.filter(({ verdict, begin, end }) => verdict !== "absent" && end - begin >= SHORT);
  const worth = has.reduce((sum, { share, begin, end }) => sum + share * (end - begin), 0);
  return { language, parts, worth, isLiteral: worth > 0 && parts.every(({ verdict }) => verdict === "literal") };
};

/** Returns that of some languages which has most of a text; undefined where none has any. */
const languageOf = async ({ text, verdict }, languages) => {
  const all = [];
  for (let at = 0; at < languages.length && !all.some(({ isLiteral }) => isLiteral); at += AT_ONCE) {
    const several = languages.slice(at, at + AT_ONCE);
    all.push(...(await Promise.all(several.map((one) => partsIn(text, one).catch((error) => ({ error }))))));
  }
  const better = (one, other) => other.isLiteral - one.isLiteral || other.worth - one.worth;
  const [best] = all.filter(({ worth }) => worth).sort(better);
  const failed = all.find(({ error }) => error);
  if (failed && !best) throw failed.error; // or a quotation would be told not to be in the note
  return verdict === "absent" || best?.isLiteral ? best?.language : undefined;
};

/** Returns the parts of a text with those that this language lacks as another has them, side by side ones as one. */
const completed = async (parts, text, languages) => {
  const runs = [];
  for (const part of parts) {
    const language = isOpen(part) ? await languageOf(part, languages) : undefined;
    const last = runs.at(-1);
    if (language && last?.language === language) last.parts.push(part);
    else runs.push({ language, parts: [part] });
  }
  const found = runs.map(async ({ language, parts: own }) =>
    language ? (await partsIn(text.slice(own[0].begin, own.at(-1).end), language)).parts : own,
  );
  return (await Promise.all(found)).flat();
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

/** Tells of the quotation in the address, which the search hands on behind "#": a browser sends that to nobody. */
export const start = () => {
  const form = document.querySelector("[data-quotation]");
  form.elements.quotation.value = new URLSearchParams(location.hash.slice(1)).get("quote");
  verify(form);
};
