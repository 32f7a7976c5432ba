"""Validates a YAML document with its model; its messages use a contributor's words."""

import difflib
import json
from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

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
_FOUND = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}


def validate(document: Document, model: type[_Model], file: str, /) -> tuple[_Model | None, list[Diagnostic]]:
    """Return the model of ``document``, or None with a fault for everything that does not fit."""
    try:
        # JSON, because a list of YAML is a tuple here, and strict mode allows that from JSON alone.
        return model.model_validate_json(json.dumps(document.value), strict=True), []
    except ValidationError as error:
        details: list[dict[str, Any]] = [{**one, "path": _path(one)} for one in error.errors(include_url=False)]
        missing = {detail["path"] for detail in details if detail["type"] == "missing"}
        explained, misplaced = set[Path](), dict[Path, Path]()
        for detail in details:
            explained |= _misnamed(detail, missing, model)
            if fields := {path for path in missing if _is_misplaced(detail["path"], path)}:
                misplaced[detail["path"]] = min(fields)
                explained |= fields
        faults = []
        for detail in details:
            path = detail["path"]
            if path in misplaced:
                message = f"'{path[-1]}' is a field of '{misplaced[path][-2]}'; indent it as the other fields are"
                faults.append(Diagnostic(file, *document.place(path, of_key=True), message))
            elif path not in explained:
                of_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
                faults.append(Diagnostic(file, *document.place(path, of_key=of_key), _message(detail, path, model)))
        return None, faults


def _path(detail: Any) -> Path:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _misnamed(detail: Any, missing: Collection[Path], model: type[BaseModel]) -> set[Path]:
    """Return the missing field that a field which there is not was likely meant to be."""
    *above, name = detail["path"] or ("",)
    meant = _close_field(name, model) if detail["type"] == "extra_forbidden" else None
    return {(*above, meant)}.intersection(missing)


def _is_misplaced(path: Path, missing: Path) -> bool:
    """Whether what is wrong at a path is the field that is missing further in: it is not indented enough."""
    return len(path) < len(missing) and path[-1:] == missing[-1:] and path[:-1] == missing[: len(path) - 1]


def _message(detail: Any, path: Path, model: type[BaseModel]) -> str:
    name, found, context = path[-1] if path else "", detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"'{name}' is missing; add it"
        case "extra_forbidden":
            close = _close_field(name, model)
            return f"there is no field '{name}' here; " + (f"did you mean '{close}'?" if close else "take it out")
        case "string_pattern_mismatch" | "literal_error" if str(found).startswith(CURLY):
            return f'{found[0]} is not a quotation mark of YAML; write " before and after the text, or nothing'
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


def _field_names(model: type[BaseModel]) -> list[str]:
    """Return the names of all fields of a model and of the models inside it."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return [name for part in parts for name in part.get("properties", {})]
