"""The note for LibreOffice: OpenDocument 1.2 (ISO 26300), with a bookmark for each sentence, named by its id."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from lxml.builder import ElementMaker

from instrumentarium.exports.archive import zipped
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.office import Grid, Piece, Prose, Said, document
from instrumentarium.exports.xml import written
from instrumentarium.model.note import Sentence

_TYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    **{name: f"{_OASIS}:{name}:1.0" for name in ("office", "text", "table", "style", "meta", "manifest")},
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_VERSION = {f"{{{_NAMES['office']}}}version": "1.2"}
_MAKERS = {name: ElementMaker(namespace=uri, nsmap=_NAMES) for name, uri in _NAMES.items()}
# Of each style: its size in points, and whether it is bold.
_STYLES = {
    "Title": ("17pt", True),
    **{f"Heading{level}": (f"{max(14 - level, 10.5)}pt", True) for level in range(1, 6)},
    "Body": ("10.5pt", False),
    "List": ("10.5pt", False),
    "Remark": ("9pt", False),
    "Footnote": ("9pt", False),
}


def note_odt(view: FileView, /) -> bytes:
    """Return the note in the language as an OpenDocument text; its footnotes are real ones, and it names no clock."""
    writer = _Writer(view)
    body = [writer.piece(piece) for piece in document(view)]
    content = _e("office:document-content", _e("office:automatic-styles", *writer.styles()), _body(body))
    content.attrib.update(_VERSION)
    parts = {"content.xml": content, "styles.xml": _styles(view), "meta.xml": _meta(view)}
    manifest = _e("manifest:manifest", *_entries(parts), manifest_version="1.2")
    files = {
        name: written(part, indented=False) for name, part in (*parts.items(), ("META-INF/manifest.xml", manifest))
    }
    return zipped([("mimetype", _TYPE.encode()), *files.items()], stored="mimetype")


def _e(tag: str, /, *inside: Any, **attributes: str) -> Any:
    """Return an element; ``text_style_name="Title"`` is its attribute ``text:style-name``."""
    prefix, _, name = tag.partition(":")
    named = (key.split("_", 1) for key in attributes)
    values = {
        f"{{{_NAMES[space]}}}{key.replace('_', '-')}": value
        for (space, key), value in zip(named, attributes.values(), strict=True)
    }
    return _MAKERS[prefix](name, values, *inside)


def _body(inside: Sequence[Any]) -> Any:
    return _e("office:body", _e("office:text", *inside))


class _Writer:
    """Writes the pieces of a document, and keeps the styles that they need."""

    def __init__(self, view: FileView) -> None:
        self._code = view.language.code
        self._mode = _mode(view)
        self._languages: set[str] = set()
        self._indents: set[tuple[int, bool]] = set()
        self._has_break: set[str] = set()
        self._notes, self._tables = count(1), count(1)

    def styles(self) -> Iterator[Any]:
        """Yield the styles of what was written: of other languages, of items, of headings that begin a page."""
        for code in sorted(self._languages):
            yield _e("style:style", _language(code), style_name=f"in-{code}", style_family="text")
        for depth, has_mark in sorted(self._indents):
            look = _e(
                "style:paragraph-properties",
                fo_margin_left=f"{depth}cm",  # programs take it for the side on which lines begin
                fo_text_indent="-1cm" if has_mark else "0cm",
            )
            name = f"depth-{depth}{'-marked' if has_mark else ''}"
            yield _e("style:style", look, style_name=name, style_family="paragraph", style_parent_style_name="List")
        for style in sorted(self._has_break):
            look = _e("style:paragraph-properties", fo_break_before="page")
            named = {"style_name": f"{style}-page", "style_family": "paragraph", "style_parent_style_name": style}
            yield _e("style:style", look, **named)
        table = _e("style:table-properties", style_writing_mode=self._mode, table_align="margins")
        yield _e("style:style", table, style_name="grid", style_family="table")
        edge = _e("style:table-cell-properties", fo_border="0.5pt solid #999999", fo_padding="0.1cm")
        yield _e("style:style", edge, style_name="cell", style_family="table-cell")

    def piece(self, piece: Piece) -> Any:
        """Return a paragraph, a heading or a table."""
        return self._prose(piece) if isinstance(piece, Prose) else self._table(piece)

    def _prose(self, prose: Prose) -> Any:
        style = prose.style
        if prose.mark or prose.depth:
            depth, has_mark = max(prose.depth, 1), bool(prose.mark)
            self._indents.add((depth, has_mark))
            style = f"depth-{depth}{'-marked' if has_mark else ''}"
        elif prose.begins_page:
            self._has_break.add(style)
            style = f"{style}-page"
        mark = [prose.mark, _e("text:tab")] if prose.mark else []
        inside = (*mark, *self._said(prose.said))
        if prose.style.startswith("Heading"):
            return _e("text:h", *inside, text_style_name=style, text_outline_level=prose.style[-1])
        return _e("text:p", *inside, text_style_name=style)

    def _said(self, said: Sequence[Said]) -> Iterator[Any]:
        for index, one in enumerate(said):
            if index:
                yield " "
            if one.id:
                yield _e("text:bookmark-start", text_name=one.id)
            for piece in one.pieces:
                yield self._run(piece, one.language) if isinstance(piece, str) else self._footnote(piece)
            if one.id:
                yield _e("text:bookmark-end", text_name=one.id)

    def _run(self, text: str, language: str) -> Any:
        if language == self._code:
            return text
        self._languages.add(language)
        return _e("text:span", text, text_style_name=f"in-{language}")

    def _footnote(self, footnote: Sentence) -> Any:
        number = str(next(self._notes))
        said = Said(pieces=(footnote.text,), language=footnote.language or self._code, id=footnote.id)
        text = _e("text:p", *self._said((said,)), text_style_name="Footnote")
        inside = _e("text:note-citation", number), _e("text:note-body", text)
        return _e("text:note", *inside, text_id=f"ftn{number}", text_note_class="footnote")

    def _table(self, grid: Grid) -> Any:
        columns = _e("table:table-column", table_number_columns_repeated=str(len(grid.rows[0])))
        head, *rows = map(self._row, grid.rows)
        return _e(
            "table:table",
            columns,
            _e("table:table-header-rows", head),
            *rows,
            table_name=f"Table{next(self._tables)}",
            table_style_name="grid",
        )

    def _row(self, row: Sequence[tuple[Said, ...]]) -> Any:
        texts = (self._prose(Prose(style="Body", said=cell)) for cell in row)
        cells = (_e("table:table-cell", text, table_style_name="cell", office_value_type="string") for text in texts)
        return _e("table:table-row", *cells)


def _mode(view: FileView) -> str:
    return "rl-tb" if view.language.direction == "rtl" else "lr-tb"


def _language(code: str, **look: str) -> Any:
    """Return what names a language: in the letters of Europe, and in those of right-to-left scripts."""
    language = code.partition("-")[0]
    own = {"fo_language": language, "fo_country": "none"}
    complex = {"style_language_complex": language, "style_country_complex": "none"}
    return _e("style:text-properties", **own, **complex, **look)


def _styles(view: FileView) -> Any:
    mode = _mode(view)
    styles = _e(
        "office:styles",
        _e("style:default-style", _language(view.language.code), style_family="paragraph"),
        *(_style(name, size, mode, is_bold=is_bold) for name, (size, is_bold) in _STYLES.items()),
        _e("text:notes-configuration", text_note_class="footnote", style_num_format="1", style_num_suffix=" "),
    )
    page = _e(
        "style:page-layout-properties",
        fo_page_width="21cm",
        fo_page_height="29.7cm",
        fo_margin="2.5cm",
        style_writing_mode=mode,
    )
    layout = _e("office:automatic-styles", _e("style:page-layout", page, style_name="page"))
    master = _e("style:master-page", style_name="Standard", style_page_layout_name="page")
    root = _e("office:document-styles", styles, layout, _e("office:master-styles", master))
    root.attrib.update(_VERSION)
    return root


def _style(name: str, size: str, mode: str, *, is_bold: bool) -> Any:
    look = _e(
        "style:paragraph-properties",
        style_writing_mode=mode,
        fo_text_align="right" if mode == "rl-tb" else "left",
        fo_margin_top="0.4cm" if is_bold else "0cm",
        fo_margin_bottom="0.2cm",
        fo_keep_with_next="always" if is_bold else "auto",
    )
    weight = "bold" if is_bold else "normal"
    sizes = {"fo_font_size": size, "style_font_size_complex": size}
    text = _e("style:text-properties", fo_font_weight=weight, style_font_weight_complex=weight, **sizes)
    level = {"style_default_outline_level": name[-1]} if name.startswith("Heading") else {}
    return _e("style:style", look, text, style_name=name, style_family="paragraph", **level)


def _meta(view: FileView) -> Any:
    said = {"title": view.title(), "description": view.strings.site.rights, "creator": view.author()}
    named = [_e(f"dc:{name}", text) for name, text in said.items() if text]
    date = _e("meta:creation-date", f"{view.site.build_date:%Y-%m-%dT%H:%M:%S}")
    root = _e("office:document-meta", _e("office:meta", *named, _e("dc:language", view.language.code), date))
    root.attrib.update(_VERSION)
    return root


def _entries(parts: dict[str, Any]) -> Iterator[Any]:
    for path, type in (("/", _TYPE), *((name, "text/xml") for name in parts)):
        yield _e("manifest:file-entry", manifest_full_path=path, manifest_media_type=type)
