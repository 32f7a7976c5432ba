"""The built site as pages and links."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from instrumentarium.model.edition import Edition

PREFIX = "http://host.invalid/some/where/"

NAMES = [
    "",
    "about/",
    "data/",
    "glossary/",
    "instruments/",
    "note/",
    "questions/",
    "timeline/",
    "translations/",
    "verify/",
]
"""The addresses of the pages below the folder of each language."""


def paths(site: Path) -> Iterator[str]:
    """Yield the address of each page below the site's root: "", "note/", "en/note/"."""
    for path in sorted(site.rglob("index.html")):
        parent = path.parent.relative_to(site).as_posix()
        yield "" if parent == "." else f"{parent}/"


def assets(site: Path) -> Path:
    """Return the folder of what the pages of a site load, which is named by its content."""
    (folder,) = (site / "assets").iterdir()
    return folder


def beside(edition: Edition, code: str, path: str = "") -> str:
    """Return the address of a page or a file of a language below the site's root."""
    return path if code == edition.source.code else f"{code}/{path}"


def page(site: Path, edition: Edition, code: str, name: str = "") -> html.HtmlElement:
    """Return the tree of a page of a language, by its address below the language's folder: "note/"."""
    return parse(site / beside(edition, code, name) / "index.html")


@lru_cache(maxsize=512)
def parse(path: Path) -> html.HtmlElement:
    """Return the tree of an HTML file."""
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def file_of(site: Path, address: str) -> Path:
    """Return the file that a server gives for an address below PREFIX."""
    path = site / unquote(urlsplit(address).path.removeprefix(urlsplit(PREFIX).path))
    return path / "index.html" if address.partition("#")[0].endswith("/") or path.is_dir() else path


def ids(root: html.HtmlElement) -> set[str]:
    """Return all ids of a page."""
    return set(root.xpath("//@id"))


def links(root: html.HtmlElement, page: str) -> Iterator[str]:
    """Yield the absolute address of everything that a page links to or loads."""
    for attribute in ("href", "src", "cite"):
        for value in root.xpath(f"//@{attribute}"):
            yield urljoin(PREFIX + page, str(value))


def broken(site: Path) -> list[str]:
    """Return every link of the site that leads outside it, to no file, or to no such id."""
    faults = []
    for page in paths(site):
        root = parse(file_of(site, PREFIX + page))
        for address in set(links(root, page)):
            target, _, fragment = address.partition("#")
            file = file_of(site, target)
            if not address.startswith(PREFIX):
                faults.append(f"{page}: {address} leads elsewhere")
            elif not file.is_file():
                faults.append(f"{page}: {address}: no such file")
            elif fragment and file.suffix == ".html" and unquote(fragment) not in ids(parse(file)):
                faults.append(f"{page}: {address}: no such id")
    return faults
