"""The note for Word: Office Open XML (ECMA-376), with a bookmark for each sentence, named by its id."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from lxml.builder import ElementMaker

from instrumentarium.exports.archive import zipped
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.office import Grid, Piece, Prose, Said, document
from instrumentarium.exports.xml import XML, written
from instrumentarium.model.note import Sentence

_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_OFFICE}/wordprocessingml/2006/main"
_R = f"{_OFFICE}/package/2006/relationships"
_CORE = f"{_OFFICE}/package/2006/metadata/core-properties"
_DC, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_W = ElementMaker(namespace=_MAIN, nsmap={"w": _MAIN})
_T = ElementMaker(
    namespace=f"{_OFFICE}/package/2006/content-types", nsmap={None: f"{_OFFICE}/package/2006/content-types"}
)
_REL = ElementMaker(namespace=_R, nsmap={None: _R})
_INDENT = 567  # twentieths of a point: one centimetre
# Of each style: its name in Word, its size in half points, and whether it is bold.
_STYLES = {
    "Title": ("Title", 34, True),
    **{f"Heading{level}": (f"heading {level}", max(28 - 2 * level, 21), True) for level in range(1, 6)},
    "Body": ("Body Text", 21, False),
    "List": ("List", 21, False),
    "Remark": ("Remark", 18, False),
    "FootnoteText": ("footnote text", 18, False),
}


def note_docx(view: FileView, /) -> bytes:
    """Return the note in the language as a document for Word; its footnotes are real ones, and it names no clock."""
    writer = _Writer(view)
    body = [one for piece in document(view) for one in writer.piece(piece)]
    page = _w(
        "sectPr",
        _w("pgSz", w="11906", h="16838"),
        _w("pgMar", top="1530", right="1590", bottom="1420", left="1590", header="708", footer="708", gutter="0"),
        *writer.bidi(),
    )
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_RELATIONS}/officeDocument", "word/document.xml"),
            (f"{_R}/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(view),
        "word/document.xml": _w("document", _w("body", *body, page)),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_RELATIONS}/{name}", f"{name}.xml") for name in ("styles", "settings", "footnotes"))
        ),
        "word/styles.xml": _styles(view, writer),
        "word/settings.xml": _w("settings", _w("footnotePr", *(_w("footnote", id=str(id)) for id in (-1, 0)))),
        "word/footnotes.xml": _w("footnotes", *_separators(), *writer.footnotes),
    }
    return zipped((name, written(part, indented=False)) for name, part in parts.items())


def _w(name: str, /, *inside: Any, **attributes: str) -> Any:
    """Return an element of WordprocessingML, whose attributes are of its namespace."""
    return _W(name, {f"{{{_MAIN}}}{key}": value for key, value in attributes.items()}, *inside)


class _Writer:
    """Writes the pieces of a document, and keeps the footnotes that they refer to."""

    def __init__(self, view: FileView) -> None:
        self._code = view.language.code
        self._is_rtl = view.language.direction == "rtl"
        self._bookmarks = count()
        self.footnotes: list[Any] = []

    def bidi(self, name: str = "bidi") -> list[Any]:
        """Return what says that a part runs from right to left, where it does."""
        return [_w(name)] if self._is_rtl else []

    def language(self, code: str) -> Any:
        """Return what names a text's language."""
        return _w("lang", val=code, bidi=code)

    def piece(self, piece: Piece) -> Iterator[Any]:
        """Yield a paragraph; or a table, after which Word needs a paragraph."""
        if isinstance(piece, Prose):
            yield self._paragraph(piece)
            return
        yield self._table(piece)
        yield _w("p")

    def _paragraph(self, prose: Prose) -> Any:
        has_tab = bool(prose.mark or prose.depth)
        indent = str(_INDENT * max(prose.depth, 1))
        look = [
            _w("pStyle", val=prose.style),
            *([_w("pageBreakBefore")] if prose.begins_page else []),
            *self.bidi(),
            *([_w("ind", left=indent, hanging=str(_INDENT if prose.mark else 0))] if has_tab else []),
        ]
        mark = [_w("r", _w("rPr", *self.bidi("rtl")), _w("t", prose.mark), _w("tab"))] if prose.mark else []
        return _w("p", _w("pPr", *look), *mark, *self._said(prose.said))

    def _said(self, said: Sequence[Said]) -> Iterator[Any]:
        for index, one in enumerate(said):
            if index:
                yield self._run(" ", self._code)
            id = str(next(self._bookmarks))
            if one.id:
                yield _w("bookmarkStart", id=id, name=one.id)
            for piece in one.pieces:
                yield self._run(piece, one.language) if isinstance(piece, str) else self._footnote(piece)
            if one.id:
                yield _w("bookmarkEnd", id=id)

    def _run(self, text: str, language: str) -> Any:
        own = [] if language == self._code else [self.language(language)]
        rtl = self.bidi("rtl") if language == self._code else []
        return _w("r", _w("rPr", *rtl, *own), _W("t", {f"{XML}space": "preserve"}, text))

    def _footnote(self, footnote: Sentence) -> Any:
        id = str(len(self.footnotes) + 1)
        raised = _w("rPr", _w("vertAlign", val="superscript"))
        said = Said(pieces=(footnote.text,), language=footnote.language or self._code, id=footnote.id)
        look = _w("pPr", _w("pStyle", val="FootnoteText"), *self.bidi())
        text = _w("p", look, _w("r", raised, _w("footnoteRef")), self._run(" ", self._code), *self._said((said,)))
        self.footnotes.append(_w("footnote", text, id=id))
        return _w("r", _w("rPr", _w("vertAlign", val="superscript")), _w("footnoteReference", id=id))

    def _table(self, grid: Grid) -> Any:
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        borders = _w("tblBorders", *(_w(edge, val="single", sz="4", space="0", color="999999") for edge in edges))
        look = _w("tblPr", *self.bidi("bidiVisual"), _w("tblW", w="5000", type="pct"), borders)
        columns = len(grid.rows[0])
        widths = _w("tblGrid", *(_w("gridCol", w=str(8700 // columns)) for _ in range(columns)))
        return _w("tbl", look, widths, *(self._row(row, is_head=not index) for index, row in enumerate(grid.rows)))

    def _row(self, row: Sequence[tuple[Said, ...]], *, is_head: bool) -> Any:
        head = [_w("trPr", _w("tblHeader"))] if is_head else []
        return _w("tr", *head, *(_w("tc", self._paragraph(Prose(style="Body", said=cell))) for cell in row))


def _styles(view: FileView, writer: _Writer) -> Any:
    default = _w("rPrDefault", _w("rPr", _fonts(), writer.language(view.language.code)))
    return _w(
        "styles",
        _w("docDefaults", default),
        *(_style(id, name, size, is_bold=is_bold) for id, (name, size, is_bold) in _STYLES.items()),
    )


def _fonts() -> Any:
    return _w("rFonts", ascii="Cambria", hAnsi="Cambria", cs="Times New Roman")


def _style(id: str, name: str, size: int, *, is_bold: bool) -> Any:
    outline = [_w("outlineLvl", val=str(int(id[-1]) - 1))] if id.startswith("Heading") else []
    keep = [_w("keepNext")] if is_bold else []
    space = _w("spacing", before="240" if is_bold else "0", after="120", line="276", lineRule="auto")
    bold = [_w("b"), _w("bCs")] if is_bold else []
    look = _w("rPr", _fonts(), *bold, _w("sz", val=str(size)), _w("szCs", val=str(size)))
    return _w(
        "style",
        _w("name", val=name),
        _w("qFormat"),
        _w("pPr", *keep, space, *outline),
        look,
        type="paragraph",
        styleId=id,
    )


def _separators() -> Iterator[Any]:
    """Yield the lines above footnotes, which Word wants among them."""
    for id, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        yield _w("footnote", _w("p", _w("r", _w(kind))), type=kind, id=id)


def _types() -> Any:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}
    return _T.Types(
        _T.Default(Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        _T.Override(
            PartName="/docProps/core.xml", ContentType="application/vnd.openxmlformats-package.core-properties+xml"
        ),
        *(_T.Override(PartName=f"/word/{name}.xml", ContentType=f"{_TYPE}.{kind}+xml") for name, kind in kinds.items()),
    )


def _relations(*found: tuple[str, str]) -> Any:
    numbered = enumerate(found, 1)
    return _REL.Relationships(*(_REL.Relationship(Id=f"r{id}", Type=type, Target=to) for id, (type, to) in numbered))


def _core(view: FileView) -> Any:
    core = ElementMaker(namespace=_CORE, nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    dc = ElementMaker(namespace=_DC)
    moment = f"{view.site.build_date:%Y-%m-%d}"
    dated = {f"{{{_XSI}}}type": "dcterms:W3CDTF"}
    created = ElementMaker(namespace=_TERMS).created(dated, moment)
    said = {"title": view.title(), "creator": view.author(), "description": view.strings.site.rights}
    return core.coreProperties(
        *(dc(name, text) for name, text in said.items() if text), dc.language(view.language.code), created
    )
