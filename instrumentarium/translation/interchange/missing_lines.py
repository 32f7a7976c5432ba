"""Adds to a page gaps for lines that it lacks; all that stands in it stays as it is.

A *part* of a page is what has an address of its own: a heading with what follows it; in the note a heading, a
paragraph or a footnote.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from instrumentarium.model.place import Place
from instrumentarium.model.unit import Unit, UnitKey, gapped
from instrumentarium.sources.text_files import is_comment
from instrumentarium.sources.units import of_file

_NOTE = "note.md"
_MARK = re.compile(r"\{:\s*#[\w-]+|^\[\^\d+\]:")


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A part of a page: its units, and its lines, without the empty ones at its end; ``start`` counts from 0."""

    units: tuple[Unit, ...]
    start: int
    end: int


def with_gaps(name: str, text: str, source: str, wanted: Collection[UnitKey], /) -> str:
    """Return a page's text with gaps for those lines of ``wanted`` that it lacks, as the source language's page has.

    A paragraph of the note that has another number of sentences is made anew where all of its sentences are
    wanted, and else left as it is: which of them it lacks is not known.
    """
    for id, counterpart in _parts(name, source).items():
        own = _parts(name, text)
        keys = [unit.key for unit in counterpart.units]
        if id not in own:
            if any(key in wanted for key in keys):
                text = _with_part(text, own, _parts(name, source), id, source)
        elif not _is_parallel(own[id], counterpart) and name == _NOTE:
            if all(key in wanted for key in keys):
                text = _replaced(text, own[id], counterpart, source)
        elif missing := [key for key in keys[len(own[id].units) :] if key in wanted]:
            text = _with_lines(text, own[id], counterpart, keys.index(missing[-1]) + 1, source)
    return text


def unsure(name: str, text: str, source: str, /) -> Collection[UnitKey]:
    """Return the keys of paragraphs of the note that have another number of sentences than in the source language."""
    if name != _NOTE:
        return ()
    parts, counterparts = _parts(name, text), _parts(name, source)
    others = [id for id, part in parts.items() if id in counterparts and not _is_parallel(part, counterparts[id])]
    return {unit.key for id in others for unit in counterparts[id].units}


def _is_parallel(part: _Part, counterpart: _Part) -> bool:
    return len(part.units) == len(counterpart.units)


def _parts(name: str, text: str) -> Mapping[str, _Part]:
    """Return the parts of a page by id, in its order."""
    lines, inside = text.split("\n"), dict[str, list[Unit]]()
    for unit in sorted(of_file(name, text).values(), key=lambda unit: unit.line):
        if not unit.key.is_front_matter:
            inside.setdefault(_part_of(unit.key), []).append(unit)
    starts = [units[0].line - 1 for units in inside.values()]
    parts = {}
    for (id, units), start, end in zip(inside.items(), starts, [*starts[1:], len(lines)], strict=True):
        last = max(number for number in range(start, end) if not _is_between(lines[number]))
        parts[id] = _Part(units=tuple(units), start=start, end=last + 1)
    return parts


def _part_of(key: UnitKey) -> str:
    """Return the id of the part that a unit is in."""
    if key.page != "note":
        return key.section
    place = Place(key.name)
    return place.kind if place.kind in ("top", "head") else place.paragraph


def _is_between(line: str) -> bool:
    """Whether a line, where it ends a part, belongs to none: it is empty, or a note to translators."""
    return not line.strip() or is_comment(line)


def _gaps(units: Iterable[Unit], source: str, start: int, end: int) -> list[str]:
    """Return lines of the source language's page with gaps for the units in them."""
    return gapped(source, units)[start:end]


def _with_part(text: str, own: Mapping[str, _Part], counterparts: Mapping[str, _Part], id: str, source: str) -> str:
    """Return the text with a part that it lacks, after the nearest before it that it has."""
    lines, ids, part = text.split("\n"), list(counterparts), counterparts[id]
    block = _gaps(part.units, source, part.start, part.end)
    if _marks(block) & _marks(lines):
        return text  # it is there, but something is wrong with it
    before = [own[one].end for one in ids[: ids.index(id)] if one in own]
    if before:
        return "\n".join([*lines[: before[-1]], "", *block, *lines[before[-1] :]])
    after = [own[one].start for one in ids[ids.index(id) :] if one in own]
    start = after[0] if after else len(text.rstrip().split("\n"))
    return "\n".join([*lines[:start], *([] if after else [""]), *block, *([""] if after else []), *lines[start:]])


def _marks(lines: Iterable[str]) -> set[str]:
    """Return what names the parts that lines hold: ids, and the marks of footnotes."""
    return {mark for line in lines for mark in _MARK.findall(line)}


def _with_lines(text: str, own: _Part, counterpart: _Part, number: int, source: str) -> str:
    """Return the text with the lines that a part lacks at its end, as far as its unit of that number."""
    first = counterpart.units[len(own.units) - 1].line
    block = _gaps(counterpart.units, source, first, counterpart.units[number - 1].line)
    lines, end = text.split("\n"), own.units[-1].line
    return "\n".join([*lines[:end], *block, *lines[end:]])


def _replaced(text: str, own: _Part, counterpart: _Part, source: str) -> str:
    """Return the text with a part made anew."""
    lines = text.split("\n")
    return "\n".join(
        [*lines[: own.start], *_gaps(counterpart.units, source, counterpart.start, counterpart.end), *lines[own.end :]]
    )
