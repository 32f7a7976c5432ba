/** Copies the address, a citation, or the text with its citation, of a sentence, a paragraph or a range. */

import { mark, sentencesOf } from "./places.js";
import { leadOn } from "./report.js";

export { leadOn };

const menu = document.getElementById("cite-menu");

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Returns the name of a place in the page's language: "Paragraph 2, sentence 1". */
const nameOf = (id) => {
  const [, paragraph, kind, sentence] = /^(([pq])\d+)(?:s(\d+))?$/.exec(id);
  const element = document.getElementById(paragraph);
  const name = element.querySelector(".paragraph__number").getAttribute("aria-label");
  const isNamed = sentence && (kind === "p" || element.querySelectorAll(".sentence[id]").length > 1);
  return isNamed ? `${name}, ${fill(menu.dataset.sentence, { n: sentence })}` : name;
};

const namesOf = (hash) => hash.slice(1).split("-").map(nameOf).join(" – ");

/**
 * Returns the address of the page with a fragment, without the reader's settings ("?with=fr"): on the site, where a copy
 * that is read from the disk knows that.
 */
const addressOf = (hash) =>
  Object.assign(new URL(document.documentElement.dataset.onSite ?? location), { search: "", hash }).href;

const textOf = (hash) =>
  sentencesOf(hash)
    .map((one) => {
      const copy = one.cloneNode(true);
      for (const extra of copy.querySelectorAll("sup, .sentence__link")) extra.remove();
      return copy.textContent.trim();
    })
    .join(" ");

/** Returns the name of the page of the text received on which a place begins; "" where it is not known. */
const pageOf = (hash) => {
  const pages = JSON.parse(menu.dataset.pages);
  const [sentence, paragraph] = /([pq]\d+)(?:s\d+)?/.exec(hash);
  return pages[sentence] ?? pages[paragraph] ?? "";
};

/** Returns the date as the language writes it, the first of a month as it writes that ("1er"). */
const today = () => {
  const { locale, firstOfMonth } = menu.dataset;
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).formatToParts(new Date());
  const isFirst = ({ type, value }) => firstOfMonth && type === "day" && value === "1";
  return parts.map((part) => (isFirst(part) ? firstOfMonth : part.value)).join("");
};

const citationOf = (hash) => {
  const page = hash && pageOf(hash);
  const values = {
    ...menu.dataset,
    place: hash && (page ? `${namesOf(hash)} (${page})` : namesOf(hash)),
    address: addressOf(hash),
    date: today(),
  };
  // A citation of the whole document names no place in it.
  return fill(hash ? menu.dataset.citation : menu.dataset.citation.replace(/\{place\}[^{]*/, ""), values);
};

const CONTENTS = {
  link: addressOf,
  citation: citationOf,
  text: (hash) => `${textOf(hash)}\n${citationOf(hash)}`,
  document: () => citationOf(""),
};

/** Puts a text below a button, selected, for the reader to copy where the browser does not let a page do so. */
const offer = (button, text) => {
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 4 });
  const label = Object.assign(document.createElement("label"), { className: "copy-yourself" });
  label.append(document.getElementById("copied").dataset.yourself, field);
  button.parentElement.querySelector(".copy-yourself")?.remove();
  button.after(label);
  field.select();
};

/** Copies what a button is for ("data-copy"), of the place that the address of the page names. */
export const copy = async (button) => {
  const told = document.getElementById("copied");
  const text = CONTENTS[button.dataset.copy](location.hash);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    offer(button, text); // without https, or where a policy forbids it
    return;
  }
  button.parentElement.querySelector(".copy-yourself")?.remove();
  if (menu.contains(button)) menu.hidePopover();
  told.textContent = told.dataset.copied;
  setTimeout(() => (told.textContent = ""), 2500);
};

/**
 * Goes to the place that a link leads to and opens the menu for it. With `extend`, goes to the range from the
 * sentence that is marked already to that place.
 */
export const open = (link, extend) => {
  const from = /^#([pq]\d+s\d+)/.exec(location.hash)?.[1];
  const to = link.hash.slice(1);
  const hash = extend && from && to.includes("s") && from !== to ? `#${from}-${to}` : link.hash;
  history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
  mark();
  const place = namesOf(hash);
  menu.querySelector(".cite-menu__place").textContent = place;
  leadOn(menu, hash, { place, text: textOf(hash), address: addressOf(hash) });
  menu.showPopover();
  const box = link.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - 8);
  const below = box.bottom + 6;
  const top = below + menu.offsetHeight < innerHeight ? below : box.top - menu.offsetHeight - 6;
  Object.assign(menu.style, { left: `${Math.max(8, left)}px`, top: `${Math.max(8, top)}px` });
  menu.querySelector("button").focus();
};
