"""Places of the note: the ids of everything that has an address on its page, the same in every language."""

import re
from typing import Any, Literal, Self

from pydantic_core import CoreSchema, core_schema

Kind = Literal["paragraph", "question", "top", "head", "footnote", "heading"]

_SENTENCE = r"[pq][1-9]\d*s[1-9]\d*"
_LINE = r"(?:top|head)-[a-z0-9]+(?:-[a-z0-9]+)*"
_FOOTNOTE = r"fn[1-9]\d*"
# Two letters at least, so that none is taken for a paragraph.
_HEADING = r"[a-z]{2}[a-z0-9]*(?:-[a-z0-9]+)*"
_PATTERN = re.compile(
    r"(?P<letter>[pq])(?P<number>[1-9]\d*)(?:s(?P<sentence>[1-9]\d*))?"
    rf"|fn(?P<footnote>[1-9]\d*)|(?P<line>{_LINE})|{_HEADING}"
)


class Place(str):
    """The id of a paragraph (``p2``), question (``q1``), sentence (``p2s1``), heading, line or footnote (``fn1``).

    A line is one of the head (``head-from``) or above the title (``top-date``). ``number`` is that of the
    paragraph, question or footnote, 0 for any other place; ``sentence`` that of the sentence in it, None where the
    place is no sentence. Raises ValueError for a text that is no such id.
    """

    kind: Kind
    number: int
    sentence: int | None

    def __new__(cls, text: str, /) -> Self:
        """Parse the id; a Place is returned as it is."""
        if isinstance(text, cls):
            return text
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"'{text}' is not the id of a place")
        place = super().__new__(cls, text)
        if letter := match["letter"]:
            place.kind = "question" if letter == "q" else "paragraph"
        elif match["line"]:
            place.kind = "top" if text.startswith("top") else "head"
        else:
            place.kind = "footnote" if match["footnote"] else "heading"
        place.number = int(match["number"] or match["footnote"] or 0)
        place.sentence = int(match["sentence"]) if match["sentence"] else None
        return place

    @property
    def anchor(self) -> str:
        """The fragment of its address: that of a footnote is ``fn:1``, as Markdown's footnotes have it."""
        return f"fn:{self.number}" if self.kind == "footnote" else self

    @property
    def paragraph(self) -> str:
        """The id of the paragraph or question that a sentence is in; of any other place, its own."""
        return self.rpartition("s")[0] if self.sentence else self

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        """Return the schema of a place that a record may rest on: a sentence, a line, a footnote or a heading."""
        pattern = f"^({_SENTENCE}|{_LINE}|{_FOOTNOTE}|{_HEADING})$"
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=pattern))
