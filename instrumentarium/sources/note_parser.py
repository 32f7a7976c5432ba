"""Reads note.md, in which one line is one sentence and a paragraph ends with its id.

What may stand in it, in blocks with an empty line between them: lines above the title, ended by ``{: #top }``; the
title, ``# … {: #note }``; the head, lines of the form ``label: text``, ended by ``{: #head }``; headings of any level,
``## … {: #id }``, of which one of level 1 begins an annex; paragraphs, ended by ``{: #p1 }``, and questions, ended by
``{: #q1 }``, each numbered through the note; footnotes, ``[^1]: …``, where they please.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from instrumentarium.model.note import Heading, Note, Paragraph, Part, Sentence
from instrumentarium.model.place import Place
from instrumentarium.model.unit import GAP
from instrumentarium.sources.note_lines import Fault, Line, ParagraphReader, sentence
from instrumentarium.sources.text_files import is_comment

_FOOTNOTE = re.compile(r"\[\^(?P<number>[1-9]\d*)\]:\s+(?=\S)")
_HEADING = re.compile(r"(?P<mark>#{1,6}\s+)(?P<text>.*?)\s*(\{:\s*#(?P<id>[\w-]+)\s*\})?")
_ID = re.compile(r"\{:\s*#(?P<id>[\w-]+)\s*\}")
_ID_AT_END = re.compile(r"\s*\{:\s*#(?P<id>[\w-]+)\s*\}$")
_NUMBERED = re.compile(r"(?P<kind>[pq])(?P<number>[1-9]\d*)")
# The lines of a head that need not name themselves.
_USUAL_HEAD = ("head-from", "head-to", "head-subject")


@dataclass
class _Parser:
    """What has been read so far, and what is wrong with it; ``may_lack`` tells whether paragraphs may be missing."""

    may_lack: bool = False
    top: tuple[Sentence, ...] = ()
    title: Heading | None = None
    head: tuple[Sentence, ...] = ()
    parts: list[Part] = field(default_factory=list)
    footnotes: list[Sentence] = field(default_factory=list)
    kind: str = "p"
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    is_numbered: bool = True

    def fault(self, line: Line, message: str, offset: int = 0) -> None:
        self.faults.append((line.number, line.column + offset, message))

    def read(self, block: list[Line]) -> None:
        """Read a run of lines that no blank line divides."""
        *lines, last = block
        mark = _ID.fullmatch(last.text)
        if heading := _HEADING.fullmatch(block[0].text):
            self._heading(block, heading)
        elif _FOOTNOTE.match(block[0].text):
            self._footnotes(block)
        elif block[0].text.startswith("#"):
            self.fault(block[0], "a heading has a space after its #; write it so")
        elif mark and mark["id"] == "head":
            self.head = tuple(self._named(lines, last, "head", _USUAL_HEAD))
        elif mark and mark["id"] == "top":
            self.top = tuple(self._named(lines, last, "top", [f"top-{number + 1}" for number in range(len(lines))]))
        elif mark is None and not self.parts and (message := self._unended(block)):
            self.fault(last, message)
        elif inner := next((line for line in lines if _ID.fullmatch(line.text)), None):
            self.fault(inner, "put an empty line between a paragraph's id and what follows it")
        else:
            self._paragraph(lines, last, mark)

    def _unended(self, block: list[Line]) -> str:
        """Return what is wrong with lines at the beginning that have no id at their end; "" for a paragraph."""
        if self.title is None:
            return "what stands above the title ends with a line '{: #top }'; add it, or move the title up"
        if not self.head and len(block) > 1 and all(":" in line.text for line in block):
            return "the head, whose lines have the form 'label: text', ends with a line '{: #head }'; add it"
        return ""

    def _heading(self, block: list[Line], match: re.Match[str]) -> None:
        line, id = block[0], match["id"] or ""
        for extra in block[1:]:
            self.fault(extra, "put an empty line between the heading and what follows it")
        if not id:
            return  # which is a rule for all pages
        if not _is_heading(id):
            message = f"'{id}' cannot be the id of a heading; give it a word of small letters, such as 'annex-2'"
            self.fault(line, message, match.start("id"))
            return
        read = sentence(Place(id), line, match.end("mark"), match.end("text"))
        heading = Heading(**read.__dict__, level=len(match["mark"].rstrip()))
        if heading.level > 1 or self.title:
            self.parts.append(heading)
        else:
            self.title = heading

    def _footnotes(self, block: list[Line]) -> None:
        for line in block:
            if footnote := _FOOTNOTE.match(line.text):
                number = footnote["number"]
                self.footnotes.append(sentence(Place(f"fn{number}"), line, footnote.end(), mark=number))
            else:
                self.fault(line, "a footnote is one line: '[^1]: …'; join this line to it")

    def _named(self, lines: list[Line], last: Line, what: str, usual: Sequence[str]) -> Iterator[Sentence]:
        """Yield the lines of the head, or above the title: each has an id, or the usual one of its place."""
        ids = [_ID_AT_END.search(line.text) for line in lines]
        if not any(ids) and len(lines) != len(usual):
            message = f"the head has {len(lines)} lines; end each with an id of its own, such as '{{: #head-from }}'"
            self.fault(last, f"{message}: only from, to and subject, which are three, may go without")
            return
        seen: set[str] = set()
        for index, (line, id) in enumerate(zip(lines, ids, strict=True)):
            text = line.text[: id.start() if id else None]
            name = id["id"] if id else usual[index] if not any(ids) else ""
            if not re.fullmatch(rf"{what}-[a-z0-9]+(-[a-z0-9]+)*", name):
                self.fault(line, f"end this line with an id of its own: '{{: #{what}-… }}'")
            elif name in seen:
                self.fault(line, f"the id '{name}' is that of a line above; give this one its own")
            elif what == "head" and ":" not in text and text != GAP:
                self.fault(line, "a line of the head is 'label: text'; there is no colon")
            else:
                seen.add(name)
                yield sentence(Place(name), line, 0, len(text))

    def _paragraph(self, lines: list[Line], last: Line, mark: re.Match[str] | None) -> None:
        own = _NUMBERED.fullmatch(mark["id"]) if mark else None
        kind = own["kind"] if own else self.kind
        self.kind, self.counts[kind] = kind, self.counts[kind] + 1
        if self.may_lack and own:
            self.counts[kind] = max(self.counts[kind], int(own["number"]))
        expected = f"{kind}{self.counts[kind]}"
        if mark is None:
            self._misnumbered(last, f"the paragraph has no id; end it with a line '{{: #{expected} }}'")
        elif mark["id"] != expected:
            message = f"'{expected}' comes here, not '{mark['id']}'; correct the id, or put '{expected}' back"
            self._misnumbered(last, message, mark.start("id"))
            if own:
                self.counts[kind] = int(own["number"])
        elif not lines:
            self.fault(last, f"paragraph '{expected}' has no sentence; write one on each line above its id")
        else:
            reader = ParagraphReader(Place(expected))
            sentences = reader.read(lines)
            self.faults += reader.faults
            if sentences:
                self.parts.append(Paragraph(id=Place(expected), line=last.number, sentences=sentences))

    def _misnumbered(self, line: Line, message: str, offset: int = 0) -> None:
        """Note what is wrong with the number of a paragraph; what is then wrong with the next ones follows from it."""
        if self.is_numbered:
            self.fault(line, message, offset)
        self.is_numbered = False

    def note(self, first_line: int) -> Note | None:
        """Return the note; None, and a fault, where it has no title."""
        if self.title is None:
            if not self.faults:  # told only where nothing else explains it
                self.faults.append((first_line, 1, "the note lacks its title: a line '# … {: #note }'; write it"))
            return None
        parts, footnotes = tuple(self.parts), tuple(self.footnotes)
        return Note(top=self.top, title=self.title, head=self.head, parts=parts, footnotes=footnotes)


def parse(text: str, /, *, first_line: int = 1, may_lack: bool = False) -> tuple[Note | None, list[Fault]]:
    """Return the note that ``text`` holds, None where it lacks its title, and its faults.

    ``first_line`` is the line of the file at which ``text`` begins; in a translation paragraphs may be missing.
    """
    parser = _Parser(may_lack=may_lack)
    for block in _blocks(text, first_line):
        parser.read(block)
    return parser.note(first_line), parser.faults


def _is_heading(id: str) -> bool:
    try:
        return Place(id).kind == "heading" and id not in ("head", "top")
    except ValueError:
        return False


def _blocks(text: str, first_line: int) -> Iterator[list[Line]]:
    """Yield the runs of lines that no blank line divides."""
    block: list[Line] = []
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if is_comment(line):
            continue
        if words := line.strip():
            block.append(Line(words, number, len(line) - len(line.lstrip()) + 1))
        elif block:
            yield block
            block = []
