"""Translations: what a change of the source does, and the way of a new language."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.model.unit import GAP
from tests.support import building, pages
from tests.support.sources import Tree, edit
from tests.support.translating import change_the_source, fill, left

CHANGE = ("Schließlich wird", "Zum Schluss wird")
"""A change of p3s1, on which the last meeting rests."""


def test_a_changed_sentence_is_stale_in_every_translation_and_nothing_else_is(tree: Tree, tmp_path: Path) -> None:
    """On the pages, on the translations page, in the JSON and in the command; until a translator syncs it."""
    root = tree()
    assert left(root) == {"en": {}, "ar": {}}
    change_the_source(root, *CHANGE)
    stale = {"note:p3s1": "stale"}
    assert left(root) == {"en": stale, "ar": stale}

    site = building.build(root, tmp_path / "site")
    told = json.loads((site / "data/translations.json").read_text(encoding="utf-8"))["languages"]
    assert {code: one["left"] for code, one in told.items()} == left(root)
    edition = load.edition(root)
    for code in ("en", "ar"):
        labels = edition.languages[code].interface.labels
        note = pages.parse(site / code / "note/index.html")
        assert [one.get("id") for one in note.find_class("sentence--stale")] == ["p3s1"]
        (mark,) = note.xpath("//p[@id='p3']/span[@class='stale']")
        assert mark.text_content().startswith(labels.stale_sentence)
        (source,) = mark.iter("q")
        assert source.get("lang") == "de"
        assert source.text == edition.languages["de"].note.sentences["p3s1"].text
        assert labels.stale_page in note.find_class("stale--page")[0].text_content()
        timeline = pages.parse(site / code / "timeline/index.html")
        assert len(timeline.xpath("//*[@id='2031-09-12-council']//p[@class='stale']")) == 1
        assert len(timeline.find_class("stale")) == 1
        row = pages.parse(site / code / "translations/index.html").get_element_by_id(code)
        assert f"{labels.stale}: 1" in row.text_content()
    assert pages.parse(site / "note/index.html").find_class("stale") == []

    result = building.command(root, "sync", "en", "p3s1")
    assert "1 of 1 synced" in result.stdout
    assert left(root) == {"en": {}, "ar": stale}


def test_a_stale_line_of_a_page_shows_the_source(tree: Tree, tmp_path: Path) -> None:
    """As in the note, on the page's own line."""
    root = tree("de", "en")
    edit(root / "docs/de/about.md", "Nichts wird von anderswo geladen.", "Nichts & niemand wird von anderswo geladen.")
    site = building.build(root, tmp_path / "site")
    about = pages.parse(site / "en/about/index.html")
    (line,) = about.find_class("sentence--stale")
    assert line.text == "Nothing is loaded from elsewhere."
    (source,) = about.xpath("//span[@class='stale']/q[@lang='de']")
    assert source.text == "Nichts & niemand wird von anderswo geladen."


def test_a_stale_item_stays_an_item(tree: Tree, tmp_path: Path) -> None:
    """The mark of a list is not text."""
    root = tree("de", "en")
    edit(root / "docs/de/about.md", "- die Wahl der Farben", "- die Wahl aller Farben")
    site = building.build(root, tmp_path / "site")
    first, second = pages.parse(site / "en/about/index.html").xpath("//article//li")
    assert [one.text for one in first.find_class("sentence--stale")] == ["the choice of colours"]
    assert second.text_content().strip() == "nothing else"


def test_a_changed_string_is_stale_and_its_page_says_so(tree: Tree, tmp_path: Path) -> None:
    """A record's words are translated too."""
    root = tree("de", "en")
    edit(root / "docs/de/strings.yml", "name: Nistkästen", "name: Die Nistkästen")
    assert left(root) == {"en": {"strings:instruments.nest-boxes.name": "stale"}}
    site = building.build(root, tmp_path / "site")
    assert pages.parse(site / "en/instruments/index.html").find_class("stale--page")
    assert not pages.parse(site / "en/timeline/index.html").find_class("stale--page")


def test_neither_editing_nor_touching_a_translation_changes_what_is_stale(tree: Tree) -> None:
    """Only `sync` says that a translation says what the source says."""
    root = tree("de", "en")
    for path in (root / "docs").rglob("*.md"):
        path.touch()
    edit(root / "docs/en/note.md", "Finally, a first", "Lastly, a first")
    assert left(root) == {"en": {}}
    change_the_source(root, *CHANGE)
    edit(root / "docs/en/note.md", "Lastly, a first", "Finally, a first")
    assert left(root) == {"en": {"note:p3s1": "stale"}}


def test_status_shows_what_changed_in_the_source(tree: Tree) -> None:
    """From git's history: the text of then, the text of now, and the place of the translation."""
    root = tree("de", "en")
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@host.invalid"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    before = load.edition(root).languages["de"].note.sentences["p3s1"].text
    change_the_source(root, *CHANGE)
    after = load.edition(root).languages["de"].note.sentences["p3s1"]
    assert after.text != before
    result = building.command(root, "status", "en", "--diff")
    line = load.edition(root).languages["en"].note.sentences["p3s1"].line
    assert f"  docs/en/note.md:{line}: note:p3s1 stale\n    - {before}\n    + {after.text}\n" in result.stdout


def test_without_a_history_status_says_that_there_is_none(tree: Tree) -> None:
    """Nothing is invented."""
    root = tree("de", "en")
    change_the_source(root, *CHANGE)
    assert "(not in the history of this checkout)" in building.command(root, "status", "en", "--diff").stdout


def test_a_page_or_all_can_be_synced(tree: Tree) -> None:
    """By name; a name that is none is told."""
    root = tree("de", "en")
    change_the_source(root, *CHANGE)
    edit(root / "docs/de/about.md", "Nichts wird von", "Es wird nichts von")
    assert "1 of 13 synced" in building.command(root, "sync", "en", "about").stdout
    assert left(root) == {"en": {"note:p3s1": "stale"}}
    assert building.command(root, "sync", "en", "p9s9").exit_code == 1
    assert building.command(root, "sync", "xx").exit_code == 1
    building.command(root, "sync", "en")
    assert left(root) == {"en": {}}


@dataclass(frozen=True, kw_only=True)
class NewLanguage:
    """What CLDR knows of a language: its name, the side that it begins on, the 4th of March, its plural forms."""

    code: str
    name: str
    direction: str
    date: str
    counts: str


UKRAINIAN = NewLanguage(
    code="uk", name="українська", direction="ltr", date="4 березня 2031", counts="one few many other"
)
ARABIC = NewLanguage(
    code="ar", name="العربية", direction="rtl", date="4 مارس 2031", counts="zero one two few many other"
)


@pytest.mark.parametrize("new", [UKRAINIAN, ARABIC], ids=lambda new: new.code)
def test_a_new_language_is_a_command_and_its_gaps(tree: Tree, tmp_path: Path, new: NewLanguage) -> None:
    """A draft is not published; filled and set to `translation` it is, with no other file touched."""
    root, code = tree("de", "en"), new.code
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert building.command(root, "new-language", code).exit_code == 0
    assert building.command(root, "new-language", code).exit_code == 1
    assert set(left(root)[code].values()) == {"missing"}
    site = building.build(root, tmp_path / "draft")
    assert not (site / code).exists()
    row = pages.parse(site / "en/translations/index.html").get_element_by_id(code)
    assert row.xpath(".//th/span/@dir") == [new.direction]
    assert "Translation in progress" in row.text_content()

    fill(root, code)
    assert left(root)[code] == {}
    assert {path: path.read_bytes() for path in before} == before
    assert {path.relative_to(root).parts[:2] for path in root.rglob("*") if path.is_file() and path not in before} == {
        ("docs", code)
    }
    site = building.build(root, tmp_path / "site")
    page = pages.parse(site / code / "timeline/index.html")
    assert page.get("lang") == code
    assert page.find("body").get("dir") == new.direction
    assert new.date in page.get_element_by_id("2031-03-04-council").text_content()
    assert pages.parse(site / "index.html").xpath(f"//a[@hreflang='{code}']/text()") == [new.name]
    assert set(load.edition(root).languages[code].interface.counts.meetings) == set(new.counts.split())
    assert pages.broken(site) == []
    assert GAP not in "".join(path.read_text(encoding="utf-8") for path in (site / code).rglob("*.html"))


def test_a_new_language_may_have_links(tree: Tree) -> None:
    """The source's words beside a gap are a comment: a link in them is none of the page."""
    root = tree("de", "en")
    building.command(root, "new-language", "uk")
    fill(root, "uk")
    assert load.edition(root).languages["uk"].pages["about"]


def test_the_words_beside_a_gap_keep_no_rule_of_the_language(tree: Tree) -> None:
    """They are the source's, with its quotation marks; only what is shown is held to the rules."""
    root = tree("de", "en")
    building.command(root, "new-language", "uk")
    assert "not a quotation mark of this language" not in building.command(root, "check", "uk").stdout


def test_a_gap_stops_nobody(tree: Tree) -> None:
    """It is told with its place by those who ask for it, in a draft and in a published language."""
    root = tree("de", "en")
    building.command(root, "new-language", "uk")
    assert building.command(root, "check").exit_code == 0
    assert "a gap: write 'note:p3s1' in this language" in building.command(root, "check", "uk").stdout
    edit(root / "docs/uk/strings.yml", "status: draft", "status: translation")
    result = building.command(root, "check", "--strict")
    assert result.exit_code == 1
    assert "docs/uk/note.md:" in result.stdout
