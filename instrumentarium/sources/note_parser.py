"""Reads note.md, in which one line is one sentence and a paragraph ends with its id."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from instrumentarium.model.note import HEAD, Heading, Note, Paragraph, Sentence
from instrumentarium.model.place import Place
from instrumentarium.model.unit import GAP
from instrumentarium.sources.text_files import is_comment

_FOOTNOTE_MARK = re.compile(r"\[\^(\d+)\](?!:)")
_FOOTNOTE = re.compile(r"\[\^(?P<number>[1-9]\d*)\]:\s+(?=\S)")
_HEADING = re.compile(r"(?P<mark>#{1,6}\s+)(?P<text>.*?)\s*(\{:\s*#(?P<id>[\w-]+)\s*\})?")
_ID = re.compile(r"\{:\s*#(?P<id>[\w-]+)\s*\}")
_QUESTION_NUMBER = re.compile(r"(?P<number>\d+)\)\s+")

Fault = tuple[int, int, str]
"""Line, column and message."""


@dataclass(frozen=True)
class _Line:
    """A line without the white space around it, and where it stands in the file, counted from 1."""

    text: str
    number: int
    column: int


@dataclass
class _Parser:
    """What has been read so far, and what is wrong with it; ``may_lack`` tells whether paragraphs may be missing."""

    may_lack: bool = False
    title: Heading | None = None
    questions_title: Heading | None = None
    head: tuple[Sentence, ...] = ()
    body: list[Paragraph] = field(default_factory=list)
    footnotes: list[Sentence] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    is_numbered: bool = True

    def fault(self, line: _Line, message: str, offset: int = 0) -> None:
        self.faults.append((line.number, line.column + offset, message))

    def read(self, block: list[_Line]) -> None:
        """Read a run of lines that no blank line divides."""
        if heading := _HEADING.fullmatch(block[0].text):
            self._heading(block, heading)
        elif _FOOTNOTE.match(block[0].text):
            self._footnotes(block)
        else:
            self._paragraph(block)

    def _heading(self, block: list[_Line], match: re.Match[str]) -> None:
        line, level = block[0], len(match["mark"].rstrip())
        heading = Heading(
            id=match["id"] or "",
            text=match["text"],
            words=match["text"],
            line=line.number,
            column=line.column + len(match["mark"]),
        )
        if level == 1:
            self.title = heading
        else:
            self.questions_title = heading
        for extra in block[1:]:
            self.fault(extra, "put an empty line between the heading and what follows it")

    def _footnotes(self, block: list[_Line]) -> None:
        for line in block:
            if footnote := _FOOTNOTE.match(line.text):
                self.footnotes.append(_sentence(Place(f"fn{footnote['number']}"), line, footnote.end()))
            else:
                self.fault(line, "a footnote is one line: '[^1]: …'; join this line to it")

    def _paragraph(self, block: list[_Line]) -> None:
        *lines, last = block
        mark = _ID.fullmatch(last.text)
        if mark and mark["id"] == "head":
            self._head(lines, last)
            return
        if block[0].text.startswith("#"):
            self.fault(block[0], "a heading has a space after its #; write it so")
            return
        if inner := next((line for line in lines if _ID.fullmatch(line.text)), None):
            self.fault(inner, "put an empty line between a paragraph's id and what follows it")
            return
        kind = "q" if self.questions_title else "p"
        self.counts[kind] += 1
        expected = f"{kind}{self.counts[kind]}"
        if self.may_lack and mark and re.fullmatch(rf"{kind}[1-9]\d*", mark["id"]):
            self.counts[kind] = max(self.counts[kind], int(mark["id"][1:]))
            expected = f"{kind}{self.counts[kind]}"
        if mark is None:
            self._misnumbered(last, f"the paragraph has no id; end it with a line '{{: #{expected} }}'")
        elif mark["id"] == "q1" and not self.questions_title:
            self._misnumbered(block[0], "the heading of the questions is missing above: '## … {: #questions }'")
        elif mark["id"] != expected:
            message = f"'{expected}' comes here, not '{mark['id']}'; correct the id, or put '{expected}' back"
            self._misnumbered(last, message, mark.start("id"))
            if re.fullmatch(rf"{kind}\d+", mark["id"]):
                self.counts[kind] = int(mark["id"][1:])
        elif not lines:
            self.fault(last, f"paragraph '{expected}' has no sentence; write one on each line above its id")
        else:
            sentences = tuple(self._numbered(Place(expected), lines))
            self.body.append(Paragraph(id=Place(expected), line=last.number, sentences=sentences))

    def _misnumbered(self, line: _Line, message: str, offset: int = 0) -> None:
        """Note what is wrong with the number of a paragraph; what is then wrong with the next ones follows from it."""
        if self.is_numbered:
            self.fault(line, message, offset)
        self.is_numbered = False

    def _numbered(self, paragraph: Place, lines: list[_Line]) -> Iterator[Sentence]:
        for index, line in enumerate(lines, 1):
            number = _QUESTION_NUMBER.match(line.text) if index == 1 and paragraph.kind == "question" else None
            if index == 1 and paragraph.kind == "question" and (not number or number["number"] != paragraph[1:]):
                self.fault(line, f"the question begins with its number: '{paragraph.number}) …'")
            yield _sentence(Place(f"{paragraph}s{index}"), line, number.end() if number else 0)

    def _head(self, lines: list[_Line], last: _Line) -> None:
        if len(lines) != len(HEAD):
            self.fault(last, f"the head has {len(lines)} lines, expected 3: from, to, subject")
            return
        for line in lines:
            if ":" not in line.text and line.text != GAP:
                self.fault(line, "a line of the head is 'label: text'; there is no colon")
        self.head = tuple(_sentence(id, line) for id, line in zip(HEAD, lines, strict=True))

    def note(self, first_line: int) -> Note | None:
        """Return the note; None, and a fault, where a part that every note has is missing."""
        for part, what in (
            (self.title, "the title: a line that begins with '# '"),
            (self.head, "the head: the lines from, to and subject, ended by '{: #head }'"),
            (self.questions_title, "the heading of the questions: '## … {: #questions }'"),
        ):
            if not part and not self.faults:  # told only where nothing else explains it
                self.faults.append((first_line, 1, f"the note lacks {what}"))
        if not (self.title and self.questions_title and self.head):
            return None
        return Note(
            title=self.title,
            questions_title=self.questions_title,
            head=self.head,
            body=tuple(self.body),
            footnotes=tuple(self.footnotes),
        )


def parse(text: str, /, *, first_line: int = 1, may_lack: bool = False) -> tuple[Note | None, list[Fault]]:
    """Return the note that ``text`` holds, None where it lacks a part that every note has, and its faults.

    ``first_line`` is the line of the file at which ``text`` begins; in a translation paragraphs may be missing.
    """
    parser = _Parser(may_lack=may_lack)
    for block in _blocks(text, first_line):
        parser.read(block)
    return parser.note(first_line), parser.faults


def _blocks(text: str, first_line: int) -> Iterator[list[_Line]]:
    """Yield the runs of lines that no blank line divides."""
    block: list[_Line] = []
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if is_comment(line):
            continue
        if words := line.strip():
            block.append(_Line(words, number, len(line) - len(line.lstrip()) + 1))
        elif block:
            yield block
            block = []


def _sentence(id: Place, line: _Line, start: int = 0) -> Sentence:
    """Return a sentence that begins at an offset of its line."""
    words = line.text[start:]
    parts = enumerate(_FOOTNOTE_MARK.split(words))
    pieces = tuple(int(part) if index % 2 else part for index, part in parts if part)
    return Sentence(id=id, words=words, pieces=pieces, line=line.number, column=line.column + start)
