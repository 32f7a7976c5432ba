"""Offline copies: the whole site in one language as a ZIP file, to be opened from the disk, without a server."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from instrumentarium import workers
from instrumentarium.exports import offline_pages, offline_scripts
from instrumentarium.exports.archive import zipped
from instrumentarium.exports.offline_site import FOLDER, BuiltSite
from instrumentarium.presentation import borrowed, urls
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View

_FILES_FIRST = '<ul class="files-first">'


def copies(site: BuiltSite, codes: Sequence[str], renderer: Renderer, /) -> Iterator[tuple[str, bytes]]:
    """Yield the path of the copy of each language in the site, and the copy: a ZIP file with one folder."""
    shared, beside = dict(_shared(site)), dict(_beside(site))

    def made(code: str) -> bytes:
        own = urls.prefix(site.edition, code)
        others = {own + path: script for path, script in beside.items() if not path.startswith(f"{FOLDER}/{code}/")}
        files = {**dict(_own(site, code, renderer)), **others, **shared}
        return zipped((f"{_name(site, code)}/{path}", content) for path, content in sorted(files.items()))

    with workers.spread(made, codes) as results:
        yield from ((f"{FOLDER}/{_name(site, code)}.zip", copy) for code, copy in zip(codes, results, strict=True))


def offered(site: BuiltSite, made: Mapping[str, int], renderer: Renderer, /) -> Iterator[tuple[str, bytes]]:
    """Yield the page with the files to download of each language, by its path, with a link to the copy of it.

    ``made`` are the sizes of the copies that there are, in bytes, by the paths that they have in the site.
    """
    for code in site.languages:
        page = f"{urls.page(site.edition, code, 'data')}index.html"
        if page not in site.files:
            continue
        text = offline_pages.without_offer(site.files[page].decode())
        path = f"{FOLDER}/{_name(site, code)}.zip"
        if path in made:
            view = View(edition=site.edition, language=site.edition.languages[code], path=page)
            offer = renderer.part("_offline", view, to=view.address(path), size=view.size(made[path]))
            list_end = text.find("</ul>\n", text.find(_FILES_FIRST)) + len("</ul>\n") if _FILES_FIRST in text else 0
            place = list_end or text.rfind("</article>")
            text = f"{text[:place]}{borrowed.told(offer, site.edition.source, view.language)}\n{text[place:]}"
        yield page, text.encode()


def _name(site: BuiltSite, code: str) -> str:
    return f"{site.edition.facts.note.short_name}-{code}"


def _own(site: BuiltSite, code: str, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of a language with all that they lead to, and the page that is opened first."""
    home = site.home(code)
    waiting, known = [home], {home}
    while waiting:
        path = waiting.pop()
        content, found = site.files[path], set[str]()
        if path.endswith(".html"):
            content, found = offline_pages.page(site, code, path)
        yield path, content
        waiting += sorted(found - known)
        known |= found
    if "index.html" not in known:
        view = View(edition=site.edition, language=site.edition.languages[code], path="index.html")
        first = renderer.part("_moved", view, to=home)
        yield "index.html", borrowed.told(first, site.edition.source, view.language).encode()


def _shared(site: BuiltSite) -> Iterator[tuple[str, bytes]]:
    """Yield what the pages of every copy load: scripts in other forms than on the site, and all else as it is."""
    modules = {}
    for name, path in site.loaded.items():
        content = site.files[path]
        if name.startswith("js/"):
            modules[PurePosixPath(name).stem] = content.decode()
        elif name.startswith("search/"):
            yield f"{path}.js", offline_scripts.holding(content.decode())
        elif not name.endswith(".json"):
            yield path, content
    yield site.loaded[f"js/{offline_scripts.FIRST}.js"], offline_scripts.together(modules).encode()


def _beside(site: BuiltSite) -> Iterator[tuple[str, bytes]]:
    """Yield the pages that may be shown beside those of another language, by their paths below its folder."""
    for path in sorted(site.files):
        if path.endswith(".html") and site.can_be_beside(path):
            text = offline_pages.beside(site, site.owner(path)[0], path)
            yield f"{offline_pages.beside_at(site, path)}.js", offline_scripts.holding(json.dumps(text))
