"""The printed note: validated by veraPDF, and what a reader and a screen reader find in it."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from instrumentarium.exports.file_view import site_view
from instrumentarium.exports.pdf import note_pdf
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from tests import building
from tests.conftest import ROOT

from .conftest import Files, beside


def _verdicts(*paths: Path) -> dict[str, dict[str, list[str]]]:
    command = [sys.executable, "-m", "tests.exports.verapdf", *map(str, paths)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    found: dict[str, dict[str, list[str]]] = json.loads(result.stdout)
    return found


def _pdfs(edition: Edition, files: Files) -> Iterator[tuple[str, pikepdf.Pdf]]:
    for code in edition.languages:
        with pikepdf.open(io.BytesIO(files[beside(edition, code, "note.pdf")].content)) as pdf:
            yield code, pdf


def test_verapdf_finds_nothing(edition: Edition, files: Files, tmp_path: Path) -> None:
    """Every language keeps to PDF/A-2a and to PDF/UA-1."""
    paths = []
    for code in edition.languages:
        paths.append(tmp_path / f"{code}.pdf")
        paths[-1].write_bytes(files[beside(edition, code, "note.pdf")].content)
    assert _verdicts(*paths) == {str(path): {"PDFA-2A": [], "PDFUA-1": []} for path in paths}


def test_verapdf_finds_what_is_not_accessible(edition: Edition, tmp_path: Path) -> None:
    """The check can fail: the note without its language and without its title's display keeps to neither."""
    content = note_pdf(site_view(edition, SiteInfo(), "note.pdf"))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        del pdf.Root["/Lang"], pdf.Root["/ViewerPreferences"], pdf.Root["/Metadata"]
        pdf.save(tmp_path / "bad.pdf")
    (verdict,) = _verdicts(tmp_path / "bad.pdf").values()
    assert verdict["PDFA-2A"]
    assert verdict["PDFUA-1"]


def test_it_says_what_it_is(edition: Edition, files: Files) -> None:
    """Language, title, author and standards are in its metadata; viewers show the title."""
    for code, pdf in _pdfs(edition, files):
        language = edition.languages[code]
        metadata = pdf.open_metadata()
        assert str(pdf.Root.Lang).split("-")[0] == code
        assert metadata["dc:title"] == language.note.sentences["head-subject"].text.partition(":")[2].strip()
        assert metadata["dc:creator"] == [language.strings.bodies["presidency"].name]
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)


def test_its_fonts_are_in_it(edition: Edition, files: Files) -> None:
    """Every font is embedded, and is one of the open ones that come with Typst."""
    for code, pdf in _pdfs(edition, files):
        names = set()
        for object in pdf.objects:
            if isinstance(object, pikepdf.Dictionary) and object.get("/Type") == "/FontDescriptor":
                assert any(f"/FontFile{kind}" in object for kind in ("", "2", "3")), code
                names.add(str(object.FontName).partition("+")[2].partition("-")[0])
        assert names == {"LibertinusSerif"}, code


def test_every_letter_has_a_shape(edition: Edition, files: Files) -> None:
    """No text falls back to the box of an unknown letter: the fonts cover Latin, Greek and Cyrillic."""
    for code, pdf in _pdfs(edition, files):
        for object in pdf.objects:
            if isinstance(object, pikepdf.Dictionary) and "/ToUnicode" in object:
                assert "\ufffd" not in object.ToUnicode.read_bytes().decode("latin-1"), code


def test_its_bookmarks_are_its_headings(edition: Edition, files: Files) -> None:
    """The note, its questions, the annex with each question and each meeting."""
    for code, pdf in _pdfs(edition, files):
        words, note, pages = (
            edition.languages[code].strings, edition.languages[code].note, edition.languages[code].pages,
        )  # fmt: skip
        with pdf.open_outline() as outline:
            first, annex = outline.root
            assert first.title == note.title.text
            assert [one.title for one in first.children] == [note.questions_title.text]
            assert annex.title == words.labels.annex
            questions, timeline = annex.children
            assert (questions.title, timeline.title) == (pages["questions"].title, pages["timeline"].title)
            assert len(questions.children) == len(edition.facts.questions)
            for bookmark, meeting in zip(timeline.children, edition.facts.meetings, strict=True):
                assert bookmark.title.endswith(words.meetings[meeting.id].name)


def test_the_annex_leads_to_the_sentences(edition: Edition, files: Files) -> None:
    """Each link of a question or a meeting opens the page on which its sentence begins."""
    facts = edition.facts
    expected = [place for one in facts.questions for place in (one.source, *one.sentences)]
    expected += [one.source for one in facts.meetings]
    for code, pdf in _pdfs(edition, files):
        document = pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")].content)
        pages = {page.obj.objgen: _text(document[index]) for index, page in enumerate(pdf.pages)}
        links = [link for page in pdf.pages for link in page.get("/Annots", ()) if "/Dest" in link or _goes(link)]
        assert len(links) >= len(expected), code
        found = iter(links)
        for place in expected:
            beginning = " ".join(edition.languages[code].note.sentences[place].text.split())[:10]
            assert any(beginning in pages[_target(link).objgen] for link in found), (code, place)


def _goes(link: pikepdf.Object) -> bool:
    return "/A" in link and link.A.get("/S") == "/GoTo"


def _target(link: pikepdf.Object) -> pikepdf.Object:
    destination = link.Dest if "/Dest" in link else link.A.D
    return destination[0]


def _text(page: pypdfium2.PdfPage) -> str:
    """Return a page's text with single spaces."""
    return " ".join(page.get_textpage().get_text_bounded().split())


def test_the_status_is_on_every_page(edition: Edition, files: Files, address: str) -> None:
    """So are the number of the page and of all pages; the address stands where it is known."""
    for code in edition.languages:
        language = edition.languages[code]
        document = pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")].content)
        texts = [_text(page) for page in document]
        label = language.strings.labels
        status = label.status_original if code == "nl" else f"{label.status_translation}, {label.not_reviewed}"
        for number, text in enumerate(texts, 1):
            assert status in text, code
            assert label.page_of.format(n=number, total=len(texts)) in text, code
        assert (f"{address}{'' if code == 'nl' else f'{code}/'}note/" in texts[-1]) == bool(address)


def test_what_is_not_known_is_told(edition: Edition, files: Files) -> None:
    """The number and the date of the document, the day and the year of a meeting."""
    for code, language in edition.languages.items():
        document = pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")].content)
        text, labels = " ".join(map(_text, document)), language.strings.labels
        for label in (labels.register_number, labels.date):
            assert f"{label} {labels.unknown}" in text, code
        no_day, inferred = (" ".join(label.split()) for label in (labels.no_day, labels.inferred_year))
        assert text.count(no_day) == 1, code
        assert text.count(inferred) == len([one for one in edition.facts.meetings if one.inferred]), code


def test_a_letter_that_no_font_has_is_told(tree: Callable[..., Path]) -> None:
    """The build stops without a traceback, and nothing is published."""
    root = tree("nl", "en")
    path = root / "docs/en/note.md"
    path.write_text(path.read_text(encoding="utf-8").replace("a top priority", "a top 𐪀riority"), encoding="utf-8")
    result = building.run(root, "mkdocs", "build", "--strict")
    told = result.stdout + result.stderr
    assert result.returncode == 1
    assert "the PDF cannot be made: " in told
    assert "𐪀" in told
    assert "Traceback" not in told
    assert not (root / "site").exists()
