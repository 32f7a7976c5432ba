"""The linked data in a page: JSON-LD with the terms of schema.org, and of DCAT for the data sets."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from instrumentarium.exports.file_view import FileView
from instrumentarium.model.download import Download
from instrumentarium.model.records import Meeting

# Whole in itself, so that nothing has to be fetched to understand it.
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "license": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
}
_OF_DATA = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "url": {"@type": "@id"},
    "dcat:downloadURL": {"@type": "@id"},
    "dct:license": {"@type": "@id"},
}

# They tell of the document, and do not hold it.
_REFERENCES = ("BibTeX", "RIS", "CSL-JSON")

Node = Mapping[str, Any]


def of_page(view: FileView, page: str, files: Sequence[Download], /) -> str:
    """Return the linked data of a page (the document, its meetings, the data sets), safe in HTML; "" for none."""
    makers: Mapping[str, Callable[[], list[Node]]] = {
        "index": lambda: [_site(view), _document(view, files)],
        "note": lambda: [_document(view, files)],
        "timeline": lambda: [_event(view, meeting) for meeting in view.facts.meetings],
        "data": lambda: _datasets(view, files),
    }
    if page not in makers:
        return ""
    context = {**_CONTEXT, **(_OF_DATA if page == "data" else {})}
    text = json.dumps({"@context": context, "@graph": makers[page]()}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", r"\u003c")


def _site(view: FileView) -> Node:
    site = view.strings.site
    return {
        "@id": view.url("index"),
        "@type": "WebSite",
        "name": site.name,
        "description": site.description,
        "inLanguage": view.language.code,
    }


def _document(view: FileView, files: Sequence[Download]) -> Node:
    """Return the note in the language: the text received, or a work of its own that is based on it."""
    language, source = view.language, view.edition.source
    card, dating = view.facts.note, view.facts.dating
    authors = [{"@type": "Organization", "name": name} for name in view.authors()]
    holder = view.rights_holder()
    note = {code: {"@id": view.url("note", one)} for code, one in view.edition.languages.items()}
    if language is source:
        received = next((path for path in view.edition.files if path.startswith("data/source/")), "")
        kin = {
            "isBasedOn": {"@id": view.address(received)},
            "workTranslation": [
                {**node, "@type": "CreativeWork", "inLanguage": code}
                for code, node in note.items()
                if code != source.code
            ],
        }
    else:
        kin = {"isBasedOn": note[source.code], "translationOfWork": note[source.code]}
    return {
        **note[language.code],
        "@type": "DigitalDocument",
        "name": view.title(),
        "description": language.pages["note"].description,
        "inLanguage": language.code,
        "author": authors if len(authors) > 1 else authors[0],
        **({"identifier": card.register_number} if card.register_number else {}),
        **({"datePublished": card.date} if card.date else {}),
        **({"dateCreated": {"@type": "edtf:EDTF", "@value": dating.edtf()}} if dating.is_inferred else {}),
        **({"copyrightHolder": {"@type": "Organization", "name": holder}} if holder else {}),
        "creativeWorkStatus": view.status(),
        "license": (view.facts.licence_of_text if language is source else view.facts.licence).address,
        **kin,
        "citation": [
            {"@type": "CreativeWork", "name": language.note.sentences[cited.source].text}
            for cited in view.facts.note.cites
        ],
        "hasPart": [
            {"@id": f"{view.url('note')}#{part.id}", "@type": "CreativeWork", "position": position}
            for position, part in enumerate(language.note.body, 1)
        ],
        "encoding": [
            {"@type": "MediaObject", "contentUrl": view.address(file.path), "encodingFormat": file.media_type}
            for file in files
            if file.page == "note" and file.language == language.code and file.format not in _REFERENCES
        ],
    }


def _event(view: FileView, meeting: Meeting) -> Node:
    """Return a meeting; its date is a month where the note gives no day; its hours and its place as far as known."""
    words, shown = view.words("meetings", meeting), view.told_in("meetings", meeting)
    organizer = view.strings.bodies[meeting.body].name if meeting.body else None
    body = {"organizer": {"@type": "Organization", "name": organizer}} if organizer else {}
    others = [{"@type": "Organization", "name": name} for _, name in view.bodies(meeting.participants)]
    return {
        "@id": f"{view.url('timeline')}#{meeting.id}",
        "@type": "Event",
        "name": words.name,
        "description": words.summary,
        **({} if shown is view.language else {"inLanguage": shown.code}),
        **_when(meeting),
        **({"location": {"@type": "Place", "name": words.location}} if words.location else {}),
        **body,
        **({"attendee": others} if others else {}),
        "subjectOf": {"@id": view.link(meeting.source)},
    }


def _when(meeting: Meeting) -> Node:
    _, end = meeting.moments()
    return {"startDate": meeting.iso(), **({"endDate": end.isoformat(timespec="minutes")} if end else {})}


def _datasets(view: FileView, files: Sequence[Download]) -> list[Node]:
    """Return the data sets that the page lists: the content of each page, in the language and in all languages."""
    own = [file for file in files if file.language in (None, view.language.code)]
    by_page = {page: [file for file in own if file.page == page] for page in view.edition.pages}
    return [_dataset(view, page, found) for page, found in by_page.items() if found]


def _dataset(view: FileView, page: str, files: Sequence[Download]) -> Node:
    """Return a data set as searches list it: name and description say of which document, in 50 letters or more.

    The licence is that of its files; where those have several, it has them all.
    """
    meta, site, period = view.language.pages[page], view.strings.site, view.facts.period()
    licences = list(dict.fromkeys(file.licence.address for file in files))
    return {
        "@id": f"{view.url('data')}#files-{page}",
        "@type": ["Dataset", "dcat:Dataset"],
        "name": f"{meta.title} – {site.name}",
        "description": f"{meta.description} {site.description}",
        "url": view.url(page),
        "inLanguage": view.language.code,
        "license": licences if len(licences) > 1 else licences[0],
        "isAccessibleForFree": True,
        "isBasedOn": {"@id": view.url("note")},
        "creator": {"@type": "Organization", "name": site.name},
        **({"keywords": names} if (names := view.term_names()) else {}),
        **({"temporalCoverage": "/".join(period)} if page == "timeline" and period else {}),
        "distribution": [_media(view, file) for file in files],
    }


def _media(view: FileView, file: Download) -> Node:
    address = view.address(file.path)
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "name": file.path,
        "contentUrl": address,
        "dcat:downloadURL": address,
        "encodingFormat": file.media_type,
        "dct:license": file.licence.address,
        **({"inLanguage": file.language} if file.language else {}),
    }
