"""The catalogue of every file: data/index.json, DCAT-AP 3 in JSON-LD, which can be read as plain JSON, too.

A data set is the content of a page (the note, the timeline …), a distribution is a file of it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from instrumentarium.exports.dcat_terms import (
    CONTEXT,
    THEME,
    THEMES,
    classes,
    format_of,
    language_iri,
    media_type_iri,
)
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition
from instrumentarium.model.fields import first_day, has_day, last_day
from instrumentarium.model.licences import Licence


def catalogue(view: FileView, files: Sequence[Download], /) -> bytes:
    """Return the catalogue of ``files``; addresses are relative to it where the site's is not known."""
    edition = view.edition
    names = {code: language_iri(code) for code in edition.languages}
    by_page = {page: [file for file in files if file.page == page] for page in edition.pages}
    released = edition.releases[0].date.isoformat() if edition.releases else None
    content: dict[str, Any] = {
        # A language's code stands for the EU's own name of it.
        "@context": {**CONTEXT, **names},
        "@id": view.address(view.path),
        "@type": "dcat:Catalog",
        "title": {code: one.strings.site.name for code, one in edition.languages.items()},
        "description": {code: one.strings.site.description for code, one in edition.languages.items()},
        "publisher": _publisher(edition),
        **({"released": released} if released else {}),
        "modified": view.site.build_date.isoformat(),
        **_version(view),
        "homepage": view.url("index"),
        "themes": THEMES,
        "licence": _licence(edition.facts.licence),
        "languages": list(dict.fromkeys(names.values())),
        "datasets": [_dataset(view, page, found) for page, found in by_page.items() if found],
        "@included": list(
            classes(
                names.values(),
                filter(None, (media_type_iri(file.media_type) for file in files)),
                [view.url(page) for page in ("index", *by_page)],
            )
        ),
    }
    return json_bytes(content, indent=1)


def _publisher(edition: Edition) -> Mapping[str, Any]:
    return {"@type": "foaf:Agent", "foaf:name": edition.source.strings.site.name}


def _dataset(view: FileView, page: str, files: Sequence[Download]) -> Mapping[str, Any]:
    languages = view.edition.languages
    codes = {file.language for file in files} - {None} or set(languages)
    return {
        "@id": f"{view.address(view.path)}#{page}",
        "@type": "dcat:Dataset",
        "title": {code: one.pages[page].title for code, one in languages.items()},
        "description": {code: one.pages[page].description for code, one in languages.items()},
        "keywords": _keywords(view, page),
        "theme": THEME,
        **_period(view),
        "publisher": _publisher(view.edition),
        **_contact(view),
        **_version(view),
        **(_document(view) if page == "note" else {}),
        "page": view.url(page),
        "languages": list(dict.fromkeys(language_iri(code) for code in languages if code in codes)),
        "files": [_distribution(view, file) for file in files],
    }


def _version(view: FileView) -> Mapping[str, str]:
    release = view.edition.release
    return {"version": str(release.version)} if release else {}


def _keywords(view: FileView, page: str) -> Mapping[str, Sequence[str]]:
    """Return the names of the terms: of the note and the glossary in every language, of others in the source language.

    All of them in all data sets would be half of the catalogue.
    """
    edition = view.edition
    languages = edition.languages.values() if page in ("note", "glossary") else [edition.source]
    return {one.code: replace(view, language=one).term_names() for one in languages}


def _period(view: FileView) -> Mapping[str, Any]:
    """Return the time from the first meeting that the note reports to the last that it announces."""
    if not (period := view.facts.period()):
        return {}
    first, last = period
    ends = {"start": first_day(first).isoformat(), "end": last_day(last).isoformat()}
    return {"period": {"@type": "dct:PeriodOfTime", **ends}}


def _contact(view: FileView) -> Mapping[str, Any]:
    """Return where errors are reported, where the host has said that."""
    address = view.site.contact
    if not address or "{" in address:  # a form that is filled in for a place is no address by itself
        return {}
    kind = "vcard:hasEmail" if address.startswith("mailto:") else "vcard:hasURL"
    name = view.edition.source.strings.site.name
    return {"contact": {"@type": "vcard:Kind", "vcard:fn": name, kind: {"@id": address}}}


def _document(view: FileView) -> Mapping[str, Any]:
    """Return what is known of the note itself: its number, its date, and who has the rights in its text.

    A date that is inferred is one of creation, in the form for dates that are not certain.
    """
    card, dating = view.facts.note, view.facts.dating
    holder = view.rights_holder()
    type = "xsd:date" if card.date and has_day(card.date) else "xsd:gYearMonth"
    return {
        **({"number": card.register_number} if card.register_number else {}),
        **({"issued": {"@value": card.date, "@type": type}} if card.date else {}),
        **({"created": {"@value": dating.edtf(), "@type": "edtf:EDTF"}} if dating.is_inferred else {}),
        **({"rights_holder": {"@type": "foaf:Agent", "foaf:name": holder}} if holder else {}),
    }


def _distribution(view: FileView, file: Download) -> Mapping[str, Any]:
    media_type, language = media_type_iri(file.media_type), view.edition.languages[file.language or view.language.code]
    return {
        "@type": "dcat:Distribution",
        "path": file.path,
        "description": {language.code: f"{language.pages[file.page].title} ({file.format})"},
        "access": view.url("data"),
        "address": view.address(file.path),
        "language": [file.language] if file.language else list(view.edition.languages),
        "availability": "stable",
        "format": format_of(file.format),
        **({"media_type": media_type} if media_type else {}),
        "bytes": len(file.content),
        "licence": _licence(file.licence),
        "checksum": {
            "@type": "spdx:Checksum",
            "algorithm": "spdx:checksumAlgorithm_sha256",
            "sha256": hashlib.sha256(file.content).hexdigest(),
        },
    }


def _licence(licence: Licence) -> Mapping[str, str]:
    return {"@id": licence.address, "@type": "dct:LicenseDocument"}
