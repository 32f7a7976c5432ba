"""A language's folder to and from the formats of translators' own tools: XLIFF 1.2 and gettext PO.

A unit of the exchanged file has our key as its id (XLIFF) or context (PO), the source text, the
translation, and its state: what is stale needs a translator's review (``needs-review-translation``, fuzzy).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import yaml
from translate.storage.pypo import pofile, pounit
from translate.storage.xliff import xlifffile, xliffunit

from instrumentarium.model.edition import Language
from instrumentarium.model.unit import GAP, SEPARATOR, Unit
from instrumentarium.translation.status import State, source_texts, states

Format = Literal["xliff", "po"]


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A unit as it is exchanged; ``target`` is empty where there is a gap."""

    key: str
    source: str
    target: str
    state: State


def segments(source: Language, language: Language, /) -> Iterator[Segment]:
    """Yield the segments of a language, in the source's order; quotes and forms follow from the sentences."""
    texts = dict(source_texts(source, language))
    texts |= {unit.key: unit.text for unit in source.units.values() if unit.derived}
    found = states(source, language)
    for unit in language.units.values():
        if (key := unit.key) in texts:
            target = "" if unit.is_gap else unit.text
            yield Segment(
                key=key, source=texts[key], target=target, state=found.get(key, "done" if target else "missing")
            )


_XLIFF_12 = "urn:oasis:names:tc:xliff:document:1.2"


class _Xliff12Unit(xliffunit):
    """A unit of XLIFF 1.2; the library's own writes 1.1."""

    namespace = _XLIFF_12


class _Xliff12(xlifffile):  # type: ignore[type-arg]
    """A file of XLIFF 1.2."""

    UnitClass = _Xliff12Unit
    namespace = _XLIFF_12
    XMLskeleton = f"""<xliff version="1.2" xmlns="{_XLIFF_12}">
 <file original="NoName" source-language="" datatype="plaintext"><body></body></file>
</xliff>"""


def to_xliff(source: Language, language: Language, /) -> bytes:
    """Return a language as XLIFF 1.2."""
    store: Any = _Xliff12()
    store.setsourcelanguage(source.code)
    store.settargetlanguage(language.code)
    for segment in segments(source, language):
        unit = _Xliff12Unit(segment.source)
        unit.setid(segment.key)
        if segment.target:
            unit.target = segment.target
            unit.markapproved(segment.state == "done")
            unit.markfuzzy(segment.state == "stale")
        store.addunit(unit)
    return bytes(store)


def to_po(source: Language, language: Language, /) -> bytes:
    """Return a language as gettext PO; the key is the context."""
    store: pofile = pofile()
    store.updateheader(
        add=True,
        Project_Id_Version="instrumentarium",
        Language=language.code,
        MIME_Version="1.0",
        Content_Type="text/plain; charset=UTF-8",
        Content_Transfer_Encoding="8bit",
    )
    for segment in segments(source, language):
        unit = pounit(segment.source)
        unit.setcontext(segment.key)
        unit.target = segment.target
        unit.markfuzzy(segment.state == "stale")
        store.addunit(unit)
    return bytes(store)


def targets(content: bytes, /) -> Mapping[str, str]:
    """Return the translations of an exchanged file by key; ValueError where it is neither XLIFF nor PO."""
    if content.lstrip().startswith(b"<"):
        xliff = _Xliff12.parsestring(content)
        return {str(unit.getid()).rpartition("\x04")[2]: str(unit.target) for unit in xliff.units if unit.target}
    po = pofile.parsestring(content)
    found = {unit.getcontext(): str(unit.target) for unit in po.units if not unit.isheader() and unit.target}
    if not found and not any(unit.getcontext() for unit in po.units):
        raise ValueError("neither XLIFF nor PO")
    return found


def merged(text: str, units: Mapping[str, Unit], found: Mapping[str, str], /) -> str:
    """Return a file's text with the translations of its units in their places; what is equal is not touched."""
    changed = [unit for key, unit in units.items() if key in found and found[key] != unit.text]
    for unit in sorted(changed, key=lambda unit: unit.start, reverse=True):
        end = unit.start + len(text[unit.start : unit.end].rstrip())
        text = text[: unit.start] + _written(unit, found[unit.key]) + text[end:]
    return text


def _written(unit: Unit, target: str) -> str:
    """Return a translation as it is written at the place of its unit."""
    if unit.derived and unit.key.endswith(".forms"):
        return f"[{', '.join(_quoted(form) for form in target.split(SEPARATOR))}]"
    if unit.key.is_count:
        return _quoted(target)
    if unit.key.path or unit.key.is_front_matter:
        plain = yaml.safe_dump(target, allow_unicode=True, width=10**9).removesuffix("\n").removesuffix("\n...")
        return plain if "\n" not in plain and plain[0] not in "'\"" else _quoted(target)
    return target.replace("\n", " ") or GAP


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
