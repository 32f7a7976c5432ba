"""The vocabularies of the catalogue: what its keys stand for, and the EU's names of languages and kinds of files."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from langcodes import Language as Tag

AUTHORITY = "http://publications.europa.eu/resource/authority"
_STABLE = f"{AUTHORITY}/planned-availability/STABLE"
CONTEXT: Mapping[str, Any] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "keywords": {"@id": "dcat:keyword", "@container": "@language"},
    "publisher": {"@id": "dct:publisher"},
    "contact": {"@id": "dcat:contactPoint"},
    "modified": {"@id": "dct:modified", "@type": "xsd:dateTime"},
    "released": {"@id": "dct:issued", "@type": "xsd:date"},
    "version": {"@id": "dcat:version"},
    "homepage": {"@id": "foaf:homepage", "@type": "@id"},
    "page": {"@id": "dcat:landingPage", "@type": "@id"},
    "languages": {"@id": "dct:language", "@type": "@id"},
    "theme": {"@id": "dcat:theme", "@type": "@id"},
    "themes": {"@id": "dcat:themeTaxonomy", "@type": "@id"},
    "period": {"@id": "dct:temporal"},
    "start": {"@id": "dcat:startDate", "@type": "xsd:date"},
    "end": {"@id": "dcat:endDate", "@type": "xsd:date"},
    "datasets": {"@id": "dcat:dataset"},
    "files": {"@id": "dcat:distribution"},
    "access": {"@id": "dcat:accessURL", "@type": "@id"},
    "address": {"@id": "dcat:downloadURL", "@type": "@id"},
    "availability": {"@id": "http://data.europa.eu/r5r/availability", "@type": "@vocab"},
    # A published address is never lost.
    "stable": _STABLE,
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
THEMES = f"{AUTHORITY}/data-theme"
THEME = f"{THEMES}/GOVE"
"""Government and public sector: whatever the document is about, it is one of an institution."""

# The EU's codes of our formats; it has none of the others.
_FILE_TYPES = {
    **{name: name for name in ("CSV", "DOCX", "EPUB", "JSON", "ODT", "PNG", "TMX", "TXT", "XLSX", "YAML")},
    "Atom": "ATOM",
    "DCAT-AP (JSON-LD)": "JSON_LD",
    "iCalendar": "ICS",
    "PDF": "PDFA2A",
}


def language_iri(code: str, /) -> str:
    """Return the EU's identifier of a language: its table lists them by ISO 639-3, without script and region."""
    return f"{AUTHORITY}/language/{Tag.get(code).to_alpha3().upper()}"


def format_of(name: str, /) -> Mapping[str, str]:
    """Return a format by its name, under the EU's identifier where it has one."""
    code = _FILE_TYPES.get(name)
    known = {"@id": f"{AUTHORITY}/file-type/{code}"} if code else {}
    return {**known, "@type": "dct:MediaTypeOrExtent", "name": name}


def media_type_iri(media_type: str, /) -> str | None:
    """Return IANA's address of a media type; None of one that is not registered."""
    return None if "/x-" in media_type else f"https://www.iana.org/assignments/media-types/{media_type}"


def classes(
    languages: Iterable[str], media_types: Iterable[str], pages: Iterable[str], /
) -> Iterator[Mapping[str, Any]]:
    """Yield what the things are that the catalogue names by their addresses, for programs that fetch none of them.

    The EU's own concepts have their English names.
    """
    things = {"dct:LinguisticSystem": languages, "dct:MediaType": media_types, "foaf:Document": pages}
    for kind, addresses in things.items():
        yield from ({"@id": address, "@type": kind} for address in dict.fromkeys(addresses))
    for concept, name in ((THEME, "Government and public sector"), (_STABLE, "stable")):
        yield {"@id": concept, "@type": "skos:Concept", "skos:prefLabel": {"@language": "en", "@value": name}}
    yield {"@id": THEMES, "@type": "skos:ConceptScheme", "title": {"en": "Data theme"}}
