/**
 * Leads to the site that this script is of, wherever that is; shows the reader's own language first, and links to
 * the page that the address probably meant.
 */

import { preferred } from "./languages.js";

const list = document.querySelector("[data-root]");

/** Returns the search of a language, with the words of the address that was asked for. */
const searchIn = (name, home, parts) => {
  const form = Object.assign(document.createElement("form"), { action: home });
  form.role = "search";
  const asked = parts.find((part) => part !== document.documentElement.lang) ?? "";
  const words = decodeURIComponent(asked).replace(/\.\w+$/, "");
  const field = Object.assign(document.createElement("input"), { name: "q", value: words.replace(/[-_+]/g, " ") });
  field.setAttribute("aria-label", name);
  form.append(field, Object.assign(document.createElement("button"), { textContent: name }));
  return form;
};

const show = () => {
  const items = [...list.children];
  const codes = items.map((item) => item.lang);
  const site = import.meta.url.replace(/assets\/([0-9a-f]+\/)?js\/[^/]*$/, "");
  const parts = location.pathname.split("/").filter(Boolean);

  const wanted = parts.find((part) => codes.includes(part)) ?? preferred(codes);
  const page = parts.reverse().find((part) => list.dataset.pages.split(" ").includes(part));

  for (const item of items) {
    const link = item.querySelector("a");
    const home = site + link.getAttribute("href").slice(list.dataset.root.length);
    link.href = page ? `${home}${page}/` : home;
    if (item.lang === wanted) {
      document.documentElement.lang = wanted;
      list.prepend(item);
      item.append(searchIn(item.dataset.search, home, parts));
    }
  }
  // A folder above may have a copy of the site, and with it this script a second time.
  delete list.dataset.root;
};

if (list) show();
