"""How well three searches answer in each of the languages: stock Material, Pagefind, ours.

    pip install 'pagefind[bin]' && python benchmarks/search.py

Asks each the same questions on the same text, at least 15 in each language, and prints the share of
them that has a right place among the first three answers, and the bytes (compressed) that are sent
before the first answer. Ours has to name the place itself, a sentence or a record; the others, whose
answers are pages, have to name its page in the language.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import build
from babel.dates import format_date
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from instrumentarium import load
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.fields import first_day
from instrumentarium.model.phrases import find_phrase
from tests.support import programs, servers

ROOT = Path(__file__).parent.parent
FORMS = ("return-hub", "safe-third-country", "refugee", "capacity-building", "legal-pathways", "resettlement")
PLAIN = ("asylum-seeker", "fundamental-rights", "voluntary-return", "reintegration")
TYPOS = ("external-dimension", "innovative-solution", "irregular-migration", "assisted-voluntary-return")
PARTS = ("return-hub", "reintegration")

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

OURS = """async ([base, queries, index]) => {
  const { find, read } = await import(base + "assets/js/search.js");
  const entries = await read(index);
  return queries.map((query) => find(entries, query).slice(0, 3).map((entry) => entry.url));
}"""


@dataclass(frozen=True)
class Question:
    """What is asked, and the places that answer it, below the language's folder."""

    kind: str
    query: str
    places: frozenset[str]


def questions(edition: Edition, language: Language) -> Iterator[Question]:
    """Yield the questions of a language: other forms, no accents, capitals, typing errors, parts, dates, ids."""
    words = language.strings.terms
    for id in FORMS:
        yield Question("dictionary form", words[id].name, places(edition, language, id))
        if id in FORMS[:3]:
            yield Question("form of the text", words[id].forms[-1], places(edition, language, id))
    for id in PLAIN:
        yield Question("capitals, no accents", bare(words[id].name).upper(), places(edition, language, id))
    for id in TYPOS:
        yield Question("typing error", mistyped(words[id].name), places(edition, language, id))
    for id in PARTS:
        word = max(words[id].name.split(), key=len)
        part = word[: max(4, len(word) - 3)]
        yield Question("part of a word", part, containing(edition, language, part))
    for meeting in edition.facts.meetings[:3]:
        day = format_date(first_day(meeting.date), "d MMMM", language.locale)
        at = frozenset({f"timeline/#{meeting.id}", f"note/#{meeting.source}"})
        yield Question("date", day, at)
    yield Question("id", "2024-11-14-scifa", frozenset({"timeline/#2024-11-14-scifa"}))
    yield Question("id", "p7s5", frozenset({"note/#p7s5"}))


def places(edition: Edition, language: Language, id: str) -> frozenset[str]:
    """Return where a term stands: its entry, the sentences that use it, the instrument of that name."""
    forms = language.strings.terms[id].forms
    sentences = [s.id for s in language.note.numbered() if any(find_phrase(form, s.text) is not None for form in forms)]
    instruments = [one.id for one in edition.facts.instruments if id in one.id or one.id in id]
    found = [f"glossary/#{id}", *(f"note/#{one}" for one in sentences), *(f"instruments/#{one}" for one in instruments)]
    return frozenset(found)


def containing(edition: Edition, language: Language, part: str) -> frozenset[str]:
    """Return every place whose text has a part of a word: whoever asks for it may mean any of them."""

    def has(*texts: str) -> bool:
        return any(bare(part).casefold() in bare(text).casefold() for text in texts)

    words = language.strings
    return frozenset(
        [
            *(f"note/#{one.id}" for one in language.note.numbered() if has(one.text)),
            *(f"glossary/#{id}" for id, term in words.terms.items() if has(term.name, *term.forms)),
            *(
                f"{page}/#{id}"
                for page in ("instruments", "questions")
                for id, w in getattr(words, page).items()
                if has(w.name)
            ),
            *(f"timeline/#{id}" for id, w in words.meetings.items() if has(w.name, w.summary)),
        ]
    )


def bare(text: str) -> str:
    """Return a text without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def mistyped(text: str) -> str:
    """Return a text with two neighbours swapped in the middle of its longest word."""
    word = max(text.split(), key=len)
    middle = len(word) // 2
    return text.replace(word, word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :])


def page_of(address: str) -> str:
    """Return an address without its fragment and its site."""
    return address.partition("#")[0].removeprefix("/some/where").lstrip("/")


def sent(files: list[Path]) -> float:
    """Return the kilobytes of files as a server sends them."""
    return sum(len(gzip.compress(path.read_bytes())) for path in files) / 1000


def main() -> None:
    """Build the sites, ask, and print the table."""
    edition = load.edition(ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as stack:
        stock, ours = build.both_sites(Path(folder), edition)
        subprocess.run([sys.executable, "-m", "pagefind", "--site", str(ours)], check=True, capture_output=True)
        addresses = {
            name: stack.enter_context(servers.below_a_path(path)) for name, path in (("stock", stock), ("ours", ours))
        }
        worker = next(stock.rglob("workers/search.*.min.js"))
        browser = programs.chromium(playwright)
        page = browser.new_page()
        heads = "  ".join(f"{name:>8} {'kB':>6}" for name in ("stock", "pagefind", "ours"))
        print(f"{'':4} {'asked':>5}  {heads}")
        totals = {"asked": 0, "stock": 0, "pagefind": 0, "ours": 0}
        for code, language in edition.languages.items():
            asked = list(questions(edition, language))
            prefix = "" if code == "nl" else f"{code}/"
            answers = ask(page, addresses, asked, prefix, worker.relative_to(stock).as_posix())
            right = {name: score(asked, found, prefix, exact=name == "ours") for name, found in answers.items()}
            told = [f"{right[name] / len(asked):5.0%}" for name in ("stock", "pagefind", "ours")]
            sizes = (
                sent([stock / "search/search_index.json", worker]),
                pagefind_bytes(ours, code),
                sent(
                    [
                        ours / prefix / "search.json",
                        *(ours / "assets/js" / f"{name}.js" for name in ("search", "matching")),
                    ]
                ),
            )
            columns = "  ".join(f"{share:>8} {size:6.0f}" for share, size in zip(told, sizes, strict=True))
            print(f"{code:4} {len(asked):5}  {columns}")
            for question, found in zip(asked, answers["ours"], strict=True):
                if not question.places & set(found):
                    print(f"       ours misses ({question.kind}) {question.query!r}: {', '.join(found) or 'nothing'}")
            for name in ("stock", "pagefind", "ours"):
                totals[name] += right[name]
            totals["asked"] += len(asked)
        print(
            "all  "
            + "  ".join(f"{name} {totals[name] / totals['asked']:.1%}" for name in ("stock", "pagefind", "ours"))
        )


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
    answers["ours"] = page.evaluate(OURS, [ours, queries, f"{ours}{prefix}search.json"])
    return answers


def score(asked: list[Question], found: list[list[str]], prefix: str, *, exact: bool) -> int:
    """Return how many questions have a right place among their answers; its page is enough unless exact."""
    right = 0
    for question, answers in zip(asked, found, strict=True):
        wanted = question.places if exact else {prefix + page_of(place) for place in question.places}
        right += bool(wanted & ({*answers} if exact else {page_of(answer) for answer in answers}))
    return right


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
