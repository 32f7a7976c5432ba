/** Keeps the reader's place when the language changes: the fragment of the address, and the second language. */

for (const link of document.querySelectorAll(".languages__list a")) {
  link.addEventListener("click", () => {
    const address = new URL(link.href);
    const beside = new URL(location).searchParams.get("with");
    // A language is not shown beside itself: the language that the reader leaves is shown instead.
    if (beside) address.searchParams.set("with", beside === link.hreflang ? document.documentElement.lang : beside);
    address.hash = location.hash;
    link.href = address;
  });
}
