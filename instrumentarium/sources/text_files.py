"""Text files: from bytes to text, the front matter of a page, and comments to translators.

The encoding is UTF-8, with or without a byte order mark, with any system's line ends, in Unicode NFC.
"""

import re
import unicodedata

from instrumentarium.sources.diagnostics import Diagnostic

_MARK = "---"
_COMMENT = re.compile(r"\s*<!--.*-->\s*")


def decode(raw: bytes, file: str, /) -> tuple[str | None, list[Diagnostic]]:
    """Return the text with plain line ends, None where it is not UTF-8, and what is wrong with it."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        return None, [Diagnostic(file, line, column, "not UTF-8; save the file in that encoding")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unicodedata.is_normalized("NFC", text):
        return text, []
    return text, [
        Diagnostic(file, number, 1, "letters and their accents are apart here; save the line in Unicode NFC")
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]


def front_matter(text: str, /) -> str:
    """Return a page's front matter, its lines numbered as in the file; ``{}`` where it has none."""
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    return "\n".join(["", *lines[1 : end - 1]]) if end else "{}"


def body(text: str, /) -> tuple[str, int]:
    """Return what follows a page's front matter, its comments without words, and the number of its first line."""
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    rest = lines[end:]
    if "<!--" in text:
        rest = ["<!---->" if is_comment(line) else line for line in rest]
    return "\n".join(rest), end + 1


def _end_of_front_matter(lines: list[str]) -> int:
    """Return the number of lines that the front matter takes, its marks included; 0 where there is none."""
    return lines.index(_MARK, 1) + 1 if lines[0] == _MARK and _MARK in lines[1:] else 0


def is_comment(line: str, /) -> bool:
    """Whether a line of Markdown is a note to translators, which is not shown."""
    return "<!--" in line and bool(_COMMENT.fullmatch(line))


def without_comments(markdown: str, /) -> str:
    """Return Markdown without its comment lines."""
    if "<!--" not in markdown:
        return markdown
    return "\n".join(line for line in markdown.split("\n") if not is_comment(line))
