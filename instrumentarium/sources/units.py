"""What there is to translate: every sentence of every page, and every string, each with a key and a place.

Keys are the same in every language: ``note:p2s1``, ``about:privacy:2`` (the second line below that
heading; 0 is the heading itself), ``about:title``, ``strings:labels.card``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from instrumentarium.sources import front_matter, yaml_positions
from instrumentarium.sources.yaml_positions import Document, Path

GAP = "___"
SEPARATOR = " | "

_COMMENT = re.compile(r"\s*<!--.*-->\s*")
_NOT_TEXT = re.compile(r"\s*(\{\{.*\}\}|\{:.*\})?\s*")
_LINE = re.compile(
    r"(?P<mark>(?:#{1,6}|\d+\)|\[\^\d+\]:|[-*])\s+)?(?P<text>.*?)(?P<id>\s*\{:\s*#(?P<name>[\w-]+)\s*\})?\s*"
)
_ID = re.compile(r"\{:\s*#(?P<name>[\w-]+)\s*\}")


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A piece to translate: its text, its line, and its extent in the text of its file.

    ``derived`` are the quotes and forms of records: they follow from the language's own sentences,
    not from the original's, so that nothing is pinned for them.
    """

    key: str
    text: str
    line: int
    start: int
    end: int
    derived: bool = False

    @property
    def page(self) -> str:
        """The page it is on, or ``strings``."""
        return self.key.partition(":")[0]

    @property
    def is_gap(self) -> bool:
        """Whether it still is to be written."""
        return GAP in self.text.split(SEPARATOR)


def is_comment(line: str, /) -> bool:
    """Whether a line of Markdown is a note to translators, which is no text."""
    return bool(_COMMENT.fullmatch(line))


def without_comments(markdown: str, /) -> str:
    """Return Markdown without its comment lines."""
    return "\n".join(line for line in markdown.split("\n") if not is_comment(line))


def of_page(name: str, text: str, first_line: int, meta: Document, /) -> Iterator[Unit]:
    """Yield the units of a page's file: title, description, and its lines of text."""
    yield from _of_front_matter(name, text, meta)
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: first_line - 1])
    keys = note_keys(lines, first_line) if name == "note" else page_keys(name, lines, first_line)
    for number, line in enumerate(lines[first_line - 1 :], first_line):
        if number in keys:
            match = _LINE.fullmatch(line)
            assert match is not None
            start, end = match.span("text")
            yield Unit(key=keys[number], text=match["text"], line=number, start=offset + start, end=offset + end)
        offset += len(line) + 1


def of_file(name: str, text: str, /) -> Mapping[str, Unit]:
    """Return the units of a language's file by key: a page's, or those of strings.yml; none of a file at fault."""
    stem, _, suffix = name.rpartition(".")
    document, faults = yaml_positions.parse(front_matter.yaml_of(text) if suffix == "md" else text, name)
    if document is None or faults:
        return {}
    found = of_page(stem, text, front_matter.body_of(text)[1], document) if suffix == "md" else of_strings(document)
    return {unit.key: unit for unit in found}


def _of_front_matter(name: str, text: str, document: Document) -> Iterator[Unit]:
    for key in ("title", "description"):
        if (key,) in document.spans:
            # The front matter was read without its first mark, which is one line of three characters.
            start, end = (index + len("---") for index in document.spans[(key,)])
            value, line = str(document.value[key]), document.places[(key,)][0]
            yield Unit(key=f"{name}:{key}", text=value, line=line, start=start, end=end)


def _is_text(line: str) -> bool:
    return not _NOT_TEXT.fullmatch(line) and not is_comment(line)


def page_keys(name: str, lines: list[str], first_line: int) -> dict[int, str]:
    """Return the key of each line of text, by its number."""
    keys, section, count = {}, "", 0
    for number, line in enumerate(lines[first_line - 1 :], first_line):
        if not _is_text(line):
            continue
        match = _LINE.fullmatch(line)
        if match and match["name"] and line.startswith("#"):
            section, count = match["name"], -1
        count += 1
        keys[number] = f"{name}:{section}:{count}"
    return keys


def note_keys(lines: list[str], first_line: int) -> dict[int, str]:
    """Return the key of each line of the note: the id of its sentence, head line, heading or footnote."""
    keys: dict[int, str] = {}
    block: list[int] = []
    for number, line in enumerate([*lines[first_line - 1 :], ""], first_line):
        if mark := _ID.fullmatch(line.strip()):
            names = ("from", "to", "subject")
            for index, at in enumerate(block):
                if mark["name"] == "head":
                    keys[at] = f"note:head-{names[index]}" if index < len(names) else f"note:head-{index}"
                else:
                    keys[at] = f"note:{mark['name']}s{index + 1}"
        elif line.startswith("#") and (heading := _ID.search(line)):
            keys[number] = f"note:{heading['name']}"
        elif footnote := re.match(r"\[\^(\d+)\]:", line):
            keys[number] = f"note:fn{footnote[1]}"
        elif not line.strip():
            block = []
        elif _is_text(line):
            block.append(number)
    return keys


def of_strings(document: Document, /) -> Iterator[Unit]:
    """Yield the units of strings.yml, except what says how far the language is."""
    for path, text in _leaves(document.value, ()):
        if path[0] == "language" or path[-1] == "verified":
            continue
        start, end = document.spans[path]
        yield Unit(
            key=f"strings:{'.'.join(map(str, path))}",
            text=text,
            line=document.places[path][0],
            start=start,
            end=end,
            derived=len(path) == 3 and path[-1] in ("quote", "forms"),
        )


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for key, child in value.items():
            yield from _leaves(child, (*path, key))
    elif isinstance(value, list):
        yield path, SEPARATOR.join(map(str, value))
    else:
        yield path, str(value)
