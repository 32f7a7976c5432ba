/** The search: looks up the query in the index of the page's language, and lists what it finds. */

import { likeness, words } from "./matching.js";

const MOST = 30;

let index;
let reading;

/** Returns the entries of an index, each with its words and the weight of each. */
export const read = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const entries = await response.json();
  return entries.map((entry) => {
    const parts = [
      [entry.title, 2],
      [entry.text, 1],
      [entry.id ?? "", 1.5],
      [entry.also ?? "", 1.5],
    ];
    const found = new Map();
    for (const [text, weight] of parts) {
      for (const [word] of words(text)) found.set(word, Math.max(weight, found.get(word) ?? 0));
    }
    return { ...entry, words: found, titleWords: words(entry.title).map(([word]) => word) };
  });
};

/** Returns how well an entry answers the words of the query; 0 if one of the words has no answer in it. */
const answer = (entry, asked) => {
  let total = 0;
  for (const one of asked) {
    let best = 0;
    for (const [word, weight] of entry.words) {
      const found = likeness(one, word);
      if (found) best = Math.max(best, found * (1 + 0.15 * weight));
    }
    if (!best) return 0;
    total += best ** 2;
  }
  // An entry with a title of few other words than those of the query is probably what the reader meant.
  const said = entry.titleWords.filter((word) => asked.some((one) => likeness(one, word) >= 0.5)).length;
  return total * (1 + (0.8 * said) / (entry.titleWords.length || 1));
};

/** Returns the entries that answer the query, the best first; equally good ones in the order of the index. */
export const find = (entries, query) => {
  const asked = words(query).map(([word]) => word);
  if (!asked.length) return [];
  return entries
    .map((entry, order) => ({ entry, order, worth: answer(entry, asked) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || one.order - other.order)
    .slice(0, MOST)
    .map(({ entry }) => entry);
};

/**
 * Returns a text as nodes, with the words that answer the query marked. A long text is cut to begin shortly
 * before the first of them.
 */
const marked = (text, asked) => {
  const hits = words(text).filter(([word]) => asked.some((one) => likeness(one, word) >= 0.3));
  const first = hits[0]?.[1] ?? 0;
  const begin = text.length > 220 && first > 80 ? text.indexOf(" ", first - 60) + 1 : 0;
  const nodes = begin ? ["… "] : [];
  let position = begin;
  for (const [, place, length] of hits) {
    if (place < begin) continue;
    nodes.push(text.slice(position, place));
    nodes.push(Object.assign(document.createElement("mark"), { textContent: text.slice(place, place + length) }));
    position = place + length;
  }
  return [...nodes, text.slice(position)];
};

const item = (entry, number, asked, root) => {
  const link = document.createElement("a");
  link.href = root + entry.url;
  link.tabIndex = -1;
  const kind = Object.assign(document.createElement("small"), { textContent: entry.kind });
  const title = document.createElement("strong");
  title.append(...marked(entry.title, asked));
  const text = document.createElement("span");
  text.append(...marked(entry.text, asked));
  if (entry.lang) {
    kind.textContent += ` (${entry.lang})`;
    text.lang = entry.lang;
    if (!entry.url.startsWith("note/")) title.lang = entry.lang;
  }
  link.append(kind, " ", title, text);
  const option = document.createElement("li");
  option.id = `search-result-${number}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(link);
  return option;
};

/** Makes the search dialog work, and reads the index where that has not been done yet or has failed. */
export const search = async (button) => {
  const dialog = document.querySelector("dialog.search");
  const input = dialog.querySelector("input");
  const told = dialog.querySelector(".search__told");
  const list = dialog.querySelector(".search__results");
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const forms = JSON.parse(told.dataset.results);
  let chosen = -1;

  const choose = (number) => {
    const options = [...list.children];
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options.length ? (number + options.length) % options.length : -1;
    options[chosen]?.setAttribute("aria-selected", "true");
    options[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen >= 0) input.setAttribute("aria-activedescendant", options[chosen].id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = () => {
    const asked = words(input.value).map(([word]) => word);
    const found = find(index, input.value);
    list.replaceChildren(...found.map((entry, number) => item(entry, number, asked, button.dataset.root)));
    input.setAttribute("aria-expanded", String(found.length > 0));
    chosen = -1;
    choose(found.length ? 0 : -1);
    const form = forms[plural.select(found.length)] ?? forms.other;
    if (!asked.length) told.textContent = told.dataset.help;
    else if (!found.length) told.textContent = told.dataset.none.replace("{query}", input.value);
    else told.textContent = form.replace("{n}", found.length.toLocaleString(document.documentElement.lang));
  };

  if (!dialog.dataset.ready) {
    dialog.dataset.ready = "yes";
    input.addEventListener("input", () => index && show());
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen - 1);
      else if (event.key === "Enter") list.children[chosen]?.querySelector("a").click();
      else return;
      event.preventDefault();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
  }
  if (index) return;
  told.textContent = told.dataset.loading;
  try {
    reading ??= read(button.dataset.index);
    index = await reading;
    show();
  } catch (error) {
    told.textContent = "";
    throw error;
  } finally {
    reading = undefined;
  }
};
