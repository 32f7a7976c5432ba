"""The note as a book for reading devices: EPUB 3.3, with the ids of the site, fit for screen readers.

Its package is five small files, which are written here: the library for that, EbookLib, is under the AGPL, and writes
the time at which it runs.
"""

from collections.abc import Iterator
from typing import Any

from lxml.builder import ElementMaker

from instrumentarium.exports.archive import zipped
from instrumentarium.exports.epub_note import E, note_page, own_language, page, written
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.identifiers import uuid_of
from instrumentarium.model.note import Heading, Part

_DC, _OPF = "http://purl.org/dc/elements/1.1/", "http://www.idpf.org/2007/opf"
_OCF = "urn:oasis:names:tc:opendocument:xmlns:container"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_O = ElementMaker(namespace=_OPF, nsmap={None: _OPF, "dc": _DC})
_D = ElementMaker(namespace=_DC)
_C = ElementMaker(namespace=_OCF, nsmap={None: _OCF})

_MEDIA_TYPE = "application/epub+zip"
_PACKAGE = "EPUB/package.opf"
# What the book gives to whom: all of it is text, which is read aloud, found and leapt through.
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    *(("accessibilityFeature", name) for name in ("readingOrder", "structuralNavigation", "tableOfContents")),
    ("accessibilityHazard", "none"),
)
_STYLE = """\
body { margin: 0 5%; line-height: 1.5; }
dt { font-weight: bold; }
dd { margin: 0 0 0.3em; }
th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: start; vertical-align: top; }
table { border-collapse: collapse; }
ol.marked { list-style: none; padding-inline-start: 1em; }
ol.marked > li > p:first-child { display: inline; }
.number { font-weight: bold; }
.status, .missing, .stale, .colophon { font-size: 0.85em; font-style: italic; }
aside p { margin: 0.3em 0; font-size: 0.85em; }
"""


def note_epub(view: FileView, /) -> bytes:
    """Return the book: the note, with what is known of it, and its contents."""
    files = {
        "mimetype": _MEDIA_TYPE.encode(),
        "META-INF/container.xml": written(_container()),
        _PACKAGE: written(_package(view)),
        "EPUB/nav.xhtml": written(_contents(view)),
        "EPUB/note.xhtml": written(note_page(view)),
        "EPUB/style.css": _STYLE.encode(),
    }
    return zipped(files.items(), stored="mimetype")


def _container() -> Any:
    package = _C.rootfile({"full-path": _PACKAGE, "media-type": "application/oebps-package+xml"})
    return _C.container(_C.rootfiles(package), version="1.0")


def _package(view: FileView) -> Any:
    return _O.package(
        {"unique-identifier": "id", "version": "3.0", "{http://www.w3.org/XML/1998/namespace}lang": view.language.code},
        _O.metadata(*_metadata(view)),
        _O.manifest(
            _O.item(id="nav", href="nav.xhtml", properties="nav", **{"media-type": "application/xhtml+xml"}),
            _O.item(id="note", href="note.xhtml", **{"media-type": "application/xhtml+xml"}),
            _O.item(id="style", href="style.css", **{"media-type": "text/css"}),
        ),
        _O.spine({"page-progression-direction": view.language.direction}, _O.itemref(idref="note")),
    )


def _metadata(view: FileView) -> Iterator[Any]:
    """Yield what the book says of itself; a date that is inferred is no date here, and told in words."""
    card = view.facts.note
    yield _D.identifier(uuid_of(view.facts, view.language.code, "epub").urn, id="id")
    yield _D.title(view.title())
    yield _D.language(view.language.code)
    yield from map(_D.creator, view.authors())
    if card.date:
        yield _D.date(card.date)
    yield _D.description(view.reference())
    yield _D.rights(view.strings.site.rights)
    if view.is_published:
        yield _D.source(view.url("note"))
    yield _O.meta(view.site.build_date.strftime("%Y-%m-%dT%H:%M:%SZ"), property="dcterms:modified")
    for name, value in _ACCESSIBILITY:
        yield _O.meta(value, property=f"schema:{name}")


def _contents(view: FileView) -> Any:
    """Return the page with the contents: the title, and below it headings and paragraphs; and what begins where."""
    note = view.language.note
    title, *parts = (_link(view, part) for part in (note.title, *note.parts))
    heading = view.language.pages["note"].title
    contents = E.nav({_TYPE: "toc", "role": "doc-toc"}, E.h1(heading), E.ol(E.li(title, E.ol(*map(E.li, parts)))))
    begin, end = _link(view, note.title), E.a(view.labels.card, href="note.xhtml#colophon")
    begin.set(_TYPE, "bodymatter")
    end.set(_TYPE, "colophon")
    landmarks = E.nav({_TYPE: "landmarks", "hidden": "hidden"}, E.ol(E.li(begin), E.li(end)))
    return page(view, heading, contents, landmarks)


def _link(view: FileView, part: Part) -> Any:
    """Return the name of a part with a link to it, in the language in which it is shown."""
    name, said_in = (part.text, own_language(view, part)) if isinstance(part, Heading) else (view.where(part.id), {})
    return E.a(name, said_in, href=f"note.xhtml#{part.id}")
