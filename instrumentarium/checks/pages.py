"""Rules for pages: which there are, and what they call."""

import inspect
from collections.abc import Iterator
from functools import lru_cache

import jinja2
from jinja2 import nodes

from instrumentarium.presentation.components import MACROS, usage
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import CONFIG, PageSource, SourceTree, page_file


def navigation_names_the_pages(tree: SourceTree) -> Iterator[Diagnostic]:
    """The navigation names every page of the source language, and no other."""
    source = tree.page_names.get(tree.facts.note.language, set())
    for index, name in enumerate(tree.nav):
        if source and name not in source:
            message = f"there is no page {name}.md in docs/; write it, or take the entry out"
            yield tree.at(CONFIG, ("nav", index), message)
    code = tree.facts.note.language
    for name in sorted(tree.page_names.get(code, set()) - set(tree.nav) - set(_needed(tree))):
        message = f"'nav' in {CONFIG} does not name this page; add it there, or take the page out"
        yield Diagnostic(page_file(code, name), 1, 1, message)


def navigation_has_what_is_linked_to(tree: SourceTree) -> Iterator[Diagnostic]:
    """The navigation has the pages that every page leads to, and those that show the records there are."""
    for name, why in _needed(tree).items():
        if name not in tree.nav:
            yield tree.at(CONFIG, ("nav",), f"'nav' lacks {name}.md, {why}; add it", of_key=True)


def _needed(tree: SourceTree) -> dict[str, str]:
    """Return the pages that the site cannot do without, each with the reason."""
    shown = {kind.page: f"which shows the {kind.section}" for kind, records in tree.facts.records() if records}
    return {**dict.fromkeys(("index", "note", "data", "about"), "to which other pages lead"), **shown}


def pages_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """No translation has a page that the source language lacks; what it lacks itself is shown in that."""
    source = tree.page_names.get(tree.facts.note.language, set())
    for code, names in tree.page_names.items():
        for name in sorted(names - set(tree.nav) - source):
            message = "no other language has this page; take it out or add it to all"
            yield Diagnostic(page_file(code, name), 1, 1, message)


def macros_are_called_rightly(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page calls macros by name, with plain values that the macro takes, and does nothing else."""
    for pages in tree.pages.values():
        for page in pages.values():
            yield from call_problems(page, tree)


def call_problems(page: PageSource, tree: SourceTree) -> Iterator[Diagnostic]:
    """Yield what is wrong with the macro calls of a page."""
    if "{" not in page.body.replace("{:", ""):
        return
    known = f"a page may call {', '.join(MACROS)}"
    try:
        template = _parsed(page.body)
    except jinja2.TemplateSyntaxError as error:
        line = page.first_line + error.lineno - 1
        text = page.body.split("\n")[error.lineno - 1]
        problem = (error.message or "unreadable").rstrip(".")
        yield Diagnostic(page.file, line, max(text.find("{"), 0) + 1, f"not a macro call: {problem}; {known}")
        return
    for part in _dynamic(template):
        line, column = page.first_line + part.lineno - 1, _column(page, part.lineno)
        if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
            yield Diagnostic(page.file, line, column, f"this is not a macro call; {known}")
        elif part.node.name not in MACROS:
            yield Diagnostic(page.file, line, column, f"there is no macro '{part.node.name}'; {known}")
        else:
            for message in _argument_problems(part, tree):
                yield Diagnostic(page.file, line, column, message)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> nodes.Template:
    return jinja2.Environment(autoescape=True).parse(text)


def _argument_problems(call: nodes.Call, tree: SourceTree) -> Iterator[str]:
    assert isinstance(call.node, nodes.Name)
    macro = MACROS[call.node.name]
    try:
        arguments = [argument.as_const() for argument in call.args]
        named = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
        bound = inspect.signature(macro).bind(None, *arguments, **named)
    except (TypeError, nodes.Impossible) as error:
        reason = str(error) or "its arguments are not plain values"
        yield f"'{call.node.name}' is called wrongly ({reason}); call it as {usage(macro)}"
        return
    source = tree.source
    place = bound.arguments.get("place")
    if source and "place" in bound.arguments and place not in source.note.sentences:
        yield f"the note has no sentence '{place}'; call it as {usage(macro)}, with the id of a sentence"


def _dynamic(template: nodes.Template) -> Iterator[nodes.Node]:
    """Yield all that Jinja would act on: every part of the page that is not text."""
    for part in template.body:
        for piece in part.nodes if isinstance(part, nodes.Output) else [part]:
            if not isinstance(piece, nodes.TemplateData):
                yield piece


def _column(page: PageSource, lineno: int) -> int:
    text = page.body.split("\n")[lineno - 1]
    found = [text.find(mark) for mark in ("{{", "{%") if mark in text]
    return min(found, default=0) + 1


ERRORS = (
    navigation_names_the_pages,
    navigation_has_what_is_linked_to,
    pages_are_parallel,
    macros_are_called_rightly,
)
