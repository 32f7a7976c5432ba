"""Says in plain words why a text is not YAML, at the place where the mistake was made, not where it was noticed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from instrumentarium.sources.diagnostics import Diagnostic

CURLY = ("“", "”", "„", "«", "»", "‘", "’", "‚", "‹", "›")
"""Quotation marks of running text, which YAML does not know."""

_Place = tuple[int, int]
"""Line and column, counted from 0."""

_CURLY_VALUE = re.compile(rf"(?:^\s*|[:,\-]\s+|[\[{{]\s*)({'|'.join(CURLY)})")
# A value in brackets that goes on after them: "{date} (inferred)".
_BRACKET_VALUE = re.compile(r"""\s*(?:- +)?[\w.-]+: +(?P<bracket>[\[{])[^\[\]{}"']*[\]}]\s*[^\s,#\]}]""")
_QUOTED = {'"': re.compile(r'"(?:\\.|[^"\\])*"', re.DOTALL), "'": re.compile(r"'(?:''|[^'])*'")}
# What may follow a closing quotation mark on its line.
_AFTER = re.compile(r"[ \t]*(?:[,\]}:]|#|\n|$)")


@dataclass(frozen=True)
class _Noticed:
    """What the parser says: the problem, where it noticed it, and where that began, counted from 0."""

    problem: str
    line: int
    column: int
    began: _Place


def explained(error: yaml.YAMLError, text: str, file: str, /) -> Diagnostic:
    """Return what is wrong with a text that is not YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    if mark is None:
        before = text[: getattr(error, "position", 0) or 0]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Diagnostic(file, line, column, f"not YAML: {problem}; remove the character")
    context = getattr(error, "context_mark", None) or mark
    noticed = _Noticed(problem, mark.line, mark.column, (context.line, context.column))
    lines = text.rstrip("\n").split("\n")
    for place, message in _explanations(noticed, text, lines):
        return Diagnostic(file, place[0] + 1, place[1] + 1, message)
    line, column = noticed.line, noticed.column
    if line >= len(lines):  # it noticed only at the end
        line, column = len(lines) - 1, len(lines[-1])
    return Diagnostic(file, line + 1, column + 1, f"not YAML: {problem}; check quotes, colons and indentation")


def _explanations(noticed: _Noticed, text: str, lines: list[str]) -> Iterator[tuple[_Place, str]]:
    """Yield (place, message) for what may be the mistake, the likeliest first."""
    for number in {noticed.line, noticed.began[0]}:
        if number < len(lines) and (curly := _CURLY_VALUE.search(lines[number])):
            message = f'{curly[1]} is not a quotation mark of YAML; write " before and after the text'
            yield (number, curly.start(1)), message
    for number in sorted({noticed.line, noticed.began[0]}):
        if number < len(lines) and (begin := _BRACKET_VALUE.match(lines[number])):
            yield (number, begin.start("bracket")), f"a text begins with {begin['bracket']}; put it in quotes"
    if quote := _unfinished_quote(text):
        index, message = quote
        yield (text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1), message
    if "',' or" in noticed.problem and noticed.began[0] < noticed.line:
        yield noticed.began, f"the bracket {_at(lines, noticed.began)} is not closed; close it at the end of the list"
    if "could not find expected ':'" in noticed.problem:
        yield noticed.began, "there is no colon with a space after it; write 'key: value'"
    if "cannot start any token" in noticed.problem:
        place = (noticed.line, noticed.column)
        yield place, f"a text begins with {_at(lines, place)}; put it in quotes"
    if noticed.line < len(lines):
        yield from _of_indentation(noticed, lines)


def _of_indentation(noticed: _Noticed, lines: list[str]) -> Iterator[tuple[_Place, str]]:
    """Yield what may be wrong with the indentation of the line where the problem was noticed, or of the one above."""
    here = _indent(lines[noticed.line])
    before = [number for number in range(noticed.line) if _says_something(lines[number])]
    indents = [_indent(lines[number]) for number in before]
    if not before or not lines[noticed.line].strip():
        return
    above = indents[-1]
    if "mapping values are not allowed" in noticed.problem:
        if here > above and here in indents[-2:-1] and not lines[before[-1]].rstrip().endswith(":"):
            message = f"this line is indented by {above} spaces, those beside it by {here}; indent them alike"
            yield (before[-1], above), message
        if here > above and noticed.column == lines[noticed.line].find(":"):
            message = f"this line is indented by {here} spaces, the one above it by {above}; indent them alike"
            yield (noticed.line, here), message
        yield (noticed.line, noticed.column), "a colon stands inside the text; put the text in quotes"
    if here not in indents:
        message = f"this line is indented by {here} spaces, and no other above it"
        yield (noticed.line, here), f"{message}; indent it as the fields that it belongs to"


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _at(lines: list[str], place: _Place) -> str:
    return lines[place[0]][place[1] : place[1] + 1]


def _unfinished_quote(text: str) -> tuple[int, str] | None:
    """Return where a quoted text begins that is not closed, or that text follows, and which of the two it is."""
    index, depth, may_begin = 0, 0, True
    while index < len(text):
        character, following = text[index], text[index + 1 : index + 2]
        if may_begin and character in _QUOTED:
            quoted = _QUOTED[character].match(text, index)
            if quoted is None or not _AFTER.match(text, quoted.end()):
                return index, _message(character, quoted[0] if quoted else "\n", is_in_list=depth > 0)
            index, may_begin = quoted.end(), False
            continue
        if character == "#" and may_begin:
            index = max(text.find("\n", index), index)
        elif character == "\n" or (character == "," and depth):
            may_begin = True
        elif character in "[{" and may_begin:
            depth += 1
        elif character in "]}" and depth:
            depth, may_begin = depth - 1, False
        elif not character.isspace():
            may_begin = (character == ":" or (character in "-?" and may_begin)) and following in (" ", "\n", "")
        index += 1
    return None


def _message(mark: str, quoted: str, *, is_in_list: bool) -> str:
    if "\n" in quoted or ": " in quoted or (is_in_list and ", " in quoted):
        return f"the quotation mark {mark} is not closed; close it at the end of the text"
    if mark == "'":
        return "text follows the closing '; write '' for an apostrophe, or put the text in \"…\""
    return 'text follows the closing "; put all of the text in the quotation marks'
