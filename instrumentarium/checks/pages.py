"""Rules for the pages of a language: which there are, and what they call."""

import inspect
from collections.abc import Iterator

import jinja2
from jinja2 import nodes

from instrumentarium.presentation.components import MACROS, usage
from instrumentarium.sources.diagnostics import Fault
from instrumentarium.sources.tree import PageSource, Reading


def pages_are_parallel(reading: Reading) -> Iterator[Fault]:
    """Each language has the pages of the original's language, and no other."""
    expected = reading.page_names.get(reading.facts.card.language)
    if expected is None:
        return
    for code, names in reading.page_names.items():
        for name in sorted(expected - names - {"note"}):
            yield Fault(f"docs/{code}/{name}.md", 1, 1, "the page is missing; write it, as in the other languages")
        for name in sorted(names - expected):
            message = "no other language has this page; take it out or add it to all"
            yield Fault(f"docs/{code}/{name}.md", 1, 1, message)


def macros_are_called_rightly(reading: Reading) -> Iterator[Fault]:
    """A page calls macros by name, with plain values that the macro takes, and does nothing else."""
    for pages in reading.pages.values():
        for page in pages.values():
            yield from call_faults(page, reading)


def call_faults(page: PageSource, reading: Reading) -> Iterator[Fault]:
    """Yield what is wrong with the macro calls of a page."""
    known = f"a page may call {', '.join(MACROS)}"
    try:
        tree = jinja2.Environment().parse(page.body)
    except jinja2.TemplateSyntaxError as error:
        line = page.first_line + error.lineno - 1
        text = page.body.split("\n")[error.lineno - 1]
        problem = (error.message or "unreadable").rstrip(".")
        yield Fault(page.file, line, max(text.find("{"), 0) + 1, f"not a macro call: {problem}; {known}")
        return
    for part in _dynamic(tree):
        line, column = page.first_line + part.lineno - 1, _column(page, part.lineno)
        if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
            yield Fault(page.file, line, column, f"this is not a macro call; {known}")
        elif part.node.name not in MACROS:
            yield Fault(page.file, line, column, f"there is no macro '{part.node.name}'; {known}")
        else:
            for message in _argument_faults(part, reading):
                yield Fault(page.file, line, column, message)


def _argument_faults(call: nodes.Call, reading: Reading) -> Iterator[str]:
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
    source = reading.languages.get(reading.facts.card.language)
    place = bound.arguments.get("place")
    if source and "place" in bound.arguments and place not in source.note.sentences:
        yield f"the note has no sentence '{place}'; call it as {usage(macro)}, with the id of a sentence"


def _dynamic(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Yield all that Jinja would act on: every part of the page that is not text."""
    for part in tree.body:
        for piece in part.nodes if isinstance(part, nodes.Output) else [part]:
            if not isinstance(piece, nodes.TemplateData):
                yield piece


def _column(page: PageSource, lineno: int) -> int:
    text = page.body.split("\n")[lineno - 1]
    found = [text.find(mark) for mark in ("{{", "{%") if mark in text]
    return min(found, default=0) + 1


RULES = (pages_are_parallel, macros_are_called_rightly)
