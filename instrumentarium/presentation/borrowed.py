"""Gives the texts of the source language that stand in a page of another one the attributes of their language."""

import re

from instrumentarium.model.edition import Language
from instrumentarium.model.text import Borrowed

_MARKS = re.compile(f"[{Borrowed.BEGIN}{Borrowed.END}]")
# A tag, or an element that holds nothing but text: there a text can have no element of its own.
_TEXT_ONLY = re.compile(r"<(script|style|title|option|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)


def told(html: str, source: Language, language: Language, /) -> str:
    """Return a page in ``language`` with an element around each borrowed text that a template has written."""
    if Borrowed.BEGIN not in html:
        return html
    html = _TEXT_ONLY.sub(lambda part: _MARKS.sub("", part[0]), html)
    return html.replace(Borrowed.BEGIN, f"<span{attributes(source, language)}>").replace(Borrowed.END, "</span>")


def attributes(source: Language, language: Language, /) -> str:
    """Return the attributes of an element in the source language, on a page in another: `` lang="nl"``."""
    direction = f' dir="{source.direction}"' if source.direction != language.direction else ""
    return f' lang="{source.code}"{direction}'
