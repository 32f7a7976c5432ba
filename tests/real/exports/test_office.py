"""The note for Word and for LibreOffice, as programs that are not ours read it."""

import io
import zipfile
from collections.abc import Iterator

import mammoth
import odf.opendocument
from lxml import etree, html
from odf import dc, teletype, text

from instrumentarium.model.edition import Edition
from instrumentarium.model.note import Note, Paragraph, Sentence
from tests.support import expected
from tests.support.pages import beside

from .conftest import Files

_WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def _pieces(note: Note) -> list[str]:
    """Return the texts of the note in their order, each between two footnotes; then the footnotes."""
    told = [*note.top, note.title, *note.head]
    for part in note.parts:
        told.extend(part.sentences if isinstance(part, Paragraph) else [part])
    return [_plain(piece) for one in told for piece in one.pieces if isinstance(piece, str)]


def _plain(said: str) -> str:
    return " ".join(said.split())


def _in_order(pieces: list[str], told: str) -> Iterator[str]:
    """Yield the pieces that a text lacks, or has before the one that they follow."""
    place = 0
    for piece in pieces:
        found = told.find(piece, place)
        if found < 0:
            yield piece
        place = max(found, place)


def _both(edition: Edition, files: Files, code: str) -> tuple[html.HtmlElement, odf.opendocument.OpenDocument]:
    """Return the document for Word, as mammoth makes HTML of it, and the one for LibreOffice."""
    word, office = (io.BytesIO(files[beside(edition, code, f"note.{kind}")]) for kind in ("docx", "odt"))
    made = mammoth.convert_to_html(word, style_map="p[style-name='Title'] => h1.title:fresh")
    return html.fromstring(f"<main>{made.value}</main>"), odf.opendocument.load(office)


def test_they_say_what_the_note_says(edition: Edition, files: Files) -> None:
    """All of its text, in its order, and its footnotes as footnotes."""
    for code, language in edition.languages.items():
        word, office = _both(edition, files, code)
        footnotes: list[Sentence] = list(language.note.footnotes)
        pieces = _pieces(language.note)
        assert list(_in_order(pieces, _plain(word.text_content()))) == [], code
        assert list(_in_order(pieces, _plain(teletype.extractText(office.text)))) == [], code
        notes = [_plain(one.text_content()) for one in word.xpath("//li[starts-with(@id, 'footnote')]")]
        assert [note.removesuffix(" ↑") for note in notes] == [_plain(one.text) for one in footnotes], code
        bodies = [teletype.extractText(one) for one in office.getElementsByType(text.NoteBody)]
        assert bodies == [one.text for one in footnotes], code


def test_each_sentence_has_its_bookmark(edition: Edition, files: Files) -> None:
    """By its id, once."""
    for code, language in edition.languages.items():
        word, office = _both(edition, files, code)
        ids = sorted(language.note.sentences)
        known = [str(id) for id in word.xpath("//a/@id")]
        assert sorted(id for id in known if not id.startswith("footnote-")) == ids, code
        assert sorted(one.getAttribute("name") for one in office.getElementsByType(text.BookmarkStart)) == ids, code


def test_headings_are_headings(edition: Edition, files: Files) -> None:
    """Below the title, in both."""
    for code, language in edition.languages.items():
        word, office = _both(edition, files, code)
        headings = [heading.text for heading in language.note.headings]
        assert [one.text_content() for one in word.xpath("//h1[@class='title']")] == [language.note.title.text]
        told = word.xpath("//*[self::h1 or self::h2 or self::h3][not(@class)]")
        assert [one.text_content() for one in told] == headings, code
        assert [teletype.extractText(one) for one in office.getElementsByType(text.H)] == headings, code


def test_they_say_what_they_are(edition: Edition, files: Files) -> None:
    """The title and the language are in their properties, the status in their text."""
    for code, language in edition.languages.items():
        word, office = _both(edition, files, code)
        with zipfile.ZipFile(io.BytesIO(files[beside(edition, code, "note.docx")])) as parts:
            core, styles = (etree.fromstring(parts.read(name)) for name in ("docProps/core.xml", "word/styles.xml"))
        assert core.findtext("{*}title") == expected.title(language)
        assert core.findtext("{*}language") == code
        assert styles.xpath("//w:rPrDefault//w:lang/@w:val", namespaces=_WORD) == [code]
        for kind, value in ((dc.Title, expected.title(language)), (dc.Language, code)):
            assert [teletype.extractText(one) for one in office.meta.getElementsByType(kind)] == [value]
        for told in (word.text_content(), teletype.extractText(office.text)):
            assert _plain(expected.status(language)) in _plain(told), code
            assert _plain(language.strings.site.rights) in _plain(told), code
