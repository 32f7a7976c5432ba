"""The note in one language, as text: its headings, head, paragraphs, questions and footnotes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from instrumentarium.model.place import Place

HEAD = (Place("head-from"), Place("head-to"), Place("head-subject"))


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading and the id that ends it ("" where it has none); the fields that a Sentence has, too."""

    id: str
    text: str
    words: str
    line: int
    column: int
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence, a line of the head, or a footnote.

    ``words`` are what its line in the file says, without the number of a question or footnote before it;
    ``line`` and ``column`` are where they begin there. ``pieces`` is the same in pieces, with the number of
    each footnote where the sentence refers to it. ``language`` is the code of its language where that is
    not the note's: in a draft, the source language's sentence stands in for what is not translated yet.
    """

    id: Place
    words: str
    pieces: tuple[str | int, ...]
    line: int
    column: int
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
    def is_question(self) -> bool:
        """Whether it is one of the questions to ministers."""
        return self.id.kind == "question"


@dataclass(frozen=True, kw_only=True)
class Note:
    """The note in one language; ``body`` is its paragraphs, then its questions."""

    title: Heading
    questions_title: Heading
    head: tuple[Sentence, ...]
    body: tuple[Paragraph, ...]
    footnotes: tuple[Sentence, ...]

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
        """Everything that a record may rest on, by id: head lines, sentences, footnotes."""
        return {sentence.id: sentence for sentence in (*self.head, *self.numbered(), *self.footnotes)}

    def numbered(self) -> Iterator[Sentence]:
        """Yield the sentences of paragraphs and questions, in order: p1s1 … q2s1."""
        for paragraph in self.body:
            yield from paragraph.sentences

    def lines(self) -> list[Heading | Sentence]:
        """Return every text of the note in the order of its lines in the file."""
        texts: list[Heading | Sentence] = [self.title, self.questions_title, *self.sentences.values()]
        return sorted(texts, key=lambda text: text.line)
