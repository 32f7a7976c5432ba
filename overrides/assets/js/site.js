/** Loads each script when the reader first uses what it is for, so that a page loads quickly. */

const load = (name) => import(`./${name}.js`);

const on = (event, selector, action) =>
  document.addEventListener(
    event,
    (happening) => {
      const element = happening.target.closest?.(selector);
      if (element) action(element, happening);
    },
    true,
  );

// The dialog opens before the search is loaded, so that no letter that the reader types is lost.
const openSearch = async (button) => {
  const dialog = document.querySelector("dialog.search");
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  (await load("search")).search(button);
};

on("click", "[data-search]", openSearch);
on("keydown", "body", (_, event) => {
  const button = document.querySelector("[data-search]");
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (!button || event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openSearch(button);
});

on("toggle", "details.menu", () => load("menu"));
// Here and not in menu.js, which may still be loading when the reader presses the key.
on("keydown", "details.menu[open]", (menu, { key }) => {
  if (key !== "Escape") return;
  menu.open = false;
  menu.querySelector(":scope > summary").focus();
});

// Here, so that nobody is faster than it: keeps the place when the language changes, and the second language.
on("click", ".languages__list a", (link) => {
  const address = new URL(link.href);
  const beside = new URL(location).searchParams.get("with");
  // A language is not shown beside itself: the language that the reader leaves is shown instead.
  if (beside) address.searchParams.set("with", beside === link.hreflang ? document.documentElement.lang : beside);
  address.hash = location.hash;
  link.href = address;
});

for (const event of ["pointerover", "focusin"]) {
  on(event, "a.term, a.record", async (link) => (await load("tooltip")).show(link));
}

on("click", ".sentence__link, .paragraph__number", async (link, click) => {
  if (click.ctrlKey || click.metaKey || click.altKey || !HTMLElement.prototype.showPopover) return;
  click.preventDefault();
  const extend = click.shiftKey;
  (await load("cite")).open(link, extend);
});
on("click", "[data-copy]", async (button) => (await load("cite")).copy(button));

const { searchParams } = new URL(location);
const comparison = document.querySelector("[data-compare]");
if (searchParams.has("with")) {
  load("compare")
    .then(({ start }) => start(searchParams.get("with")))
    .finally(() => document.documentElement.classList.remove("is-waiting"));
}
comparison?.addEventListener("change", () => load("compare").then(({ choose }) => choose()));

const place = () => /^#[pq]\d/.test(location.hash) && load("places").then(({ mark }) => mark());
addEventListener("hashchange", place);
place();

if (matchMedia("(hover: none)").matches) load("touch");

// A page in the reader's first language, of which the site has no other variety, needs no offer.
const [wanted] = navigator.languages.map((tag) => tag.split("-")[0]);
const varieties = document.querySelectorAll(`.languages__list a[hreflang|="${wanted}"]`);
if (wanted !== document.documentElement.lang || varieties.length > 1) load("offer");

// If the site was built without SITE_URL, only the browser knows its address.
for (const link of document.querySelectorAll("[data-whole-address]")) link.textContent = link.href;
for (const code of document.querySelectorAll("code[data-root]")) {
  code.textContent = code.textContent.replaceAll("https://example.org/", new URL(code.dataset.root, location));
}

addEventListener("beforeprint", () => {
  const address = document.querySelector("[data-address]");
  if (address) address.textContent = location.href;
});
