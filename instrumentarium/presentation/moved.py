"""Leads on from addresses that are no more to their successors, in static files: see data/published.yml.

An old page is one that leads on at once; an old place on a page that is still there is an alias of the
new place, or a link to it where that is on another page; an old file has the content of the new one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from instrumentarium.presentation import borrowed, urls
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View

# Elements that may hold no text: an alias goes into the first element inside that may.
_NO_TEXT = {"dl", "ol", "table", "tbody", "thead", "tr", "ul"}
_TAG = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*>")


def pages(view: View, moved: Mapping[str, str], renderer: Renderer, /) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of a page that leads on for each old page of the view's language."""
    folder = urls.prefix(view.edition, view.language.code)
    for old, new in moved.items():
        if old.endswith("/"):
            at = replace(view, path=folder + old)
            page = renderer.part("_moved", at, to=at.address(folder + new))
            yield f"{folder}{old}index.html", borrowed.told(page, view.edition.source, view.language).encode()


def files(view: View, moved: Mapping[str, str], contents: Mapping[str, bytes], /) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of each old file: of the view's language, or of the whole site."""
    folder = urls.prefix(view.edition, view.language.code)
    for old, new in moved.items():
        if folder + new in contents and "#" not in old and not old.endswith("/"):
            yield folder + old, contents[folder + new]


def with_aliases(html: str, page: str, moved: Mapping[str, str], renderer: Renderer, view: View, /) -> str:
    """Return a page's HTML with the old places on it; ``page`` is its address below the language's folder."""
    for old, new in moved.items():
        (old_page, _, id), (new_page, _, new_id) = old.partition("#"), new.partition("#")
        if not id or old_page != page:
            continue
        if new_page == page and new_id:
            html = _with_alias(html, new_id, renderer.part("_alias", view, id=id))
        else:
            to = view.address(urls.prefix(view.edition, view.language.code) + new)
            title = view.language.pages[new_page.rstrip("/") or "index"].title
            html += renderer.part("_moved_place", view, id=id, to=to, title=title)
    return html


def _with_alias(html: str, id: str, alias: str) -> str:
    element = re.search(rf'<[a-z][a-z0-9]*\b[^>]*\sid="{re.escape(id)}"', html)
    tags = _TAG.finditer(html, element.start()) if element else ()
    end = next((tag.end() for tag in tags if tag[1] not in _NO_TEXT), len(html))
    return html[:end] + alias + html[end:]
