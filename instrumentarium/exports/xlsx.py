"""The tables in one workbook for spreadsheets (Office Open XML): a sheet for each, and one that says what they are."""

import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.tables import PAGES, TABLES, cell, column_name, columns, tables_of
from instrumentarium.model.fields import has_day

_FORBIDDEN = r"[\[\]:*?/\\]"
_LONGEST_NAME = 31
# Excel keeps a sheet of that name for itself.
_RESERVED = "history"
_A4 = 9
# In characters: the widest column, in which text goes on in further lines; what stands beside a heading's text.
_WIDEST, _MARGIN = 70, 4
# In points: a line, and the highest row. Not every spreadsheet finds out by itself how high a row is.
_LINE, _HIGHEST = 15, 409
_RTL = {"reading_order": 2}
# Hebrew, Arabic and their neighbours.
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")

Formats = Mapping[str, Format]
Value = str | bool | datetime.date | datetime.time | None
Cell = tuple[Value, Format]


def tables_xlsx(view: FileView, /) -> bytes:
    """Return the workbook: its columns are those of the CSV files; days, hours, true and false have their own types.

    A date without a day is text: a spreadsheet knows no months.
    """
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"title": view.title(), "author": view.author(), "created": view.site.build_date})
        book.set_custom_property("Language", view.language.code, "text")
        formats = _formats(book)
        for table in tables_of(view.facts):
            title = view.language.pages[PAGES[table]].title
            _write_table(view, _sheet(view, book, title, table), formats, table)
        _write_about(_sheet(view, book, view.labels.card, "about"), formats, list(_about(view)))
    return target.getvalue()


def _formats(book: Workbook) -> Formats:
    """Return the formats of cells, by what they hold; text that is written from right to left begins on the right."""
    header = {"bold": True, "bottom": 1}
    own: Mapping[str, Mapping[str, Any]] = {
        "text": {},
        "text rtl": _RTL,
        "header": header,
        "header rtl": {**header, **_RTL},
        "day": {"num_format": "yyyy-mm-dd", "align": "left"},
        "hour": {"num_format": "hh:mm", "align": "left"},
    }
    return {name: book.add_format({"text_wrap": True, "valign": "top", **one}) for name, one in own.items()}


def _cell(formats: Formats, value: Value, name: str = "text") -> Cell:
    if isinstance(value, datetime.date):
        return value, formats["day"]
    if isinstance(value, datetime.time):
        return value, formats["hour"]
    is_leftward = isinstance(value, str) and not value.isascii() and _LEFTWARD.search(value)
    return value, formats[f"{name} rtl" if is_leftward else name]


def _sheet(view: FileView, book: Workbook, title: str, id: str) -> Worksheet:
    """Return a new sheet with as much of a title as the format allows; with its id and a number where that is taken."""
    name = re.sub(_FORBIDDEN, " ", title)[:_LONGEST_NAME].strip("' ")
    taken = {"", _RESERVED, *(sheet.get_name().lower() for sheet in book.worksheets())}
    sheet = book.add_worksheet(f"{id} {len(taken)}" if name.lower() in taken else name)
    if view.language.direction == "rtl":
        sheet.right_to_left()
    sheet.set_paper(_A4)
    sheet.set_landscape()
    return sheet


def _write_table(view: FileView, sheet: Worksheet, formats: Formats, table: str) -> None:
    *_, make = TABLES[table]
    fields = columns(view, table)
    names = [column_name(view, field) for field in fields]
    rows = [[_value(field, getattr(row, field)) for field in fields] for row in make(view)]
    widths = [
        min(_WIDEST, _MARGIN + max(len(text) for text in (*name.split(" ["), *(_shown(row[at]) for row in rows))))
        for at, name in enumerate(names)
    ]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    _write_row(sheet, 0, [_cell(formats, name, "header") for name in names], widths)
    for at, values in enumerate(rows, start=1):
        _write_row(sheet, at, [_cell(formats, value) for value in values], widths)
    sheet.autofilter(0, 0, len(rows), len(fields) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _write_row(sheet: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[int]) -> None:
    """Write a row, as high as the longest of its texts needs it in a column of that width (in characters).

    Text is text: nothing in it is taken for a formula, a number or an address.
    """
    lines = max(ceil(len(_shown(value)) / (width - _MARGIN)) for (value, _), width in zip(cells, widths, strict=True))
    sheet.set_row(row, min(_LINE * lines, _HIGHEST))
    for column, (value, look) in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(row, column, value, look)
        elif value is not None:
            sheet.write(row, column, value, look)


def _value(field: str, found: Any) -> Value:
    """Return what a cell of a field holds; None where it is empty."""
    if isinstance(found, bool):
        return found
    if field == "date" and has_day(found):
        return datetime.date.fromisoformat(found)
    if field in ("time", "until") and found:
        return datetime.time.fromisoformat(found)
    return cell(found) or None


def _shown(value: Value) -> str:
    return "" if value is None else str(value)


def _write_about(sheet: Worksheet, formats: Formats, facts: Sequence[tuple[str, str]]) -> None:
    widths = (_MARGIN + max(len(label) for label, _ in facts), _WIDEST)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for row, fact in enumerate(facts):
        _write_row(sheet, row, [_cell(formats, text) for text in fact], widths)


def _about(view: FileView) -> Iterator[tuple[str, str]]:
    """Yield what the tables are: label and value of the note, its text in the language, licence and address."""
    labels, licence = view.labels, view.facts.licence
    yield labels.subject, view.title()
    yield labels.author, view.author()
    yield labels.register_number, view.facts.note.register_number or labels.unknown
    yield labels.date, view.written() or labels.unknown
    yield labels.language, view.strings.language.name
    yield labels.this_text, view.standing()
    yield labels.licence, f"{licence.name or view.strings.site.licence} · {licence.address}"
    if view.is_published:
        yield labels.address, view.url("index")
