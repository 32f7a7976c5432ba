"""Text files: from bytes to text, the front matter of a page, and comments to translators.

The encoding is UTF-8, with or without a byte order mark, with any system's line ends, in Unicode NFC.
"""

import codecs
import re
import unicodedata

from instrumentarium.sources.diagnostics import Diagnostic

_MARK = "---"
# Seven signs, and a name, as git leaves them in a file that it could not merge.
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_COMMENT = re.compile(r"\s*<!--.*-->\s*")


def decode(raw: bytes, file: str, /) -> tuple[str | None, list[Diagnostic]]:
    """Return the text with plain line ends, None where it cannot be read as it is, and what is wrong with it."""
    if encoding := _wide_encoding(raw):
        return None, [Diagnostic(file, 1, 1, f"the encoding is {encoding}; save the file as UTF-8")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "ignore")) + 1
        name = "Windows-1252" if re.search(rb"[\x80-\x9f]", raw) else "Latin-1"
        message = f"the encoding is {name}, or another that is not UTF-8; save the file as UTF-8"
        return None, [Diagnostic(file, line, column, message)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if marker := _CONFLICT.search(text):
        return None, [Diagnostic(file, text.count("\n", 0, marker.start()) + 1, 1, _conflict(marker[1], file))]
    if not file.endswith(".yml") and (control := _CONTROL.search(text)):  # of YAML, its parser tells
        line, column = text.count("\n", 0, control.start()) + 1, control.start() - text.rfind("\n", 0, control.start())
        message = f"a control character (U+{ord(control.group()):04X}) stands here; take it out"
        return None, [Diagnostic(file, line, column, message)]
    if unicodedata.is_normalized("NFC", text):
        return text, []
    apart = [number for number, line in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", line)]
    more = f" (and in {len(apart) - 1} more lines)" if len(apart) > 1 else ""
    message = f"letters and their accents are apart here{more}; save the file in Unicode NFC"
    return text, [Diagnostic(file, apart[0], 1, message)]


def _wide_encoding(raw: bytes) -> str | None:
    """Return the name of the encoding where it has several bytes for each letter; None where it has not."""
    for mark, encoding in ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32")):
        if raw.startswith(mark):
            return encoding
    has_mark = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "UTF-16" if has_mark or raw.count(0) > len(raw) / 4 else None


def _conflict(marker: str, file: str) -> str:
    mend = "keep what is right of both, and take out the lines with the markers"
    if file.endswith("/pins.yml"):
        mend = f"run `instrumentarium sync {file.split('/')[-2]}`"
    return f"git's conflict marker {marker}: two changes were not merged; {mend}"


def fault_of_page(text: str, /) -> str | None:
    """Return what is wrong with the frame of a page: its front matter; None where nothing is."""
    lines = text.split("\n")
    if lines[0] != _MARK:
        return "the page does not begin with '---', 'title: …', 'description: …' and '---'; add them"
    return None if _MARK in lines[1:] else "the front matter is not closed; end it with a line '---'"


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
