/** Shows the reader's own language first, and links to the page that the address probably meant. */

import { preferred } from "./languages.js";

const list = document.querySelector("[data-pages]");
const items = [...list.children];
const codes = items.map((item) => item.lang);
const parts = location.pathname.split("/").filter(Boolean);

const wanted = parts.find((part) => codes.includes(part)) ?? preferred(codes);
const page = parts.reverse().find((part) => list.dataset.pages.split(" ").includes(part));

if (page) for (const item of items) item.querySelector("a").href += `${page}/`;

/** Returns the search of a language, with the words of the address that was asked for. */
const searchIn = ({ dataset, firstElementChild: home }) => {
  const form = Object.assign(document.createElement("form"), { action: new URL(".", home.href) });
  form.role = "search";
  const words = decodeURIComponent(parts.find((part) => part !== wanted) ?? "").replace(/\.\w+$/, "");
  const field = Object.assign(document.createElement("input"), { name: "q", value: words.replace(/[-_+]/g, " ") });
  field.setAttribute("aria-label", dataset.search);
  form.append(field, Object.assign(document.createElement("button"), { textContent: dataset.search }));
  return form;
};

const own = items.find((item) => item.lang === wanted);
if (own) {
  list.prepend(own);
  own.append(searchIn(own));
  document.documentElement.lang = own.lang;
}
