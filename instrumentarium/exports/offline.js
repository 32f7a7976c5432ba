/**
 * Runs the scripts of the site in a page that is opened from the disk: there, a browser loads no modules, lets no script
 * read a file, and shows the files of a folder in the place of its page.
 */

/** Returns what a file holds, which stands beside it as a script. */
const read = (address) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: `${address}.js` });
    script.addEventListener("load", () => resolve(script.answer));
    script.addEventListener("error", () => reject(new Error(`${address} is not there`)));
    document.head.append(script);
  });

/** Stands for what asks a server for data. */
const fetch = async (address) => {
  const answer = await read(address);
  return { ok: true, json: async () => answer };
};

/** Stands for what asks a server for a page. */
class Request extends EventTarget {
  open(_, address) {
    this.answer = read(address);
  }

  async send() {
    const text = await this.answer.catch(() => "");
    this.status = text ? 200 : 404;
    this.response = new DOMParser().parseFromString(text, "text/html");
    this.dispatchEvent(new Event("loadend"));
  }
}

/** Has a link that a script has made lead to a file; one to another language, to this page with that beside it. */
const lead = ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link?.protocol !== "file:" || !link.pathname.endsWith("/")) return;
  const address = new URL(link.href);
  address.pathname += "index.html";
  if (link.hreflang && link.hreflang !== document.documentElement.lang) address.searchParams.set("with", link.hreflang);
  link.href = address;
};

/** Runs the first of some scripts, "site", and the others when they are asked for: functions by their names. */
export const run = (scripts) => {
  const made = {};
  const from = (name) => {
    made[name] ??= scripts[name](from, later, fetch, Request);
    return made[name];
  };
  const later = (address) => Promise.resolve(address.slice("./".length, -".js".length)).then(from);
  for (const event of ["click", "auxclick"]) addEventListener(event, lead, true);
  from("site");
};
