"""The translation memory: opened with translate-toolkit, all languages beside each other."""

import re

from lxml import etree
from translate.storage.tmx import tmxfile

from instrumentarium.model.edition import Edition
from tests.support import expected

from .conftest import Files

XML = "{http://www.w3.org/XML/1998/namespace}"


def test_a_tool_reads_pairs_of_sentences(edition: Edition, files: Files) -> None:
    """The source sentence with its translation, as a tool for two languages sees them."""
    store = tmxfile.parsestring(files["data/note.tmx"])
    sources = {unit.source for unit in store.units}
    root = store.document.getroot()
    assert len(store.units) == len(root.findall("body/tu"))
    assert root.get("version") == "1.4"
    header = root.find("header")
    assert header.get("srclang") == edition.source.code
    assert header.get("segtype") == "sentence"
    assert re.fullmatch(r"\d{8}T\d{6}Z", header.get("creationdate"))
    assert len(sources) == len(store.units)


def test_every_text_stands_in_every_language(edition: Edition, files: Files) -> None:
    """Titles, head, 25 sentences and the footnote; each variant with its language, once."""
    root = etree.fromstring(files["data/note.tmx"])
    ids = [unit.get("tuid") for unit in root.iter("tu")]
    others = [id for id in edition.source.note.sentences if id not in ("note", "questions")]
    assert ids == ["title", "questions", *others]
    assert len(ids) == 2 + 3 + 25 + 1
    for unit in root.iter("tu"):
        assert [variant.get(f"{XML}lang") for variant in unit.iter("tuv")] == list(edition.languages)
        assert all(variant.findtext("seg").strip() for variant in unit.iter("tuv"))


def test_the_status_of_each_language_is_told(edition: Edition, files: Files) -> None:
    """A memory is used out of sight of the site: it says itself that its translations are unofficial."""
    root = etree.fromstring(files["data/note.tmx"])
    told = {prop.get(f"{XML}lang"): prop.text for prop in root.findall("header/prop[@type='x-status']")}
    for code, language in edition.languages.items():
        assert told[code] == expected.status(language)
