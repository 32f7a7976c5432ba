"""A warning for what translations lack: the source language's is shown instead, and nobody is stopped."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from instrumentarium.model.edition import Language
from instrumentarium.model.place import Place
from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree, file_of
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
    """A translation has each page, section, record, paragraph and string that the source language has.

    Of lines that are missing in a section or a paragraph, the rules of their numbers tell.
    """
    source = tree.source
    if source is None:
        return
    lacking: dict[tuple[str, str], dict[str, UnitKey]] = {}
    for code, language in tree.translations.items():
        for key in _missing(source, language):
            if piece := _piece(key, language, tree):
                lacking.setdefault(piece, {}).setdefault(code, key)
    for piece, codes in lacking.items():
        yield _told(tree, source, piece, codes)


def _missing(source: Language, language: Language) -> Iterator[UnitKey]:
    """Yield what a language has neither as text nor as a gap: units, and the quotes or forms that records lack."""
    for key, state in states(source, language).items():
        if state == "missing" and key not in language.units:
            yield key


def _piece(key: UnitKey, language: Language, tree: SourceTree) -> tuple[str, str] | None:
    """Return what a missing unit is part of, and its name; None where another rule tells of it."""
    page = language.pages.get(key.page)
    if page and page.is_missing:
        return "page", key.file
    if key.path:
        is_of_record = len(key.path) == 3 and key.path[0] in _SECTIONS
        has_others = any(other.path[:2] == key.path[:2] for other in language.units)
        return ("record", ".".join(key.path[:2])) if is_of_record and not has_others else ("string", key)
    if key.is_front_matter:
        return None
    if key.page != "note":
        has_section = any(one.page == key.page and one.section == key.section for one in language.units)
        return None if has_section else ("section", f"{key.page}#{key.section}")
    place = Place(key.name)
    if place.kind == "heading" or place.paragraph in tree.notes[language.code].by_id:
        return None
    if place.kind in ("top", "head"):
        own = getattr(tree.notes[language.code], place.kind)
        return ("line", place) if own else ("block", place.kind)
    return "footnote" if place.kind == "footnote" else "paragraph", place.paragraph


def _told(tree: SourceTree, source: Language, piece: tuple[str, str], codes: Mapping[str, UnitKey]) -> Diagnostic:
    """Return what is told of a piece: at the source's, with the languages that lack it; of one, in its folder."""
    (code, key), *others = codes.items()
    languages = ", ".join(codes) if len(codes) <= 5 else f"{len(codes)} translations"
    message = f"the {piece[0]} '{piece[1]}' is missing"
    if others:
        message, place = f"{message} in {languages}, where this is shown", _place(source, source, key)
    else:
        message, place = f"{message}, and shown in the source language", _place(source, tree.languages[code], key)
    found = Diagnostic(*place, f"{message}; translate it")
    follows = [(key.page, "lines", key.section), (key.page, "heading")]
    if piece[0] == "footnote":
        follows.append((key.page, "footnotes"))
    return replace(found.about(_cause(key), *follows), languages=frozenset(codes))


def _place(source: Language, language: Language, key: UnitKey) -> tuple[str, int, int]:
    """Return the place of a unit in a language; of one that is not there, that of the unit that it would follow."""
    file, line = file_of(language, key), 0
    for other in source.units:
        if other.page == key.page and other in language.units:
            line = language.units[other].line
        if other == key:
            break
    return (file, line, 1) if line else (file.rpartition("/")[0], 1, 1)


def _cause(key: UnitKey) -> tuple[str, ...]:
    """Return what a missing unit is about, as the rules of the note and of the records say it."""
    if key.page == "note" and not key.is_front_matter:
        return "note", key.paragraph, key.name, "missing"
    return (*key.path, "missing") if key.path else ("page", key.page, "missing", key.name)


WARNINGS = (gaps_are_filled, nothing_is_missing)
