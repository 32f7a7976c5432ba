/** Filters the instruments by kind, level and actor; the choice is kept in the address. */

const form = document.querySelector("[data-filter]");

if (form) {
  const cards = [...document.querySelectorAll(".instrument")];
  const output = form.querySelector("output");
  const none = document.querySelector(".filter__none");
  const counts = JSON.parse(output.dataset.forms);
  const fields = [...form.querySelectorAll("select")];

  const matches = (card) =>
    fields.every((field) => !field.value || card.dataset[field.name].split(" ").includes(field.value));

  const show = () => {
    for (const card of cards) card.hidden = !matches(card);
    const shown = cards.filter((card) => !card.hidden).length;
    output.textContent = counts[shown];
    none.hidden = shown > 0;
  };

  const remember = () => {
    const address = new URL(location);
    for (const field of fields) {
      if (field.value) address.searchParams.set(field.name, field.value);
      else address.searchParams.delete(field.name);
    }
    history.replaceState(null, "", address);
  };

  /** Takes the choice from the address; of a field that it does not name, what the reader or the browser chose. */
  const recall = () => {
    const wanted = new URL(location).searchParams;
    for (const field of fields) {
      const value = wanted.get(field.name) ?? field.value;
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
  };

  /** Shows the instrument that the address names, also if the filter hides it. */
  const reveal = () => {
    const target = cards.find((card) => `#${card.id}` === location.hash);
    if (target?.hidden) {
      form.reset();
      target.scrollIntoView();
    }
  };

  const update = () => {
    show();
    remember();
  };

  form.addEventListener("change", update);
  // The fields have their new values only after the event.
  form.addEventListener("reset", () => setTimeout(update));
  addEventListener("hashchange", reveal);

  recall();
  update();
  reveal();
}
