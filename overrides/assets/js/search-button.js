/** Opens the search, by its button and by "/", and loads what the search needs only then. */

const button = document.querySelector("[data-search]");

const dialog = document.querySelector("dialog.search");

const open = async () => {
  // The dialog opens before the search is loaded, so that no letter that the reader types is lost.
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  const { search } = await import(new URL(button.dataset.search, document.baseURI));
  search(button);
};

if (button) {
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
}
