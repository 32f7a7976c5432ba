"""A line of a page as the text that its readers see, without the signs of Markdown."""

import re
from functools import cache, lru_cache

from lxml import html
from markdown import Markdown

# What may begin markup; where there is none of these, a line is its own text.
_SIGN = re.compile(r"[\\`*_\[\]<>&{]")
_NOT_TEXT = re.compile(r"\[\^[^\]]+\]|\{\{.*?\}\}|\{:.*?\}")


@lru_cache(maxsize=4096)
def plain_text(line: str, /) -> str:
    """Return the text of a line of Markdown: of a link its words, of a picture what it shows, of a footnote nothing."""
    if not _SIGN.search(line):
        return line
    element = html.fragment_fromstring(_markdown().reset().convert(_NOT_TEXT.sub("", line)), create_parent=True)
    for picture in element.iter("img"):
        picture.text = picture.get("alt")
    return " ".join(element.text_content().split())


@cache
def _markdown() -> Markdown:
    return Markdown()
