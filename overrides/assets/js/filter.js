/** Shows those entries of the glossary that answer what the reader typed, and tells how many they are. */

import { likeness, words } from "./matching.js";

const entries = [...document.querySelectorAll(".glossary > div:not(.counterpart)")].map((element) => ({
  element,
  words: words([...element.querySelectorAll("dfn, i")].map((part) => part.textContent).join(" ")).map(([word]) => word),
}));
const plural = new Intl.PluralRules(document.documentElement.lang);

/** Shows the entries of which each word of a query finds one word alike; all of them where there is no query. */
export const filter = (field) => {
  const asked = words(field.value).map(([word]) => word);
  let shown = 0;
  for (const entry of entries) {
    const answers = asked.every((one) => entry.words.some((word) => likeness(one, word) > 0));
    entry.element.hidden = !answers;
    const beside = entry.element.nextElementSibling;
    if (beside?.matches(".counterpart")) beside.hidden = !answers;
    shown += answers;
  }
  const told = field.closest(".filter").querySelector("[role=status]");
  const { counts, none } = told.dataset;
  const forms = JSON.parse(counts);
  const form = forms[plural.select(shown)] ?? forms.other;
  if (!asked.length) told.textContent = "";
  else if (!shown) told.textContent = none.replace("{query}", field.value);
  else told.textContent = form.replace("{n}", shown.toLocaleString(document.documentElement.lang));
};
