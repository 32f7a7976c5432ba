"""The interface's words: the engine's, a folder's own, and those that a language does not have yet."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from instrumentarium import load
from instrumentarium.model.text import Borrowed
from tests.support import building, pages
from tests.support.sources import Tree, edit
from tests.support.translating import left


def test_a_folders_own_words_win_over_the_engines(tree: Tree, tmp_path: Path) -> None:
    """One word of the folder is shown, and is a unit of its translation; the others are the engine's."""
    root = tree("de", "en")
    (root / "docs/en/interface.yml").write_text("labels:\n  in_note: In the report\n", encoding="utf-8")
    words = load.edition(root).languages["en"].interface
    assert words.labels.in_note == "In the report"
    assert words.labels.card == "The document"
    assert left(root)["en"] == {"interface:labels.in_note": "stale"}
    building.command(root, "sync", "en", "interface:labels.in_note")
    assert left(root)["en"] == {}
    page = pages.parse(building.build(root, tmp_path / "site") / "en/timeline/index.html")
    assert "In the report: " in page.find_class("quote")[0].text_content()


def test_words_that_a_language_lacks_are_the_source_languages(tree: Tree, tmp_path: Path) -> None:
    """With their language, where a page shows them as text; as they are, where they stand in an attribute."""
    root = tree("de", "ar")
    edit(root / "docs/ar/interface.yml", "  unknown:", "  # unknown:")
    edit(root / "docs/ar/interface.yml", "  card:", "  # card:")
    edit(root / "docs/ar/interface.yml", "  select.language:", "  # select.language:")
    assert left(root)["ar"] == dict.fromkeys(
        ("interface:theme.select.language", "interface:labels.card", "interface:labels.unknown"), "missing"
    )
    page = pages.parse(building.build(root, tmp_path / "site") / "ar/index.html")
    unknown = page.find_class("card")[0].find_class("unknown")[0].xpath("span[@lang='de']")[0]
    assert (unknown.text, unknown.get("dir")) == ("nicht bekannt", "ltr")
    assert page.get_element_by_id("card").xpath("string(span[@lang='de'])") == "Das Dokument"
    assert page.xpath("//summary/@title")[1] == "Sprache wählen"


def test_no_page_or_file_has_a_mark_of_a_borrowed_text(tree: Tree, tmp_path: Path) -> None:
    """Neither those that are written once for all languages, nor pages that lead on; each gives it its language."""
    root = tree("de", "ar")
    edit(root / "docs/ar/interface.yml", "  not_found:", "  # not_found:")
    edit(root / "docs/ar/strings.yml", "\nsite:\n  name:", "\nsite:\n  # name:")
    edit(root / "data/published.yml", "moved: {}", "moved: {old/: note/}")
    site = building.build(root, tmp_path / "site", SITE_URL="https://host.invalid/")
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix not in (".pdf", ".png", ".gz")]
    marks = [mark.encode() for mark in (Borrowed.BEGIN, Borrowed.END)]
    assert {path for path in files if any(mark in text for text in _texts(path) for mark in marks)} == set()
    assert {path.suffix for path in files if zipfile.is_zipfile(path)} == {".docx", ".epub", ".odt", ".xlsx"}
    assert pages.parse(site / "404.html").xpath("//li[@lang='ar']/span[@lang='de']")
    assert pages.parse(site / "ar/old/index.html").xpath("//a/span[@lang='de'][@dir='ltr']")


def _texts(path: Path) -> Iterator[bytes]:
    """Yield what a file holds, or each file in it."""
    if not zipfile.is_zipfile(path):
        yield path.read_bytes()
        return
    with zipfile.ZipFile(path) as inside:
        yield from map(inside.read, inside.namelist())


def test_a_word_that_the_engine_does_not_know_is_told(tree: Tree) -> None:
    """At its place, with the word that was meant."""
    root = tree("de", "en")
    (root / "docs/en/interface.yml").write_text("labels:\n  in_the_note: In the report\n", encoding="utf-8")
    told = building.command(root, "check").stdout
    assert told == "docs/en/interface.yml:2:3: there is no field 'in_the_note' here; did you mean 'in_note'?\n"


def test_a_language_that_the_engine_lacks_gets_its_words_to_translate(tree: Tree) -> None:
    """In its folder, so that one folder is all that a translator touches; no other language gets any."""
    root = tree("de", "en")
    for code in ("uk", "fr"):
        building.command(root, "new-language", code)
    words = (root / "docs/uk/interface.yml").read_text(encoding="utf-8")
    assert "  # de: Das Dokument\n  card: ___\n" in words
    assert not (root / "docs/fr/interface.yml").exists()
