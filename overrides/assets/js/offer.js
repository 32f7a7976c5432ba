/** Offers the page in a language that the reader's browser asks for, in that language, until the reader closes it. */

import { preferred } from "./languages.js";

const KEY = "instrumentarium.offer-closed";

const list = document.querySelector(".languages__list");
const own = document.documentElement.lang;
// Drafts, which the list has where they are previewed, are offered to nobody.
const links = [...(list?.querySelectorAll("a:not([rel])") ?? [])];

const closed = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return "yes";
  }
};

/** Keeps so many pixels free below the page and below what is scrolled to: the line covers them. */
const keepFree = (height) => {
  document.body.style.paddingBottom = `${height}px`;
  document.documentElement.style.scrollPaddingBottom = `${height}px`;
};

const close = (line) => {
  line?.remove();
  try {
    localStorage.setItem(KEY, "yes");
  } catch {
    // The browser stores nothing: the next page makes the offer again.
  }
};

const offer = async (link) => {
  const response = await fetch(new URL(list.dataset.offers, document.baseURI));
  const words = (await response.json())[link.hreflang];
  const line = document.getElementById("offer").content.firstElementChild.cloneNode(true);
  line.lang = link.hreflang;
  line.dir = link.dir;
  line.querySelector("span").textContent = words.offer;
  const [read, shut] = [line.querySelector("a"), line.querySelector("button")];
  read.textContent = words.read;
  read.href = link.href;
  read.addEventListener("click", () => close());
  shut.setAttribute("aria-label", words.close);
  shut.addEventListener("click", () => close(line));
  document.querySelector(".site-header").after(line);
  new ResizeObserver(() => keepFree(line.offsetHeight)).observe(line);
};

const code = preferred(links.map((link) => link.hreflang));
if (code && code !== own && !closed()) offer(links.find((link) => link.hreflang === code));
