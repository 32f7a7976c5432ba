"""Rules for links to a place on a page: a sentence, a heading or a record that has an address there."""

import difflib
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from instrumentarium.checks.assets import lines
from instrumentarium.checks.pages import all_pages
from instrumentarium.model.edition import Language
from instrumentarium.model.place import Place
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import PageSource, SourceTree

_LINK = re.compile(r"\]\(\s*<?(?:(?P<page>[\w-]+)\.md)?#(?P<id>[^)\s>]+)[^)]*\)")
# Markdown makes those of footnotes itself.
_OF_FOOTNOTE = re.compile(r"fn(ref)?:.*")
_OWN_ID = re.compile(r"\{:[^}]*#([\w-]+)|\sid=[\"']([^\"']+)")
_OF_NOTE = re.compile(r"[pq]\d+(?:s\d+)?|fn:\d+")


def places_exist(tree: SourceTree) -> Iterator[Diagnostic]:
    """A link leads to a paragraph of the note, or to a place of a page of prose, that there is."""
    for page in all_pages(tree):
        yield from surely_dead(page, tree)


def surely_dead(page: PageSource, tree: SourceTree, /) -> Iterator[Diagnostic]:
    """Yield the links of a page to a place that is not there, whatever the components of its page show."""
    source = tree.source
    for at, name, id in _links(page) if source else ():
        known = _ids_of_note(source) if source and name == "note" else _ids_of_prose(name, tree)
        is_certain = bool(_OF_NOTE.fullmatch(id)) if name == "note" else known is not None
        if known is not None and is_certain and id not in known and not _is_known_otherwise(name, id, tree):
            yield _dead(page, at, (name, id), known)


def dead_places(tree: SourceTree, here: Collection[str], /) -> Iterator[Diagnostic]:
    """Yield the links to a place that its page does not have; ``here`` are the addresses of each language."""
    ids: dict[str, set[str]] = {}
    for address in here:
        to, _, id = address.partition("#")
        ids.setdefault(to.strip("/") or "index", set()).add(id)
    sources = tree.pages.get(tree.facts.note.language, {})
    for page in all_pages(tree):
        for at, name, id in _links(page):
            known = ids.get(name, set()) | _own_ids(sources[name]) if name in sources else {id}
            if id not in known and not _is_known_otherwise(name, id, tree):
                yield _dead(page, at, (name, id), known)


def _ids_of_note(source: Language) -> set[str]:
    return {Place(id).anchor for id in (*source.note.sentences, *source.note.by_id)}


def _ids_of_prose(name: str, tree: SourceTree) -> set[str] | None:
    """Return the ids of a page that calls no component; None where it calls one, or is not there."""
    page = tree.pages.get(tree.facts.note.language, {}).get(name)
    return _own_ids(page) if page and "{{" not in page.body else None


def _own_ids(page: PageSource) -> set[str]:
    return {id for pair in _OWN_ID.findall(page.body) for id in pair if id}


def _is_known_otherwise(name: str, id: str, tree: SourceTree) -> bool:
    address = f"{'' if name == 'index' else f'{name}/'}#{id}"
    told = {*tree.published.in_each_language, *tree.published.moved}  # of those that are no more, another rule tells
    return address in told or id in tree.languages or (name != "note" and bool(_OF_FOOTNOTE.fullmatch(id)))


def _dead(page: PageSource, at: tuple[int, int], to: tuple[str, str], known: Collection[str]) -> Diagnostic:
    name, id = to
    close = difflib.get_close_matches(id, sorted(known), 1)
    mend = f"did you mean '{close[0]}'?" if close else "correct the link"
    found = Diagnostic(page.file, *at, f"there is no place '{id}' on the page {name}; {mend}")
    whole = ("note", id.partition("s")[0]) if name == "note" else (name, "heading")
    return found.about((page.name, "link", name, id), whole)


def _links(page: PageSource) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield where each link to a place stands, with its page and the id of the place."""
    for _, number, line in lines([page]):
        for link in _LINK.finditer(line):
            start = link.start("page") if link["page"] else link.start("id") - 1
            yield (number, start + 1), link["page"] or page.name, unquote(link["id"])


ERRORS = (places_exist,)
