/** Keeps the place when the reader changes the language: the fragment, and the language set beside. */

for (const link of document.querySelectorAll(".languages__list a")) {
  link.addEventListener("click", () => {
    const address = new URL(link.href);
    const beside = new URL(location).searchParams.get("with");
    // A language is not set beside itself: the one that is left takes its place.
    if (beside) address.searchParams.set("with", beside === link.hreflang ? document.documentElement.lang : beside);
    address.hash = location.hash;
    link.href = address;
  });
}
