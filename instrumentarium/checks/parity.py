"""Rules that compare each translation with the source language: the same structure, the same numbers."""

import re
from collections.abc import Callable, Iterator

from instrumentarium.checks.pages import call_problems
from instrumentarium.model.note import Sentence
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import PageSource, SourceTree, language_of, note_file
from instrumentarium.translation.status import stale_sentences, states

_HEADING = re.compile(r"^#{1,6}\s+.*?(?:\{:\s*#(?P<id>[\w-]+)\s*\})?\s*$")
_MACRO = re.compile(r"\{\{.*?\}\}")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def headings_have_ids(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every heading of a page has an id of its own, so that its address is the same in every language."""
    for page in all_pages(tree):
        for line, id in _headings(page):
            if id is None:
                yield Diagnostic(page.file, line, 1, "the heading has no id; end it with '{: #id }'")


def headings_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page has the headings of the original's page, by id, in the same order."""
    yield from _parallel(tree, "headings", _ids_of_headings)


def macros_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page calls the macros of the original's page, in the same order."""
    yield from _parallel(
        tree, "macros", lambda page: None if list(call_problems(page, tree)) else list(_found(_MACRO, page))
    )


def links_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page has the links of the original's page, in the same order; those of a missing line are missing, too."""
    yield from _parallel(tree, "links", lambda page: list(_found(_LINK, page)))


def numbers_are_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """A sentence has the numbers of the source language's sentence, in any order."""
    for code, original, sentence in sentence_pairs(tree):
        wanted, found = (sorted(re.findall(r"\d+", one.text)) for one in (original, sentence))
        if wanted != found:
            message = f"'{sentence.id}' has the numbers {', '.join(found) or 'none'}, the original"
            yield Diagnostic(
                note_file(code), sentence.line, 1, f"{message} {', '.join(wanted) or 'none'}; correct them"
            )


def all_pages(tree: SourceTree) -> Iterator[PageSource]:
    """Yield every page of every language."""
    for pages in tree.pages.values():
        yield from pages.values()


def is_sound(page: PageSource, tree: SourceTree, /) -> bool:
    """Whether a page's headings all have ids and its macros are called rightly."""
    return _ids_of_headings(page) is not None and not any(call_problems(page, tree))


def _headings(page: PageSource) -> Iterator[tuple[int, str | None]]:
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        if heading := _HEADING.match(line):
            yield number, heading["id"]


def _ids_of_headings(page: PageSource) -> list[tuple[int, str]] | None:
    found = [(line, id) for line, id in _headings(page) if id]
    return found if len(found) == len(list(_headings(page))) else None


def _found(pattern: re.Pattern[str], page: PageSource) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        for match in pattern.finditer(line):
            yield number, match.group(pattern.groups)


def _parallel(
    tree: SourceTree, what: str, parts: Callable[[PageSource], list[tuple[int, str]] | None]
) -> Iterator[Diagnostic]:
    originals = tree.pages.get(tree.facts.note.language, {})
    for page in all_pages(tree):
        original = originals.get(page.name)
        if original is None or original is page:
            continue
        wanted, found = parts(original), parts(page)
        if wanted is None or found is None:
            continue  # another rule tells what is wrong with them
        if not _fits(
            [text for _, text in found],
            [text for _, text in wanted],
            lacks_lines=what == "links" and _lacks_lines(page, tree),
        ):
            line = next((f[0] for w, f in zip(wanted, found, strict=False) if w[1] != f[1]), page.first_line)
            listed = ", ".join(text for _, text in wanted) or "none"
            yield Diagnostic(
                page.file, line, 1, f"the {what} differ from those of {original.file}: {listed}; make them so"
            )


def _fits(found: list[str], wanted: list[str], *, lacks_lines: bool) -> bool:
    """Whether what a page has is what the original has; or part of it, in order, where lines are missing."""
    rest = iter(wanted)
    return found == wanted or (lacks_lines and all(one in rest for one in found))


def _lacks_lines(page: PageSource, tree: SourceTree) -> bool:
    source, language = tree.source, tree.languages.get(language_of(page.file))
    if source is None or language is None:
        return False
    found = states(source, language)
    return any(key.page == page.name and state == "missing" for key, state in found.items())


def sentence_pairs(tree: SourceTree) -> Iterator[tuple[str, Sentence, Sentence]]:
    """Yield (language, original, translation) for every sentence that a translation has and that is not stale."""
    source = tree.source
    for code, language in tree.languages.items():
        if source is None or language is source:
            continue
        stale = stale_sentences(source, language)
        for id, original in source.note.sentences.items():
            ours = language.note.sentences[id]
            if not ours.language and id not in stale:
                yield code, original, ours


ERRORS = (
    headings_have_ids,
    headings_are_parallel,
    macros_are_parallel,
    links_are_parallel,
    numbers_are_kept,
)
