"""How every exporter writes JSON: UTF-8, with a line end at the end."""

from typing import Any

from pydantic_core import to_json


def json_bytes(value: Any, /, *, indent: int | None = None) -> bytes:
    """Return a value as JSON, without spaces where it is not indented."""
    return to_json(value, indent=indent) + b"\n"
