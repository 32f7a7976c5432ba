/** Offers the page in a language that the reader's browser asks for, in that language, until the reader closes it. */

const KEY = "instrumentarium.offer-closed";

const list = document.querySelector(".languages__list");
const own = document.documentElement.lang;
const asked = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
// Drafts, which the list has where they are previewed, are offered to nobody.
const links = [...(list?.querySelectorAll("a:not([rel])") ?? [])];

const closed = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return "yes";
  }
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
};

// The first of the reader's languages that the site has. There is no offer on a page in the reader's first language.
const wanted = links.find((link) => link.hreflang === asked.find((code) => links.some((one) => one.hreflang === code)));
if (wanted && wanted.hreflang !== own && !asked.slice(0, 1).includes(own) && !closed()) offer(wanted);
