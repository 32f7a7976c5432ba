"""How every exporter writes JSON: UTF-8, with a line end at the end."""

import json
from typing import Any


def json_bytes(value: Any, /, *, indent: int | None = None) -> bytes:
    """Return a value as JSON, without spaces where it is not indented."""
    separators = None if indent else (",", ":")
    return (json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n").encode()
