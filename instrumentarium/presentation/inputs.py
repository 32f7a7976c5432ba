"""What pages and files are made of, besides templates: where it is the same, so is what is made of it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition, Facts, Language
from instrumentarium.presentation import notices
from instrumentarium.presentation.formatting import size_shown
from instrumentarium.translation import status

Inputs = tuple[Any, ...]
"""To be compared with the inputs of another build."""


class RecordedFacts:
    """Facts that note what is read of them: ``read`` are the names of the lists and methods."""

    def __init__(self, facts: Facts, /) -> None:
        self._facts = facts
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self._facts, name)


def of_files(edition: Edition, code: str, /) -> Inputs:
    """Return what the files of a language are made of."""
    return of_language(edition, code), edition.facts


def of_language(edition: Edition, code: str, /) -> Inputs:
    """Return what each page of a language is made of: the language, and what it sees of others."""
    source = edition.source
    names = [(other, language.strings.language) for other, language in edition.languages.items()]
    language = edition.languages[code]
    frame = edition.pages, edition.moved, edition.releases
    return language, frame, names, source.note, source.pages, _shown_of(edition, language)


def _shown_of(edition: Edition, language: Language) -> Mapping[tuple[str, str], Any]:
    """Return the strings of the records that are shown in the source language instead."""
    source = edition.source
    return {
        (kind.section, record.id): getattr(source.strings, kind.section)[record.id]
        for kind, records in edition.facts.records()
        for record in records
        if status.told_in(source, language, kind.section, record) is not language
    }


def of_page(edition: Edition, code: str, name: str, files: Sequence[Download], read: Iterable[str], /) -> Inputs:
    """Return what a page is made of besides.

    What it ``read`` of the facts when it was built, how far it is translated, the files that it lists, how far other
    languages are, what they call the terms, and what changed since the last version.
    """
    source, language = edition.source, edition.languages[code]
    lists = [getattr(edition.facts, one) for one in sorted(read)]
    facts = [edition.facts if callable(one) else one for one in lists]
    unfinished = _unfinished(source, language) if language is not source else {}
    states = {} if language is source else status.states(source, language)
    marks = [name in notices.pages_with(state, states) for state in ("stale", "missing")]
    called = language.pages[name].components
    listed = [(file.path, size_shown(len(file.content)) if "downloads" in called else 0) for file in files]
    others = {**edition.languages, **edition.drafts}.values() if "translations" in called else ()
    progress = [status.progress(source, other) for other in others if other is not source]
    terms = _terms(edition) if "glossary" in called else ()
    unreleased = edition.unreleased if "versions" in called else {}
    return facts, unfinished.get(name), marks, listed, progress, terms, unreleased


def _terms(edition: Edition) -> Sequence[Any]:
    """Return the words for the terms in every language, and which of them are shown."""
    source, terms = edition.source, edition.facts.terms
    return [
        (code, one.strings.terms, [status.told_in(source, one, "terms", term) is one for term in terms])
        for code, one in edition.languages.items()
    ]


@lru_cache(maxsize=64)
def _unfinished(source: Language, language: Language) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return the state and the source text of each unit that is not done, by page and key."""
    texts, found = status.source_texts(source, language), dict[str, dict[str, tuple[str, str]]]()
    for key, state in status.states(source, language).items():
        if state != "done":
            found.setdefault(key.page, {})[key] = state, texts.get(key, "")
    return found
