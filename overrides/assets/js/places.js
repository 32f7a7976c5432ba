/** Finds and marks the places of the note that the address names: "#p2", "#p2s1" or the range "#p2s1-p2s3". */

const PLACE = /^#([pq]\d+(?:s\d+)?)(?:-([pq]\d+s\d+))?$/;

const sentences = () => [...document.querySelectorAll(".sentence[id]")];

/** Returns the sentences that a fragment of an address names, in the order of the note. */
export const sentencesOf = (hash) => {
  const match = PLACE.exec(hash);
  if (!match) return [];
  const [, first, last] = match;
  const all = sentences();
  if (!first.includes("s")) return all.filter((one) => one.id.startsWith(`${first}s`));
  const places = [first, last ?? first].map((id) => all.findIndex((one) => one.id === id)).sort((a, b) => a - b);
  return places[0] < 0 ? [] : all.slice(places[0], places[1] + 1);
};

/** Marks the sentences that the page's address names. */
export const mark = () => {
  for (const one of document.querySelectorAll(".is-marked")) one.classList.remove("is-marked");
  const found = sentencesOf(location.hash);
  for (const one of found) one.classList.add("is-marked");
  if (found.length && location.hash.includes("-")) found[0].scrollIntoView({ block: "center" });
};
