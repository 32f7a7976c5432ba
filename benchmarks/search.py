"""How well three searches answer in each of the languages: stock Material, Pagefind, ours.

    pip install 'pagefind[bin]' && python benchmarks/search.py [held]

Asks each the same questions on the same text, those of questions/open/ (or of questions/held/), which were written
in each language from the site alone, without sight of the searches. Prints the share of them that has a right place
among the first three answers, the bytes (compressed) that are sent before the first answer, and of ours the
milliseconds to the answer, laid out, on a processor six times slower: from the slowest keystroke of eight questions
that are typed letter by letter, and from the slowest of all questions that are put in as a whole. Ours has
to name the place itself, a sentence or a record, and to say that it says what is asked, save where a word was typed
with an error; the others, whose answers are pages, have to name its page in the language. Of a word that is not there,
the others have to find nothing, ours has to say so.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import build
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from instrumentarium import load
from tests.support import programs, servers

ROOT = Path(__file__).parent.parent

ENGINES = ("stock", "pagefind", "ours")

STOCK = """async ([base, queries]) => {
  const index = await (await fetch(base + "search/search_index.json")).json();
  const worker = new Worker(base + WORKER);
  const ask = (message) => new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message));
    setTimeout(() => reject(new Error("no answer")), 20000);
    worker.postMessage(message);
  });
  try {
    await ask({ type: 0, data: { ...index, options: { suggest: false } } });
    const found = [];
    for (const query of queries) {
      const { data } = await ask({ type: 2, data: query });
      found.push(data.items.slice(0, 3).map((group) => group[0].location));
    }
    return found;
  } catch {
    return queries.map(() => []);
  }
}"""

PAGEFIND = """async ([base, queries]) => {
  const pagefind = await import(base + "pagefind/pagefind.js");
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
    found.push(pages.map((page) => new URL(page.raw_url ?? page.url, location).pathname));
  }
  return found;
}"""

ABSENT = "absent"
"""What ours answers first where it says that a word is not there."""

OURS = """async ([queries, index]) => {
  const { find, read } = await import(new URL("search.js", document.querySelector("script[type=module]").src));
  const ready = await read(index);
  return queries.map(([query, kind]) => {
    const { said, similar, absent } = find(ready, query);
    const shown = said.length || kind !== "word" ? said : similar;
    const best = shown.slice(0, 3).map(({ url }) => url);
    return absent.length || !said.length ? [ABSENT, ...best] : best;
  });
}"""

PUT_IN = """(inputs) => {
  const [input, list] = [".search input", ".search__results"].map((one) => document.querySelector(one));
  return inputs.map((value) => {
    input.value = value;
    const begin = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    list.getBoundingClientRect();
    return performance.now() - begin;
  });
}"""

LETTER_BY_LETTER = 8
"""How many questions are typed letter by letter, which takes a while."""

SLOWER = 6
"""How many times slower than here the processor of a cheap phone is taken to be."""


@dataclass(frozen=True)
class Question:
    """What is asked, and the places that answer it, below the language's folder; none where it is not there."""

    kind: str
    query: str
    places: frozenset[str]


def questions(half: str, code: str) -> list[Question]:
    """Return the questions of a language: "open" ones, or those that are "held" back until the work is done."""
    path = Path(__file__).parent / "questions" / half / f"{code}.yml"
    asked = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Question(one["kind"], str(one["query"]), frozenset(one.get("places", ()))) for one in asked]


def page_of(address: str) -> str:
    """Return an address without its fragment and its site."""
    return address.partition("#")[0].removeprefix("/some/where").lstrip("/")


def sent(files: list[Path]) -> float:
    """Return the kilobytes of files as a server sends them."""
    return sum(len(gzip.compress(path.read_bytes())) for path in files) / 1000


def main() -> None:
    """Build the sites, ask, and print the table."""
    edition, half = load.edition(ROOT), "held" if "held" in sys.argv else "open"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as stack:
        stock, ours = build.both_sites(Path(folder), edition)
        subprocess.run([sys.executable, "-m", "pagefind", "--site", str(ours)], check=True, capture_output=True)
        addresses = {
            name: stack.enter_context(servers.below_a_path(path)) for name, path in (("stock", stock), ("ours", ours))
        }
        worker = next(stock.rglob("workers/search.*.min.js"))
        browser = programs.chromium(playwright)
        page = browser.new_page()
        heads = "  ".join(f"{name:>8} {'kB':>6}" for name in ENGINES)
        print(f"{'':4} {'asked':>5}  {heads} {'typed':>5} {'whole':>5} ms")
        kinds: dict[str, Counter[str]] = {}
        for code in edition.languages:
            asked = questions(half, code)
            prefix = "" if code == "nl" else f"{code}/"
            answers = ask(page, addresses, asked, prefix, worker.relative_to(stock).as_posix())
            right = {name: score(asked, found, prefix, exact=name == "ours") for name, found in answers.items()}
            told = [f"{sum(right[name]) / len(asked):5.0%}" for name in ENGINES]
            sizes = (
                sent([stock / "search/search_index.json", worker]),
                pagefind_bytes(ours, code),
                sent(
                    [
                        ours / prefix / "search.json",
                        *ours.glob("assets/*/js/search.js"),
                    ]
                ),
            )
            columns = "  ".join(f"{share:>8} {size:6.1f}" for share, size in zip(told, sizes, strict=True))
            whole = [question.query for question in asked]
            begun = [query[:end] for query in whole[:LETTER_BY_LETTER] for end in range(1, len(query) + 1)]
            slowest = [max(answered(browser, f"{addresses['ours']}{prefix}", inputs)) for inputs in (begun, whole)]
            print(f"{code:4} {len(asked):5}  {columns} {slowest[0]:5.0f} {slowest[1]:5.0f}", flush=True)
            for question, found in zip(asked, answers["ours"], strict=True):
                if not is_right(question, found, "", exact=True):
                    print(f"       ours misses ({question.kind}) {question.query!r}: {', '.join(found) or 'nothing'}")
            for number, question in enumerate(asked):
                for kind in (question.kind, "all"):
                    count = kinds.setdefault(kind, Counter())
                    count.update({"asked": 1, **{name: right[name][number] for name in ENGINES}})
        for kind, count in kinds.items():
            shares = "  ".join(f"{name} {count[name] / count['asked']:6.1%}" for name in ENGINES)
            print(f"{kind:9} {count['asked']:4}  {shares}")


def answered(browser: Browser, address: str, inputs: list[str]) -> list[float]:
    """Return the milliseconds from each input to the answer, on a slow processor."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}about/?q=2024")
    page.locator("[role=option]").first.wait_for()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    found: list[float] = page.evaluate(PUT_IN, inputs)
    page.close()
    return found


def ask(
    page: Page, addresses: dict[str, str], asked: list[Question], prefix: str, worker: str
) -> dict[str, list[list[str]]]:
    """Return the first three answers of each engine to each question."""
    queries = [question.query for question in asked]
    stock, ours = addresses["stock"], addresses["ours"]
    page.goto(stock)
    answers = {"stock": page.evaluate(STOCK.replace("WORKER", json.dumps(worker)), [stock, queries])}
    page.goto(f"{ours}{prefix}about/")
    answers["pagefind"] = page.evaluate(PAGEFIND, [ours, queries])
    pairs = [[question.query, question.kind] for question in asked]
    answers["ours"] = page.evaluate(OURS.replace("ABSENT", json.dumps(ABSENT)), [pairs, f"{ours}{prefix}search.json"])
    return answers


def score(asked: list[Question], found: list[list[str]], prefix: str, *, exact: bool) -> list[bool]:
    """Return of each question whether a right place is among its answers; the page of one is enough unless exact."""
    return [is_right(*pair, prefix, exact=exact) for pair in zip(asked, found, strict=True)]


def is_right(question: Question, answers: list[str], prefix: str, *, exact: bool) -> bool:
    """Return whether a right place is among the answers; of what is not there, whether that is said or nothing is."""
    if not question.places:
        return ABSENT in answers or not answers
    if exact:
        return not question.places.isdisjoint(answers)
    return not {prefix + page_of(place) for place in question.places}.isdisjoint(map(page_of, answers))


def pagefind_bytes(site: Path, code: str) -> float:
    """Return the kilobytes that Pagefind sends before its first answer: code, the language's metadata and index."""
    folder = site / "pagefind"
    entry = json.loads((folder / "pagefind-entry.json").read_text())["languages"][code]
    engine = next(iter(folder.glob(f"wasm.{code}.pagefind")), folder / "wasm.unknown.pagefind")
    files = [folder / "pagefind.js", engine, folder / f"pagefind.{entry['hash']}.pf_meta"]
    indexes = [path for path in folder.glob("index/*.pf_index") if path.name.startswith(f"{code}_")][:1]
    return sent([path for path in (*files, *indexes) if path.exists()])


if __name__ == "__main__":
    main()
