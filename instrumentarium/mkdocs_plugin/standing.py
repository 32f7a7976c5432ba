"""What is known of the pages that were built, and of those that stand in the site."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from instrumentarium.mkdocs_plugin.page_elements import Tree, merged
from instrumentarium.mkdocs_plugin.style_sheet import StyleSheet


@dataclass(frozen=True, kw_only=True)
class Built:
    """A language that was built: its pages, with what each read of the facts, and the elements that they have.

    And the seconds that it took, what was logged, and why it failed where it did.
    """

    code: str
    pages: Mapping[str, set[str]]
    elements: Tree
    seconds: float
    records: tuple[logging.LogRecord, ...] = ()
    failure: str | None = None


class Standing:
    """What is known of the pages that stand in the site, by language: what they read, and their elements."""

    def __init__(self) -> None:
        self.reads: dict[str, dict[str, set[str]]] = {}
        self._elements: dict[str, Tree] = {}
        self._sheet: tuple[object, bytes] = (None, b"")

    def add(self, built: Built, /, *, is_whole: bool) -> None:
        """Add pages that were built; of a language that ``is_whole``, no other page stands any more."""
        if is_whole:
            self.reads[built.code], self._elements[built.code] = {}, {}
        self.reads[built.code].update(built.pages)
        self._elements[built.code] = merged((self._elements[built.code], built.elements))

    def styled(self, sheet: StyleSheet, /) -> bytes:
        """Return the style sheet of the pages; it is made again only where something of it changed."""
        elements, texts = self._elements.copy(), sheet.texts()
        if self._sheet[0] != (elements, texts):
            self._sheet = (elements, texts), sheet.of(elements.values(), *texts)
        return self._sheet[1]
