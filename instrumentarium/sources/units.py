"""Divides a language's files into units to translate; see ``model.unit`` for their keys."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from instrumentarium.model.note import Note
from instrumentarium.model.strings import OWN_FIELDS
from instrumentarium.model.unit import SEPARATOR, Unit, UnitKey
from instrumentarium.sources import note_parser, text_files, yaml_positions
from instrumentarium.sources.yaml_positions import Document, Path

# A macro, also as a heading; an attribute; or a picture that only decorates.
_NOT_TEXT = re.compile(r"\s*((#{1,6}\s+)?\{\{.*\}\}(\s*\{:.*\})?|(!\[\]\([^)]*\))?\{:.*\})?\s*")
_MARK = re.compile(r"(?:(?:#{1,6}|\d+\)|\[\^\d+\]:|[-*])\s+)?")
_ID = re.compile(r"\{:\s*#(?P<name>[\w-]+)\s*\}$")


def of_page(name: str, text: str, meta: Document, note: Note | None = None, /) -> Iterator[Unit]:
    """Yield the units of a page's file: title, description, and its lines of text; those of the note from ``note``."""
    yield from _of_front_matter(name, text, meta)
    body, first_line = text_files.body(text)
    offsets = [0]
    for line in text.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    if name == "note":
        for part in note.lines() if note else ():
            start = offsets[part.line - 1] + part.column - 1
            yield _unit(f"note:{part.id}", part.words, part.line, start)
        return
    for number, key in page_keys(name, body.split("\n"), first_line).items():
        line = text[offsets[number - 1] : offsets[number] - 1]
        start = _beginning(line)
        yield _unit(key, _without_id(line)[0][start:].rstrip(), number, offsets[number - 1] + start)


def of_file(name: str, text: str, /) -> Mapping[UnitKey, Unit]:
    """Return the units of a language's file by key, a page's or those of strings; none of a file at fault."""
    stem, _, suffix = name.rpartition(".")
    document, faults = yaml_positions.parse(text_files.front_matter(text) if suffix == "md" else text, name)
    if document is None or faults:
        return {}
    if suffix != "md":
        return {unit.key: unit for unit in of_strings(stem, document)}
    body, first_line = text_files.body(text)
    note = note_parser.parse(body, first_line=first_line, may_lack=True)[0] if stem == "note" else None
    return {unit.key: unit for unit in of_page(stem, text, document, note)}


def page_keys(name: str, lines: list[str], first_line: int, /) -> dict[int, UnitKey]:
    """Return the key of each line of text of a page, by the line's number."""
    keys, section, count = {}, "", 0
    for number, line in enumerate(lines, first_line):
        id = _without_id(line)[1] if line.startswith("#") else ""
        if id:
            section, count = id, 0
        if _NOT_TEXT.fullmatch(line) or text_files.is_comment(line):
            continue
        count += not id
        keys[number] = UnitKey(f"{name}:{section}:{count}")
    return keys


def _beginning(line: str) -> int:
    """Return where the text of a line begins: after the mark of a heading, an item, a question or a footnote."""
    mark = _MARK.match(line)
    return mark.end() if mark else 0


def _without_id(line: str) -> tuple[str, str]:
    """Return a line without the id at its end, and the id; "" where it has none."""
    end = line.rstrip()
    match = _ID.search(end) if end.endswith("}") else None
    return (end[: match.start()], match["name"]) if match else (line, "")


def of_strings(name: str, document: Document, /) -> Iterator[Unit]:
    """Yield the units of strings.yml or interface.yml, except those about the language itself."""
    if not isinstance(document.value, Mapping):
        return  # which the model tells
    for path, text in _leaves(document.value, ()):
        if path[0] == "language" or (len(path) == 3 and path[-1] in OWN_FIELDS):
            continue
        start, end = document.spans[path]
        yield Unit(
            key=UnitKey(f"{name}:{'.'.join(map(str, path))}"),
            text=text,
            line=document.places[path][0],
            start=start,
            end=end,
            derived=len(path) == 3 and path[-1] in ("quote", "forms", "location"),
        )


def _of_front_matter(name: str, text: str, meta: Document) -> Iterator[Unit]:
    for key in ("title", "description"):
        if (key,) in meta.spans:
            # The front matter was read without its first mark, which is one line of three characters.
            start, end = (index + len("---") for index in meta.spans[(key,)])
            value, line = str(meta.value[key]), meta.places[(key,)][0]
            yield Unit(key=UnitKey(f"{name}:{key}"), text=value, line=line, start=start, end=end)


def _unit(key: str, text: str, line: int, start: int) -> Unit:
    return Unit(key=UnitKey(key), text=text, line=line, start=start, end=start + len(text))


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for key, child in value.items():
            yield from _leaves(child, (*path, key))
    elif isinstance(value, list):
        yield path, SEPARATOR.join(map(str, value))
    else:
        yield path, str(value)
