"""The pieces that a language is translated by: each sentence of a page and each string, under a key.

Keys are the same in every language: ``note:p2s1``; ``about:privacy:2`` (the second line below that
heading; 0 is the heading itself); ``about:title`` (of the front matter); ``strings:meetings.<id>.name``;
``interface:labels.card``.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from instrumentarium.model.place import Place

GAP = "___"
SEPARATOR = " | "
_YAML = ("strings", "interface")
_COUNTS = "interface:counts."


@lru_cache(maxsize=4096)
def pin_of(text: str, /) -> str:
    """Return the pin of a source text: the first twelve hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


class UnitKey(str):
    """The key of a unit; ``page`` is the page that the unit is on, ``strings`` or ``interface``."""

    page: str
    name: str

    def __new__(cls, text: str, /) -> Self:
        """Parse the key."""
        key = super().__new__(cls, text)
        key.page, _, key.name = text.partition(":")
        return key

    @property
    def file(self) -> str:
        """The name of the unit's file in the folder of its language."""
        return f"{self.page}.{'yml' if self.page in _YAML else 'md'}"

    @property
    def path(self) -> tuple[str, ...]:
        """Where a string stands in its file: ("labels", "card"), ("theme", "footer.next"); () for a unit of a page."""
        if self.page not in _YAML:
            return ()
        section, _, rest = self.name.partition(".")
        return (section, rest) if section == "theme" else (section, *rest.split("."))

    @property
    def section(self) -> str:
        """The id of the heading above a line of a page ("" above the first), or the first part of a string's path."""
        return self.path[0] if self.path else self.name.rpartition(":")[0]

    @property
    def paragraph(self) -> str:
        """The paragraph of the note that a sentence is in, or the place itself; "" for any other unit."""
        if self.page != "note" or self.is_front_matter:
            return ""
        try:
            return Place(self.name).paragraph
        except ValueError:
            return ""

    @property
    def is_front_matter(self) -> bool:
        """Whether it is the title or the description of a page."""
        return self.page not in _YAML and self.name in ("title", "description")

    @property
    def is_count(self) -> bool:
        """Whether it is a plural form of a counted thing."""
        return self.startswith(_COUNTS)

    def category(self, category: str, /) -> "UnitKey":
        """Return the key of another plural form of the same counted thing."""
        return UnitKey(f"{self.rpartition('.')[0]}.{category}")


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A piece to translate: its text, its line, and its extent in the text of its file, in characters.

    ``derived`` are the quotes and forms of records: they follow from the language's own sentences,
    not from the source language's, so that they have no pin.
    """

    key: UnitKey
    text: str
    line: int
    start: int
    end: int
    derived: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether it still is to be written."""
        return GAP in self.text.split(SEPARATOR)


def gapped(text: str, units: Iterable[Unit], /) -> list[str]:
    """Return the lines of a file's text with a gap in the place of each unit."""
    for unit in sorted(units, key=lambda unit: unit.start, reverse=True):
        text = text[: unit.start] + GAP + text[unit.end :]
    return text.split("\n")
