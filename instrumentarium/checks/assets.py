"""Rules for the pictures and files that pages show or link to: they are in overrides/assets/, pictures described."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from instrumentarium.checks.pages import all_pages
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import PageSource, SourceTree

# From a page of any language: MkDocs looks for it beside the folders of the languages.
_FOLDER = "../assets/"
_CODE = re.compile(r"`[^`]*`")
# A link from its closing bracket on; of a picture, its words before that.
_LINK = re.compile(r"(?:!\[(?P<words>[^\]]*))?\]\(\s*<?(?P<target>[^)\s>]*)[^)]*\)(?P<mark>\{:\s*\.decorative\s*\})?")
_ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]*:|//")
_OTHER_PICTURE = re.compile(r"<img\b|!\[[^\]]*\]\[", re.IGNORECASE)


def pictures_are_described(tree: SourceTree) -> Iterator[Diagnostic]:
    """A picture has alternative text in the page's language, or says that it only decorates."""
    for page, line, text in lines(all_pages(tree)):
        for link in _LINK.finditer(text):
            if link["words"] is not None and not link["words"].strip() and not link["mark"]:
                message = "the picture has no alternative text; describe it between the brackets"
                decorates = "if it only decorates, end it with '{: .decorative }'"
                yield Diagnostic(page.file, line, link.start() + 1, f"{message}; {decorates}")


def pictures_are_written_alike(tree: SourceTree) -> Iterator[Diagnostic]:
    """A picture is written in Markdown, with its file where it stands: no other form leads to it from every page."""
    for page, line, text in lines(all_pages(tree)):
        for other in _OTHER_PICTURE.finditer(text):
            message = f"a picture is written '![what it shows]({_FOLDER}name.png)'; write it so"
            yield Diagnostic(page.file, line, other.start() + 1, message)


def assets_exist(tree: SourceTree) -> Iterator[Diagnostic]:
    """A picture, or a file of overrides/assets/ that a page links to, is there, and is written as on every page.

    Of the source language's pages alone: that translations have its links is a rule of their own.
    """
    source = tree.pages.get(tree.facts.note.language, {})
    for page, line, text in lines(source.values()):
        for link in _LINK.finditer(text):
            if problem := _problem(link["target"], tree.assets, is_picture=link["words"] is not None):
                yield Diagnostic(page.file, line, link.start("target") + 1, problem).about((page.name, "link"))


def _problem(target: str, assets: frozenset[str], *, is_picture: bool) -> str:
    """Return what is wrong with the target of a link; "" where nothing is, or where it leads to no asset."""
    path, is_elsewhere = unquote(re.split(r"[?#]", target)[0]), bool(_ELSEWHERE.match(target))
    if is_elsewhere and is_picture:
        ours = f"{_FOLDER}{path.rpartition('/')[2]}"
        return f"nothing is loaded from elsewhere; put the picture in overrides/assets/ and write '{ours}'"
    if is_elsewhere or not path.startswith(_FOLDER):
        if is_picture or (not is_elsewhere and "assets" in path.split("/")):
            ours = f"{_FOLDER}{path.rpartition('assets/')[2]}"
            return (
                f"'{target}' does not lead to overrides/assets/ from every page; put the file there and write '{ours}'"
            )
        return ""
    name = path.removeprefix("../")
    if name in assets:
        return ""
    if other := next((one for one in sorted(assets) if one.casefold() == name.casefold()), ""):
        return f"there is no file overrides/{name}, but overrides/{other}; write its name so"
    return f"there is no file overrides/{name}; put it there, or correct the link"


def lines(pages: Iterable[PageSource], /) -> Iterator[tuple[PageSource, int, str]]:
    """Yield each line of prose that may have a link or a picture, with its number; code in it is left blank."""
    for page in pages:
        if page.name != "note":  # no sentence of it may have a link
            for number, line in enumerate(page.body.split("\n"), page.first_line):
                if "](" in line or _OTHER_PICTURE.search(line):
                    yield page, number, _CODE.sub(lambda code: " " * len(code[0]), line)


ERRORS = (pictures_are_described, pictures_are_written_alike, assets_exist)
