"""How far the engine's words and pages are in its languages: each is translated from English, and has its pin."""

from collections.abc import Mapping

from instrumentarium import locales
from instrumentarium.model import language_code
from instrumentarium.model.unit import Unit, UnitKey, pin_of
from instrumentarium.sources import engine_pages, yaml_positions
from instrumentarium.sources.units import of_file
from instrumentarium.translation.status import State, plural_categories


def states(code: str, /) -> Mapping[UnitKey, State]:
    """Return the state of every word, and of every line of a page, of a language that the engine has."""
    words, pins = _units(code), _pins(code)
    found: dict[UnitKey, State] = {}
    for key, text in _source_texts(code).items():
        is_done = pins.get(key) == pin_of(text)
        found[key] = "missing" if key not in words or words[key].is_gap else "done" if is_done else "stale"
    return found


def synced(code: str, what: str | None = None, /) -> Mapping[str, str]:
    """Return the pins of a language after one of its units, or all, have been found to say what English says."""
    words, pins, texts = _units(code), _pins(code), _source_texts(code)
    now = {key: pin_of(texts[key]) for key in texts if key in words and what in (None, key, key.name)}
    return {key: pin for key in texts if (pin := now.get(key, pins.get(key)))}


def _source_texts(code: str) -> Mapping[UnitKey, str]:
    """Return the English text of every unit, with the plural categories of the language."""
    texts: dict[UnitKey, str] = {}
    words = _units(locales.SOURCE)
    for key, unit in words.items():
        for one in map(key.category, plural_categories(language_code.locale(code))) if key.is_count else [key]:
            texts[one] = words.get(one, words[key.category("other")] if key.is_count else unit).text
    return texts


def _units(code: str) -> Mapping[UnitKey, Unit]:
    """Return the units of the words and the pages of a language."""
    found = dict(of_file("interface.yml", locales.words_file(code).read_text(encoding="utf-8")))
    for name in sorted(engine_pages.names()):
        page = locales.pages_folder(code) / f"{name}.md"
        if page.is_file():
            found |= of_file(page.name, page.read_text(encoding="utf-8"))
    return {unit.key: unit for unit in found.values()}


def _pins(code: str) -> Mapping[str, str]:
    file = locales.pins_file(code)
    document = yaml_positions.parse(file.read_text(encoding="utf-8"), file.name)[0] if file.is_file() else None
    return document.value if document else {}
