"""Adds to a YAML file gaps for strings that it lacks; all that stands in it stays as it is.

A gap stands where the source language's file has the string: after what comes before it there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from instrumentarium.model.unit import GAP, UnitKey
from instrumentarium.sources import yaml_positions
from instrumentarium.sources.yaml_positions import Document, Path

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def with_gaps(name: str, text: str, source: str, wanted: Iterable[UnitKey], /) -> str:
    """Return the text of a YAML file, of that name, with a gap for each string of ``wanted`` that it lacks.

    Where something else than a mapping stands above a string, it is left out.
    """
    counterpart, document = (yaml_positions.parse(one, name)[0] for one in (source, text))
    for key in wanted:
        if document and counterpart and key.path not in document.spans:
            text = _with_gap(text, document, counterpart, key.path)
            document = yaml_positions.parse(text, name)[0]
    return text


def _with_gap(text: str, document: Document, counterpart: Document, path: tuple[str, ...]) -> str:
    depth = next(depth for depth in range(len(path)) if path[: depth + 1] not in document.spans)
    above, key = path[:depth], path[depth]
    parent = _at(document, above)
    if not isinstance(parent, dict) and parent is not None:
        return text
    order = _order(_at(counterpart, above), key)
    siblings = [one for one in parent or {} if (*above, one) in document.keys]
    before = [one for one in siblings if one in order and order.index(one) < order.index(key)]
    leaf = f"[{GAP}]" if path[-1] == "forms" and isinstance(_at(counterpart, path), list) else GAP
    start, end = document.spans[above]
    if depth and text[start:end].startswith("{"):
        for one in reversed(path[depth + 1 :]):
            leaf = f"{{{one}: {leaf}}}"
        return _in_flow(text, document, (*above, before[-1]) if before else (), f"{key}: {leaf}", start)
    column = document.keys[(*above, siblings[0])][1] - 1 if siblings else 2 * depth
    lines = [f"{' ' * (column + 2 * step)}{one}:" for step, one in enumerate(path[depth:])]
    lines[-1] += f" {leaf}"
    blank = [""] if not depth else []
    if before:
        return _after_line(text, _end(text, document, (*above, before[-1])), [*blank, *lines])
    if siblings:
        line = document.keys[(*above, siblings[0])][0]
        offset = _offset(text, line)
        return text[:offset] + "\n".join([*lines, *blank, ""]) + text[offset:]
    return _after_line(text, _offset(text, document.keys[above][0]) if depth else len(text), lines)


def _at(document: Document, path: Path) -> Any:
    """Return the value at a path; None where there is none."""
    value = document.value
    for part in path:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _order(counterpart: Any, key: str) -> list[str]:
    """Return the keys of a mapping in the order in which they are written; plural categories in CLDR's."""
    if key in _CATEGORIES:
        return list(_CATEGORIES)
    keys = list(counterpart) if isinstance(counterpart, Mapping) else []
    return keys if key in keys else [*keys, key]


def _in_flow(text: str, document: Document, before: Path, entry: str, start: int) -> str:
    """Return the text with an entry in a mapping in braces, after what is before it, or first."""
    if before:
        end = document.spans[before][1]
        return f"{text[:end]}, {entry}{text[end:]}"
    is_empty = text[start + 1 :].lstrip().startswith("}")
    return f"{text[: start + 1]}{entry}{'' if is_empty else ', '}{text[start + 1 :]}"


def _end(text: str, document: Document, path: Path) -> int:
    """Return where the last value below a path ends; comments that follow it are not of it."""
    inside = [one for one in document.spans if one[: len(path)] == path and not isinstance(_at(document, one), dict)]
    ends = [document.spans[one] for one in inside] or [document.spans[path]]
    return max(start + len(text[start:end].rstrip()) for start, end in ends)


def _after_line(text: str, index: int, lines: list[str]) -> str:
    """Return the text with lines after the one in which an index is."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return text[:end] + "".join(f"\n{line}" for line in lines) + text[end:]


def _offset(text: str, line: int) -> int:
    """Return where a line begins, counted from 1."""
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1])
