"""A warning for what translations lack: the source language's is shown instead, and nobody is stopped."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from instrumentarium.model.edition import Language
from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree
from instrumentarium.translation.status import states

_SECTIONS = {kind.section for kind in RECORD_KINDS}


def gaps_are_filled(tree: SourceTree) -> Iterator[Diagnostic]:
    """No gap is left in a language."""
    for code, language in tree.languages.items():
        for key, unit in language.units.items():
            if unit.is_gap and language is not tree.source:
                found = Diagnostic(f"docs/{code}/{key.file}", unit.line, 1, f"a gap: write '{key}' in this language")
                yield found.about(_cause(key))


def nothing_is_missing(tree: SourceTree) -> Iterator[Diagnostic]:
    """A translation has each page, record, paragraph and string that the source language has.

    Of lines that are missing in a section or a paragraph, the rules of their numbers tell.
    """
    source = tree.source
    lacking: dict[tuple[str, str], dict[str, UnitKey]] = {}
    for code, language in tree.translations.items() if source else ():
        for key, state in states(source, language).items() if source else ():
            if state == "missing" and key not in language.units and (piece := _piece(key, language, tree)):
                lacking.setdefault(piece, {}).setdefault(code, key)
    for (what, name), codes in lacking.items():
        if source:
            yield _told(source, what, name, codes)


def _piece(key: UnitKey, language: Language, tree: SourceTree) -> tuple[str, str] | None:
    """Return what a missing unit is part of, and its name; None where another rule tells of it."""
    page = language.pages.get(key.page)
    if page and page.is_missing:
        return "page", key.file
    if key.path:
        is_of_record = len(key.path) == 3 and key.path[0] in _SECTIONS
        return ("record", ".".join(key.path[:2])) if is_of_record else ("string", key)
    if key.page != "note" or key.is_front_matter:
        return None
    paragraph = key.name.rpartition("s")[0] or key.name
    return None if paragraph in tree.notes[language.code].by_id else ("paragraph", paragraph)


def _told(source: Language, what: str, name: str, codes: Mapping[str, UnitKey]) -> Diagnostic:
    """Return what is told of a piece, at the source's, with the languages that lack it."""
    key = next(iter(codes.values()))
    original = source.units.get(key)
    languages = ", ".join(codes) if len(codes) <= 5 else f"{len(codes)} translations"
    message = f"the {what} '{name}' is missing in {languages}, where this is shown; translate it"
    found = Diagnostic(f"docs/{source.code}/{key.file}", original.line if original else 1, 1, message)
    return replace(found.about(_cause(key), (key.page, "lines", key.section)), languages=frozenset(codes))


def _cause(key: UnitKey) -> tuple[str, ...]:
    """Return what a missing unit is about, as the rules of the note and of the records say it."""
    if key.page == "note" and not key.is_front_matter:
        return "note", key.name.rpartition("s")[0], key.name, "missing"
    return (*key.path, "missing") if key.path else (key.page, "missing", key.name)


WARNINGS = (gaps_are_filled, nothing_is_missing)
