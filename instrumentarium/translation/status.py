"""How far a translation is: pins, and the state of each unit.

A *pin* is the hash of the source text that a unit was translated from. A unit is *done* where its pin
is the hash of the source text of today, *stale* where it is another or there is none, *missing* where
there is no text or a gap. The quote of a record, or the forms of a term, have no pin: they are known where missing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Literal, get_args

from babel import Locale

# Pydantic, which makes the schema, cannot read typing's own before Python 3.12.
from typing_extensions import TypedDict

from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.records import Record
from instrumentarium.model.unit import UnitKey, pin_of

State = Literal["done", "stale", "missing"]
STATES: tuple[State, ...] = get_args(State)
States = Mapping[UnitKey, State]

_KEPT = 64
"""Of how many languages what is computed is kept: a build asks for it again and again."""


class Counts(TypedDict):
    """How many units are in each state."""

    done: int
    stale: int
    missing: int


class LanguageStatus(Counts):
    """How far a language is: whole, page by page, and by the key of each unit that is not done."""

    name: str
    status: str
    reviewers: list[str]
    pages: dict[str, Counts]
    left: dict[str, State]


class TranslationStatus(TypedDict):
    """data/translations.json: how far every translation of the source is, by the language's code."""

    source: str
    languages: dict[str, LanguageStatus]


def plural_categories(locale: Locale, /) -> list[str]:
    """Return the plural categories of a language, in CLDR's order."""
    known = {*locale.plural_form.tags, "other"}
    return [name for name in ("zero", "one", "two", "few", "many", "other") if name in known]


@lru_cache(maxsize=_KEPT)
def source_texts(source: Language, language: Language, /) -> Mapping[UnitKey, str]:
    """Return the source text of every unit that the language should have, by key.

    The interface's words and the engine's pages belong to it where the engine lacks them in the language, or where its
    folder has others than the engine's. Counted things have the plural categories of the language; a category that
    the source language lacks has the source's `other`.
    """
    own_pages = (unit for unit in source.units.values() if unit.key.page not in {"interface", *language.packaged_pages})
    units = (unit for unit in own_pages if not unit.derived)
    texts = {unit.key: unit.text for unit in units}
    words = {UnitKey(f"interface:{'.'.join(path)}"): text for path, text in source.interface.texts()}
    for key, text in words.items():
        if not key.is_count:
            texts[key] = text
            continue
        for wanted in map(key.category, plural_categories(language.locale)):
            texts[wanted] = words.get(wanted, words[key.category("other")])
    if not language.is_packaged:
        return texts
    return {key: text for key, text in texts.items() if key.page != "interface" or key in language.units}


@lru_cache(maxsize=_KEPT)
def states(source: Language, language: Language, /) -> States:
    """Return the state of every unit that the language should have, by key, in the source's order.

    After them stand the quotes and forms that it lacks, without which it does not show their records.
    """
    found = {key: _state(key, pin_of(text), language) for key, text in source_texts(source, language).items()}
    for key in _missing_quotes(source, language):
        found[key] = "missing"
    return found


def _missing_quotes(source: Language, language: Language) -> Iterator[UnitKey]:
    for key, unit in source.units.items():
        own = language.units.get(key)
        if unit.derived and key.path[:2] in language.borrowed and (own is None or own.is_gap):
            yield key


def _state(key: UnitKey, pin: str, language: Language) -> State:
    unit = language.units.get(key)
    if unit is None or unit.is_gap:
        return "missing"
    return "done" if language.pins.get(key) == pin else "stale"


def counts(found: States, /) -> Counts:
    """Return how many units are in each state."""
    return _counts(Counter(found.values()))


def _counts(number: Mapping[State, int]) -> Counts:
    return {"done": number["done"], "stale": number["stale"], "missing": number["missing"]}


@lru_cache(maxsize=_KEPT)
def progress(source: Language, language: Language, /) -> tuple[Counts, Mapping[str, Counts]]:
    """Return how many units of a language are in each state: in all, and for each page."""
    found = states(source, language)
    return counts(found), counts_by_page(found)


def counts_by_page(found: States, /) -> dict[str, Counts]:
    """Return, for each page and for ``strings``, how many units are in each state."""
    pages: dict[str, Counter[State]] = {}
    for key, state in found.items():
        pages.setdefault(key.page, Counter())[state] += 1
    return {page: _counts(number) for page, number in pages.items()}


@lru_cache(maxsize=_KEPT)
def stale_sentences(source: Language, language: Language, /) -> Mapping[str, str]:
    """Return the source text of every stale sentence of the note, by the sentence's id."""
    if language.code == source.code:
        return {}
    texts = source_texts(source, language)
    stale = [key for key, state in states(source, language).items() if state == "stale" and key.page == "note"]
    return {key.name: texts[key] for key in stale if key.name in source.note.sentences}


def told_in(source: Language, language: Language, section: str, record: Record, /) -> Language:
    """Return the language in which a record is shown: the source language, whole, where the other lacks its words.

    So it is, too, where the sentence that the record rests on is missing or stale: its quote would prove nothing.
    """
    place = record.source
    sentence = language.note.sentences.get(place)  # None where the record is at fault, which another rule tells
    if (section, record.id) in language.borrowed or (sentence and sentence.language):
        return source
    return source if place in stale_sentences(source, language) else language


def of_edition(edition: Edition, /, *, only: str | None = None) -> TranslationStatus:
    """Return the status of every translation, drafts included, or of the one whose code is ``only``."""
    source = edition.source
    languages: dict[str, LanguageStatus] = {}
    for code, language in {**edition.languages, **edition.drafts}.items():
        if code == source.code or (only is not None and code != only):
            continue
        found = states(source, language)
        languages[code] = {
            "name": language.strings.language.name,
            "status": language.strings.language.status,
            "reviewers": list(language.strings.language.reviewers),
            **counts(found),
            "pages": counts_by_page(found),
            "left": {key: state for key, state in found.items() if state != "done"},
        }
    return {"source": source.code, "languages": languages}


def overview(edition: Edition, /) -> Iterator[str]:
    """Yield a line for each translation: how many units are in each state."""
    for code, language in edition.languages.items():
        if code != edition.source.code:
            numbers = told(counts(states(edition.source, language)))
            yield f"{code}  {numbers}{'  (draft)' if language.is_draft else ''}"


def detail(source: Language, language: Language, earlier: Mapping[UnitKey, str] | None, /) -> Iterator[str]:
    """Yield a line for each page of a language, and below it one for each unit that is not done.

    ``earlier`` are the source texts that stale units were made from; None where they are not asked for.
    """
    found, texts = states(source, language), source_texts(source, language)
    for page, numbers in counts_by_page(found).items():
        yield f"{page:<13}{told(numbers)}"
        for key, state in found.items():
            if key.page != page or state == "done":
                continue
            unit = language.units.get(key)
            yield f"  docs/{language.code}/{key.file}:{unit.line if unit else 1}: {key} {state}"
            if earlier is not None and state == "stale":
                yield f"    - {earlier.get(key, '(not in the history of this checkout)')}"
                yield f"    + {texts[key]}"


def told(numbers: Counts, /) -> str:
    """Return how many units are in each state, in words."""
    return ", ".join(f"{numbers[state]:>3} {state}" for state in STATES)


def selected(keys: Mapping[UnitKey, object], what: str | None, /) -> list[UnitKey]:
    """Return the keys that a page, a paragraph, a sentence, a key or nothing (all of them) names."""
    return [key for key in keys if what is None or what in _names(key) or key.startswith(f"{what}.")]


def _names(key: UnitKey) -> tuple[str, ...]:
    """Return what names a unit: its key and page, and the sentence and paragraph of the note that it is or is in."""
    return (key, key.page, key.name, key.paragraph) if key.page == "note" else (key, key.page)


def synced(source: Language, language: Language, keys: list[UnitKey], /) -> Mapping[str, str]:
    """Return the language's pins after its units of ``keys`` have been found to say what the source says.

    Gaps get no pin; pins of units that no longer exist are dropped.
    """
    texts = source_texts(source, language)
    pins = {key: language.pins[key] for key in texts if key in language.pins}
    for key in keys:
        unit = language.units.get(key)
        if unit is not None and not unit.is_gap:
            pins[key] = pin_of(texts[key])
    return written_pins(pins, texts, language)


def written_pins(
    pins: Mapping[UnitKey, str], texts: Mapping[UnitKey, str], language: Language, /, anew: Collection[UnitKey] = ()
) -> Mapping[str, str]:
    """Return the pins of a language as they are written, in the order of the source texts.

    A paragraph with another number of sentences than the source's keeps the pins that it has, by which its sentences
    are known, unless all of it is written ``anew``.
    """
    held: dict[str, dict[str, str]] = {}
    for key, pin in language.unplaced_pins.items():
        held.setdefault(UnitKey(key).paragraph, {})[key] = pin
    for key in anew:
        held.pop(key.paragraph, None)
    written: dict[str, str] = {}
    for key in texts:
        if (own := held.get(key.paragraph)) is not None:
            written.update(own)
        elif key in pins:
            written[key] = pins[key]
    return written
