"""The version of the schemas of the files that are made from data/: it changes with their fields."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from instrumentarium.exports import json_schemas
from instrumentarium.exports.schema_version import SCHEMA_VERSION

PINS = {"1.0": "49b6a5863d3ff6df"}
"""What the fields of each version are, as a checksum: CONTRIBUTING.md tells how a field is added."""

SCHEMAS = ("edition", "meetings-table", "instruments-table", "terms-table")
_WORDS = {"description", "examples", "title"}


def _schemas() -> Mapping[str, Any]:
    return {name: json.loads(json_schemas.texts()[name]) for name in SCHEMAS}


def _checksum(schemas: Mapping[str, Any]) -> str:
    fields = json.dumps({name: _fields(schema) for name, schema in schemas.items()}, sort_keys=True)
    return hashlib.sha256(fields.encode()).hexdigest()[:16]


def _fields(part: Any, *, are_names: bool = False) -> Any:
    """Return a part of a schema without its words, which may change in any version."""
    if isinstance(part, list):
        return [_fields(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: value for key, value in part.items() if are_names or key not in _WORDS}
    return {key: _fields(value, are_names=key in ("properties", "$defs")) for key, value in kept.items()}


def test_a_change_of_the_fields_is_another_version() -> None:
    """Where this fails, a field has come, gone or changed: raise SCHEMA_VERSION, and add its line to PINS."""
    assert PINS.get(SCHEMA_VERSION) == _checksum(_schemas())


def test_every_field_counts_and_no_words_do() -> None:
    """A column that goes and a type that changes are seen; a better description is none of it."""
    for name in SCHEMAS:
        schemas = _schemas()
        schemas[name]["properties"]["licence"]["description"] = "Better."
        assert _checksum(schemas) == PINS[SCHEMA_VERSION]
        del schemas[name]["properties"]["licence"]
        assert _checksum(schemas) != PINS[SCHEMA_VERSION]
    schemas = _schemas()
    del schemas["terms-table"]["$defs"]["TermRow"]["properties"]["definition"]
    assert _checksum(schemas) != PINS[SCHEMA_VERSION]


def test_the_schemas_name_their_version() -> None:
    """A file of another version is not in order; each column is described."""
    for name, schema in _schemas().items():
        assert schema["properties"]["schema_version"]["const"] == SCHEMA_VERSION, name
        assert "schema_version" in schema["required"]
    for name in SCHEMAS[1:]:
        for row in _schemas()[name]["$defs"].values():
            assert all(field["description"] for field in row["properties"].values())
