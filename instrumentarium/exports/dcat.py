"""The catalogue of every file: data/index.json, DCAT-AP 3 in JSON-LD, which can be read as plain JSON, too.

A data set is the content of a page (the note, the timeline …), a distribution is a file of it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from langcodes import Language as Tag

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition
from instrumentarium.model.fields import has_day
from instrumentarium.model.licences import Licence

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "publisher": {"@id": "dct:publisher"},
    "modified": {"@id": "dct:modified", "@type": "xsd:dateTime"},
    "page": {"@id": "dcat:landingPage", "@type": "@id"},
    "languages": {"@id": "dct:language", "@type": "@id"},
    "datasets": {"@id": "dcat:dataset"},
    "files": {"@id": "dcat:distribution"},
    "access": {"@id": "dcat:accessURL", "@type": "@id"},
    "address": {"@id": "dcat:downloadURL", "@type": "@id"},
    "path": {"@id": "dct:identifier"},
    "number": {"@id": "dct:identifier"},
    "issued": {"@id": "dct:issued"},
    "created": {"@id": "dct:created"},
    "rights_holder": {"@id": "dct:rightsHolder"},
    "language": {"@id": "dct:language", "@type": "@vocab"},
    "format": {"@id": "dct:format"},
    "media_type": {"@id": "dcat:mediaType", "@type": "@id"},
    "name": {"@id": "rdfs:label"},
    "bytes": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "licence": {"@id": "dct:license"},
    "checksum": {"@id": "spdx:checksum"},
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "sha256": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
}


def catalogue(view: FileView, files: Sequence[Download], /) -> bytes:
    """Return the catalogue of ``files``; addresses are relative to it where the site's is not known."""
    edition = view.edition
    names = {code: language_iri(code) for code in edition.languages}
    by_page = {page: [file for file in files if file.page == page] for page in edition.pages}
    content = {
        # A language's code stands for the EU's own name of it.
        "@context": {**_CONTEXT, **names},
        "@id": view.address(view.path),
        "@type": "dcat:Catalog",
        "title": {code: one.strings.site.name for code, one in edition.languages.items()},
        "description": {code: one.strings.site.description for code, one in edition.languages.items()},
        "publisher": _publisher(edition),
        "modified": view.site.build_date.isoformat(),
        "licence": _licence(edition.facts.licence),
        "languages": list(dict.fromkeys(names.values())),
        "datasets": [_dataset(view, page, found) for page, found in by_page.items() if found],
    }
    return json_bytes(content, indent=1)


def language_iri(code: str, /) -> str:
    """Return the EU's identifier of a language: its table lists them by ISO 639-3, without script and region."""
    return f"{_AUTHORITY}/language/{Tag.get(code).to_alpha3().upper()}"


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
        "publisher": _publisher(view.edition),
        **(_document(view) if page == "note" else {}),
        "page": view.url(page),
        "languages": list(dict.fromkeys(language_iri(code) for code in languages if code in codes)),
        "files": [_distribution(view, file) for file in files],
    }


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
    registered = "/x-" not in file.media_type
    iana = {"media_type": f"https://www.iana.org/assignments/media-types/{file.media_type}"} if registered else {}
    return {
        "@type": "dcat:Distribution",
        "path": file.path,
        "access": view.url("data"),
        "address": view.address(file.path),
        "language": [file.language] if file.language else list(view.edition.languages),
        "format": {"@type": "dct:MediaTypeOrExtent", "name": file.format},
        **iana,
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
