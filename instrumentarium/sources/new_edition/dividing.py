"""Divides a text received into the lines of note.md: a first proposal, which its editor corrects.

Every word of the text stands in it, in the order of the text. A title is known by its capitals, a head by its labels,
a paragraph by the empty line around it, a sentence by its full stop; questions, headings and tables are left to the
editor, who knows them when he sees them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_END = re.compile(r"(?P<word>\S+?)[.!?…؟。][\"”»’)\]]*\s+(?=\S)")
_LABELLED = re.compile(r"[^:]{1,60}:\s*\S")
_ITEM = re.compile(r"[-–—•▪◦*]\s|\(?[^\W\d]{1,3}\)\s")
_BROKEN = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
# The ids of the usual lines of a head.
_HEAD = ("from", "to", "subject")
_LAST = re.compile(r"[.!?…:;؟。][\"”»’)\]\d]*$")
_FULL, _FULL_INSIDE = 0.8, 0.6
"""How long a line is at least, against a whole one, where a paragraph goes on: at a sentence's end, and inside."""
_SHORT = 3
"""A word of so many letters before a full stop is taken for an abbreviation, a number for an ordinal."""


def note(received: str, title: str, description: str, /) -> str:
    """Return a note.md with the words of the text received, and the title and the description of its page."""
    lines = list(_lines(received))
    width = sorted(len(line.text) for line in lines)[len(lines) * 3 // 4]  # that of a whole line
    start = next((index for index, line in enumerate(lines) if _is_title(line.text)), 0)
    end = next(
        (index for index in range(start + 1, len(lines)) if not _is_of_head(lines, start, index, width)), len(lines)
    )
    above, head, body = lines[:start], _joined(lines[start + 1 : end]), _paragraphs(lines[end:], width)
    parts = [f"---\ntitle: {title}\ndescription: {description}\n---"]
    parts += ["\n".join([*(line.text for line in above), "{: #top }"])] if above else []
    parts += [f"# {lines[start].text} {{: #note }}"]
    parts += ["\n".join([*_with_ids(head), "{: #head }"])] if head else []
    parts += ["\n".join([*_sentences(block), f"{{: #p{number} }}"]) for number, block in enumerate(body, 1)]
    return "\n\n".join(parts) + "\n"


@dataclass(frozen=True)
class _Line:
    """A line with words; ``is_apart`` tells whether more space is above it than between most lines."""

    text: str
    is_apart: bool


def _lines(received: str) -> Iterator[_Line]:
    """Yield the lines with words: programs that take text out of a PDF put an empty line between all of them."""
    found, gap = list[tuple[str, int]](), 0
    for line in _BROKEN.sub("", received).split("\n"):
        if text := line.strip():
            found.append((text, gap))
        gap = 0 if text else gap + 1
    usual = Counter(gap for _, gap in found[1:]).most_common(1)[0][0] if len(found) > 1 else 0
    yield from (_Line(text, gap > usual) for text, gap in found)


def _is_of_head(lines: Sequence[_Line], title: int, index: int, width: int) -> bool:
    """Whether a line is one of the head: it has a label, or goes on with the line above."""
    line, above = lines[index], lines[index - 1]
    if _LABELLED.match(line.text):
        return True
    return index > title + 1 and not line.is_apart and (_is_full(above, width) or not line.text[0].isupper())


def _is_full(line: _Line, width: int) -> bool:
    """Whether a line is about as long as the longest, so that what is said goes on below it."""
    return len(line.text) >= width * (_FULL if _LAST.search(line.text) else _FULL_INSIDE)


def _joined(head: Sequence[_Line]) -> list[str]:
    """Return the lines of a head, each with what goes on below it."""
    found: list[str] = []
    for line in head:
        if _LABELLED.match(line.text) or not found:
            found.append(line.text)
        else:
            found[-1] += f" {line.text}"
    return found


def _paragraphs(lines: Sequence[_Line], width: int) -> list[list[str]]:
    """Return the lines of each paragraph: one begins after space, or after a short line, unless with small letters."""
    found: list[list[str]] = []
    for index, line in enumerate(lines):
        goes_on = index and (_is_full(lines[index - 1], width) or line.text[0].islower() or _ITEM.match(line.text))
        if line.is_apart or not goes_on:
            found.append([])
        found[-1].append(line.text)
    return found


def _is_title(line: str) -> bool:
    return line.isupper() and len(line) <= 40 and ":" not in line and not any(map(str.isdecimal, line))


def _with_ids(head: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a head; where they are not the usual three, each with an id."""
    for number, line in enumerate(head, 1):
        yield line if len(head) == len(_HEAD) else f"{line} {{: #head-{number} }}"


def _sentences(lines: Sequence[str]) -> Iterator[str]:
    """Yield the sentences of a paragraph: items of a list begin a line, other line ends are those of the page."""
    text = ""
    for line in lines:
        if _ITEM.match(line) and text:
            yield from _divided(text)
            text = line
        else:
            text = f"{text} {line}".strip()
    yield from _divided(text)


def _divided(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        word = end["word"].strip('(“„«"')
        is_abbreviation = text[end.end("word")] == "." and (word.isdecimal() or len(word) <= _SHORT)
        if not is_abbreviation and not text[end.end()].islower():
            yield text[start : end.end()].strip()
            start = end.end()
    if text[start:].strip():
        yield text[start:].strip()
