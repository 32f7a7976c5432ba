"""Makes the files of a new language: every page and string, with the source text above each gap."""

from collections.abc import Mapping
from dataclasses import replace

from babel import Locale

from instrumentarium.locales import words_file
from instrumentarium.model.edition import Language
from instrumentarium.model.unit import GAP, Unit, pin_of
from instrumentarium.sources.units import of_file
from instrumentarium.translation.status import plural_categories, source_texts


def scaffold(source: Language, texts: Mapping[str, str], code: str, /) -> Mapping[str, str]:
    """Return the files of a new language by name, made from those of the source language."""
    return {
        name: _page(text, source.code, of_file(name, text))
        if name.endswith(".md")
        else _strings(name, text, source, code)
        for name, text in texts.items()
    }


def pins(source: Language, code: str, /) -> Mapping[str, str]:
    """Return the pins of a new language: its gaps will be filled from the source texts of today."""
    empty = replace(source, code=code, units={}, pins={}, is_packaged=words_file(code).is_file())
    return {key: pin_of(text) for key, text in source_texts(source, empty).items()}


def _page(text: str, source: str, found: Mapping[str, Unit]) -> str:
    """Return a page with a gap for each unit, and the source text above it as a comment."""
    by_line: dict[int, Unit] = {unit.line: unit for unit in found.values()}
    lines, offset, in_front_matter = [], 0, text.startswith("---\n")
    for number, line in enumerate(text.split("\n"), 1):
        if unit := by_line.get(number):
            lines.append(f"# {source}: {unit.text}" if in_front_matter else f"<!-- {source}: {unit.text} -->")
            line_with_gap = line[: unit.start - offset] + GAP + line[unit.end - offset :]
            lines.append(line_with_gap)
        else:
            lines.append(line)
        in_front_matter = in_front_matter and not (number > 1 and line == "---")
        offset += len(line) + 1
    return "\n".join(lines)


def _strings(name: str, text: str, source: Language, code: str) -> str:
    """Return strings.yml or interface.yml with a gap for each string, and the language's own plural categories."""
    found = of_file(name, text)
    by_line: dict[int, list[Unit]] = {}
    for unit in found.values():
        by_line.setdefault(unit.line, []).append(unit)
    locale = Locale.parse(code)
    own_name, categories = locale.get_display_name(code) or GAP, plural_categories(locale)
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
