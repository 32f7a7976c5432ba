"""Makes the files of a new language: every page and string, with the source text above each gap."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from instrumentarium.locales import words_file
from instrumentarium.model import language_code
from instrumentarium.model.edition import Language
from instrumentarium.model.strings import OWN_FIELDS
from instrumentarium.model.unit import GAP, Unit, UnitKey, gapped, pin_of
from instrumentarium.sources.units import of_file
from instrumentarium.translation.status import plural_categories, source_texts

# What a language has of its own in the words of a record, on one line or as a list below its key.
_OWN = re.compile(rf"^    ({'|'.join(OWN_FIELDS)}):.*\n(( {{6}}| {{4}}- ).*\n)*", re.MULTILINE)


def scaffold(source: Language, texts: Mapping[str, str], code: str, /) -> Mapping[str, str]:
    """Return the files of a new language by name, made from those of the source language."""
    return {
        name: page(name, text, source.code) if name.endswith(".md") else _strings(name, text, source, code)
        for name, text in texts.items()
    }


def pins(source: Language, code: str, /) -> Mapping[str, str]:
    """Return the pins of a new language: its gaps will be filled from the source texts of today."""
    is_known = words_file(code).is_file()
    pages = source.packaged_pages if is_known else frozenset[str]()
    empty = replace(source, code=code, units={}, pins={}, is_packaged=is_known, packaged_pages=pages)
    return {key: pin_of(text) for key, text in source_texts(source, empty).items()}


def page(name: str, text: str, source: str, /, filled: Collection[UnitKey] = ()) -> str:
    """Return a page with a gap for each unit, and above each that is not to be filled the source text as a comment."""
    units = of_file(name, text).values()
    by_line: dict[int, list[Unit]] = {}
    for unit in units:
        by_line.setdefault(unit.line, []).append(unit)
    lines, in_front_matter = list[str](), text.startswith("---\n")
    for number, line in enumerate(gapped(text, units), 1):
        told = (unit.text for unit in by_line.get(number, ()) if unit.key not in filled)
        lines += (f"# {source}: {text}" if in_front_matter else f"<!-- {source}: {text} -->" for text in told)
        lines.append(line)
        in_front_matter = in_front_matter and not (number > 1 and line == "---")
    return "\n".join(lines)


def _strings(name: str, text: str, source: Language, code: str) -> str:
    """Return strings.yml or interface.yml with a gap for each string, and the language's own plural categories."""
    text = _OWN.sub("", text)
    found = of_file(name, text)
    by_line: dict[int, list[Unit]] = {}
    for unit in found.values():
        by_line.setdefault(unit.line, []).append(unit)
    own_name, categories = language_code.name(code) or GAP, plural_categories(language_code.locale(code))
    lines, in_language = [], False
    for number, line in enumerate(text.split("\n"), 1):
        in_language = line == "language:" or (in_language and line.startswith(" "))
        indent = line[: len(line) - len(line.lstrip())]
        key = line.partition(":")[0]
        if in_language and key.strip() in ("name", "status"):
            lines.append(f"{key}: {own_name if key.strip() == 'name' else 'draft'}")
        elif number not in by_line:
            lines.append(line)
        else:
            lines.append(f"{indent}# {source.code}: {line.partition(':')[2].strip()}")
            units = by_line[number]
            if units[0].key.is_count:
                lines.append(f"{key}: {{{', '.join(f'{category}: {GAP}' for category in categories)}}}")
            else:
                lines.append(f"{key}: {f'[{GAP}]' if units[0].derived and units[0].key.endswith('.forms') else GAP}")
    return "\n".join(lines)
