"""Rules that compare each translation with the source language: the same structure, the same numbers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from instrumentarium.checks.pages import all_pages, call_problems, dead_links
from instrumentarium.checks.places import surely_dead
from instrumentarium.model.note import Sentence
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import PageSource, SourceTree, language_of, note_file
from instrumentarium.sources.units import page_keys
from instrumentarium.translation.status import State, stale_sentences, states

_HEADING = re.compile(r"^#{1,6}\s+.*?(?:\{:\s*#(?P<id>[\w-]+)\s*\})?\s*$")
_MACRO = re.compile(r"\{\{.*?\}\}")
_LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)")


@dataclass(frozen=True)
class _Part:
    """A heading, macro or link of a page, and where it stands."""

    line: int
    column: int
    text: str


def headings_have_ids(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every heading of a page has an id of its own, so that its address is the same in every language."""
    for page in all_pages(tree):
        seen = dict[str, int]()
        for line, id in _headings(page):
            if id is None:
                found = Diagnostic(page.file, line, 1, "the heading has no id; end it with '{: #id }'")
                yield found.about((page.name, "heading"))
            elif seen.setdefault(id, line) != line:
                message = f"the id '{id}' is that of the heading in line {seen[id]}; give it one of its own"
                yield Diagnostic(page.file, line, 1, message).about((page.name, "heading"))


def headings_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page has the headings of the source language's page, by id, in the same order."""
    yield from _parallel(tree, "heading", _ids_of_headings)


def macros_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page calls the macros of the source language's page, in the same order."""
    yield from _parallel(
        tree, "macro", lambda page: None if any(call_problems(page, tree)) else list(_found(_MACRO, page))
    )


def links_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A page has the links and pictures of the source language's, in order.

    A missing line lacks its own, and a stale one may have others: the source text is shown beside it.
    """
    yield from _parallel(tree, "link", lambda page: None if _leads_nowhere(page, tree) else list(_found(_LINK, page)))


def _leads_nowhere(page: PageSource, tree: SourceTree) -> bool:
    return any(dead_links(page, tree)) or any(surely_dead(page, tree))


def numbers_are_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """A sentence has the numbers of the source language's sentence, in any order."""
    for code, counterpart, sentence in sentence_pairs(tree):
        wanted, found = (sorted(re.findall(r"\d+", one.text)) for one in (counterpart, sentence))
        if wanted != found:
            ours, theirs = ", ".join(found) or "none", ", ".join(wanted) or "none"
            message = f"'{sentence.id}' has the numbers {ours}, the source text {theirs}; correct them"
            told = f"'{sentence.id}' has the numbers {theirs}, the translations {ours}; correct them"
            in_source = Diagnostic(note_file(tree.facts.note.language), counterpart.line, 1, told)
            cause = ("note", sentence.id.paragraph, sentence.id, "numbers")
            yield Diagnostic(note_file(code), sentence.line, 1, message).about(cause).or_in_source(in_source)


def is_sound(page: PageSource, tree: SourceTree, /) -> bool:
    """Whether a page's headings all have ids of their own and its macros are called rightly."""
    return _ids_of_headings(page) is not None and not any(call_problems(page, tree))


def _headings(page: PageSource) -> Iterator[tuple[int, str | None]]:
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        if heading := _HEADING.match(line):
            yield number, heading["id"]


def _ids_of_headings(page: PageSource) -> list[_Part] | None:
    found = [_Part(line, 1, f"#{id}") for line, id in _headings(page) if id]
    return found if len({part.text for part in found}) == len(list(_headings(page))) else None


def _found(pattern: re.Pattern[str], page: PageSource) -> Iterator[_Part]:
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        for match in pattern.finditer(line):
            yield _Part(number, match.start(pattern.groups) + 1, match.group(pattern.groups))


def _parallel(tree: SourceTree, what: str, parts: Callable[[PageSource], list[_Part] | None]) -> Iterator[Diagnostic]:
    counterparts = tree.pages.get(tree.facts.note.language, {})
    for page in all_pages(tree):
        counterpart = counterparts.get(page.name)
        if counterpart is None or counterpart is page:
            continue
        if page.name == "note" and (what != "heading" or language_of(page.file) not in tree.languages):
            continue  # it is plain text, and another rule tells what is wrong with it
        wanted, found = parts(counterpart), parts(page)
        if wanted is None or found is None:
            continue  # another rule tells what is wrong with them
        wanted = _of_its_sections(wanted, counterpart, page)
        if what == "link":
            stale = _keys(page, tree, "stale")
            wanted, found = _without(stale, wanted, counterpart), _without(stale, found, page)
            if _keys(page, tree, "missing") and _is_part(found, wanted):
                continue
        if one := _difference((counterpart, wanted), (page, found), what, f"in {counterpart.file}"):
            other = _difference((page, found), (counterpart, wanted), what, "in the translations")
            yield one.or_in_source(other) if other else one


def _of_its_sections(wanted: list[_Part], counterpart: PageSource, page: PageSource) -> list[_Part]:
    """Return the parts that are in a section which the page has; where it has others, all of them."""
    theirs, ours = (_ids_of_headings(one) for one in (counterpart, page))
    if theirs is None or ours is None or not _is_part(ours, theirs):
        return wanted
    own = {part.text for part in ours}
    starts = [(part.line, part.text) for part in theirs]
    section = {part: next((id for line, id in reversed(starts) if line <= part.line), "") for part in wanted}
    return [part for part in wanted if not section[part] or section[part] in own]


def _difference(
    wanted: tuple[PageSource, list[_Part]], found: tuple[PageSource, list[_Part]], what: str, where: str
) -> Diagnostic | None:
    """Return the first difference of a page from another, at its own line; None where there is none."""
    theirs, ours = ([part.text for part in parts] for _, parts in (wanted, found))
    for kind, start, _, at, _ in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        page, counterpart = found[0], wanted[0]
        if kind == "delete":
            part = wanted[1][start]
            place = (_line_beside(part.line, counterpart, page), 1)
            message = f"the {what} '{part.text}' is missing here, which stands {where}; put it in, or take it out there"
        else:
            part = found[1][at]
            place = (part.line, part.column)
            message = f"the {what} '{part.text}' does not stand {where}; take it out, or put it in there"
            if kind == "replace":
                message = f"the {what} is '{part.text}' here, '{wanted[1][start].text}' {where}; make them the same"
        return Diagnostic(page.file, *place, message).about((page.name, what))
    return None


def _line_beside(line: int, page: PageSource, other: PageSource) -> int:
    """Return the line of another language's page that has the text of a line of a page, or of the text above it."""
    keys = page_keys(page.name, page.body.split("\n"), page.first_line)
    lines = {key: number for number, key in page_keys(other.name, other.body.split("\n"), other.first_line).items()}
    above = [lines[key] for number, key in keys.items() if number <= line and key in lines]
    return above[-1] if above else other.first_line


def _is_part(found: list[_Part], wanted: list[_Part]) -> bool:
    """Whether what a page has is a part of what the source language's has, in order."""
    rest = (part.text for part in wanted)
    return all(part.text in rest for part in found)


def _keys(page: PageSource, tree: SourceTree, state: State) -> set[UnitKey]:
    """Return the keys of a page's lines in that state; of a language that cannot be read, none."""
    source, language = tree.source, tree.languages.get(language_of(page.file))
    if source is None or language is None:
        return set()
    return {key for key, found in states(source, language).items() if key.page == page.name and found == state}


def _without(keys: set[UnitKey], parts: list[_Part], page: PageSource) -> list[_Part]:
    """Return the parts of a page but for those on the lines of these keys."""
    if not keys:
        return parts
    lines = page_keys(page.name, page.body.split("\n"), page.first_line)
    return [part for part in parts if lines.get(part.line) not in keys]


def sentence_pairs(tree: SourceTree) -> Iterator[tuple[str, Sentence, Sentence]]:
    """Yield (language, source sentence, its translation) for every sentence that a translation has, not stale."""
    source = tree.source
    for code, language in tree.languages.items():
        if source is None or language is source:
            continue
        stale = stale_sentences(source, language)
        for id, counterpart in source.note.sentences.items():
            ours = language.note.sentences[id]
            if not ours.language and id not in stale:
                yield code, counterpart, ours


ERRORS = (
    headings_have_ids,
    headings_are_parallel,
    macros_are_parallel,
    links_are_parallel,
    numbers_are_kept,
)
