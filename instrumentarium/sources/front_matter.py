"""The front matter of a Markdown page, and what follows it, with the numbers that lines have in the file."""

_MARK = "---"


def _end(lines: list[str]) -> int:
    """Return the number of lines that the front matter takes, its marks included; 0 where there is none."""
    return lines.index(_MARK, 1) + 1 if lines[0] == _MARK and _MARK in lines[1:] else 0


def yaml_of(text: str, /) -> str:
    """Return a page's front matter, in lines of the same number as in the file; `{}` where it has none."""
    lines = text.split("\n")
    end = _end(lines)
    return "\n".join(["", *lines[1 : end - 1]]) if end else "{}"


def body_of(text: str, /) -> tuple[str, int]:
    """Return what follows the front matter, and the number of its first line."""
    lines = text.split("\n")
    end = _end(lines)
    return "\n".join(lines[end:]), end + 1
