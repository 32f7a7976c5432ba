"""One cause, one message: what follows from a fault that is told is not told, but counted.

A fault of data/ or of the source language explains those of every language; that of a translation only its own.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from instrumentarium.sources.diagnostics import Cause, Diagnostic

_Key = tuple[str, Cause]
"""A cause, and the translation that it is in: "" where it is in data/ or the source language."""


def folded(found: Sequence[Diagnostic], source: str, translations: Collection[str], /) -> list[Diagnostic]:
    """Return a diagnostic for each cause; ``found`` has what may be one before what may follow from it.

    Each tells in how many more translations it was seen.
    """
    told: list[Diagnostic] = []
    seen_in: list[set[str]] = []
    first: dict[_Key, int] = {}
    for one in _blamed(found, translations):
        language = one.language if one.language != source else ""
        index = next((first[key] for key in _explanations(one, language) if key in first), len(told))
        if index == len(told):
            told.append(one)
            seen_in.append(set())
        first.setdefault((language, one.cause), index)  # what follows from a consequence follows from its cause
        seen_in[index] |= {language, *one.languages} - {""}
    return [_with_count(*each) for each in zip(told, seen_in, strict=True)]


def _explanations(one: Diagnostic, language: str) -> Iterator[_Key]:
    """Yield all that would explain a diagnostic: what it is about, what it may follow from, and the wholes of both."""
    for cause in (one.cause, *one.follows):
        for end in range(1, len(cause) + 1):
            yield "", cause[:end]
            yield language, cause[:end]


def _blamed(found: Sequence[Diagnostic], translations: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the diagnostics; where most translations have one, what is told of the source instead."""
    languages: dict[Cause, set[str]] = {}
    for one in found:
        if one.in_source:
            languages.setdefault(one.cause, set()).add(one.language)
    most = {cause: codes for cause, codes in languages.items() if 2 * len(codes) > len(translations) > 1}
    told = set[Cause]()
    for one in found:
        if one.in_source is None or one.cause not in most:
            yield one
        elif one.cause not in told:
            told.add(one.cause)
            yield _of_source(one.in_source, one, frozenset(most[one.cause]), len(translations))


def _of_source(told: Diagnostic, one: Diagnostic, languages: frozenset[str], count: int) -> Diagnostic:
    """Return what is told of the source instead of a diagnostic that so many of its translations have."""
    few = f" (in {len(languages)} of {count} translations)" if len(languages) < count else ""
    told = replace(told, message=f"{told.message}{few}", severity=one.severity, languages=languages)
    return told if told.cause else told.about(one.cause, *one.follows)


def _with_count(one: Diagnostic, seen_in: set[str]) -> Diagnostic:
    others = seen_in - {one.language, *one.languages}
    if not others:
        return one
    count = f"{len(others)} translation{'s' * (len(others) > 1)}"
    return replace(one, message=f"{one.message} (and in {count})", languages=one.languages | others)
