"""The rule for what translations lack: it is shown in the source language, and misleads nobody."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from instrumentarium.checks.parity import is_sound
from instrumentarium.model.edition import Language
from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources.diagnostics import Cause, Diagnostic
from instrumentarium.sources.tree import SourceTree
from instrumentarium.translation.status import states

_SECTIONS = {kind.section for kind in RECORD_KINDS}


def nothing_is_missing(tree: SourceTree) -> Iterator[Diagnostic]:
    """A published translation has every page, every sentence and every record's words that the source language has.

    What several lack is told once, where the source language has it; what one lacks, in its folder. Drafts lack much:
    `instrumentarium status` lists that.
    """
    if (source := tree.source) is None:
        return
    lacking: dict[Cause, dict[str, UnitKey]] = {}
    for code, language in tree.translations.items():
        pages = [*tree.pages[source.code].values(), *tree.pages[code].values()]
        unsound = {page.name for page in pages if not is_sound(page, tree)}  # other rules tell why
        for key in _missing(source, language, unsound):
            lacking.setdefault(_cause(tree, code, key), {}).setdefault(code, key)
    for cause, keys in lacking.items():
        (code, key), *others = keys.items()
        what = f"'{cause[1]}' of {cause[0]}" if cause[0] in _SECTIONS else f"'{key}'"
        what = f"{key.page}.md" if cause[0] == "page" else what
        what = f"a line of section '{cause[2]}'" if cause[1:2] == ("lines",) else what
        where = f" in {', '.join(keys)}" if others else ""
        message = f"{what} is missing{where} and shown in the source language; translate it"
        place = _place(source, source if others else tree.languages[code], key)
        yield replace(Diagnostic(*place, message).about(cause, (key.page, "heading")), languages=frozenset(keys))


def _missing(source: Language, language: Language, unsound: Collection[str]) -> Iterator[UnitKey]:
    """Yield what a language lacks: a unit for each record that lacks a word, and the others, but for unsound pages."""
    yield from (UnitKey(f"strings:{section}.{id}.name") for section, id in sorted(language.borrowed))
    for key, state in states(source, language).items():
        if state == "missing" and key.page != "interface" and key.page not in unsound:
            yield key


def _cause(tree: SourceTree, code: str, key: UnitKey) -> Cause:
    """Return what of a language is missing where a unit is: a page, a record's words, a sentence or the unit alone."""
    if key.path:
        return key.path[:2] if key.path[0] in _SECTIONS else key.path
    if key.page not in tree.page_names[code]:
        return ("page", key.page)
    if key.page == "note":
        return ("note", key.name.partition("s")[0] if key.name[0] in "pq" else key.name, key.name)
    return (key.page, "lines", key.section)


def _place(source: Language, language: Language, key: UnitKey) -> tuple[str, int, int]:
    """Return the place of a unit in a language; of one that is not there, that of the unit that it would follow."""
    folder, line = f"docs/{language.code}", 0
    for other in source.units:
        if other.page == key.page and other in language.units:
            line = language.units[other].line
        if other == key:
            break
    return (f"{folder}/{key.file}", line, 1) if line else (folder, 1, 1)


WARNINGS = (nothing_is_missing,)
