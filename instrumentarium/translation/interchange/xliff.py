"""XLIFF 1.2: a file for each file of the source, a unit for each of ours.

See https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from instrumentarium.model.edition import Language
from instrumentarium.model.unit import UnitKey
from instrumentarium.translation.interchange.returned import Returned, ReturnedUnit, UnfitFileError, UnitState
from instrumentarium.translation.interchange.segments import Segment

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_E = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})
_STATES = {"done": "translated", "stale": "needs-review-translation", "missing": "new"}
_UNTOUCHED = ("", "new", "needs-translation")
"""The states of a unit that says what the source says because nobody has translated it."""


def written(segments: list[Segment], source: Language, language: Language, /) -> bytes:
    """Return a language as XLIFF; a gap has the source text for its target, in the state ``new``.

    A unit is approved where it is up to date and the language names who reviewed it.
    """
    reviewed = bool(language.strings.language.reviewers)
    return _document(segments, source, language, lambda segment: _translated(segment, language, reviewed=reviewed))


def for_omegat(segments: list[Segment], source: Language, language: Language, /) -> bytes:
    """Return XLIFF whose targets all are the source text: OmegaT 3.6 translates what stands in them."""
    return _document(segments, source, language, lambda segment: _unit(segment, _E.target(segment.source)))


def _document(segments: list[Segment], source: Language, language: Language, unit: Any) -> bytes:
    root = _E.xliff(version="1.2")
    for file, inside in groupby(segments, lambda segment: segment.file):
        attributes = {"source-language": source.code, "target-language": language.code, "datatype": "plaintext"}
        root.append(_E.file(_E.body(*map(unit, inside)), original=file, **attributes))
    etree.indent(root)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content + b"\n"


def _translated(segment: Segment, language: Language, *, reviewed: bool) -> etree._Element:
    is_approved = reviewed and segment.state == "done"
    state = "signed-off" if is_approved else _STATES[segment.state]
    target = _E.target(segment.target or segment.source, {f"{_XML}lang": language.code}, state=state)
    unit = _unit(segment, target)
    if is_approved:
        unit.set("approved", "yes")
    return unit


def _unit(segment: Segment, target: etree._Element) -> etree._Element:
    unit = _E(
        "trans-unit",
        _E.source(segment.source),
        target,
        _E.note("\n".join(segment.note)),
        {f"{_XML}space": "preserve"},
        id=segment.key,
        resname=segment.key,
    )
    if segment.english:
        unit.append(_E("alt-trans", _E.target(segment.english, {f"{_XML}lang": "en"})))
    return unit


def read(content: bytes, /) -> Returned:
    """Return what an XLIFF file says; UnfitFileError where it is none of version 1."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    name = etree.QName(root)
    files = list(root.iter("{*}file"))
    if name.localname != "xliff" or not root.get("version", "1").startswith("1") or not files:
        raise UnfitFileError("it is XML, but not XLIFF 1.2 with files in it")
    return Returned(
        sources=frozenset(file.get("source-language", "") for file in files),
        targets=frozenset(file.get("target-language", "") for file in files),
        units=tuple(unit for file in files for unit in _units(file)),
    )


def _units(file: etree._Element) -> Iterator[ReturnedUnit]:
    for unit in file.iter("{*}trans-unit"):
        source, target = _text(unit.find("{*}source")), unit.find("{*}target")
        text, state = _text(target), target.get("state", "") if target is not None else ""
        yield ReturnedUnit(
            key=UnitKey(unit.get("id", "")), source=source, target=text, state=_state(source, text, state)
        )


def _state(source: str, target: str, state: str) -> UnitState:
    """Return how far a unit is. Tools that keep no states leave ``new`` where they put a translation."""
    if not target.strip() or (target == source and state in _UNTOUCHED):
        return "gap"
    return "unfinished" if state.startswith("needs-") else "translated"


def _text(element: etree._Element | None) -> str:
    """Return the text of an element, that of elements inside it too."""
    return "" if element is None else "".join(map(str, element.itertext()))
