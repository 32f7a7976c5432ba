/** Where there is no pointer to hover with, a tap on a term explains it, and a tap on a sentence opens its menu. */

import { use } from "./site.js";

const explain = (link) =>
  import("./tooltip.js").then(
    (tooltip) => tooltip.explain(link),
    () => location.assign(link.href),
  );

document.addEventListener("click", (click) => {
  const link = click.target.closest("a.term, a.record");
  const sentence = click.target.closest(".sentence");
  if (link && !link.closest(".picture")) {
    click.preventDefault();
    explain(link);
  } else if (sentence?.querySelector(".sentence__link") && !click.target.closest("a") && getSelection().isCollapsed) {
    use("cite", ({ open }) => open(sentence.querySelector(".sentence__link"), false));
  }
});
