"""How far a translation is: pins, and what they say of each unit.

A *pin* is the hash of the source text that a unit was translated from. A unit is *done* where its pin
is the source's hash of today, *stale* where it is another's or there is none, *missing* where there
is no text or a gap.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from babel import Locale

from instrumentarium.model.edition import Language
from instrumentarium.sources.units import Unit

State = Literal["done", "stale", "missing"]

_COUNTS = "strings:counts."


def pin_of(text: str, /) -> str:
    """Return the pin of a source text: the first twelve hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def plural_categories(locale: Locale, /) -> list[str]:
    """Return the plural categories of a language, in CLDR's order."""
    return [
        name for name in ("zero", "one", "two", "few", "many", "other") if name in {*locale.plural_form.tags, "other"}
    ]


def source_texts(source: Language, language: Language, /) -> Mapping[str, str]:
    """Return the source text of every unit that the language should have, by key.

    Counted things have the plural categories of the language; a category that the source lacks has
    the source's `other`.
    """
    texts: dict[str, str] = {}
    categories = plural_categories(language.locale)
    for key, unit in source.units.items():
        if unit.derived:
            continue
        if key.startswith(_COUNTS):
            stem = key.rpartition(".")[0]
            for category in categories:
                other = source.units[f"{stem}.other"]
                texts[f"{stem}.{category}"] = source.units.get(f"{stem}.{category}", other).text
        else:
            texts[key] = unit.text
    return texts


def states(source: Language, language: Language, /) -> Mapping[str, State]:
    """Return the state of every unit that the language should have, by key, in the source's order."""
    return {key: _state(key, text, language) for key, text in source_texts(source, language).items()}


def _state(key: str, text: str, language: Language) -> State:
    unit = language.units.get(key)
    if unit is None or unit.is_gap:
        return "missing"
    return "done" if language.pins.get(key) == pin_of(text) else "stale"


def count_by_page(found: Mapping[str, State], /) -> Mapping[str, Counter[str]]:
    """Return, for each page and for ``strings``, how many units are in each state."""
    counts: dict[str, Counter[str]] = {}
    for key, state in found.items():
        counts.setdefault(key.partition(":")[0], Counter())[state] += 1
    return counts


def stale_sentences(source: Language, language: Language, /) -> Mapping[str, str]:
    """Return the source text of every stale sentence of the note, by the sentence's id."""
    if language.code == source.code:
        return {}
    texts = source_texts(source, language)
    return {
        key.removeprefix("note:"): texts[key]
        for key, state in states(source, language).items()
        if state == "stale" and key.removeprefix("note:") in source.note.sentences
    }


def selected(keys: Mapping[str, object], what: str | None, /) -> list[str]:
    """Return the keys that a page, a sentence, a key or nothing (all of them) names."""
    return [
        key
        for key in keys
        if what is None or what in (key, key.partition(":")[0]) or key == f"note:{what}" or key.startswith(f"{what}.")
    ]


def synced(source: Language, language: Language, keys: list[str], /) -> Mapping[str, str]:
    """Return the language's pins after its units of ``keys`` have been found to say what the source says.

    Gaps get no pin; pins of units that no longer exist are dropped.
    """
    texts = source_texts(source, language)
    pins = {key: pin for key, pin in language.pins.items() if key in texts}
    for key in keys:
        unit = language.units.get(key)
        if unit is not None and not unit.is_gap:
            pins[key] = pin_of(texts[key])
    return {key: pins[key] for key in texts if key in pins}


def pins_file(pins: Mapping[str, str], /) -> str:
    """Return the text of pins.yml."""
    head = "# Which source text each unit was translated from; written by `instrumentarium sync`, not by hand.\n\n"
    return head + "".join(f'"{key}": "{pin}"\n' for key, pin in pins.items())


def left(found: Mapping[str, State], language: Language, /) -> Iterator[tuple[str, State, Unit | None]]:
    """Yield (key, state, unit) of everything that is not done."""
    for key, state in found.items():
        if state != "done":
            yield key, state, language.units.get(key)
