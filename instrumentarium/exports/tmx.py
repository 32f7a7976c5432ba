"""The note in all languages, sentence beside sentence, for translators' tools: TMX 1.4b."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version

from lxml.builder import E

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.xml import XML, written
from instrumentarium.model.note import Note, Sentence
from instrumentarium.translation.status import stale_sentences


def note_tmx(view: FileView, /) -> bytes:
    """Return a unit for each text of the note that has an address, with a variant for each language.

    What a draft lacks, or what is stale, is left out: a memory holds translations of these very sentences.
    """
    edition = view.edition
    header = E.header(
        creationtool="instrumentarium",
        creationtoolversion=version("instrumentarium"),
        datatype="plaintext",
        segtype="sentence",
        adminlang="en",
        srclang=edition.source.code,
        creationdate=view.site.build_date.strftime("%Y%m%dT%H%M%SZ"),
        **{"o-tmf": "instrumentarium"},
    )
    for language in edition.languages.values():
        header.append(E.prop({f"{XML}lang": language.code}, replace(view, language=language).status(), type="x-status"))
    stale = {code: stale_sentences(edition.source, language) for code, language in edition.languages.items()}
    texts = {code: _texts(language.note) for code, language in edition.languages.items()}
    body = E.body()
    for id in _texts(edition.source.note):
        variants = E.tu(tuid=id)
        for code, found in texts.items():
            if id in found and not found[id].language and id not in stale[code]:
                variants.append(E.tuv({f"{XML}lang": code}, E.seg(found[id].text)))
        body.append(variants)
    return written(E.tmx(header, body, version="1.4"))


def _texts(note: Note) -> Mapping[str, Sentence]:
    """Return every text of the note by its id, the title and the headings first."""
    first: dict[str, Sentence] = {"title": note.title}
    first.update((heading.id, heading) for heading in note.headings)
    return first | {id: text for id, text in note.sentences.items() if text is not note.title and id not in first}
