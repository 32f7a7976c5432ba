"""What the pages and the catalogue say to programs: read by rdflib and pyld, with nothing fetched."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, XSD

from instrumentarium.model.edition import Edition
from tests import pages

from .conftest import ADDRESS, Files

SCHEMA = Namespace("https://schema.org/")
SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(autouse=True)
def _nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(address: str, *_: object) -> None:
        raise AssertionError(f"fetches {address}")

    monkeypatch.setattr("rdflib.plugins.shared.jsonld.util._urlopen", refuse, raising=False)
    jsonld.set_document_loader(refuse)


def _address(code: str, page: str) -> str:
    return ADDRESS + ("" if code == "nl" else f"{code}/") + page


def _node(site: Path, code: str, page: str) -> Any:
    """Return the JSON-LD of a page, which is one block of data."""
    root = pages.parse((site if code == "nl" else site / code) / page / "index.html")
    (script,) = root.xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def _graph(node: Any, address: str) -> Graph:
    """Return a node as a graph, as rdflib reads it; pyld must find as many statements."""
    graph = Graph().parse(data=json.dumps(node), format="json-ld", publicID=address)
    expanded = jsonld.to_rdf(node, {"base": address})
    assert len(graph) == sum(len(statements) for statements in expanded.values())
    return graph


def test_without_an_address_it_is_relative_to_the_page(site: Path, published_site: Path, edition: Edition) -> None:
    """The same statements, once the page is at that address."""
    for code in ("nl", "bg"):
        for page in ("", "note/", "timeline/", "data/"):
            address = _address(code, page)
            relative, absolute = _node(site, code, page), _node(published_site, code, page)
            assert ADDRESS not in json.dumps(relative)
            assert _graph(relative, address).isomorphic(_graph(absolute, address)), (code, page)


def test_the_document_is_told(published_site: Path, edition: Edition) -> None:
    """Language, title, author, status; of what it is a translation, or what its translations are; its parts."""
    for code, language in edition.languages.items():
        note = URIRef(_address(code, "note/"))
        for page in ("", "note/"):
            graph = _graph(_node(published_site, code, page), _address(code, page))
            assert (note, RDF.type, SCHEMA.DigitalDocument) in graph
            assert str(graph.value(note, SCHEMA.inLanguage)) == code
            assert (
                str(graph.value(note, SCHEMA.name))
                == language.note.sentences["head-subject"].text.partition(":")[2].strip()
            )
            parts = {str(part) for part in graph.objects(note, SCHEMA.hasPart)}
            assert parts == {f"{note}#{part.id}" for part in language.note.body}
            original = URIRef(_address("nl", "note/"))
            if code == "nl":
                translations = {str(other) for other in graph.objects(note, SCHEMA.workTranslation)}
                assert translations == {_address(other, "note/") for other in edition.languages if other != "nl"}
                assert str(graph.value(note, SCHEMA.isBasedOn)) == f"{ADDRESS}data/source/note.nl.txt"
            else:
                assert set(graph.objects(note, SCHEMA.translationOfWork)) == {original}
                assert set(graph.objects(note, SCHEMA.isBasedOn)) == {original}
            assert not list(graph.objects(note, SCHEMA.datePublished)), "the note's date is not known"


def test_the_meetings_are_events(published_site: Path, edition: Edition) -> None:
    """Each with its name and date, as far as it is known, and the sentence that says it."""
    for code, language in edition.languages.items():
        address = _address(code, "timeline/")
        graph = _graph(_node(published_site, code, "timeline/"), address)
        assert len(set(graph.subjects(RDF.type, SCHEMA.Event))) == len(edition.facts.meetings)
        for meeting in edition.facts.meetings:
            event = URIRef(f"{address}#{meeting.id}")
            assert str(graph.value(event, SCHEMA.name)) == language.strings.meetings[meeting.id].name
            assert str(graph.value(event, SCHEMA.startDate)) == meeting.date
            assert str(graph.value(event, SCHEMA.subjectOf)) == f"{_address(code, 'note/')}#{meeting.source}"
            assert (graph.value(event, SCHEMA.organizer) is None) == (meeting.body is None)
            assert graph.value(event, SCHEMA.location) is None, "the note names no place"


def test_the_data_sets_are_told(published_site: Path, edition: Edition) -> None:
    """With schema.org's terms and with DCAT's; each file that the page lists is one of their distributions."""
    for code in edition.languages:
        graph = _graph(_node(published_site, code, "data/"), _address(code, "data/"))
        sets = set(graph.subjects(RDF.type, SCHEMA.Dataset))
        assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))
        root = pages.parse((published_site if code == "nl" else published_site / code) / "data/index.html")
        listed = {ADDRESS + str(href).removeprefix(ADDRESS) for href in root.xpath("//table//a/@href")}
        below = {href.replace("../", "") for href in map(str, root.xpath("//table//a/@href"))}
        told = {str(file) for file in graph.objects(None, DCAT.downloadURL)}
        assert told == {ADDRESS + path for path in below}, listed
        assert told == {str(file) for file in graph.objects(None, SCHEMA.contentUrl)}


def test_the_catalogue_has_what_dcat_ap_requires(files: Files) -> None:
    """Catalogue, data sets and distributions with every property that DCAT-AP 3 makes mandatory, and more."""
    content = json.loads(files["data/index.json"].content)
    graph = _graph(content, f"{ADDRESS}data/index.json")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    for property in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset, DCTERMS.license):
        assert graph.value(catalogue, property) is not None, property
    sets = set(graph.objects(catalogue, DCAT.dataset))
    assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))
    for one in sets:
        assert len(list(graph.objects(one, DCTERMS.title))) == 24
        assert len(list(graph.objects(one, DCTERMS.description))) == 24
        assert (graph.value(one, DCTERMS.publisher), RDF.type, FOAF.Agent) in graph
    distributions = [file for one in sets for file in graph.objects(one, DCAT.distribution)]
    assert len(distributions) == len(files) - 1
    for file in distributions:
        assert (file, RDF.type, DCAT.Distribution) in graph
        assert isinstance(graph.value(file, DCAT.accessURL), URIRef)
        assert (graph.value(file, DCTERMS.license), RDF.type, DCTERMS.LicenseDocument) in graph
        assert (graph.value(file, DCTERMS.format), RDF.type, DCTERMS.MediaTypeOrExtent) in graph


def test_the_catalogue_lists_every_file_as_it_is(files: Files) -> None:
    """Its language, bytes and SHA-256: what stands in the site has them."""
    graph = _graph(json.loads(files["data/index.json"].content), f"{ADDRESS}data/index.json")
    found = {str(path): file for file, path in graph.subject_objects(DCTERMS.identifier)}
    assert set(found) == set(files) - {"data/index.json"}
    language = "http://publications.europa.eu/resource/authority/language/"
    for path, node in found.items():
        content = files[path].content
        checksum = graph.value(node, SPDX.checksum)
        expected = Literal(hashlib.sha256(content).hexdigest(), datatype=XSD.hexBinary)
        assert graph.value(checksum, SPDX.checksumValue) == expected
        assert graph.value(node, DCAT.byteSize) == Literal(str(len(content)), datatype=XSD.nonNegativeInteger)
        assert str(graph.value(node, DCAT.downloadURL)) == ADDRESS + path
        codes = {str(one).removeprefix(language) for one in graph.objects(node, DCTERMS.language)}
        assert len(codes) == (24 if files[path].language is None else 1)
    assert str(graph.value(found["el/note.pdf"], DCTERMS.language)) == f"{language}ELL"


def test_the_catalogue_reads_as_plain_json(files: Files) -> None:
    """Whoever knows nothing of RDF finds path, language, format, bytes, sha256 and licence."""
    content = json.loads(files["data/index.json"].content)
    (entry,) = [file for one in content["datasets"] for file in one["files"] if file["path"] == "fr/note.pdf"]
    assert entry["language"] == ["fr"]
    assert entry["format"]["name"] == "PDF"
    assert entry["bytes"] == len(files["fr/note.pdf"].content)
    assert entry["checksum"]["sha256"] == hashlib.sha256(files["fr/note.pdf"].content).hexdigest()
    assert entry["licence"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"
