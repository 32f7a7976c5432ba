"""Rules for pages: which there are, and what they call."""

import difflib
import inspect
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import jinja2
from jinja2 import nodes

from instrumentarium.presentation.components import MACROS, usage
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import CONFIG, PageSource, SourceTree, page_file
from instrumentarium.sources.yaml_faults import CURLY

_LINK_TO_PAGE = re.compile(r"\]\((?!\w+:)(?P<name>[^)#\s]+)\.md(#[^)\s]*)?(\s[^)]*)?\)")
# A whole call, a block, a comment, attributes, code; and a brace of a call that is none of them.
_BRACES = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:.*?\}|`[^`]*`", re.DOTALL)
_NAMES = "|".join(MACROS)
_LONE_BRACE = re.compile(rf"\{{\{{|\{{\s*(?:{_NAMES})\s*\(|\b(?:{_NAMES})\s*\([^)]*\)\s*\}}")
_CALL = re.compile(r"\{\{\s*(?P<name>\w*).*?\}\}")
_CURLY = re.compile("|".join(CURLY))
_FOOTNOTE = re.compile(r"^\s*\[\^(?P<id>\w+)\]:", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^(?P<id>\w+)\](?!:)")


def navigation_names_the_pages(tree: SourceTree) -> Iterator[Diagnostic]:
    """The navigation names every page of the source language, once, and no other."""
    code = tree.facts.note.language
    source, renamed = tree.page_names.get(code, set()), _missing(tree, code)
    unnamed = sorted(source - set(tree.nav))
    for index, name in enumerate(tree.nav):
        if name in tree.nav[:index]:
            yield tree.at(CONFIG, ("nav", index), f"{name}.md stands here for a second time; take one out")
        elif source and name not in source and not (unnamed and name in renamed):
            meant = _meant(name, unnamed)
            mend = f"did you mean {meant}.md?" if meant else "write it, or take the entry out"
            found = tree.at(CONFIG, ("nav", index), f"there is no page {name}.md in docs/{code}/; {mend}")
            yield found.about(("page", meant or name), ("page", name))
    for name in sorted(set(unnamed) - set(_needed(tree))):
        message = f"'nav' in {CONFIG} does not name this page; add it there, or take the page out"
        if meant := _meant(name, renamed):
            message = (
                f"'nav' in {CONFIG} names {meant}.md, which is not here, and not this page; rename the one or the other"
            )
        yield Diagnostic(page_file(code, name), 1, 1, message).about(("page", name))


def _missing(tree: SourceTree, code: str) -> list[str]:
    """Return the pages of the navigation that a language lacks, and another has."""
    others = set().union(*tree.page_names.values()) - tree.page_names.get(code, set())
    return [name for name in tree.nav if name in others]


def _meant(name: str, others: Sequence[str]) -> str | None:
    """Return which of the other names is likely to be the right one: one that is like it, or the only one."""
    close = difflib.get_close_matches(name, others, 1)
    return close[0] if close else others[0] if len(others) == 1 else None


def navigation_has_what_is_linked_to(tree: SourceTree) -> Iterator[Diagnostic]:
    """The navigation has the pages that every page leads to, and those that show the records there are."""
    for name, why in _needed(tree).items():
        if name not in tree.nav:
            found = tree.at(CONFIG, ("nav",), f"'nav' lacks {name}.md, {why}; add it", of_key=True)
            yield found.about(("page", name))


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
            if meant := _meant(name, _missing(tree, code)):
                message = f"this page is {meant}.md in the other languages; rename it"
            yield Diagnostic(page_file(code, name), 1, 1, message).about(("page", meant or name))


def links_lead_to_pages(tree: SourceTree) -> Iterator[Diagnostic]:
    """A link to a page leads to one that there is."""
    for page in all_pages(tree):
        yield from dead_links(page, tree)


def dead_links(page: PageSource, tree: SourceTree, /) -> Iterator[Diagnostic]:
    """Yield the links of a page that lead to no page."""
    if ".md" not in page.body:
        return
    every = sorted(set(tree.nav).union(*tree.page_names.values()))
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        for link in _LINK_TO_PAGE.finditer(line):
            name = link["name"]
            if name not in every:
                close = difflib.get_close_matches(name, every, 1)
                mend = f"did you mean {close[0]}.md?" if close else f"the pages are {', '.join(every)}"
                found = Diagnostic(page.file, number, link.start("name") + 1, f"there is no page {name}.md; {mend}")
                yield found.about((page.name, "link", name), ("page", name))


def footnotes_of_pages_have_text(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each footnote that a page refers to has its text on it; of the note, another rule tells."""
    for page in all_pages(tree):
        known = {match["id"] for match in _FOOTNOTE.finditer(page.body)}
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            for mark in _FOOTNOTE_MARK.finditer(line):
                if mark["id"] not in known and page.name != "note":
                    message = f"footnote {mark['id']} has no text; write it below: '[^{mark['id']}]: …'"
                    yield Diagnostic(page.file, number, mark.start() + 1, message).about((page.name, f"fn{mark['id']}"))


def all_pages(tree: SourceTree, /) -> Iterator[PageSource]:
    """Yield every page of every language."""
    for pages in tree.pages.values():
        yield from pages.values()


def macros_are_called_rightly(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page calls macros by name, with plain values that the macro takes, and does nothing else."""
    for page in all_pages(tree):
        if page.name != "note":  # which is plain text, as another rule tells
            for problem in call_problems(page, tree):
                yield problem.about((page.name, "macros", problem.message))


def call_problems(page: PageSource, tree: SourceTree) -> Iterator[Diagnostic]:
    """Yield what is wrong with the macro calls of a page."""
    if "{" not in page.body.replace("{:", ""):
        return
    known = f"a page may call {', '.join(MACROS)}"
    if lone := _lone_brace(page):
        yield Diagnostic(page.file, *lone, f"a brace is missing; a call is {usage(MACROS['timeline'])}")
        return
    try:
        template = _parsed(page.body)
    except jinja2.TemplateSyntaxError as error:
        yield _syntax_problem(page, error, known)
        return
    for part in _dynamic(template):
        line, column = page.first_line + part.lineno - 1, _column(page, part.lineno)
        if isinstance(part, nodes.Name) and part.name in MACROS:
            message = f"'{part.name}' is named, not called; call it as {usage(MACROS[part.name])}"
            yield Diagnostic(page.file, line, column, message)
        elif not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
            yield Diagnostic(page.file, line, column, f"this is not a macro call; {known}")
        elif part.node.name not in MACROS:
            yield Diagnostic(page.file, line, column, f"there is no macro '{part.node.name}'; {known}")
        else:
            for message in _argument_problems(part, tree):
                yield Diagnostic(page.file, line, column, message)


def _syntax_problem(page: PageSource, error: jinja2.TemplateSyntaxError, known: str) -> Diagnostic:
    """Return what is wrong with a call that Jinja cannot read."""
    line, text = page.first_line + error.lineno - 1, page.body.split("\n")[error.lineno - 1]
    problem = (error.message or "unreadable").rstrip(".")
    for call in _CALL.finditer(text):
        if _is_well_formed(call.group()):
            continue
        if curly := _CURLY.search(call.group()):
            message = f'{curly.group()} is not a quotation mark of a call; write " before and after the text'
            return Diagnostic(page.file, line, call.start() + curly.start() + 1, message)
        if call["name"] in MACROS:
            message = f"'{call['name']}' is called wrongly ({problem}); call it as {usage(MACROS[call['name']])}"
            return Diagnostic(page.file, line, call.start() + 1, message)
    return Diagnostic(page.file, line, max(text.find("{"), 0) + 1, f"not a macro call: {problem}; {known}")


def _is_well_formed(call: str) -> bool:
    try:
        _parsed(call)
    except jinja2.TemplateSyntaxError:
        return False
    return True


def _lone_brace(page: PageSource) -> tuple[int, int] | None:
    """Return line and column of the first call that lacks a brace; None where there is none."""
    rest = _BRACES.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), page.body)
    if (found := _LONE_BRACE.search(rest)) is None:
        return None
    return page.first_line + rest.count("\n", 0, found.start()), found.start() - rest.rfind("\n", 0, found.start())


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
    links_lead_to_pages,
    footnotes_of_pages_have_text,
    macros_are_called_rightly,
)
