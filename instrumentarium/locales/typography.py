"""The quotation marks of each language, its colon, and the spaces beside its punctuation.

After the Interinstitutional Style Guide and CLDR's delimiters; languages not named here use “ ”.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from instrumentarium.model.language_code import parents

_QUOTES = {
    "„“": "bg cs de et hsb lt sk sl",
    "„”": "hr hu pl ro sr",
    "«»": "el es fr it nb nn no pt uk",
    "»«": "da",
    "””": "fi sv",
    "“”": "en es-419 ga lv mt nl pt-BR",
    "「」": "zh-Hant zh-HK zh-MO zh-TW",
}
QUOTES = {code: marks for marks, codes in _QUOTES.items() for code in codes.split()}

# No printed line ends in the day of a date, with its mark or what is joined to it, nor in a word of one letter, where
# printers of the language hold that for a fault.
_DAY = re.compile(r"\b(\d{1,2}(?:\.|[^\W\d_]{1,3})?) (?=[^\W\d_])")
_LETTER = dict.fromkeys(("cs", "pl", "sk"), re.compile(r"\b([aikosuvwz]) ", re.IGNORECASE))

_COLONS = {"fr": "\u00a0:", "zh": "：", "ja": "："}

_MARKS = '“”„«»‹›「」"'
_NO_BREAK_SPACE = "\u00a0"
_NO_BREAK = f"{_NO_BREAK_SPACE}\u202f"


@cache
def colon(code: str, /) -> str:
    """Return the colon that follows a word, with the space before it that the language puts there."""
    return next((_COLONS[one] for one in parents(code) if one in _COLONS), ":")


def unbroken(text: str, code: str, /) -> str:
    """Return a text with no-break spaces where a printed line must not end."""
    for found in _no_line_ends(code):
        text = found.sub(rf"\1{_NO_BREAK_SPACE}", text)
    return text


def runs(text: str, code: str, /) -> list[str]:
    """Return a text in runs: every second one is words that stand on one printed line. Together they are the text."""
    parts = re.split(rf"([^ ]*{_NO_BREAK_SPACE}[^ ]*)", unbroken(text, code))
    return [text[end - len(part) : end] for part, end in zip(parts, accumulate(map(len, parts)), strict=True)]


@cache
def _no_line_ends(code: str) -> list[re.Pattern[str]]:
    return [_DAY, *(_LETTER[one] for one in parents(code) if one in _LETTER)]


def problems(text: str, code: str, /) -> Iterator[tuple[int, str]]:
    """Yield (offset, message) for each mark that is not of the language, not closed, or wrongly spaced."""
    opening, closing = tuple(next((QUOTES[one] for one in parents(code) if one in QUOTES), "“”"))
    waiting: list[int] = []
    for offset, mark in enumerate(text):
        if mark not in _MARKS:
            continue
        if mark == opening and (opening != closing or not waiting):
            waiting.append(offset)
        elif mark == closing:
            if not waiting:
                yield offset, f"the quotation mark {mark} closes nothing; open it with {opening}"
            else:
                waiting.pop()
        else:
            yield offset, f"{mark} is not a quotation mark of this language; write {opening}…{closing}"
    for offset in waiting:
        yield offset, f"the quotation mark {opening} is not closed; close it with {closing}"
    for match in re.finditer(r"\w'\w", text):
        yield match.start() + 1, "a straight apostrophe; write ’"
    yield from _brackets(text)
    if code == "fr":
        yield from _french_spaces(text)


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    waiting: list[tuple[int, str]] = []
    pairs = {")": "(", "]": "["}
    for match in re.finditer(r"[\[\]()]", re.sub(r"^\s*\w{1,6}\)", lambda m: " " * len(m[0]), text)):
        mark = match.group()
        if mark in pairs.values():
            waiting.append((match.start(), mark))
        elif waiting and waiting[-1][1] == pairs[mark]:
            waiting.pop()
        else:
            yield match.start(), f"the bracket {mark} closes nothing; open it or take it out"
    for offset, mark in waiting:
        yield offset, f"the bracket {mark} is not closed; close it"


def _french_spaces(text: str) -> Iterator[tuple[int, str]]:
    # What begins a picture, `![`, is no punctuation.
    for match in re.finditer(rf"(?<![{_NO_BREAK}])(?:[;?»]|!(?!\[))(?!\w)|(?<=[^\W\d])(?<![{_NO_BREAK}]):(?!\S)", text):
        yield match.start(), f"'{match.group()}' follows a no-break space in French; put one (U+00A0) before it"
    for match in re.finditer(rf"«(?![{_NO_BREAK}])", text):
        yield match.start(), "'«' is followed by a no-break space in French; put one (U+00A0) after it"
