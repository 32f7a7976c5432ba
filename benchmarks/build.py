"""How long a build takes, and how much memory, against the stock set-up on the same content.

    python benchmarks/build.py [LANGUAGES,PAGES ...]

Makes content of N languages and P pages each: this edition's pages under N names, and prose pages
beside them. Builds it with mkdocs-static-i18n as it comes and with ours, each in a fresh process, in
turn, three times; prints the medians of seconds and peak memory, how long ours takes for a page, and the
ratio. Stock gets the same pages with the macros already replaced by what they render; of many pages,
ours alone are built, once.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from instrumentarium import load, locales
from instrumentarium.exports.registry import Exports
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import urls
from instrumentarium.presentation.components import MACROS, Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources import engine_pages

ROOT = Path(__file__).parent.parent
SIZES = [(2, 10), (12, 10), (24, 10), (24, 50), (24, 200), (24, 400)]
MANY, ROUNDS = 100, 3
# Material has no labels for ga and mt, so that stock cannot build them: two others stand for them.
CODES = [
    *("nl", "en", "bg", "es", "cs", "da", "de", "et", "el", "fr", "uk", "hr"),
    *("it", "lv", "lt", "hu", "tr", "pl", "pt", "ro", "sk", "sl", "fi", "sv"),
]
STOCK = """\
site_name: Instrumentarium
theme: {name: material, language: nl, font: false}
plugins:
  - search
  - macros: {module_name: nothing}
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages: []
markdown_extensions: [attr_list, footnotes, tables, toc]
"""


def prose(number: int) -> str:
    """Return a page of prose: six headings, some 700 words."""
    paragraph = "This is a sentence of prose that a page may well hold, and it is as long as such sentences are. " * 5
    parts = [f"## Part {part} {{: #part-{part} }}\n\n{paragraph}" for part in range(6)]
    front = f"---\ntitle: Page {number}\ndescription: A page of prose.\n---\n\n# Page {number} {{: #page }}\n\n"
    return front + "\n\n".join(parts) + "\n"


def make_ours(folder: Path, codes: list[str], pages: int) -> None:
    """Write a tree that our set-up builds: the source language, and a copy of the English for each other language."""
    for name in ("data", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    nothing = "in_each_language: []\nonce: []\nmoved: {}\n"  # these pages have been published nowhere
    (folder / "data" / "published.yml").write_text(f"languages: [{', '.join(codes)}]\n{nothing}", encoding="utf-8")
    shutil.copy(ROOT / "macros.py", folder)
    for code in codes:
        language = "nl" if code == "nl" else "en"
        shutil.copytree(ROOT / "docs" / language, folder / "docs" / code)
        for page in engine_pages.names():
            shutil.copy(locales.pages_folder(language) / f"{page}.md", folder / "docs" / code)
        own = len(list((folder / "docs" / code).glob("*.md")))
        for number in range(pages - own):
            (folder / "docs" / code / f"prose-{number:02}.md").write_text(prose(number), encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    names = "".join(f"  - {path.name}\n" for path in sorted((folder / "docs/nl").glob("*.md")))
    (folder / "mkdocs.yml").write_text(re.sub(r"(?<=\nnav:\n)(  - .*\n)+", names, config), encoding="utf-8")


def make_stock(folder: Path, ours: Path, codes: list[str]) -> None:
    """Write the same pages for the stock set-up, the macros replaced by what they render."""
    edition = load.edition(ours)
    renderer = Renderer(ours / "overrides" / "components")
    files = Exports().make(edition, SiteInfo())
    for code in codes:
        language = edition.languages[code]
        view = View(edition=edition, language=language, path=urls.page(edition, code, "timeline"), files=files)
        calls = {"view": view}

        def rendered(match: re.Match[str], calls: dict[str, View] = calls) -> str:
            name, _, argument = match[1].strip().rstrip(")").partition("(")
            arguments = [argument.strip('"')] if argument else []
            return renderer.render(MACROS[name], calls["view"], *arguments)

        (folder / "docs" / code).mkdir(parents=True)
        texts = {path.stem: path.read_text(encoding="utf-8") for path in (ours / "docs" / code).glob("*.md")}
        for name, text in {**texts, **language.supplied}.items():
            shown = re.sub(r"\{\{(.*?)\}\}", rendered, text)
            (folder / "docs" / code / f"{name}.md").write_text(shown, encoding="utf-8")
    config = yaml.safe_load(STOCK)
    languages = [{"locale": code, "name": code, "build": True, "default": code == "nl"} for code in codes]
    config["plugins"][2]["i18n"]["languages"] = languages
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "nothing.py").write_text("def define_env(env):\n    pass\n", encoding="utf-8")


def both_sites(folder: Path, edition: Edition) -> tuple[Path, Path]:
    """Build this edition with the stock set-up and with ours; return the two sites."""
    stock, ours = folder / "stock", folder / "ours"
    make_stock(stock, ROOT, ["nl", *(code for code in edition.languages if code != "nl")])
    labels = stock / "labels" / "partials" / "languages"
    labels.mkdir(parents=True)
    for code in ("ga", "mt"):  # Material has none, and would not build them
        labels.joinpath(f"{code}.html").write_text('{% extends "partials/languages/en.html" %}')
    config = yaml.safe_load((stock / "mkdocs.yml").read_text())
    config["theme"]["custom_dir"] = "labels"
    (stock / "mkdocs.yml").write_text(yaml.safe_dump(config))
    for root, site in ((stock, stock / "site"), (ROOT, ours)):
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], cwd=root, check=True)
    return stock / "site", ours


def seconds(folder: Path) -> float:
    """Build the site of a folder in a fresh process; return how long it took."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    started = time.perf_counter()
    with building(folder):
        pass
    return time.perf_counter() - started


@contextmanager
def building(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Build the site of a folder in a fresh process, which is waited for; end with what it told where it fails.

    Both set-ups are compiled once and for all, as they are where they were installed.
    """
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, env=settings, stdout=told, stderr=told)
        yield process
        if process.wait():
            told.seek(0)
            sys.exit(told.read().decode())


def memory(folder: Path) -> float:
    """Build the site of a folder; return the greatest memory in MB of the process and its children.

    A page that they share counts once. To look takes time, so that it is not done while time is measured.
    """
    with building(folder) as process:
        return watched(process)


def watched(process: subprocess.Popen[bytes]) -> float:
    """Return the greatest memory in MB of a process and its children, until it ends."""
    peak = 0.0
    while process.poll() is None:
        total = 0
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if process.pid in (int(entry.name), int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])):
                    pss = re.search(r"^Pss:\s+(\d+)", (entry / "smaps_rollup").read_text(), re.MULTILINE)
                    total += int(pss[1]) if pss else 0
            except (OSError, ProcessLookupError):
                continue
        peak = max(peak, total / 1000)
        time.sleep(0.1)
    return peak


def main() -> None:
    """Measure each size, stock first, then ours, and print a line for it."""
    sizes = [tuple(map(int, size.split(","))) for size in sys.argv[1:]] or SIZES
    heads = f"{'stock s':>8} {'MB':>6}  {'ours s':>8} {'MB':>6} {'ms/page':>7}  {'ratio':>5}"
    print(f"{'languages':>9} {'pages':>5}  {heads}")
    for languages, pages in sizes:
        codes = CODES[:languages]
        with tempfile.TemporaryDirectory() as root:
            ours, stock = Path(root) / "ours", Path(root) / "stock"
            make_ours(ours, codes, pages)
            if pages <= MANY:
                make_stock(stock, ours, codes)
            rounds = {folder: list[float]() for folder in (stock, ours) if folder.exists()}
            for _ in range(ROUNDS if stock in rounds else 1):
                for folder, times in rounds.items():
                    times.append(seconds(folder))
            took = {folder: statistics.median(times) for folder, times in rounds.items()}
            line = f"{took[ours]:8.1f} {memory(ours):6.0f} {1000 * took[ours] / languages / pages:7.1f}"
            if stock in rounds:
                line = f"{took[stock]:8.1f} {memory(stock):6.0f}  {line}  {took[ours] / took[stock]:5.2f}"
        print(f"{languages:9} {pages:5}  {line:>45}", flush=True)


if __name__ == "__main__":
    main()
