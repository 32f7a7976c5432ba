"""A project of OmegaT: a folder with the XLIFF to translate, and what is translated as its memory.

OmegaT 3.6 translates what stands in the targets of XLIFF, and takes nothing for a translation that is not in
its memory: ``omegat/project_save.tmx``. See its manual, "Project folder".
"""

from collections.abc import Iterable, Mapping

from lxml import etree
from lxml.builder import E

from instrumentarium.model.edition import Language
from instrumentarium.translation.interchange import xliff
from instrumentarium.translation.interchange.segments import Segment

_XML = "{http://www.w3.org/XML/1998/namespace}"
_FOLDERS = ("source", "target", "tm", "glossary", "dictionary")
_FILTER = "org.omegat.filters3.xml.xliff.XLIFFFilter"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def project(segments: list[Segment], source: Language, language: Language, /) -> Mapping[str, bytes]:
    """Return the files of a project, by path.

    What is stale is offered as a match of 90 %: a memory in a folder ``penalty-10`` has that much less.
    """
    file = f"{language.code}.xlf"
    done = (_translated(segment, file, source, language) for segment in segments if segment.state == "done")
    stale = (_pair(segment, source, language) for segment in segments if segment.state == "stale")
    return {
        "omegat.project": _settings(source, language),
        f"source/{file}": xliff.for_omegat(segments, source, language),
        "omegat/project_save.tmx": _memory(source, done),
        "omegat/filters.xml": _filters(),
        "tm/penalty-10/stale.tmx": _memory(source, stale),
        "glossary/terms.utf8": _glossary(source, language),
        "target/.keep": b"",
    }


def _settings(source: Language, language: Language) -> bytes:
    """Return omegat.project: a unit is not divided further into sentences."""
    settings = E.project(
        *(E(f"{folder}_dir", "__DEFAULT__") for folder in _FOLDERS),
        E.glossary_file("__DEFAULT__"),
        E.source_lang(source.code),
        E.target_lang(language.code),
        E.sentence_seg("false"),
        E.support_default_translations("true"),
        E.remove_tags("false"),
        version="1.0",
    )
    return _written(E.omegat(settings))


def _filters() -> bytes:
    """Return filters.xml: a translation belongs to the unit of an id, not to words between others."""
    options = E.option(name="alttransidtype", value="ELEMENT_ID")
    files = E.files(sourceFilenameMask="*.xlf", targetFilenamePattern="${filename}")
    return _written(E.filters(E.filter(files, options, className=_FILTER, enabled="true")))


def _glossary(source: Language, language: Language) -> bytes:
    """Return the terms that the language has: in the source language, in its own, and what is meant by it."""
    lines = (
        f"{source.strings.terms[id].name}\t{term.name}\t{term.definition}\n"
        for id, term in language.strings.terms.items()
        if ("terms", id) not in language.borrowed and id in source.strings.terms
    )
    return "".join(lines).encode()


def _memory(source: Language, units: Iterable[etree._Element]) -> bytes:
    """Return a translation memory, TMX 1.4."""
    header = E.header(
        creationtool="instrumentarium",
        creationtoolversion="1",
        segtype="paragraph",
        adminlang="en",
        datatype="plaintext",
        srclang=source.code,
        **{"o-tmf": "instrumentarium"},
    )
    return _written(E.tmx(header, E.body(*units), version="1.4"), _DOCTYPE)


def _translated(segment: Segment, file: str, source: Language, language: Language) -> etree._Element:
    """Return a translation as that of a unit alone: the same words may be translated otherwise elsewhere."""
    unit = _pair(segment, source, language)
    unit[:0] = [E.prop(file, type="file"), E.prop(segment.key, type="id")]
    return unit


def _pair(segment: Segment, source: Language, language: Language) -> etree._Element:
    variants = ((source.code, segment.source), (language.code, segment.target))
    return E.tu(*(E.tuv({f"{_XML}lang": code}, E.seg(text)) for code, text in variants))


def _written(root: etree._Element, doctype: str | None = None) -> bytes:
    etree.indent(root)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype)
    return content + b"\n"
