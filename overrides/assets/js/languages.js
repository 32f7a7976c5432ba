/** Finds the language of the site that a reader asks for. */

/** The code that a language tag asks for: the reader's own variety, the language, or another variety of it. */
const asked = (tag, codes) => {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const exact = [[script, region], [script], [region], []].map((subtags) => [language, ...subtags].join("-"));
  const found = [tag, ...exact].find((code) => codes.includes(code));
  return found ?? codes.find((code) => code.split("-")[0] === language);
};

/** The first of the reader's languages that is among `codes`, by its code there; undefined where none is. */
export const preferred = (codes) => {
  for (const tag of navigator.languages) {
    const code = asked(tag, codes);
    if (code) return code;
  }
};
