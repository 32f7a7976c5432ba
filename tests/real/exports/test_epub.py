"""The note as a book: validated by EPUBCheck, and what a reading device and a screen reader find in it."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from instrumentarium.model.edition import Edition, Language
from tests.support import building, expected
from tests.support.pages import beside
from tests.support.sources import ROOT

from .conftest import Files

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}
TYPE = "{http://www.idpf.org/2007/ops}type"


def _books(edition: Edition, files: Files) -> Iterator[tuple[Language, zipfile.ZipFile]]:
    """Yield the book of each language."""
    for code, language in edition.languages.items():
        yield language, zipfile.ZipFile(io.BytesIO(files[beside(edition, code, "note.epub")]))


def _read(book: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(book.read(f"EPUB/{name}"))


def _text(element: Any) -> str:
    """Return the text of a sentence, without its references to footnotes."""
    return "".join(element.xpath(".//text()[not(ancestor::h:sup)]", namespaces=NAMES))


@pytest.fixture(scope="session")
def verdicts(site: Path, published_site: Path, edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with what EPUBCheck says of each book, and of one whose reference leads nowhere."""

    def ask(told: Path) -> None:
        bad = tmp_path_factory.mktemp("epub") / "bad.epub"
        with zipfile.ZipFile(site / "note.epub") as good, zipfile.ZipFile(bad, "w") as target:
            for entry in good.infolist():
                target.writestr(entry, good.read(entry).replace(b'href="#fn1"', b'href="#fn9"'))
        books = [site / beside(edition, code, "note.epub") for code in edition.languages]
        command = [
            sys.executable,
            "-m",
            "tests.support.epubcheck",
            *map(str, [*books, published_site / "note.epub", bad]),
        ]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        told.write_text(result.stdout, encoding="utf-8")

    return building.shared(tmp_path_factory, "books", ask)


def test_epubcheck_finds_nothing_but_what_is_wrong(verdicts: Path, edition: Edition) -> None:
    """No error and no warning in any language; a reference that leads nowhere is found."""
    found = json.loads(verdicts.read_text(encoding="utf-8"))
    told = {path: text for path, text in found.items() if text}
    assert len(found) == len(edition.languages) + 2
    assert [Path(path).name for path in told] == ["bad.epub"]
    assert "Fragment identifier is not defined" in "".join(told.values())


def test_it_has_every_text_of_the_note(edition: Edition, files: Files) -> None:
    """Word for word, under the ids of the site and in their order."""
    for language, book in _books(edition, files):
        page, note = _read(book, "note.xhtml"), language.note
        ids = page.xpath("//@id[not(starts-with(., 'fnref'))]")
        assert [id for id in ids if id in note.sentences] == [
            one.id for one in note.lines() if one not in note.footnotes
        ] + [one.id for one in note.footnotes]
        for one in (note.title, *note.headings, *note.numbered()):
            (element,) = page.xpath(f"//*[@id='{one.id}']")
            assert _text(element) == one.text, (language.code, one.id)
        for line in note.head:
            (label,) = page.xpath(f"//h:dt[@id='{line.id}']", namespaces=NAMES)
            assert f"{label.text} {_text(label.getnext())}".split() == line.text.split()
        for one in note.footnotes:
            (aside,) = page.xpath(f"//h:aside[@id='{one.id}']", namespaces=NAMES)
            assert aside.get(TYPE) == "footnote"
            assert one.text in _text(aside)
            (back,) = page.xpath(f"//h:a[@href='#{one.id}']", namespaces=NAMES)
            assert (back.get(TYPE), back.get("id")) == ("noteref", f"fnref{one.id.number}")


def test_it_says_what_it_is(edition: Edition, files: Files, address: str) -> None:
    """Title, authors, language and status; no date where the note has none; what it gives to screen readers."""
    for language, book in _books(edition, files):
        package = _read(book, "package.opf")
        meta: dict[str, list[str]] = {}
        for element in package.find("o:metadata", NAMES):
            meta.setdefault(element.get("property") or etree.QName(element).localname, []).append(element.text)
        assert meta["title"] == [expected.title(language)]
        assert meta["language"] == [language.code]
        assert meta["creator"] == [language.strings.bodies["presidency"].name]
        assert "date" not in meta
        assert meta.get("source") == ([f"{address}{beside(edition, language.code, 'note/')}"] if address else None)
        assert {"readingOrder", "tableOfContents"} <= set(meta["schema:accessibilityFeature"])
        page = _read(book, "note.xhtml")
        assert (page.get("lang"), page.get("dir")) == (language.code, language.direction)
        (status,) = page.xpath("//h:p[@class='status']", namespaces=NAMES)
        assert status.text == expected.standing(edition, language)


def test_its_contents_lead_to_every_part(edition: Edition, files: Files) -> None:
    """The title, the headings and the paragraphs, each to its place; landmarks; no two books have one identifier."""
    identifiers = set()
    for language, book in _books(edition, files):
        ids = set(_read(book, "note.xhtml").xpath("//@id"))
        contents, landmarks = _read(book, "nav.xhtml").findall(".//h:nav", NAMES)
        links = [link.partition("#")[2] for link in contents.xpath(".//@href")]
        assert links == [language.note.title.id, *(part.id for part in language.note.parts)]
        assert set(links) <= ids
        places = [(link.get(TYPE), link.get("href")) for link in landmarks.iter(f"{{{NAMES['h']}}}a")]
        title = f"note.xhtml#{language.note.title.id}"
        assert places == [("bodymatter", title), ("colophon", "note.xhtml#colophon")]
        identifiers.add(_read(book, "package.opf").findtext("o:metadata/d:identifier", namespaces=NAMES))
        assert book.infolist()[0].filename == "mimetype"
    assert len(identifiers) == len(edition.languages)
