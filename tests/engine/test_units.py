"""The pieces that a language is translated by, and their keys."""

from collections.abc import Collection

from instrumentarium.model.edition import Edition
from instrumentarium.model.unit import Unit
from instrumentarium.sources import reader
from instrumentarium.sources.units import of_file
from tests.support.sources import SMALL

ABOUT = {
    "about:title": "About",
    "about:description": "What this site is and what it is not.",
    "about:about:0": "About this site",
    "about:about:1": "This edition is invented so that the program can be tested.",
    "about:status:0": "What is not official",
    "about:status:1": "The translations are unofficial.",
    "about:status:2": "All files are on the page [Data](data.md).",
    "about:privacy:0": "Privacy",
    "about:privacy:1": "This site collects no data.",
    "about:privacy:2": "Nothing is loaded from elsewhere.",
    "about:privacy:3": "The browser itself keeps only:",
    "about:privacy:4": "the choice of colours",
    "about:privacy:5": "nothing else",
}


def _units(edition: Edition, code: str) -> Collection[Unit]:
    """Return the units of a language."""
    return edition.languages[code].units.values()


def test_a_page_is_its_title_its_headings_and_its_lines(edition: Edition) -> None:
    """Each under the id of its heading and its number below it; neither calls of macros nor marks of lists are text."""
    assert {unit.key: unit.text for unit in _units(edition, "en") if unit.key.page == "about"} == ABOUT
    assert [unit.key for unit in _units(edition, "en") if unit.key.page == "timeline"] == [
        "timeline:title", "timeline:description", "timeline:timeline:0", "timeline:timeline:1",
    ]  # fmt: skip


def test_a_picture_is_translated_by_its_words() -> None:
    """One without words, which only decorates, is nothing to translate."""
    text = (SMALL / "docs/en/about.md").read_text(encoding="utf-8")
    pictures = "\n![A bee](../assets/bee.png)\n\n![](../assets/line.png){: .decorative }\n"
    units = of_file("about.md", text + pictures)
    assert list(units)[len(ABOUT) :] == ["about:privacy:6"]
    assert units["about:privacy:6"].text == "![A bee](../assets/bee.png)"


def test_the_note_is_its_sentences(edition: Edition) -> None:
    """Titles, lines of the head, sentences and footnotes by their ids, without the number of a question."""
    units = {unit.key.name: unit.text for unit in _units(edition, "en") if unit.key.page == "note"}
    assert set(units) == {"title", "description", "note", "questions", *edition.source.note.sentences}
    assert units["q1s1"] == "Should the cities create more bee-friendly meadows?"
    assert units["fn2"] == "For example, rules on mowing."


def test_keys_are_the_same_in_every_language(edition: Edition) -> None:
    """But for the plural forms, of which each language has its own."""
    keys = [{unit.key for unit in _units(edition, code) if unit.key.page != "interface"} for code in edition.languages]
    assert keys[0] == keys[1] == keys[2]


def test_a_unit_knows_where_it_stands() -> None:
    """What is between its start and its end in the file is its text, where that is written as it is."""
    for code in ("de", "en", "ar"):
        for name, text in reader.texts(SMALL, code).items():
            units = of_file(name, text)
            assert units
            for unit in units.values():
                written = text[unit.start : unit.end]
                assert unit.text in (written.strip(), written.strip().strip('"')) or written.startswith("[")
                assert unit.line == text.count("\n", 0, unit.start) + 1
