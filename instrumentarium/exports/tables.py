"""The meetings, instruments and terms as tables: JSON, and CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from instrumentarium.exports import rows
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.exports.schema_version import SCHEMA_VERSION, SchemaVersion
from instrumentarium.exports.version_text import Version, version_text
from instrumentarium.model.edition import Facts
from instrumentarium.model.records import RECORD_KINDS

DELIMITER = "; "
"""What stands between the values of a list that is one cell."""

Rows = Callable[[FileView], Iterable[rows.Row]]


class Table(BaseModel):
    """A table in one language, with the status of its text."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: str = Field(alias="$schema", description="The schema of the file, relative to it.")
    schema_version: SchemaVersion
    version: Version
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

PAGES = {kind.section: kind.page for kind in RECORD_KINDS}
"""The page that shows the records of a table."""

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
        "schema_version": SCHEMA_VERSION,
        "version": version_text(view),
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
    joined by DELIMITER; what is null is empty.
    """
    *_, make = TABLES[table]
    fields = columns(view, table)
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column_name(view, field) for field in fields])
    for row in make(view):
        writer.writerow([cell(getattr(row, field)) for field in fields])
    return target.getvalue().encode("utf-8-sig")


def tables_of(facts: Facts, /) -> list[str]:
    """Return the names of the tables that have rows."""
    return [table for table in TABLES if getattr(facts, table)]


def columns(view: FileView, /, table: str) -> list[str]:
    """Return the fields of a table's rows in the order in which they are read."""
    _, model, _ = TABLES[table]
    names = [field for field in model.model_fields if field != "questions" or view.facts.questions]
    middle = [name for name in names if name not in (*_FIRST, *_LAST)]
    return [*(name for name in _FIRST if name in names), *middle, *_LAST]


def column_name(view: FileView, field: str, /) -> str:
    """Return the name of a field's column: its heading in the language, and the field: "Datum [date]"."""
    return f"{heading(view, field)} [{field}]"


def cell(value: Any, /) -> str:
    """Return a value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return DELIMITER.join(value) if isinstance(value, tuple | list) else value


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


def heading(view: FileView, field: str, /) -> str:
    """Return what heads a field's column, in the language."""
    if field == "questions":
        return view.language.pages["questions"].title
    return view.labels[_LABELS.get(field) or _LABELS.get(base := field.partition("_name")[0], base)]
