"""The note in one language, as text: what stands above its title, its head, headings, paragraphs and footnotes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from instrumentarium.model.place import Place

BULLETS = "-–—•▪◦*"
"""What marks an item of a list that has no number."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence, an item or a cell; a line of the head or above the title; a heading; or a footnote.

    ``words`` are what its line in the file says, without what stands before the text and the id after it;
    ``line`` and ``column`` are where they begin there. ``pieces`` is the text in pieces, with the number of each
    footnote where it refers to it. ``mark`` is what the text received prints before the text: the number of a paragraph
    or of a footnote, the dash or the letter of an item. ``depth`` is 0 for running text, 1 for the items of a list,
    2 for those of a list in an item; ``cell`` the row and the column of a table, counted from 0. ``language`` is
    the code of its language where that is not the note's: the source language's stands in for what is not
    translated.
    """

    id: Place
    words: str
    pieces: tuple[str | int, ...]
    line: int
    column: int
    mark: str = ""
    depth: int = 0
    cell: tuple[int, int] | None = None
    language: str | None = None

    @cached_property
    def text(self) -> str:
        """The sentence as plain text, without footnote marks."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    @property
    def footnotes(self) -> tuple[int, ...]:
        """The numbers of the footnotes that it refers to, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, int))


@dataclass(frozen=True, kw_only=True)
class Heading(Sentence):
    """A heading; ``level`` is 1 for the title, and for an annex."""

    level: int


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph (``p2``) or question (``q1``) and its sentences; ``line`` is that of its id in the file."""

    id: Place
    line: int
    sentences: tuple[Sentence, ...]

    @property
    def number(self) -> int:
        """Its number among the paragraphs, or among the questions."""
        return self.id.number

    @property
    def mark(self) -> str:
        """The number that the text received prints before it; "" where it prints none."""
        first = self.sentences[0]
        return "" if first.depth else first.mark

    @property
    def printed_number(self) -> str:
        """That number without what surrounds it: "12a" of "(12a)"."""
        return re.sub(r"^\(|[.)]$", "", self.mark)

    @property
    def is_question(self) -> bool:
        """Whether it is one of the questions to ministers."""
        return self.id.kind == "question"


Part: TypeAlias = Heading | Paragraph


@dataclass(frozen=True, kw_only=True)
class Note:
    """The note in one language; ``top`` stands above its title, ``parts`` are its headings and paragraphs, in order."""

    top: tuple[Sentence, ...]
    title: Heading
    head: tuple[Sentence, ...]
    parts: tuple[Part, ...]
    footnotes: tuple[Sentence, ...]

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings below the title."""
        return tuple(part for part in self.parts if isinstance(part, Heading))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The level at which each heading stands below the title, by id: 2 for an annex, 3 for a heading inside."""
        found, is_in_annex = dict[str, int](), False
        for heading in self.headings:
            is_in_annex = is_in_annex or heading.level == 1
            found[heading.id] = 2 if heading.level == 1 else min(heading.level + is_in_annex, 6)
        return found

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs and questions."""
        return tuple(part for part in self.parts if isinstance(part, Paragraph))

    @property
    def questions(self) -> tuple[Paragraph, ...]:
        """The questions to ministers."""
        return tuple(paragraph for paragraph in self.body if paragraph.is_question)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are no questions."""
        return tuple(paragraph for paragraph in self.body if not paragraph.is_question)

    @cached_property
    def by_id(self) -> Mapping[str, Paragraph]:
        """The paragraphs and questions by id."""
        return {paragraph.id: paragraph for paragraph in self.body}

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """Every text of the note by id, which is all that a record may rest on."""
        texts = (*self.top, self.title, *self.head, *self.headings, *self.numbered(), *self.footnotes)
        return {sentence.id: sentence for sentence in texts}

    def numbered(self) -> Iterator[Sentence]:
        """Yield the sentences of paragraphs and questions, in order: p1s1 … q2s1."""
        for paragraph in self.body:
            yield from paragraph.sentences

    def lines(self) -> list[Sentence]:
        """Return every text of the note in its order in the file."""
        return sorted(self.sentences.values(), key=lambda text: (text.line, text.column))

    def subject(self) -> str:
        """Return what the note is about: what its head gives as the subject, or else its title."""
        line = self.sentences.get("head-subject")
        return line.text.partition(":")[2].strip() if line else self.title.text

    def questions_title(self) -> Heading | None:
        """Return the heading below which the first question stands; None where there is none."""
        above = None
        for part in self.parts:
            if isinstance(part, Heading):
                above = part
            elif part.is_question:
                return above
        return None
