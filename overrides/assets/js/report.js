/** Fills in the links of a menu that lead out of the site: to report an error in a place, and to edit it. */

import { sentencesOf } from "./places.js";

/** What mail programs and browsers pass on of an address, in characters. */
const LONGEST = 1900;

const filled = (template, values) =>
  template.replace(/\{(place|language|text|address)\}/g, (_, name) => encodeURIComponent(values[name]));

/** Returns the host's address with all that is reported; a text that is too long for it is cut after a word. */
const reportOf = (template, values) => {
  const words = values.text.split(" ");
  let address = filled(template, values);
  while (address.length > LONGEST && words.length > 1) {
    words.pop();
    address = filled(template, { ...values, text: `${words.join(" ")} …` });
  }
  return address;
};

const nameOf = (lang) => document.querySelector(`.languages__list [hreflang=${lang}]`)?.textContent.trim();

/**
 * Fills in the links for the place that a fragment names, with its name, its text and its address. Where the source
 * language stands in for the page's, the source's sentence is what is reported and edited.
 */
export const leadOn = (menu, hash, { place, text, address }) => {
  const own = document.documentElement.lang;
  const [first, ...others] = sentencesOf(hash);
  const isOwn = !first || [first, ...others].some((one) => !one.lang);
  const lang = isOwn ? own : first.lang;
  const report = menu.querySelector("[data-report]");
  if (report) {
    const source = first?.closest(".paragraph").querySelector(".paragraph__source");
    report.href = reportOf(report.dataset.report, {
      place: `${place} (${hash.slice(1)})`,
      language: `${nameOf(lang) ?? menu.dataset.language} (${lang})`,
      text,
      address: isOwn || !source ? address : new URL(hash, source.href).href,
    });
  }
  const edit = menu.querySelector("[data-lines]");
  if (edit) {
    const line = edit.dataset.lines.split(" ")[[...document.querySelectorAll(".sentence[id]")].indexOf(first)];
    const page = document.querySelector("[rel=edit]").href.replace(`${own}/note.md`, `${lang}/note.md`);
    edit.href = line ? `${page}#L${line}` : page;
  }
};
