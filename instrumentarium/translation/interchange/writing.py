"""Puts translations into their places in the text of a file; nothing else in it changes."""

import json
import unicodedata
from collections.abc import Mapping

import yaml

from instrumentarium.model.unit import GAP, SEPARATOR, Unit, UnitKey
from instrumentarium.sources.units import of_file


def merged(text: str, units: Mapping[UnitKey, Unit], found: Mapping[UnitKey, str], /) -> str:
    """Return a file's text with the translations of its units in their places; what is equal is not touched."""
    changed = [unit for key, unit in units.items() if key in found and found[key] != unit.text]
    for unit in sorted(changed, key=lambda unit: unit.start, reverse=True):
        end = unit.start + len(text[unit.start : unit.end].rstrip())
        text = text[: unit.start] + _written(unit, found[unit.key]) + text[end:]
    return text


def sound(name: str, text: str, found: Mapping[UnitKey, str], /) -> str:
    """Return a file's text with those translations that leave all other units as they are.

    A translation that begins like a heading, say, would not stand where it belongs.
    """
    units = of_file(name, text)
    if _is_sound(name, units, found, whole := merged(text, units, found)):
        return whole
    for key, translation in found.items():
        one = {key: translation}
        units = of_file(name, text)
        if _is_sound(name, units, one, changed := merged(text, units, one)):
            text = changed
    return text


def cleaned(key: UnitKey, text: str, /) -> str:
    """Return a translation as it can stand in a file: in one line, in Unicode NFC, on a page without space around."""
    text = unicodedata.normalize("NFC", " ".join(text.splitlines()))
    return text if key.path else text.strip()


def _is_sound(name: str, units: Mapping[UnitKey, Unit], found: Mapping[UnitKey, str], text: str) -> bool:
    wanted = {key: found.get(key, unit.text) for key, unit in units.items()}
    return {key: unit.text for key, unit in of_file(name, text).items()} == wanted


def _written(unit: Unit, target: str) -> str:
    """Return a translation as it is written at the place of its unit."""
    if unit.derived and unit.key.path[-1] == "forms":
        return f"[{', '.join(_quoted(form.strip()) for form in target.split(SEPARATOR.strip()))}]"
    if unit.key.is_count:
        return _quoted(target)
    if unit.key.path or unit.key.is_front_matter:
        plain = yaml.safe_dump(target, allow_unicode=True, width=10**9).removesuffix("\n").removesuffix("\n...")
        return plain if "\n" not in plain and plain[0] not in "'\"" else _quoted(target)
    return target.replace("\n", " ") or GAP


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
