/** Explains a term or a record while the pointer or the focus is on it; Escape hides it (WCAG 1.4.13). */

const links = document.querySelectorAll("a.term[title], a.record[title]");
const tooltip = Object.assign(document.createElement("div"), { className: "tooltip", id: "tooltip", role: "tooltip" });
let shownFor = null;
let waiting = 0;

const place = (link) => {
  const box = link.getClientRects()[0];
  const room = document.documentElement.clientWidth - tooltip.offsetWidth - 8;
  tooltip.style.insetInlineStart = "auto";
  tooltip.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
  const below = box.bottom + 4;
  const fits = below + tooltip.offsetHeight < innerHeight;
  tooltip.style.top = `${(fits ? below : box.top - tooltip.offsetHeight - 4) + scrollY}px`;
};

/** Shows the explanation of a link. */
export const show = (link) => {
  clearTimeout(waiting);
  if (shownFor === link) return;
  hide();
  shownFor = link;
  tooltip.textContent = link.dataset.tooltip;
  document.querySelector("main").append(tooltip);
  link.setAttribute("aria-describedby", tooltip.id);
  place(link);
};

/** Shows the explanation of a link that was tapped, with the way on to what it leads to. */
export const explain = (link) => {
  show(link);
  const { href, pathname } = link;
  const page = [...document.querySelectorAll(".nav-list a")].find((one) => one.pathname === pathname);
  tooltip.append(" ", Object.assign(document.createElement("a"), { href, textContent: page?.textContent ?? "→" }));
  place(link);
};

const hide = () => {
  clearTimeout(waiting);
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
  tooltip.remove();
};

/** Hides the tooltip after a moment, so that the reader can move the pointer onto it (WCAG 1.4.13). */
const hideSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(hide, 200);
};

for (const link of links) {
  // The browser would show the title as a second tooltip.
  link.dataset.tooltip = link.title;
  link.removeAttribute("title");
  link.addEventListener("mouseleave", hideSoon);
  link.addEventListener("blur", ({ relatedTarget }) => relatedTarget?.closest(".tooltip") || hide());
}
tooltip.addEventListener("mouseenter", () => clearTimeout(waiting));
tooltip.addEventListener("mouseleave", hideSoon);
addEventListener("keydown", (event) => event.key === "Escape" && hide());
addEventListener("pointerdown", ({ target }) => target.closest(".tooltip, a.term, a.record") || hide());
