/** Shows another language beside this one: "?with=fr". Parts with the same id belong together. */

const form = document.querySelector("[data-compare]");

/** Which parts get their counterpart, and where it is put: sentences and lines of the note, records of other pages. */
const PARTS = [
  ["span.sentence[id], .glossary > div[id]", "after"],
  [".note-head > div[id], .note-top > p[id]", "after"],
  [".footnote li[id]", "within"],
  [".meeting[id], .question[id]", "columns"],
  [".instruments tr[id]", "cells"],
];

/** Returns a copy of a part of another language's page, without ids; its links lead to the same pages as there. */
const copyOf = (part, lang, direction, address) => {
  const copy = document.importNode(part, true);
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const extra of copy.querySelectorAll(".sentence__link")) extra.remove();
  for (const link of copy.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
  copy.lang = lang;
  copy.dir = direction;
  copy.classList.add("counterpart");
  return copy;
};

/** Returns what a copy holds, or a cell of it, as a block of the other language. */
const block = (copy, holder = copy) => {
  const { lang, dir } = copy;
  const element = Object.assign(document.createElement("div"), { className: "counterpart", lang, dir });
  element.append(...holder.childNodes);
  return element;
};

const columns = (part, copy) => {
  const own = document.createElement("div");
  own.append(...part.childNodes);
  part.append(own, block(copy));
  part.classList.add("columns");
};

/** Puts each cell of a row of another language below the cell of this one. */
const cells = (part, copy) => {
  [...part.cells].forEach((cell, index) => {
    const other = block(copy, copy.cells[index]);
    if (other.textContent.trim()) cell.append(other);
  });
};

/** Marks a part and its copy while the pointer or the focus is in one of them. */
const pair = (part, copy) => {
  const both = [part, copy];
  const set = (on) => {
    for (const one of both) one.classList.toggle("is-paired", on);
  };
  for (const one of both) {
    one.addEventListener("mouseenter", () => set(true));
    one.addEventListener("mouseleave", () => set(false));
    one.addEventListener("focusin", () => set(true));
    one.addEventListener("focusout", () => set(false));
  }
};

const within = (part, copy) => part.append(block(copy));

/** Holds the text of a sentence inside it, so that what marks the text does not mark the column around it. */
const hold = (sentence) => {
  const text = document.createElement("span");
  text.className = "sentence__text";
  text.append(...sentence.childNodes);
  sentence.append(text);
};

const after = (part, copy) => {
  part.after(copy);
  if (part.matches(".sentence")) for (const one of [part, copy]) hold(one);
  pair(part, copy);
};

const WAYS = { after, cells, columns, within };

const place = (other, option, address) => {
  for (const [selector, way] of PARTS) {
    for (const part of document.querySelectorAll(selector)) {
      const theirs = other.getElementById(part.id);
      if (theirs) WAYS[way](part, copyOf(theirs, option.value, option.dataset.direction, address));
    }
  }
};

/** Whether a link leads into the site; the origins of a page from the disk and of a mail address are both "null". */
const isOfSite = ({ protocol, host }) => protocol === location.protocol && host === location.host;

/** Adds the chosen language to the links to other pages of this language. */
const carry = (code) => {
  for (const link of document.querySelectorAll(".nav-list a, .site-footer a, article a, .site-name")) {
    if (!isOfSite(link) || link.closest(".counterpart") || link.hasAttribute("download")) continue;
    const address = new URL(link.href);
    if (address.pathname === location.pathname) continue;
    if (code) address.searchParams.set("with", code);
    link.href = address;
  }
};

/**
 * Returns the page of a language; the browser reads it, so that no text becomes markup here (Trusted Types).
 * Fails where the page is another one, as some hosts send in the place of what they lack.
 */
const pageOf = (lang, address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.addEventListener("loadend", () => {
      const page = request.status < 400 && request.response;
      if (page?.documentElement?.lang === lang) resolve(page);
      else reject(new Error(`${address}: ${request.status}`));
    });
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = 8000;
    request.send();
  });

const show = async (code) => {
  const option = [...form.elements.with.options].find((one) => one.value === code && code);
  if (!option) return;
  const address = new URL(option.dataset.url, location);
  const other = await pageOf(code, address);
  form.elements.with.value = code;
  place(other, option, address);
  document.documentElement.classList.add("comparing");
  document.getElementById(location.hash.slice(1).split("-")[0])?.scrollIntoView({ block: "start" });
  carry(code);
  const swap = form.querySelector("button");
  swap.hidden = false;
  swap.addEventListener("click", () => {
    const to = new URL(address);
    to.searchParams.set("with", document.documentElement.lang);
    to.hash = location.hash;
    location.assign(to);
  });
  form.dataset.shown = code;
};

/** Shows the language that the address asks for; a page that cannot show it passes it on to the next page. */
export const start = (code) => (form ? show(code) : carry(code));
