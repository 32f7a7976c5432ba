/** Where there is no pointer to hover with, a tap on a term explains it, and a tap on a sentence opens its menu. */

const explain = async (link) => (await import("./tooltip.js")).explain(link);
const cite = async (sentence) => (await import("./cite.js")).open(sentence.querySelector(".sentence__link"), false);

document.addEventListener("click", (click) => {
  const link = click.target.closest("a.term, a.record");
  const sentence = click.target.closest(".sentence");
  if (link && !link.closest(".picture")) {
    click.preventDefault();
    explain(link);
  } else if (sentence?.querySelector(".sentence__link") && !click.target.closest("a") && getSelection().isCollapsed) {
    cite(sentence);
  }
});
