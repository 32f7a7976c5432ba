"""Loads the Edition of a folder, or reports all errors of its sources at once."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from instrumentarium import checks, themes
from instrumentarium.exports import addresses
from instrumentarium.model.edition import Edition, digest_of
from instrumentarium.model.files import PublishedAddresses
from instrumentarium.model.releases import Release
from instrumentarium.presentation.components import Renderer
from instrumentarium.sources import folding
from instrumentarium.sources.diagnostics import Diagnostic, SourceErrors
from instrumentarium.sources.reader import Reader
from instrumentarium.sources.tree import PUBLISHED, SourceTree


def edition(root: Path, /, instead: Mapping[str, str] | None = None) -> Edition:
    """Return the Edition below ``root``; raises SourceErrors with every error of its sources.

    ``instead`` are contents to be read in the place of those of files, by path.
    """
    edition, check = unchecked(root, instead)
    check()
    return edition


def unchecked(root: Path, /, instead: Mapping[str, str] | None = None) -> tuple[Edition, Callable[[], None]]:
    """Return the Edition below ``root``, and what raises SourceErrors where it breaks a rule.

    Raises SourceErrors with every error of the sources where they cannot be read.
    """
    reader, tree = _read(root, instead)
    edition = _edition(reader, tree)
    return edition, partial(_check, reader, tree, edition)


def release(root: Path, today: datetime.date, /) -> tuple[PublishedAddresses, int, Release | None]:
    """Return what a release of the Edition below ``root`` records: its addresses, how many are new, and its version.

    The version is None where nothing changed since the last. Raises SourceErrors with every error of the sources.
    """
    reader, tree = _read(root)
    edition = _edition(reader, tree)
    _check(reader, tree, edition)
    version = None
    if edition.is_changed or not edition.releases:
        number, texts = len(edition.releases) + 1, edition.unreleased
        version = Release(version=number, date=today, content=edition.content, texts=texts)
        edition = replace(edition, releases=(*edition.releases, version))
    released = addresses.released(edition, tree.published, renderer(root))
    return released, addresses.number(released) - addresses.number(tree.published), version


def _read(root: Path, instead: Mapping[str, str] | None = None) -> tuple[Reader, SourceTree]:
    reader = Reader(root, instead)
    tree = reader.tree()
    if tree is None or tree.source is None or _without_drafts(reader.diagnostics, reader.drafts):
        raise SourceErrors(_errors(reader, tree))
    return reader, tree


def _check(reader: Reader, tree: SourceTree, edition: Edition) -> None:
    broken = _without_drafts(checks.errors(tree), reader.drafts)
    if found := _errors(reader, tree) if broken else _dead_addresses(edition, tree, reader.root):
        raise SourceErrors(found)


def diagnostics(root: Path, /, language: str | None = None) -> list[Diagnostic]:
    """Return the errors and warnings below ``root``, one for each cause: of all languages but drafts, or of one."""
    reader = Reader(root)
    tree = reader.tree()
    if tree is None or tree.source is None:  # then nothing stands in for what a draft lacks, and it is not to blame
        return _told(reader, tree, reader.drafts)
    found = _told(reader, tree, reader.drafts - {language})
    if language is not None:
        return [one for one in found if language in {one.language, *one.languages}]
    if all(one.severity == "warning" for one in found):
        found += _dead_addresses(_edition(reader, tree), tree, root)
    return sorted(found)


def remarks(root: Path, /) -> list[Diagnostic]:
    """Return what stops nobody and yet is to be mended: the warnings, and the errors of drafts, which are left out."""
    reader = Reader(root)
    tree = reader.tree()
    if tree is None or tree.source is None:
        return []
    found = _told(reader, tree, ())
    return [one for one in found if (one.severity == "error") == (one.language in reader.drafts)]


def _told(reader: Reader, tree: SourceTree | None, unheard: Collection[str]) -> list[Diagnostic]:
    """Return what is wrong with the sources, one for each cause, without the languages that are not to be heard."""
    if tree is None:
        return sorted(set(_without_drafts(reader.diagnostics, unheard)))
    found = _without_drafts([*reader.diagnostics, *checks.errors(tree), *checks.warnings(tree)], unheard)
    return sorted(set(folding.folded(found, tree.facts.note.language, tree.translations.keys())))


def _errors(reader: Reader, tree: SourceTree | None) -> list[Diagnostic]:
    """Return the errors; the warnings that follow from them are counted."""
    return [one for one in _told(reader, tree, reader.drafts) if one.severity == "error"]


def _without_drafts(found: Iterable[Diagnostic], drafts: Collection[str]) -> list[Diagnostic]:
    """Return the diagnostics but for those of drafts, which stop nobody."""
    return [diagnostic for diagnostic in found if diagnostic.language not in drafts]


@cache
def renderer(root: Path, /) -> Renderer:
    """Return what renders the components of the edition below ``root``."""
    return Renderer(*(folder / "components" for folder in themes.folders(root)))


def _dead_addresses(edition: Edition, tree: SourceTree, root: Path) -> list[Diagnostic]:
    """Return a diagnostic for each address that is no more, published or linked to; of sources without other errors."""
    here = addresses.in_each_language(edition, renderer(root))
    lost = [tree.at(PUBLISHED, path, message) for path, message in addresses.problems(edition, tree.published, here)]
    linked = _without_drafts(checks.dead_places(tree, here), tree.drafts)
    return [*lost, *folding.folded(linked, tree.facts.note.language, tree.translations.keys())]


def _edition(reader: Reader, tree: SourceTree) -> Edition:
    languages = {code: language for code, language in tree.languages.items() if not language.is_draft}
    files = reader.published_files(tree.facts)
    return Edition(
        facts=tree.facts,
        pages=tree.nav,
        languages=languages,
        drafts={code: language for code, language in tree.languages.items() if language.is_draft},
        files=files,
        moved=tree.published.moved,
        releases=tree.releases,
        content=digest_of(files, languages),
    )
