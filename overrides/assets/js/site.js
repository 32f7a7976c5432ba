/** Loads each script when the reader first uses what it is for, so that a page loads quickly. */

const root = document.documentElement;
root.dataset.ready = "yes";
root.classList.replace("no-js", "js");

/** Does not wait for what hangs. */
const soon = (promise) => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, 8000))]);
const load = (name) => soon(import(`./${name}.js`));

/** Says that something did not come, where the reader is, with a way to try again. */
export const tell = (again) => {
  const box = document.getElementById("failed").content.firstElementChild.cloneNode(true);
  box.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button) box.remove();
    if (button?.value) again();
  });
  document.querySelector(".failed")?.remove();
  (document.querySelector("dialog[open]") ?? document.body).append(box);
};

/** Does with a script what the reader asked for. */
export const use = async (name, act) => {
  let again = () => location.reload(); // not every browser asks a second time for a script that did not come
  try {
    const script = await load(name);
    again = () => use(name, act);
    await soon(act(script));
  } catch {
    tell(again);
  }
};

/** Loads a script that the page can do without. */
const adorn = (name, act) => load(name).then(act, () => {});

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
const openSearch = (button) => {
  const dialog = document.querySelector("dialog.search");
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  use("search", ({ search }) => search(button));
};

on("click", "[data-search]", openSearch);
const { searchParams } = new URL(location);
const query = searchParams.get("q");
if (query) {
  document.querySelector(".search input").value = query;
  openSearch(document.querySelector("[data-search]"));
}
on("keydown", "body", (_, event) => {
  const button = document.querySelector("[data-search]");
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (!button || event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openSearch(button);
});

on("toggle", "details.menu", () => adorn("menu"));
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
  if (beside) address.searchParams.set("with", beside === link.hreflang ? root.lang : beside);
  address.hash = location.hash;
  link.href = address;
});

for (const event of ["pointerover", "focusin"]) {
  on(event, "a.term, a.record", (link) => adorn("tooltip", ({ show }) => show(link)));
}

on("click", ".sentence__link, .paragraph__number", (link, click) => {
  if (click.ctrlKey || click.metaKey || click.altKey || !HTMLElement.prototype.showPopover) return;
  click.preventDefault();
  use("cite", ({ open }) => open(link, click.shiftKey));
});
on("click", "[data-copy]", (button) => use("cite", ({ copy }) => copy(button)));
on("submit", "[data-quotation]", (form, event) => {
  event.preventDefault();
  use("verify", ({ verify }) => verify(form));
});
on("paste", "[data-quotation] textarea", ({ form }) => setTimeout(() => form.requestSubmit()));
on("input", "[data-filter]", (field) => use("filter", ({ filter }) => filter(field)));

const beside = searchParams.get("with");
if (beside !== null) {
  use("compare", ({ start }) => start(beside)).finally(() => root.classList.remove("is-waiting"));
}
on("change", "[name=with]", ({ value }) => {
  const address = new URL(location);
  if (value) address.searchParams.set("with", value);
  else address.searchParams.delete("with");
  location.assign(address);
});

if (location.hash.startsWith("#quote=")) use("verify", ({ start }) => start());

const place = () => /^#[pq]\d/.test(location.hash) && use("places", ({ mark }) => mark());
addEventListener("hashchange", place);
place();

if (matchMedia("(hover: none)").matches) adorn("touch");
if (document.querySelector("[data-whole-address], code[data-root]")) adorn("addresses");

// A page in the reader's first language, of which the site has no other variety, needs no offer.
const [wanted] = navigator.languages.map((tag) => tag.split("-")[0]);
const varieties = document.querySelectorAll(`.languages__list a[hreflang|="${wanted}"]`);
if (wanted !== root.lang || varieties.length > 1) adorn("offer");

addEventListener("beforeprint", () => {
  const address = document.querySelector("[data-address]");
  if (address) address.textContent = location.href;
});
