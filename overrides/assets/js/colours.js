/**
 * Sets the colours that the reader chose; by default, those of the system. It runs before the page is drawn,
 * so that the page does not appear in other colours first, nor without the second language that it waits for.
 */
(() => {
  const root = document.documentElement;
  // Without modules no other script runs, and what needs one is not shown.
  if ("noModule" in HTMLScriptElement.prototype) root.classList.replace("no-js", "js");
  root.classList.toggle("is-waiting", new URLSearchParams(location.search).has("with"));

  const stored = () => {
    try {
      return localStorage.getItem("instrumentarium.colours") ?? "system";
    } catch {
      return "system";
    }
  };

  const apply = (colours) => {
    if (colours === "system") delete root.dataset.colours;
    else root.dataset.colours = colours;
  };

  apply(stored());

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-colours]:is(button)");
    if (!button) return;
    const icons = [...button.querySelectorAll("[data-colours-are]")];
    const order = icons.map((icon) => icon.dataset.coloursAre);
    let colours = stored();

    const show = () => {
      for (const icon of icons) icon.hidden = icon.dataset.coloursAre !== colours;
      button.title = icons[order.indexOf(colours)].textContent.trim();
    };

    button.addEventListener("click", () => {
      colours = order[(order.indexOf(colours) + 1) % order.length];
      apply(colours);
      show();
      try {
        localStorage.setItem("instrumentarium.colours", colours);
      } catch {
        // The browser stores nothing: the choice is for this page only.
      }
    });
    show();
  });
})();
