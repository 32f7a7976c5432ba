/** The search: a dialog that lists what answers the query, from the index of the page's language. */

import { words } from "./matching.js";
import { find, prepare } from "./ranking.js";

export { find };

/** The most results that are shown, of those that say what is asked and of those that are only similar. */
const MOST = { said: 30, similar: 10 };

/** After how many milliseconds without a keystroke the index of another language is read. */
const PATIENCE = 400;

let index;
let reading;
let show;
const others = new Map();

/** Returns the index at an address, ready to be asked. */
export const read = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return prepare(await response.json());
};

/**
 * Returns a text as nodes, with the words that answer the query marked. A long text is cut to begin shortly
 * before the first of them.
 */
const marked = (text, marks) => {
  const hits = words(text).filter(([word]) => marks.has(word));
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

/** Returns a line of the list, which is a list of options and of nothing else to those who hear it. */
const line = (...content) => {
  const element = document.createElement("li");
  element.setAttribute("role", "presentation");
  element.append(...content);
  return element;
};

const item = (entry, match, { marks, root, number }) => {
  const link = document.createElement("a");
  link.href = root + entry.url;
  link.tabIndex = -1;
  const kind = Object.assign(document.createElement("small"), { textContent: entry.kind });
  const title = document.createElement("strong");
  title.append(...marked(entry.title, marks));
  const text = document.createElement("span");
  text.append(...marked(entry.text, marks));
  if (entry.lang) {
    kind.textContent += ` (${entry.lang})`;
    text.lang = entry.lang;
    if (!entry.url.startsWith("note/")) title.lang = entry.lang;
  }
  link.append(kind, " ", title, text);
  link.id = `search-result-${number}`;
  link.dataset.match = match;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  return line(link);
};

const heading = (title) => {
  const element = line(title);
  element.className = "search__heading";
  return element;
};

/** Makes the search dialog work; returns what shows the results of the query that stands in it. */
const setUp = (button) => {
  const dialog = document.querySelector("dialog.search");
  const input = dialog.querySelector("input");
  const told = dialog.querySelector(".search__told");
  const list = dialog.querySelector(".search__results");
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const forms = JSON.parse(told.dataset.results);
  let chosen = -1;
  let waiting = 0;

  const results = () => [...list.querySelectorAll("[role=option]")];
  const choose = (number) => {
    const options = results();
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options.length ? (number + options.length) % options.length : -1;
    options[chosen]?.setAttribute("aria-selected", "true");
    options[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen >= 0) input.setAttribute("aria-activedescendant", options[chosen].id);
    else input.removeAttribute("aria-activedescendant");
  };

  const tell = (number, absent) => {
    const form = forms[plural.select(number)] ?? forms.other;
    const missing = absent.length ? told.dataset.missing.replace("{words}", absent.join(", ")) : "";
    told.dataset.absent = absent.join(" ");
    if (!words(input.value).length) told.textContent = told.dataset.help;
    else if (number) {
      const count = form.replace("{n}", number.toLocaleString(document.documentElement.lang));
      told.textContent = missing ? `${count} · ${missing}` : count;
    } else told.textContent = missing || told.dataset.none.replace("{query}", input.value);
  };

  /** Lists groups of entries, each below its heading, where it has one. */
  const put = (groups, { marks, absent }) => {
    const items = [];
    let number = 0;
    for (const { match, entries, title } of groups) {
      if (title && entries.length) items.push(heading(title));
      for (const entry of entries) {
        items.push(item(entry, match, { marks, number, root: button.dataset.root }));
        number += 1;
      }
    }
    list.replaceChildren(...items);
    input.setAttribute("aria-expanded", String(number > 0));
    chosen = -1;
    choose(number ? 0 : -1);
    tell(number, absent);
  };

  const showFound = () => {
    const query = input.value;
    const found = find(index, query);
    const said = { match: "said", entries: found.said.slice(0, MOST.said) };
    const similar = { match: "similar", entries: found.similar.slice(0, MOST.similar), title: told.dataset.similar };
    put([said, similar], found);
    clearTimeout(waiting);
    if (said.entries.length || !found.absent.length) return;
    // What the page's language does not say, another may; its index is read once the reader has stopped typing.
    waiting = setTimeout(async () => {
      const other = await foundElsewhere(query);
      if (other && input.value === query) put([{ ...other, match: "other" }, similar], { ...found, absent: [] });
    }, PATIENCE);
  };

  /** Returns the entries of this language whose text in another language says what is asked, and which one that is. */
  const foundElsewhere = async (query) => {
    for (const other of button.dataset.others.split(" ").filter(Boolean)) {
      const [code, address] = other.split(":");
      others.set(code, others.get(code) ?? (await read(address).catch(() => undefined)));
      const places = others.get(code) ? find(others.get(code), query).said.map(({ url }) => url) : [];
      const entries = places
        .flatMap((url) => index.entries.filter((entry) => entry.url === url))
        .slice(0, MOST.similar);
      const name = document.querySelector(`.languages__list [hreflang=${code}]`)?.textContent.trim() ?? code;
      if (entries.length) return { entries, title: told.dataset.other.replace("{language}", name) };
    }
  };

  // What was typed goes along, behind "#", which a browser sends to nobody.
  const verify = dialog.querySelector(".search__verify a");
  verify?.addEventListener("click", () => {
    if (words(input.value).length > 1) verify.hash = new URLSearchParams({ quote: input.value });
  });
  input.addEventListener("input", () => index && showFound());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") results()[chosen]?.click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  return showFound;
};

/** Opens the search: reads the index, where that has not been done yet or has failed, and answers what was typed. */
export const search = async (button) => {
  const told = document.querySelector(".search__told");
  show ??= setUp(button);
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
