"""Validates a YAML document with its model; its messages use a contributor's words."""

import difflib
import json
from functools import cache
from typing import Any, TypeVar
from zoneinfo import available_timezones

from pydantic import BaseModel, ValidationError

from instrumentarium.model.interface import Interface
from instrumentarium.model.strings import Strings
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.yaml_faults import CURLY
from instrumentarium.sources.yaml_positions import Document, Path

_Model = TypeVar("_Model", bound=BaseModel)

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of fields to values",
    "model_attributes_type": "a mapping of fields to values",
    "mapping_type": "a mapping of keys to values",
}
_OTHERS: dict[str, tuple[str, type[BaseModel]]] = {
    "strings.yml": ("interface.yml", Interface),
    "interface.yml": ("strings.yml", Strings),
}
"""The file beside one, and its model: what is no field of the one may be one of the other."""

_MAPPINGS = {kind for kind, what in _EXPECTED.items() if what.startswith("a mapping")}
_FOUND = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}


def validate(document: Document, model: type[_Model], file: str, /) -> tuple[_Model | None, list[Diagnostic]]:
    """Return the model of ``document``, or None with a fault for everything that does not fit."""
    try:
        # JSON, because a list of YAML is a tuple here, and strict mode allows that from JSON alone.
        return model.model_validate_json(json.dumps(document.value), strict=True), []
    except ValidationError as error:
        details: list[dict[str, Any]] = [{**one, "path": _path(one)} for one in error.errors(include_url=False)]
        missing = {detail["path"] for detail in details if detail["type"] == "missing"}
        explained = {path for detail in details for path in missing if _is_meant(detail, path, model)}
        faults = []
        for detail in details:
            if (path := detail["path"]) in explained:
                continue
            is_misplaced = _is_misplaced(detail, model)
            of_key = is_misplaced or detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
            message = _curly(detail) or _of_a_time(detail, path) or _message(detail, path, model)
            if other := _of_another_file(detail, model, file):
                message = other
            elif is_misplaced:
                message = f"'{path[-1]}' is a field, and stands where an entry does; indent it as the other fields are"
            faults.append(Diagnostic(file, *document.place(path, of_key=of_key), message))
        return None, faults


def _path(detail: Any) -> Path:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _is_misplaced(detail: Any, model: type[BaseModel]) -> bool:
    """Whether a field stands where an entry does, or beside the lists of entries: it is not indented enough."""
    *_, name = detail["path"] or ("",)
    is_text = (
        detail["type"] in _MAPPINGS and isinstance(detail["input"], str) and not _is_declared(detail["path"], model)
    )
    return (is_text or detail["type"] == "extra_forbidden") and name in _field_names(model)


def _is_declared(path: Path, model: type[BaseModel]) -> bool:
    """Whether a field stands where it belongs."""
    schema: Any = model.model_json_schema()
    parts = schema.get("$defs", {})
    for name in path:
        options = [
            parts.get(str(one.get("$ref", "")).rpartition("/")[2], one) for one in [schema, *schema.get("anyOf", [])]
        ]
        schema = next((found for one in options if (found := one.get("properties", {}).get(name))), None)
        if schema is None:
            return False
    return True


def _is_meant(detail: Any, missing: Path, model: type[BaseModel]) -> bool:
    """Whether what is wrong is that a missing field has another name, or stands further out than it should."""
    *above, name = detail["path"] or ("",)
    if _is_misplaced(detail, model):
        return name == missing[-1] and tuple(above) == missing[: len(above)]
    return detail["type"] == "extra_forbidden" and missing == (*above, _close_field(name, model))


def _curly(detail: Any) -> str:
    """Return what is wrong with a value that begins with a quotation mark of running text; "" where it may."""
    if detail["type"] not in ("string_pattern_mismatch", "literal_error") or not str(detail["input"]).startswith(CURLY):
        return ""
    return f'{detail["input"][0]} is not a quotation mark of YAML; write " before and after the text, or nothing'


def _of_another_file(detail: Any, model: type[BaseModel], file: str) -> str:
    """Return what is wrong with a section that stands in the file beside the right one; "" where something else is."""
    other, its_model = _OTHERS.get(file.rpartition("/")[2], ("", model))
    if detail["type"] != "extra_forbidden" or len(detail["path"]) != 1 or not other:
        return ""
    name, sections = str(detail["path"][0]), its_model.model_fields.keys() - model.model_fields
    close = next(iter(difflib.get_close_matches(name, sections, 1, 0.8)), None)
    mend = f"move it to {other}" if close == name else f"did you mean '{close}', of {other}?"
    return f"there is no field '{name}' here; {mend}" if close else ""


def _of_a_time(detail: Any, path: Path) -> str:
    """Return what is wrong with an hour or a time zone; "" where something else is."""
    found = detail["input"]
    if detail["type"] == "time_zone":
        close = difflib.get_close_matches(str(found), available_timezones(), 1)
        mend = f"did you mean '{close[0]}'?" if close else "name one, such as 'Europe/Brussels'"
        return f"there is no time zone '{found}'; {mend}"
    if detail["type"] == "string_type" and path[-1:] in (("time",), ("until",)) and isinstance(found, int):
        return f'an hour stands in quotation marks; write "{found // 60:02}:{found % 60:02}"'  # YAML counts minutes
    return ""


def _message(detail: Any, path: Path, model: type[BaseModel]) -> str:
    name, found, context = path[-1] if path else "", detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"'{name}' is missing; add it"
        case "extra_forbidden":
            close = _close_field(name, model)
            return f"there is no field '{name}' here; " + (f"did you mean '{close}'?" if close else "take it out")
        case "literal_error":
            return f"'{found}' is not one of {context['expected']}; choose one of them"
        case "date" | "language_code" as kind:
            reason = context.get("reason", f"'{found}': there is no such day in the calendar")
            return f"{reason}; correct the {kind.removesuffix('_code')}"
        case "string_pattern_mismatch" | "string_too_short":
            return f"'{found}' is not a well-formed {_noun(path)}; see its description in data/schema/"
        case kind if kind in _EXPECTED:
            what = f"'{name}'" if path else "the file"
            return f"expected {_EXPECTED[kind]}, found {_FOUND.get(type(found), 'a number')}; rewrite {what}"
        case _:
            message: str = detail["msg"]
            return f"'{name}': {message[0].lower()}{message[1:]}; see its description in data/schema/"


def _noun(path: Path) -> str:
    name = next((part for part in reversed(path) if isinstance(part, str)), "text")
    return {"id": "id", "source": "sentence id", "sentences": "sentence id", "date": "date"}.get(name, f"'{name}'")


def _close_field(name: object, model: type[BaseModel]) -> str | None:
    return next(iter(difflib.get_close_matches(str(name), _field_names(model), 1)), None)


@cache
def _field_names(model: type[BaseModel]) -> list[str]:
    """Return the names of all fields of a model and of the models inside it."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return [name for part in parts for name in part.get("properties", {})]
