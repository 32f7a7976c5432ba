"""What pages and files are made of, besides templates: where it is the same, so is what is made of it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition, Language
from instrumentarium.presentation import notices
from instrumentarium.presentation.view import size_shown
from instrumentarium.translation import status

Inputs = tuple[Any, ...]
"""To be compared with the inputs of another build."""


def of_language(edition: Edition, code: str, /) -> Inputs:
    """Return what the files of a language are made of, and each of its pages: itself, and what it sees of others."""
    source = edition.source
    names = [(other, language.strings.language) for other, language in edition.languages.items()]
    return edition.languages[code], edition.facts, edition.pages, edition.moved, names, source.note, source.pages


def of_page(edition: Edition, code: str, name: str, files: Sequence[Download], /) -> Inputs:
    """Return what a page is made of besides: how far it is translated, the files that it lists, other languages."""
    source, language = edition.source, edition.languages[code]
    unfinished = _unfinished(source, language) if language is not source else {}
    is_stale = language is not source and name in notices.stale_pages(status.states(source, language))
    called = language.pages[name].components
    listed = [(file.path, size_shown(len(file.content)) if "downloads" in called else 0) for file in files]
    others = {**edition.languages, **edition.drafts}.values() if "translations" in called else ()
    return (
        unfinished.get(name),
        is_stale,
        listed,
        [status.progress(source, other) for other in others if other is not source],
    )


@lru_cache(maxsize=64)
def _unfinished(source: Language, language: Language) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return the state and the source text of each unit that is not done, by page and key."""
    texts, found = status.source_texts(source, language), dict[str, dict[str, tuple[str, str]]]()
    for key, state in status.states(source, language).items():
        if state != "done":
            found.setdefault(key.page, {})[key] = state, texts[key]
    return found
