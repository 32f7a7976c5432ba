/**
 * Sets what the reader chose before the page is drawn, so that it does not appear in other colours or with links
 * first, nor without the second language that it waits for. By default, the colours are those of the system.
 */
(() => {
  const root = document.documentElement;
  // Without modules no other script runs, and what needs one is not shown; nor where they do not come.
  if ("noModule" in HTMLScriptElement.prototype) root.classList.replace("no-js", "js");
  const missed = () => root.classList.replace("js", "no-js");
  addEventListener("error", ({ target }) => target.type === "module" && missed(), true);
  setTimeout(() => root.dataset.ready || missed(), 8000);
  root.classList.toggle("is-waiting", new URLSearchParams(location.search).has("with"));

  const stored = (name) => {
    try {
      return localStorage.getItem(`instrumentarium.${name}`);
    } catch {
      return null;
    }
  };

  const store = (name, value) => {
    try {
      localStorage.setItem(`instrumentarium.${name}`, value);
    } catch {
      // The browser stores nothing: the choice is for this page only.
    }
  };

  const apply = (colours) => {
    if (colours === "system") delete root.dataset.colours;
    else root.dataset.colours = colours;
  };

  let colours = stored("colours") ?? "system";
  apply(colours);
  root.classList.toggle("is-plain", stored("plain") === "yes");

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-colours]:is(button)");
    if (!button) return;
    const icons = [...button.querySelectorAll("[data-colours-are]")];
    const order = icons.map((icon) => icon.dataset.coloursAre);

    const show = () => {
      for (const icon of icons) icon.hidden = icon.dataset.coloursAre !== colours;
      button.title = icons[order.indexOf(colours)].textContent.trim();
    };

    button.addEventListener("click", () => {
      colours = order[(order.indexOf(colours) + 1) % order.length];
      apply(colours);
      show();
      store("colours", colours);
    });
    show();

    const plain = document.querySelector("[name=plain]");
    if (!plain) return;
    plain.checked = root.classList.contains("is-plain");
    plain.addEventListener("change", () => {
      root.classList.toggle("is-plain", plain.checked);
      store("plain", plain.checked ? "yes" : "");
    });
  });
})();
