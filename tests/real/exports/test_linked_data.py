"""What the pages and the catalogue say to programs: read by rdflib and pyld, with nothing fetched."""

import hashlib
import json
from pathlib import Path
from typing import Any

import langcodes
import pytest
from pyld import jsonld
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, SKOS, XSD

from instrumentarium.exports.registry import language_formats
from instrumentarium.model.edition import Edition
from tests.conftest import ADDRESS
from tests.support import data_sets, expected, pages
from tests.support.pages import beside

from .conftest import Files

SCHEMA = Namespace("https://schema.org/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
DCATAP = Namespace("http://data.europa.eu/r5r/")


@pytest.fixture(autouse=True)
def _nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(address: str, *_: object) -> None:
        raise AssertionError(f"fetches {address}")

    monkeypatch.setattr("rdflib.plugins.shared.jsonld.util._urlopen", refuse, raising=False)
    jsonld.set_document_loader(refuse)


def _node(site: Path, edition: Edition, code: str, page: str) -> Any:
    """Return the JSON-LD of a page, which is one block of data."""
    root = pages.page(site, edition, code, page)
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
            address = ADDRESS + beside(edition, code, page)
            relative, absolute = _node(site, edition, code, page), _node(published_site, edition, code, page)
            assert ADDRESS not in json.dumps(relative)
            assert _graph(relative, address).isomorphic(_graph(absolute, address)), (code, page)


def test_the_document_is_told(published_site: Path, edition: Edition) -> None:
    """Language, title, author, status; of what it is a translation, or what its translations are; its parts."""
    for code, language in edition.languages.items():
        note = URIRef(ADDRESS + beside(edition, code, "note/"))
        for page in ("", "note/"):
            graph = _graph(_node(published_site, edition, code, page), ADDRESS + beside(edition, code, page))
            assert (note, RDF.type, SCHEMA.DigitalDocument) in graph
            assert str(graph.value(note, SCHEMA.inLanguage)) == code
            assert str(graph.value(note, SCHEMA.name)) == expected.title(language)
            parts = {str(part) for part in graph.objects(note, SCHEMA.hasPart)}
            assert parts == {f"{note}#{part.id}" for part in language.note.body}
            received = URIRef(ADDRESS + beside(edition, "nl", "note/"))
            if code == "nl":
                translations = {str(other) for other in graph.objects(note, SCHEMA.workTranslation)}
                assert translations == {
                    ADDRESS + beside(edition, other, "note/") for other in edition.languages if other != "nl"
                }
                assert str(graph.value(note, SCHEMA.isBasedOn)) == f"{ADDRESS}data/source/note.nl.txt"
            else:
                assert set(graph.objects(note, SCHEMA.translationOfWork)) == {received}
                assert set(graph.objects(note, SCHEMA.isBasedOn)) == {received}
            assert not list(graph.objects(note, SCHEMA.datePublished)), "the note's date is not known"


def test_the_meetings_are_events(published_site: Path, edition: Edition) -> None:
    """Each with its name and date, as far as it is known, and the sentence that says it."""
    for code, language in edition.languages.items():
        address = ADDRESS + beside(edition, code, "timeline/")
        graph = _graph(_node(published_site, edition, code, "timeline/"), address)
        assert len(set(graph.subjects(RDF.type, SCHEMA.Event))) == len(edition.facts.meetings)
        for meeting in edition.facts.meetings:
            event = URIRef(f"{address}#{meeting.id}")
            assert str(graph.value(event, SCHEMA.name)) == language.strings.meetings[meeting.id].name
            assert str(graph.value(event, SCHEMA.startDate)) == meeting.date
            assert (
                str(graph.value(event, SCHEMA.subjectOf))
                == f"{ADDRESS}{beside(edition, code, 'note/')}#{meeting.source}"
            )
            assert (graph.value(event, SCHEMA.organizer) is None) == (meeting.body is None)
            assert graph.value(event, SCHEMA.location) is None, "the note names no place"


def test_the_data_sets_are_told(published_site: Path, edition: Edition) -> None:
    """With schema.org's terms and with DCAT's; each file that the page lists is one of their distributions."""
    for code in edition.languages:
        graph = _graph(_node(published_site, edition, code, "data/"), ADDRESS + beside(edition, code, "data/"))
        sets = set(graph.subjects(RDF.type, SCHEMA.Dataset))
        assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))
        root = pages.page(published_site, edition, code, "data/")
        listed = {ADDRESS + str(href).removeprefix(ADDRESS) for href in root.xpath("//main//a[@download]/@href")}
        below = {href.replace("../", "") for href in map(str, root.xpath("//main//a[@download]/@href"))}
        told = {str(file) for file in graph.objects(None, DCAT.downloadURL)}
        assert told == {ADDRESS + path for path in below}, listed
        assert told == {str(file) for file in graph.objects(None, SCHEMA.contentUrl)}


def test_the_data_sets_keep_the_rules_of_searches(site: Path, published_site: Path, edition: Edition) -> None:
    """Google's: each is free and has the licences of its files and the terms; the meetings have their time."""
    for root, address in ((site, ""), (published_site, ADDRESS)):
        for code, language in edition.languages.items():
            nodes = _node(root, edition, code, "data/")["@graph"]
            assert [(node["@id"], fault) for node in nodes for fault in data_sets.faults(node, address)] == []
            assert len({node["name"] for node in nodes}) == len(nodes)
            terms = [language.strings.terms[term.id].name for term in edition.facts.terms]
            for node in nodes:
                page = node["@id"].partition("#files-")[2]
                assert node["name"] == f"{language.pages[page].title} – {language.strings.site.name}"
                assert node["keywords"] == terms
                licences = {file["dct:license"] for file in node["distribution"]}
                assert licences == ({node["license"]} if isinstance(node["license"], str) else {*node["license"]})
                times = {"timeline": "2024-07-22/2024-12"}
                assert node.get("temporalCoverage") == times.get(page), page


def test_the_rules_of_searches_find_what_is_wrong(published_site: Path, edition: Edition) -> None:
    """A data set that says nothing breaks them, and so does one with values that are none, or of another site."""
    missing = ["name", "description", "creator", "license", "isAccessibleForFree", "inLanguage", "distribution"]
    assert data_sets.faults({}) == [*missing, "contentUrl"]
    good = _node(published_site, edition, "en", "data/")["@graph"][0]
    for key, value in (
        ("description", "Short."),
        ("license", "free"),
        ("temporalCoverage", "2024"),
        ("keywords", [""]),
    ):
        assert data_sets.faults({**good, key: value}, ADDRESS) == [key]
    assert data_sets.faults(good, "https://another.invalid/") == ["contentUrl"]


def test_the_catalogue_has_what_dcat_ap_requires(files: Files) -> None:
    """Catalogue, data sets and distributions with every property that DCAT-AP 3 makes mandatory, and more."""
    content = json.loads(files["data/index.json"])
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


def test_the_catalogue_lists_every_file_as_it_is(edition: Edition, files: Files) -> None:
    """Its language, bytes and SHA-256: what stands in the site has them."""
    graph = _graph(json.loads(files["data/index.json"]), f"{ADDRESS}data/index.json")
    found = {str(path): file for file, path in graph.subject_objects(DCTERMS.identifier)}
    assert set(found) == set(files) - {"data/index.json"}
    prefix = "http://publications.europa.eu/resource/authority/language/"
    own = {
        beside(edition, code, one.path): code
        for code, language in edition.languages.items()
        for one in language_formats(edition, language)
    }
    for path, node in found.items():
        content = files[path]
        checksum = graph.value(node, SPDX.checksum)
        expected_sum = Literal(hashlib.sha256(content).hexdigest(), datatype=XSD.hexBinary)
        assert graph.value(checksum, SPDX.checksumValue) == expected_sum
        assert graph.value(node, DCAT.byteSize) == Literal(str(len(content)), datatype=XSD.nonNegativeInteger)
        assert str(graph.value(node, DCAT.downloadURL)) == ADDRESS + path
        codes = {str(one).removeprefix(prefix) for one in graph.objects(node, DCTERMS.language)}
        wanted = [own[path]] if path in own else list(edition.languages)
        assert codes == {langcodes.get(code).to_alpha3().upper() for code in wanted}, path
    assert str(graph.value(found["el/note.pdf"], DCTERMS.language)) == f"{prefix}ELL"


def test_the_catalogue_reads_as_plain_json(files: Files) -> None:
    """Whoever knows nothing of RDF finds path, language, format, bytes, sha256 and licence."""
    content = json.loads(files["data/index.json"])
    (entry,) = [file for one in content["datasets"] for file in one["files"] if file["path"] == "fr/note.pdf"]
    assert entry["language"] == ["fr"]
    assert entry["format"]["name"] == "PDF"
    assert entry["bytes"] == len(files["fr/note.pdf"])
    assert entry["checksum"]["sha256"] == hashlib.sha256(files["fr/note.pdf"]).hexdigest()
    assert entry["licence"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_catalogue_says_what_its_profile_recommends(published_site: Path, edition: Edition) -> None:
    """DCAT-AP 3: each thing with its class; of a data set its time, key words and theme; of a file what it is."""
    graph = Graph().parse(published_site / "data/index.json", format="json-ld", publicID=f"{ADDRESS}data/index.json")
    classes = {
        DCTERMS.language: DCTERMS.LinguisticSystem,
        DCAT.mediaType: DCTERMS.MediaType,
        DCAT.landingPage: FOAF.Document,
        DCAT.theme: SKOS.Concept,
        DCATAP.availability: SKOS.Concept,
        DCTERMS.format: DCTERMS.MediaTypeOrExtent,
    }
    for property, kind in classes.items():
        values = set(graph.objects(None, property))
        assert values, property
        assert all((value, RDF.type, kind) in graph for value in values), property
    sets = list(graph.subjects(RDF.type, DCAT.Dataset))
    for one in sets:
        languages = {word.language for word in graph.objects(one, DCAT.keyword) if isinstance(word, Literal)}
        is_whole = one.endswith(("#note", "#glossary"))
        assert languages == (set(edition.languages) if is_whole else {"nl"})
        period = graph.value(one, DCTERMS.temporal)
        assert str(graph.value(period, DCAT.startDate)) == "2024-07-22"
        assert str(graph.value(period, DCAT.endDate)) == "2024-12-31"  # of the last meeting, the month alone is known
        assert edition.release is not None
        assert str(graph.value(one, URIRef(f"{DCAT}version"))) == str(edition.release.version)
    formats = dict[str, str]()
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        (description,) = graph.objects(one, DCTERMS.description)
        assert isinstance(description, Literal)
        assert description.language
        format = graph.value(one, DCTERMS.format)
        formats[str(graph.value(one, DCTERMS.identifier)).rpartition("/")[2]] = str(format).rpartition("/")[2]
    for name, code in (("note.pdf", "PDFA2A"), ("note.docx", "DOCX"), ("tables.xlsx", "XLSX"), ("timeline.ics", "ICS")):
        assert formats[name] == code
