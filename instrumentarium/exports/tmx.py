"""The note in all languages, sentence beside sentence, for translators' tools: TMX 1.4b."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from lxml.builder import E

from instrumentarium.exports.xml import XML, written
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.site import Release
from instrumentarium.presentation.view import View
from instrumentarium.sources.note_parser import Sentence
from instrumentarium.translation.status import stale_sentences


def note_tmx(edition: Edition, release: Release, /) -> bytes:
    """Return a unit for each text of the note that has an address, with a variant for each language.

    What a draft lacks, or what is stale, is left out: a memory holds translations of these very sentences.
    """
    header = E.header(
        creationtool="instrumentarium",
        creationtoolversion=version("instrumentarium"),
        datatype="plaintext",
        segtype="sentence",
        adminlang="en",
        srclang=edition.source.code,
        creationdate=release.moment.strftime("%Y%m%dT%H%M%SZ"),
        **{"o-tmf": "instrumentarium"},
    )
    for language in edition.languages.values():
        header.append(E.prop({f"{XML}lang": language.code}, _status(edition, language), type="x-status"))
    stale = {code: stale_sentences(edition.source, language) for code, language in edition.languages.items()}
    body = E.body()
    for sentence in _texts(edition.source):
        variants = E.tu(tuid=sentence.id)
        for code, language in edition.languages.items():
            found = next((one for one in _texts(language) if one.id == sentence.id), None)
            if found and not found.language and sentence.id not in stale[code]:
                variants.append(E.tuv({f"{XML}lang": code}, E.seg(found.text)))
        body.append(variants)
    return written(E.tmx(header, body, version="1.4"))


def _texts(language: Language) -> Iterable[Sentence]:
    note = language.note
    return (note.title, note.questions_title, *note.sentences.values())


def _status(edition: Edition, language: Language) -> Any:
    return View(edition=edition, language=language, url=str, root="").status()
