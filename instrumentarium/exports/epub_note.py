"""The pages of the note as a book: XHTML."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from instrumentarium.exports.card import card_rows
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.xml import XML
from instrumentarium.model.blocks import Block, Item, List, Table, Text, blocks
from instrumentarium.model.edition import Language
from instrumentarium.model.note import Heading, Paragraph, Sentence
from instrumentarium.presentation.naming import shown_numbers

_XHTML, _OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
_TYPE = f"{{{_OPS}}}type"
E = ElementMaker(namespace=_XHTML, nsmap={None: _XHTML, "epub": _OPS})
"""Makes elements of XHTML."""


def written(root: Any, /) -> bytes:
    """Return a tree as a file in UTF-8."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content + b"\n"


def page(view: FileView, title: str, /, *content: Any) -> Any:
    """Return a page of the book in the view's language."""
    style = E.link(rel="stylesheet", href="style.css")
    return E.html(_said_in(view.language), E.head(E.title(title), style), E.body(*content))


def note_page(view: FileView, /) -> Any:
    """Return the page with the note: what its status is, its text, its footnotes, and what is known of it."""
    note, labels = view.language.note, view.labels
    missing = [E.p(labels.missing_page, **{"class": "missing"})] if any(one.language for one in note.lines()) else []
    return page(
        view,
        view.title(),
        *(E.p(*_inline(view, line), **own_language(view, line), id=line.id) for line in note.top),
        E.h1(*_inline(view, note.title), **own_language(view, note.title), id=note.title.id),
        E.p(view.standing(), **{"class": "status"}),
        *missing,
        *([E.dl(*(part for line in note.head for part in _head_line(view, line)))] if note.head else []),
        *(_part(view, part) for part in note.parts),
        *(_footnote(view, one) for one in note.footnotes),
        _colophon(view),
    )


def own_language(view: FileView, text: Sentence, /) -> Mapping[str, str]:
    """Return the attributes of a text's own language, where that is not the book's."""
    return _said_in(view.edition.source) if text.language else {}


def _said_in(language: Language) -> Mapping[str, str]:
    """Return the attributes of what is in a language."""
    return {"lang": language.code, f"{XML}lang": language.code, "dir": language.direction}


def _head_line(view: FileView, line: Sentence) -> Iterator[Any]:
    label, colon, text = line.text.partition(":")
    own = own_language(view, line)
    yield E.dt(f"{label}{colon}", **own, id=line.id)
    yield E.dd(text.strip(), *(_reference(number) for number in line.footnotes), **own)


def _part(view: FileView, part: Heading | Paragraph) -> Any:
    if isinstance(part, Heading):
        heading = getattr(E, f"h{view.language.note.levels[part.id]}")
        return heading(*_inline(view, part), **own_language(view, part), id=part.id)
    number = E.p(part.mark or shown_numbers(view.language)[part.id], **{"class": "number"})
    return E.div(number, *_blocks(view, blocks(part.sentences)), id=part.id)


def _blocks(view: FileView, found: Sequence[Block]) -> Iterator[Any]:
    for block in found:
        match block:
            case Text(sentences):
                yield E.p(*_running(view, sentences))
            case List(items):
                inside = (_item(view, item, is_marked=block.is_ordered) for item in items)
                yield E.ol(*inside, **{"class": "marked"}) if block.is_ordered else E.ul(*inside)
            case Table(rows):
                head, *others = (_row(view, row, is_head=not index) for index, row in enumerate(rows))
                yield E.table(E.thead(head), *([E.tbody(*others)] if others else []))


def _item(view: FileView, item: Item, *, is_marked: bool) -> Any:
    return E.li(*([f"{item.mark} "] if is_marked else []), *_blocks(view, item.blocks))


def _row(view: FileView, row: Sequence[Sentence | None], *, is_head: bool) -> Any:
    cells = ((one, E.th(scope="col") if is_head and one else E.td()) for one in row)
    return E.tr(*(_filled(cell, _running(view, [one] if one else [])) for one, cell in cells))


def _filled(element: Any, content: Iterator[Any]) -> Any:
    element.extend(content)
    return element


def _running(view: FileView, sentences: Sequence[Sentence]) -> Iterator[Any]:
    """Yield sentences, a space between two; one that is stale has the source text after it."""
    for sentence in sentences:
        element = E.span(*_inline(view, sentence), **own_language(view, sentence), id=sentence.id)
        yield element
        if sentence.id in view.stale:
            element.tail = " "
            source = E.q(view.stale[sentence.id], **_said_in(view.edition.source))
            element = E.span(f"{view.labels.stale_sentence} ", source, **{"class": "stale"})
            yield element
        if sentence is not sentences[-1]:
            element.tail = " "


def _inline(view: FileView, sentence: Sentence) -> Iterator[Any]:
    """Yield the pieces of a text, with a reference to each footnote where it stands."""
    for piece in sentence.pieces:
        yield _reference(piece) if isinstance(piece, int) else piece


def _reference(number: int) -> Any:
    link = E.a(str(number), {_TYPE: "noteref", "role": "doc-noteref"}, href=f"#fn{number}", id=f"fnref{number}")
    return E.sup(link)


def _footnote(view: FileView, one: Sentence) -> Any:
    back = E.a("↩", role="doc-backlink", href=f"#fnref{one.id.number}", title=view.labels.back_to_text)
    text = E.p(f"{one.id.number} ", E.span(one.text, **own_language(view, one)), " ", back)
    return E.aside({_TYPE: "footnote", "role": "doc-footnote"}, text, id=one.id)


def _colophon(view: FileView) -> Any:
    """Return what is known of the document and what is not, who has the rights, and where the site is."""
    labels, site = view.labels, view.strings.site
    address = [E.p(E.a(view.url("note"), href=view.url("note")))] if view.is_published else []
    return E.section(
        {"class": "colophon", "role": "doc-colophon", _TYPE: "colophon", "aria-label": labels.card, "id": "colophon"},
        E.dl(*(part for label, value in card_rows(view) for part in (E.dt(view.labelled(label)), E.dd(value)))),
        *(E.p(text) for text in (site.rights, site.official_versions) if text),
        *address,
    )
