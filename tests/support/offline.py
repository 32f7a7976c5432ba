"""Offline copies, unpacked, and what is wrong with their links."""

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from instrumentarium import load
from instrumentarium.exports import offline, offline_site
from tests.support import pages


def copies(root: Path, site: Path, codes: Iterable[str] = ()) -> dict[str, bytes]:
    """Return the copies of a site in some languages, or in all of them, by their paths in it."""
    built = offline_site.read(site, load.edition(root))
    return dict(offline.copies(built, tuple(codes) or built.languages, load.renderer(root)))


def unpacked(copy: Path, to: Path) -> Path:
    """Unpack a copy; return its one folder."""
    with zipfile.ZipFile(copy) as archive:
        archive.extractall(to)
    return to / copy.stem


def broken(folder: Path) -> list[str]:
    """Return every link of a copy that leads to no file or id of it, or for which a server would be needed."""
    faults = pages.broken(folder)
    for page in (f"{page}index.html" for page in pages.paths(folder)):
        tree = pages.parse(folder / page)
        links = [link.partition("#")[0] for link in pages.links(tree, page)]
        faults += [
            f"{page}: {link}: a folder" for link in links if link.startswith(pages.PREFIX) and link.endswith("/")
        ]
        faults += [f"{page}: {one}: a module" for one in tree.xpath('//script[@type="module"]/@src')]
        beside = [urljoin(pages.PREFIX + page, f"{to}.js") for to in tree.xpath("//option/@data-url")]
        faults += [f"{page}: {one}: not there" for one in beside if not pages.file_of(folder, one).is_file()]
    return faults


def broken_beside(folder: Path) -> list[str]:
    """Return every link of the pages shown beside others that leads to no file or id of the copy."""
    faults = []
    for script in sorted(folder.rglob("index.html.js")):
        place = script.relative_to(folder).as_posix()
        tree = html.document_fromstring(json.loads(answer(script)))
        for address in pages.links(tree, place):
            url = urlsplit(address)
            file = folder / unquote(url.path.removeprefix(urlsplit(pages.PREFIX).path))
            if not file.is_file():
                faults.append(f"{place}: {address}: no such file")
            elif url.fragment and unquote(url.fragment) not in pages.ids(pages.parse(file)):
                faults.append(f"{place}: {address}: no such id")
    return faults


def answer(script: Path) -> str:
    """Return what a script holds, as JSON."""
    return script.read_text(encoding="utf-8").removeprefix("document.currentScript.answer=").removesuffix(";\n")
