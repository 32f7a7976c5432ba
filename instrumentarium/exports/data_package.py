"""What the columns of the CSV files of a language are: data/datapackage.json (Data Package and Table Schema 2.0)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.exports.schema_version import SCHEMA_VERSION
from instrumentarium.exports.tables import DELIMITER, PAGES, TABLES, column_name, columns, heading, tables_of

_PROFILES = "https://datapackage.org/profiles/2.0"
_DIALECT = {"header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}
# Not Table Schema's own lists: its published profile, by which programs judge, lacks them.
_TYPES = {"string": "string", "boolean": "boolean", "array": "string"}


def data_package(view: FileView, /) -> bytes:
    """Return the descriptor; a field has the name of its column, and as ``field`` the one it has in JSON."""
    site, licence = view.strings.site, view.facts.licence
    content = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"{view.facts.note.short_name}-{view.language.code}".lower(),
        "title": site.name,
        "description": site.description,
        **({"homepage": view.url("index")} if view.is_published else {}),
        "language": view.language.code,
        **({"version": str(release.version)} if (release := view.edition.release) else {}),
        "schema_version": SCHEMA_VERSION,
        "licenses": [{"path": licence.address, "title": licence.name or site.licence}],
        "sources": [{"title": view.title(), **({"path": view.url("note")} if view.is_published else {})}],
        "resources": [_resource(view, table) for table in tables_of(view.facts)],
    }
    return json_bytes(content, indent=2)


def _resource(view: FileView, table: str) -> Mapping[str, Any]:
    page = view.language.pages[PAGES[table]]
    return {
        "name": table,
        "type": "table",
        "path": f"{table}.csv",
        "title": page.title,
        "description": page.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", **_DIALECT},
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": list(_fields(view, table)),
            "primaryKey": [column_name(view, "id")],
            "missingValues": [""],
        },
    }


def _fields(view: FileView, table: str) -> Iterator[Mapping[str, Any]]:
    """Yield the fields of a table in the order of its columns."""
    declared = _declared(table)
    for field in columns(view, table):
        yield {"name": column_name(view, field), "title": heading(view, field), "field": field, **declared[field]}


@cache
def _declared(table: str) -> Mapping[str, Mapping[str, Any]]:
    """Return what each field is, whatever the language: as the JSON Schema of the table says it."""
    _, model, _ = TABLES[table]
    return {field: _field(field, said) for field, said in model.model_json_schema()["properties"].items()}


def _field(field: str, said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a field of a Table Schema, from a property of a JSON Schema.

    A value that may be null is one that may be missing; a list that is empty is missing, too, and one that is not has
    its values side by side, with ``delimiter`` between them.
    """
    one = next((kind for kind in said.get("anyOf", [said]) if kind["type"] != "null"), said)
    is_required = "anyOf" not in said and one["type"] != "array"
    constraints = {
        **({"required": True} if is_required else {}),
        **({"unique": True} if field == "id" else {}),
        **({"pattern": one["pattern"]} if "pattern" in one else {}),
        **({"enum": one["enum"]} if "enum" in one else {}),
        **({"enum": [one["const"]]} if "const" in one else {}),
    }
    return {
        "type": _TYPES[one["type"]],
        **({"delimiter": DELIMITER} if one["type"] == "array" else {}),
        **({"trueValues": ["true"], "falseValues": ["false"]} if one["type"] == "boolean" else {}),
        "description": said["description"],
        **({"example": said["examples"][0]} if "examples" in said and one["type"] == "string" else {}),
        **({"constraints": constraints} if constraints else {}),
    }
