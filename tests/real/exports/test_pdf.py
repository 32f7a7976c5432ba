"""The printed note: validated by veraPDF, and what a reader and a screen reader find in it."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from tests.support import building, expected
from tests.support.pages import beside
from tests.support.sources import ROOT

from .conftest import Files

# A PDF of the other site differs in its address alone: one for each alphabet is enough of those.
CHECKED = {"published": OFFICIAL_LANGUAGES, "unpublished": ("bg", "el", "nl")}

Verdicts = Mapping[str, Mapping[str, list[str]]]
"""The rules that fail, by file and profile."""


def _pdfs(edition: Edition, files: Files) -> Iterator[tuple[str, pikepdf.Pdf]]:
    """Yield the PDF of each language."""
    for code in edition.languages:
        with pikepdf.open(io.BytesIO(files[beside(edition, code, "note.pdf")])) as pdf:
            yield code, pdf


@pytest.fixture(scope="session")
def verdicts(edition: Edition, site: Path, published_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Return what veraPDF says of each file; its Java machine is started once for all workers."""

    def ask(told: Path) -> None:
        folder = tmp_path_factory.mktemp("pdf")
        for kind, root in (("published", published_site), ("unpublished", site)):
            for code in CHECKED[kind]:
                content = (root / beside(edition, code, "note.pdf")).read_bytes()
                (folder / f"{kind}-{code}.pdf").write_bytes(content)
        with pikepdf.open(site / "note.pdf") as pdf:
            del pdf.Root["/Lang"], pdf.Root["/ViewerPreferences"], pdf.Root["/Metadata"]
            pdf.save(folder / "bad.pdf")
        command = [sys.executable, "-m", "tests.support.verapdf", *map(str, sorted(folder.iterdir()))]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        told.write_text(result.stdout, encoding="utf-8")

    found = json.loads(building.shared(tmp_path_factory, "verdicts", ask).read_text(encoding="utf-8"))
    return {Path(path).stem: verdict for path, verdict in found.items()}


def test_verapdf_finds_nothing(verdicts: Verdicts) -> None:
    """Every language keeps to PDF/A-2a and to PDF/UA-1."""
    names = [f"{kind}-{code}" for kind, codes in CHECKED.items() for code in codes]
    assert {name: verdicts[name] for name in names} == {name: {"PDFA-2A": [], "PDFUA-1": []} for name in names}


def test_verapdf_finds_what_is_not_accessible(verdicts: Verdicts) -> None:
    """The check can fail: the note without its language and without its title's display keeps to neither."""
    assert verdicts["bad"]["PDFA-2A"]
    assert verdicts["bad"]["PDFUA-1"]


def test_it_says_what_it_is(edition: Edition, files: Files) -> None:
    """Language, title, author and standards are in its metadata; viewers show the title."""
    for code, pdf in _pdfs(edition, files):
        language = edition.languages[code]
        metadata = pdf.open_metadata()
        assert str(pdf.Root.Lang).split("-")[0] == code
        assert metadata["dc:title"] == expected.title(language)
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
    """The note, its questions, the annex with each question, each sentence with instruments, and each meeting."""
    for code, pdf in _pdfs(edition, files):
        words, note, pages = (
            edition.languages[code].strings, edition.languages[code].note, edition.languages[code].pages,
        )  # fmt: skip
        with pdf.open_outline() as outline:
            first, annex = outline.root
            assert first.title == note.title.text
            assert [one.title for one in first.children] == [heading.text for heading in note.headings]
            assert annex.title == edition.languages[code].interface.labels.annex
            drawn, questions, instruments, timeline = annex.children
            assert drawn.title == edition.languages[code].interface.labels.map_of_note
            for section, name in ((questions, "questions"), (instruments, "instruments"), (timeline, "timeline")):
                assert section.title == pages[name].title
            assert len(instruments.children) == len({one.source for one in edition.facts.instruments})
            assert len(questions.children) == len(edition.facts.questions)
            for bookmark, meeting in zip(timeline.children, edition.facts.meetings, strict=True):
                assert bookmark.title.endswith(words.meetings[meeting.id].name)


def test_the_annex_leads_to_the_sentences(edition: Edition, files: Files) -> None:
    """Each link of a question, of the instruments and of a meeting opens the page on which its sentence begins."""
    facts = edition.facts
    places = [place for one in facts.questions for place in (one.source, *one.sentences)]
    order = list(edition.source.note.sentences)
    places += sorted({one.source for one in facts.instruments}, key=order.index)
    places += [one.source for one in facts.meetings]
    for code, pdf in _pdfs(edition, files):
        document = pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")])
        texts, numbers = [_text(page) for page in document], [page.obj.objgen for page in pdf.pages]
        links = [link for page in pdf.pages for link in page.get("/Annots", ()) if "/Dest" in link or _goes(link)]
        assert len(links) >= len(places), code
        found = (numbers.index(_target(link).objgen) for link in links)
        for place in places:
            text = " ".join(edition.languages[code].note.sentences[place].text.split())
            assert any(_begins(text, texts, page) for page in found), (code, place)


def _begins(text: str, pages: list[str], page: int) -> bool:
    """Whether a sentence begins on a page: with as many letters as tell it, or with its first word as the last one."""
    first, _, rest = text.partition(" ")
    following = "".join(pages[page + 1 : page + 2])[:80]  # below the names of the site and of the language
    return text[:10] in pages[page] or (f" {first} " in pages[page] and rest[:20] in following)


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
        document = pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")])
        texts = [_text(page) for page in document]
        label = language.interface.labels
        status = expected.status(language)
        for number, text in enumerate(texts, 1):
            assert status in text, code
            assert label.page_of.format(n=number, total=len(texts)) in text, code
        assert (f"{address}{beside(edition, code, 'note/')}" in texts[-1]) == bool(address)


def test_what_is_not_known_is_told(edition: Edition, files: Files) -> None:
    """The number of the document, that its date is inferred, and from where, the day and the year of a meeting."""
    for code, language in edition.languages.items():
        document = pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")])
        text, labels = " ".join(map(_text, document)), language.interface.labels
        assert f"{labels.register_number} {labels.unknown}" in text, code
        view = building.view(edition, code)
        written = f"{labels.date} {view.written()} – {view.joined([view.where('p4s1'), view.where('p3s1')])}"
        assert " ".join(written.split()) in " ".join(text.split()), code
        no_day, inferred = (" ".join(label.split()) for label in (labels.no_day, labels.inferred_year))
        assert text.count(no_day) == 1, code
        assert text.count(inferred) == len([one for one in edition.facts.meetings if one.inferred]), code


def _of(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """Yield the elements of a kind in a tree of tags, in the order of reading."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from _of(child, kind)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        if str(element.S) == f"/{kind}":
            yield element
        yield from _of(element.get("/K", pikepdf.Array()), kind)


def test_head_facts_and_paragraphs_are_tagged_as_lists(edition: Edition, files: Files) -> None:
    """The lines of the head, the facts, the paragraphs and the questions: each item has a label and a body."""
    for code, pdf in _pdfs(edition, files):
        lists = [list(_of(one.K, "LI")) for one in _of(pdf.Root.StructTreeRoot.K, "L")]
        note = edition.languages[code].note
        assert [len(items) for items in lists[:4]] == [len(note.head), 4, 7, 2], code
        for item in (item for items in lists for item in items):
            assert [str(child.S) for child in item.K] == ["/Lbl", "/LBody"], code


def test_its_pages_have_their_numbers(edition: Edition, files: Files) -> None:
    """A viewer calls them as the footer does."""
    for code, pdf in _pdfs(edition, files):
        assert "/PageLabels" in pdf.Root, code
        assert [page.label for page in pdf.pages] == [str(number) for number, _ in enumerate(pdf.pages, 1)], code


def test_no_line_ends_in_the_day_of_a_date(edition: Edition, files: Files) -> None:
    """Nor, in Czech, Polish and Slovak, in a word of one letter."""
    day = r"\b\d{1,2}(?:\.|[^\W\d_]{1,3})?"
    for code, language in edition.languages.items():
        dates = {date for unit in language.units.values() for date in re.findall(rf"{day} [^\W\d_]+", unit.text)}
        assert dates, code
        for page in pypdfium2.PdfDocument(files[beside(edition, code, "note.pdf")]):
            text = page.get_textpage().get_text_bounded()
            divided = {" ".join(found.split()) for found in re.findall(rf"{day} ?\r\n[^\W\d_]+", text)}
            assert not divided & dates, code
            if code in ("cs", "pl", "sk"):
                assert re.findall(r"\b[aikosuvwz] ?\r\n", text) == [], code
