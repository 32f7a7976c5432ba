"""The note as text: one source line is one sentence, and a paragraph ends with its id.

Reads docs/<lang>/note.md into paragraphs and sentences whose ids are the same in every language.
What the lines become on the page is the business of ``sentences.py``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from instrumentarium.sources.units import GAP, is_comment

HEAD = ("head-from", "head-to", "head-subject")

FOOTNOTE_REFERENCE = re.compile(r"\[\^(\d+)\](?!:)")
_FOOTNOTE = re.compile(r"\[\^(?P<number>\d+)\]:\s+(?P<text>.+)")
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.*?)\s*(?P<id>\{:\s*#[\w-]+\s*\})?$")
_ID = re.compile(r"\{:\s*#(?P<id>[\w-]+)\s*\}$")
_MARKER = re.compile(r"^(?P<number>\d+)\)\s+")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence in one language: ``text`` is plain, without a question's number or footnote marks.

    ``source`` is the line as it stands in the file, ``line`` its number, ``footnotes`` the numbers
    that it refers to, in order. ``language`` is the text's where it is not the note's: in a draft,
    the original stands in for what is not translated yet.
    """

    id: str
    text: str
    line: int
    source: str
    footnotes: tuple[int, ...] = ()
    language: str | None = None

    def pieces(self) -> Iterator[str | int]:
        """Yield its text in pieces, with the number of each footnote where it is referred to."""
        if not self.footnotes:
            yield self.text
            return
        for index, piece in enumerate(FOOTNOTE_REFERENCE.split(_words(self.id, self.source))):
            yield int(piece) if index % 2 else piece


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph (``p2``) or question (``q1``), its number and its sentences."""

    id: str
    line: int
    sentences: tuple[Sentence, ...]

    @property
    def number(self) -> int:
        """Its number among the paragraphs, or among the questions."""
        return int(self.id[1:])

    @property
    def is_question(self) -> bool:
        """Whether it is one of the questions to ministers."""
        return self.id.startswith("q")


@dataclass(frozen=True, kw_only=True)
class Note:
    """The note in one language: title, head, paragraphs, questions and footnotes, each with its lines."""

    title: Sentence
    questions_title: Sentence
    head: tuple[Sentence, ...]
    body: tuple[Paragraph, ...]
    footnotes: tuple[Sentence, ...]

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """The paragraphs and questions by id."""
        return {paragraph.id: paragraph for paragraph in self.body}

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """Everything that has an address, by id: head, sentences, footnotes."""
        parts = (*self.head, *(s for p in self.body for s in p.sentences), *self.footnotes)
        return {sentence.id: sentence for sentence in parts}

    def numbered(self) -> Iterator[Sentence]:
        """Yield the sentences of paragraphs and questions, in order: p1s1 … q2s1."""
        for paragraph in self.body:
            yield from paragraph.sentences


@dataclass
class _Reading:
    """What has been read so far, and what is wrong with it: (line, column, message)."""

    title: Sentence | None = None
    questions_title: Sentence | None = None
    head: tuple[Sentence, ...] = ()
    body: list[Paragraph] = field(default_factory=list)
    footnotes: list[Sentence] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, int, str]] = field(default_factory=list)


def parse(text: str, /, *, first_line: int = 1) -> tuple[Note | None, list[tuple[int, int, str]]]:
    """Read the Markdown of a note; return it with its faults, each (line, column, message).

    ``first_line`` is the line of the file at which ``text`` begins. The note is None where a part
    that every note has (title, head, the questions' heading) is missing.
    """
    reading = _Reading()
    for block in _blocks(text.splitlines(), first_line):
        _read_block(reading, block)
    for part, how in (  # told only where nothing else explains the lack
        (reading.title, "the title: a line that begins with '# '"),
        (reading.head, "the head: the lines from, to and subject, ended by '{: #head }'"),
        (reading.questions_title, "the heading of the questions: '## … {: #questions }'"),
    ):
        if not part and not reading.faults:
            reading.faults.append((first_line, 1, f"the note lacks {how}"))
    if not (reading.title and reading.questions_title and reading.head):
        return None, reading.faults
    note = Note(
        title=reading.title,
        questions_title=reading.questions_title,
        head=reading.head,
        body=tuple(reading.body),
        footnotes=tuple(reading.footnotes),
    )
    return note, reading.faults


def _blocks(lines: list[str], first_line: int) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of lines that no blank line divides, each line with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, first_line):
        if is_comment(line):
            continue
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _read_block(reading: _Reading, block: list[tuple[int, str]]) -> None:
    line, first = block[0]
    if heading := _HEADING.fullmatch(first):
        id = "title" if heading["level"] == "#" else "questions"
        sentence = Sentence(id=id, text=heading["text"], line=line, source=first)
        if heading["level"] == "#":
            reading.title = sentence
        else:
            reading.questions_title = sentence
        for extra, _ in block[1:]:
            reading.faults.append((extra, 1, "put an empty line between the heading and what follows it"))
    elif _FOOTNOTE.fullmatch(first):
        _read_footnotes(reading, block)
    else:
        _read_paragraph(reading, block)


def _read_footnotes(reading: _Reading, block: list[tuple[int, str]]) -> None:
    for line, text in block:
        if footnote := _FOOTNOTE.fullmatch(text):
            reading.footnotes.append(
                Sentence(id=f"fn{footnote['number']}", text=footnote["text"], line=line, source=text)
            )
        else:
            reading.faults.append((line, 1, "a footnote is one line: '[^1]: …'; join this line to it"))


def _read_paragraph(reading: _Reading, block: list[tuple[int, str]]) -> None:
    line, last = block[-1]
    mark = _ID.fullmatch(last)
    if mark and mark["id"] == "head":
        _read_head(reading, line, block[:-1])
        return
    kind = "q" if reading.questions_title else "p"
    reading.counts[kind] += 1
    expected = f"{kind}{reading.counts[kind]}"
    if mark is None:
        reading.faults.append((line, 1, f"the paragraph has no id; end it with a line '{{: #{expected} }}'"))
        return
    id, lines = mark["id"], block[:-1]
    if id != expected:
        reading.faults.append((line, last.index(id) + 1, f"paragraph id '{id}' should be '{expected}'"))
        return
    if not lines:
        reading.faults.append((line, 1, f"paragraph '{id}' has no sentence; write one on each line above its id"))
        return
    sentences = []
    for index, (number, text) in enumerate(lines, 1):
        if id[0] == "q" and index == 1:
            marker = _MARKER.match(text)
            if marker is None or marker["number"] != id[1:]:
                reading.faults.append((number, 1, f"the question begins with its number: '{id[1:]}) …'"))
        sentences.append(_sentence(f"{id}s{index}", number, text))
    reading.body.append(Paragraph(id=id, line=line, sentences=tuple(sentences)))


def _read_head(reading: _Reading, line: int, lines: list[tuple[int, str]]) -> None:
    if len(lines) != len(HEAD):
        reading.faults.append((line, 1, f"the head has {len(lines)} lines, expected 3: from, to, subject"))
        return
    for number, text in lines:
        if ":" not in text and text != GAP:
            reading.faults.append((number, 1, "a line of the head is 'label: text'; there is no colon"))
    reading.head = tuple(_sentence(id, *place) for id, place in zip(HEAD, lines, strict=True))


def _sentence(id: str, line: int, source: str) -> Sentence:
    return Sentence(
        id=id,
        text=FOOTNOTE_REFERENCE.sub("", _words(id, source)),
        line=line,
        source=source,
        footnotes=tuple(int(number) for number in FOOTNOTE_REFERENCE.findall(source)),
    )


def _words(id: str, source: str) -> str:
    """Return a line without the number of a question that it begins with."""
    return _MARKER.sub("", source, count=1) if id.startswith("q") else source


def plain_text(note: Note, /) -> str:
    """Return the note as running text, in the order of its lines, for comparing word for word."""
    parts = [(note.title.line, note.title.text), (note.questions_title.line, note.questions_title.text)]
    parts += [(sentence.line, sentence.source) for sentence in (*note.head, *note.numbered())]
    parts += [(footnote.line, f"{footnote.id.removeprefix('fn')} {footnote.text}") for footnote in note.footnotes]
    return "\n".join(FOOTNOTE_REFERENCE.sub(r"\1", text) for _, text in sorted(parts))
