/** Served only: tells what is wrong with the last save, and loads the page again after a good one. */
{
  const banner = document.getElementById("preview");
  const loaded = Number(document.currentScript.dataset.epoch);
  const [FOLDED, PLACE] = ["preview-folded", "preview-place"];
  const [RETRY, LEAVING] = [3000, 10000];

  // The place in the text: the first element with an address that is in view, and where it is.
  const reload = () => {
    const elements = [...document.querySelectorAll("main [id]")].filter((one) => one.getClientRects().length);
    const tops = elements.map(({ id }) => [id, document.getElementById(id).getBoundingClientRect().top]);
    const [id, top] = tops.find((one) => one[1] >= 0) ?? tops.at(-1) ?? [];
    if (scrollY && id) sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, id, top]));
    stop();
    location.reload();
  };

  // The browser has gone back to as many pixels; what was added or taken away above is made up for.
  const keepPlace = () => {
    const [path, id, top] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
    sessionStorage.removeItem(PLACE);
    const element = document.getElementById(id);
    if (path !== location.pathname || !element?.getClientRects().length) return;
    scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  };

  // What has the focus is not hidden behind the banner.
  const uncover = () => {
    const { activeElement: focused } = document;
    if (focused === document.body || banner.contains(focused) || !banner.offsetHeight) return;
    const { top, bottom } = focused.getBoundingClientRect();
    const inView = top < innerHeight && bottom > 0;
    if (inView && bottom > innerHeight - banner.offsetHeight) {
      focused.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
  };

  const errors = () => banner.querySelector(".preview-errors details");

  // Errors that were folded stay so on the next page, until they are others.
  const foldAgain = () => {
    if (errors()?.textContent === sessionStorage.getItem(FOLDED)) errors().open = false;
  };

  // A part that says what it said is left alone, so that it is not read out again.
  const show = (next) => {
    for (const part of banner.children) {
      const other = next.querySelector(`.${part.className}`);
      if (part.textContent === other.textContent) continue;
      const [details, hadFocus] = [part.querySelector("details"), part.contains(document.activeElement)];
      const isOpen = details?.open;
      part.replaceChildren(...other.childNodes);
      const now = part.querySelector("details");
      if (now && part.className === "preview-warnings") now.open = Boolean(isOpen);
      if (hadFocus) now?.querySelector("summary").focus();
    }
    foldAgain();
  };

  // Fetches the banner: as it is, or once the sources were checked. Loads the page again where the site is newer.
  const fetchBanner = async (name, signal) => {
    const answer = await fetch(`/livereload/${name}`, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("preview");
    if (Number(next.dataset.built) > loaded) reload();
    else show(next);
  };

  let epoch = loaded;
  let request;

  // Waits for the next save, as MkDocs answers: with the moment of the last one, or after a minute with that it had.
  const ask = async (signal) => {
    const answer = await fetch(`/livereload/${epoch}/${loaded}`, { signal });
    const latest = Number(await answer.text());
    if (!answer.ok) throw new Error(answer.statusText);
    if (latest <= epoch) return;
    await fetchBanner("banner", signal);
    epoch = latest;
    fetchBanner("checked", signal).catch(() => {});
  };

  const poll = async ({ signal }) => {
    fetchBanner("checked", signal).catch(() => {});
    while (!signal.aborted) {
      // The server has ended, perhaps to be started again.
      await ask(signal).catch(() => new Promise((done) => setTimeout(done, RETRY)));
    }
  };

  const start = () => {
    if (request || document.visibilityState !== "visible") return;
    request = new AbortController();
    poll(request);
  };

  const stop = () => {
    request?.abort();
    request = undefined;
  };

  foldAgain();
  banner.addEventListener(
    "toggle",
    ({ target }) => {
      if (target !== errors()) return;
      if (target.open) sessionStorage.removeItem(FOLDED);
      else sessionStorage.setItem(FOLDED, target.textContent);
    },
    true,
  );
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(":modal")) return;
    for (const details of banner.querySelectorAll("details")) details.open = false;
  });
  addEventListener("focusin", uncover);
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--preview-height", `${banner.offsetHeight}px`);
    uncover();
  }).observe(banner);

  addEventListener("load", () => {
    requestAnimationFrame(keepPlace);
    start();
  });
  addEventListener("pageshow", ({ persisted }) => persisted && start());
  // Nobody who follows a link during a build is taken back by its end; but a link may lead to a file to keep.
  addEventListener("beforeunload", () => {
    stop();
    setTimeout(start, LEAVING);
  });
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? start() : stop()));
}
