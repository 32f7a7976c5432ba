"""A sentence is the same in every format: what the page shows is what each file says, in all 24 languages."""

import csv
import io
import json
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import feedparser
import pypdfium2
import pytest
from icalendar import Calendar
from lxml import etree
from translate.storage.tmx import tmxfile

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from tests.support import pages
from tests.support.pages import beside

from .conftest import Files

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TABLES = ("meetings", "instruments", "terms")

Shown = Mapping[str, Mapping[str, str]]
"""What the pages show, by language and id of the sentence."""


@pytest.fixture(scope="session")
def shown(site: Path, edition: Edition) -> Shown:
    """Return the text of each sentence as the page of the note shows it, by language and id."""
    found = {}
    for code in OFFICIAL_LANGUAGES:
        root = pages.page(site, edition, code, "note/")
        spans = [deepcopy(span) for span in root.xpath("//span[@class='sentence']")]
        for span in spans:
            for aside in span.xpath(".//sup | .//a[contains(@class, 'sentence__link')]"):
                aside.drop_tree()
        found[code] = {str(span.get("id")): span.text_content() for span in spans}
        assert len(found[code]) == 25, code
    return found


def test_the_page_shows_the_sentences(shown: Shown, edition: Edition) -> None:
    """Every page has the 25 sentences of its own language, word for word."""
    for code, texts in shown.items():
        assert texts == {one.id: one.text for one in edition.languages[code].note.numbered()}


def test_akoma_ntoso_says_what_the_page_says(shown: Shown, edition: Edition, files: Files) -> None:
    """An inline element with the sentence's id holds the sentence; its footnotes stand in it as notes."""
    for code, texts in shown.items():
        root = etree.fromstring(files[beside(edition, code, "note.xml")])
        found = {}
        for span in root.iter(f"{AKN}inline"):
            if id := span.get("eId"):
                for note in list(span.iter(f"{AKN}authorialNote")):
                    _without(note)
                found[id] = "".join(span.itertext())
        assert found == texts, code


def _without(element: etree._Element) -> None:
    """Take an element out of its parent, and leave the text after it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


@pytest.mark.parametrize("table", TABLES)
def test_tables_say_what_the_page_says(shown: Shown, edition: Edition, files: Files, table: str) -> None:
    """Each row of the JSON and of the CSV has the sentence that the record rests on."""
    for code, texts in shown.items():
        said = {**texts, **{str(line.id): line.text for line in edition.languages[code].note.head}}
        rows = json.loads(files[beside(edition, code, f"data/{table}.json")])[table]
        expected = {one.id: said[one.source] for one in getattr(edition.facts, table)}
        assert {row["id"]: row["text"] for row in rows} == expected
        content = files[beside(edition, code, f"data/{table}.csv")].decode("utf-8-sig")
        _, *lines = csv.reader(io.StringIO(content, newline=""))
        header = next(csv.reader([content.splitlines()[0]]))
        column = next(index for index, name in enumerate(header) if name.endswith("[text]"))
        assert {line[0]: line[column] for line in lines} == expected


def test_the_calendar_says_what_the_page_says(shown: Shown, edition: Edition, files: Files) -> None:
    """Each event's description holds its sentence as a paragraph of its own, in the one file and in its own."""
    for code, texts in shown.items():
        whole = Calendar.from_ical(files[beside(edition, code, "timeline.ics")])
        for meeting, event in zip(edition.facts.meetings, whole.walk("VEVENT"), strict=True):
            own = Calendar.from_ical(files[beside(edition, code, f"timeline/{meeting.id}.ics")])
            (alone,) = own.walk("VEVENT")
            assert alone.to_ical() == event.to_ical()
            assert texts[meeting.source] in str(event["DESCRIPTION"]).split("\n\n"), code


def test_the_feed_says_what_the_page_says(shown: Shown, edition: Edition, files: Files) -> None:
    """Each entry's content is its sentence."""
    for code, texts in shown.items():
        feed = feedparser.parse(files[beside(edition, code, "timeline.atom")])
        found = [entry.content[0].value for entry in feed.entries]
        assert found == [texts[meeting.source] for meeting in reversed(edition.facts.meetings)]


def test_the_memory_says_what_the_pages_say(shown: Shown, edition: Edition, files: Files) -> None:
    """Each unit has the sentence in every language, in one and the same place."""
    store = tmxfile.parsestring(files["data/note.tmx"])
    found: dict[str, dict[str, str]] = {code: {} for code in edition.languages}
    for unit in store.document.getroot().iter("tu"):
        for variant in unit.iter("tuv"):
            found[variant.get(f"{XML}lang")][unit.get("tuid")] = variant.findtext("seg")
    for code, texts in shown.items():
        assert {id: text for id, text in found[code].items() if id in texts} == texts


def test_the_whole_edition_says_what_the_pages_say(shown: Shown, files: Files) -> None:
    """data/edition.json has each sentence in each language."""
    languages = json.loads(files["data/edition.json"])["languages"]
    for code, texts in shown.items():
        note = languages[code]["note"]
        parts = [*note["paragraphs"], *note["questions"]]
        assert {one["id"]: one["text"] for part in parts for one in part["sentences"]} == texts


def test_the_pdf_says_what_the_page_says(shown: Shown, edition: Edition, files: Files) -> None:
    """The 25 sentences stand in the text of its pages, one after the other, whole."""
    for code, texts in shown.items():
        note, text = edition.languages[code].note, _printed(files[beside(edition, code, "note.pdf")])
        for footnote in note.footnotes:  # it stands at the foot of the page, in the middle of whatever goes on there
            said = f" {footnote.id[2:]}{_squeezed(footnote.text)}"
            assert text.count(said) == 1, code
            text = text.replace(said, "")
        position = 0
        for sentence in note.numbered():
            pieces = list(sentence.pieces)
            assert "".join(piece for piece in pieces if isinstance(piece, str)) == texts[sentence.id]
            expected = _squeezed("".join(map(str, pieces)))
            position = text.find(expected, position)
            assert position >= 0, (code, sentence.id)
            position += len(expected)


# Where the text stands on a page, in points: between the running heads, right of the paragraphs' numbers.
LEFT, BOTTOM, RIGHT, TOP = 93, 70, 590, 770


def _printed(content: bytes) -> str:
    """Return the text of a PDF's pages without running heads and what stands in the margin."""
    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_bounded(LEFT, BOTTOM, RIGHT, TOP) for page in document]
    return _squeezed(" ".join(texts))


def _squeezed(text: str) -> str:
    """Return a text with single spaces: where lines end is the page's affair."""
    return re.sub(r"\s+", " ", text)
