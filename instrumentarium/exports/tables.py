"""The meetings, instruments and terms as tables: JSON, and CSV for spreadsheets."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from instrumentarium.exports import rows
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes

Rows = Callable[[FileView], Iterable[rows.Row]]


class Table(BaseModel):
    """A table in one language, with the status of its text."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: str = Field(alias="$schema", description="The schema of the file, relative to it.")
    language: str = Field(description="The language of the texts (BCP 47).", examples=["fr"])
    status: str = Field(description="The status of the texts, in the language.")
    licence: str


class MeetingsTable(Table):
    """data/meetings.json of a language."""

    meetings: tuple[rows.MeetingRow, ...]


class InstrumentsTable(Table):
    """data/instruments.json of a language."""

    instruments: tuple[rows.InstrumentRow, ...]


class TermsTable(Table):
    """data/terms.json of a language."""

    terms: tuple[rows.TermRow, ...]


TABLES: Mapping[str, tuple[type[Table], type[rows.Row], Rows]] = {
    "meetings": (MeetingsTable, rows.MeetingRow, rows.meetings),
    "instruments": (InstrumentsTable, rows.InstrumentRow, rows.instruments),
    "terms": (TermsTable, rows.TermRow, rows.terms),
}

# The first columns, whatever the table; the sentence stands last.
_FIRST = ("id", "date", "kind", "name")
_LAST = ("language", "sentence", "sentence_name", "text", "stale", "quote", "address", "borrowed")


def schema_name(table: str, /) -> str:
    """Return the name of a table's schema; data/schema/meetings.json is that of data/meetings.yml."""
    return f"{table}-table"


def table_json(view: FileView, /, table: str) -> bytes:
    """Return a table as JSON; see its schema."""
    model, _, make = TABLES[table]
    content = {
        "$schema": view.address(f"data/schema/{schema_name(table)}.json"),
        "language": view.language.code,
        "status": view.status(),
        "licence": view.facts.licence.address,
        table: tuple(make(view)),
    }
    dumped = model.model_validate(content).model_dump(mode="json", by_alias=True)
    return json_bytes(dumped, indent=2)


def table_csv(view: FileView, /, table: str) -> bytes:
    """Return a table as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need).

    A column's heading is in the language, with the field's name beside it in brackets. A list is
    joined by "; "; what is null is empty.
    """
    _, model, make = TABLES[table]
    fields = [field for field in columns(model) if field != "questions" or view.facts.questions]
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([f"{_heading(view, field)} [{field}]" for field in fields])
    for row in make(view):
        writer.writerow([cell(getattr(row, field)) for field in fields])
    return target.getvalue().encode("utf-8-sig")


def columns(model: type[rows.Row], /) -> list[str]:
    """Return the fields of a row in the order in which they are read."""
    names = list(model.model_fields)
    middle = [name for name in names if name not in (*_FIRST, *_LAST)]
    return [*(name for name in _FIRST if name in names), *middle, *_LAST]


def cell(value: Any, /) -> str:
    """Return a value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, tuple | list) else value


# The label that heads a field, where it has another name.
_LABELS = {
    "id": "identifier",
    "format": "meeting_format",
    "zone": "time_zone",
    "sentence": "full_sentence",
    "sentence_name": "place",
    "text": "full_sentence",
    "stale": "is_stale",
    "general": "general_knowledge",
    "borrowed": "shown_in_source",
}


def _heading(view: FileView, field: str) -> str:
    if field == "questions":
        return view.language.pages["questions"].title
    return view.labels[_LABELS.get(field) or _LABELS.get(base := field.partition("_name")[0], base)]
