"""HTML in the Markdown of pages: what is opened is closed, and nothing is run or loaded."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from instrumentarium.checks.pages import all_pages
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_NEVER = {"base", "embed", "form", "iframe", "link", "meta", "object", "script", "style"}
# Code, in which a sign stands for itself, addresses in angle brackets, and comments.
_TEXT = re.compile(r"`[^`]*`|<[^\s<>]+[:@][^\s<>]*>|\\<|<!--.*?-->", re.DOTALL)


class _Tags(HTMLParser):
    """Finds the tags of a page that do it harm: ``faults`` are line, column and what is wrong."""

    def __init__(self, text: str, /) -> None:
        super().__init__()
        self.faults: list[tuple[int, int, str]] = []
        self._open: list[tuple[int, int, str]] = []
        text, comment, rest = _TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text).partition("<!--")
        self.feed(text)
        if comment:
            self.faults.append((*self.getpos(), "this comment is not closed; end it with -->"))
            self.feed(rest)
        self.close()
        self.faults += [(line, column, f"<{tag}> is not closed; close it") for line, column, tag in self._open]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a tag that has to be closed."""
        line, column = self.getpos()
        if tag in _NEVER:
            self.faults.append((line, column, f"<{tag}> does not belong in a page; take it out"))
        elif tag not in _VOID:
            self._open.append((line, column, tag))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Take a tag such as <div/> for what browsers take it for: one that is opened."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        if self._open and self._open[-1][2] == tag:
            self._open.pop()
        elif tag not in _NEVER:
            self.faults.append((*self.getpos(), f"</{tag}> closes nothing here; take it out"))


def pages_are_whole(tree: SourceTree) -> Iterator[Diagnostic]:
    """No HTML of a page takes what follows it along, and none is run or loads anything."""
    for page in all_pages(tree):
        for line, column, what in _Tags(page.body).faults if page.name != "note" else ():
            found = Diagnostic(page.file, page.first_line + line - 1, column + 1, what)
            yield found.about((page.name, "markup", what))


ERRORS = (pages_are_whole,)
