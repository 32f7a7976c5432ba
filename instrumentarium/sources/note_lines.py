"""Reads the lines of a paragraph of the note: running text, items of lists, rows of tables, and what marks them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from instrumentarium.model.note import BULLETS, Sentence
from instrumentarium.model.place import Place

Fault = tuple[int, int, str]
"""Line, column and message."""

_FOOTNOTE_MARK = re.compile(r"\[\^(\d+)\](?!:)")
_NUMBER = r"\(?\d{1,3}[a-z]?(?:\.\d{1,3})*[.)]"
_LETTER = r"\(?(?:\w|[ivxlcdmIVXLCDM]{2,6})\)"
_BULLET = f"[{re.escape(BULLETS)}]"
_MARK = re.compile(rf"(?P<mark>{_NUMBER}|(?P<letter>{_LETTER})|(?P<bullet>{_BULLET}))(?:\s+|$)")
# What only looks like a mark has a backslash, as in Markdown: "11\. Dezember".
_ESCAPE = re.compile(r"^(\(?[\w.]{0,8})\\(?=[.)|\-–—•▪◦*])")
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|(\s*:?-{3,}:?\s*\|)+")


@dataclass(frozen=True)
class Line:
    """A line without the white space around it, and where it stands in the file, counted from 1."""

    text: str
    number: int
    column: int


def sentence(id: Place, line: Line, start: int = 0, end: int | None = None, /, mark: str = "") -> Sentence:
    """Return the sentence of a part of a line."""
    words = line.text[start:end]
    parts = enumerate(_FOOTNOTE_MARK.split(_ESCAPE.sub(r"\1", words)))
    pieces = tuple(int(part) if index % 2 else part.replace(r"\|", "|") for index, part in parts if part)
    return Sentence(id=id, words=words, pieces=pieces, line=line.number, column=line.column + start, mark=mark)


@dataclass
class ParagraphReader:
    """Reads the lines of the paragraph ``id``; ``faults`` are what is wrong with them."""

    id: Place
    faults: list[Fault] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    _indents: list[int] = field(default_factory=list)

    def read(self, lines: Sequence[Line]) -> tuple[Sentence, ...]:
        """Return the sentences of the lines."""
        tables, is_numbered = dict(_tables(lines)), _is_numbered(lines)
        last = -1
        for index, line in enumerate(lines):
            if index in tables:
                last = index + len(tables[index])
                self._table(tables[index])
            if index >= last:
                self._line(line, is_number=is_numbered and index == 0)
        return tuple(self.sentences)

    def _next(self) -> Place:
        return Place(f"{self.id}s{len(self.sentences) + 1}")

    def _line(self, line: Line, *, is_number: bool) -> None:
        mark, indent = _MARK.match(line.text), line.column - 1
        if mark and mark.end() == len(line.text):
            self.faults.append((line.number, line.column, f"nothing follows '{mark['mark']}'; write its text here"))
            return
        while self._indents and self._indents[-1] >= indent:
            self._indents.pop()
        if mark and not is_number:
            self._indents.append(indent)
        read = sentence(self._next(), line, mark.end() if mark else 0, mark=mark["mark"] if mark else "")
        self.sentences.append(replace(read, depth=len(self._indents)))

    def _table(self, rows: Sequence[Line]) -> None:
        self._indents.clear()
        if len(rows) < 2 or not _RULE.fullmatch(rows[1].text):
            line = rows[min(1, len(rows) - 1)]
            columns = len(list(_cells(rows[0])))
            rule = "| " + " | ".join(["---"] * columns) + " |"
            self.faults.append((line.number, line.column, f"below the first row of a table stands '{rule}'; put it in"))
            return
        width = len(list(_cells(rows[0])))
        for number, row in enumerate([rows[0], *rows[2:]]):
            cells = list(_cells(row))
            if len(cells) != width:
                message = f"this row has {len(cells)} cells, the first {width}; an empty cell is '|  |'"
                self.faults.append((row.number, row.column, message))
            for column, (start, end) in enumerate(cells):
                if start < end:
                    read = sentence(self._next(), row, start, end)
                    self.sentences.append(replace(read, cell=(number, column)))


def _is_numbered(lines: Sequence[Line]) -> bool:
    """Whether the mark of the first line is the paragraph's number: no other line beside it has one of that sort."""
    first = _MARK.match(lines[0].text) if lines else None
    if not first or first["bullet"]:
        return False
    marks = (_MARK.match(line.text) for line in lines if line.column == lines[0].column)
    return Counter(_sort(mark) for mark in marks if mark)[_sort(first)] == 1


def _sort(mark: re.Match[str]) -> str:
    return re.sub(r"[\w.]+(?=[.)]$)", "a" if mark["letter"] else "1", mark["mark"])


def _tables(lines: Sequence[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Yield the runs of lines that are rows of a table, with the index of the first."""
    run: list[Line] = []
    for index, line in enumerate([*lines, None]):
        if line and line.text.startswith("|"):
            run.append(line)
        elif run:
            yield index - len(run), run
            run = []


def _cells(row: Line) -> Iterator[tuple[int, int]]:
    """Yield where the text of each cell begins and ends in a row."""
    bars = [bar.start() for bar in _CELLS.finditer(row.text)]
    if not row.text.endswith("|") or (bars and bars[-1] != len(row.text) - 1):
        bars.append(len(row.text))
    for before, after in pairwise(bars):
        cell = row.text[before + 1 : after]
        text = cell.strip()
        start = before + 1 + len(cell) - len(cell.lstrip()) if text else before + 1
        yield start, start + len(text)
