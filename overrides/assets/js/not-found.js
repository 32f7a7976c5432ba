/** Shows the reader's own language first, and links to the page that the address probably meant. */

const list = document.querySelector("[data-pages]");
const items = [...list.children];
const codes = items.map((item) => item.lang);
const parts = location.pathname.split("/").filter(Boolean);

const asked = [...parts.filter((part) => codes.includes(part)), ...navigator.languages.map((tag) => tag.split("-")[0])];
const page = parts.reverse().find((part) => list.dataset.pages.split(" ").includes(part));

if (page) for (const item of items) item.querySelector("a").href += `${page}/`;

const own = items.find((item) => item.lang === asked.find((code) => codes.includes(code)));
if (own) {
  list.prepend(own);
  document.documentElement.lang = own.lang;
}
