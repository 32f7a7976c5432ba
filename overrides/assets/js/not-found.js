/** Shows the reader's own language first, and links to the page that the address probably meant. */

import { preferred } from "./languages.js";

const list = document.querySelector("[data-pages]");
const items = [...list.children];
const codes = items.map((item) => item.lang);
const parts = location.pathname.split("/").filter(Boolean);

const wanted = parts.find((part) => codes.includes(part)) ?? preferred(codes);
const page = parts.reverse().find((part) => list.dataset.pages.split(" ").includes(part));

if (page) for (const item of items) item.querySelector("a").href += `${page}/`;

const own = items.find((item) => item.lang === wanted);
if (own) {
  list.prepend(own);
  document.documentElement.lang = own.lang;
}
