"""The note as text and on the page."""

from itertools import pairwise

from instrumentarium.checks.text import printed
from instrumentarium.model.edition import Edition
from instrumentarium.presentation import components, links
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.proof import unproved
from instrumentarium.sources import note_parser

from . import building
from .conftest import ROOT

COUNTS = {"p1": 4, "p2": 5, "p3": 1, "p4": 1, "p5": 2, "p6": 4, "p7": 6, "q1": 1, "q2": 1}


def test_the_note_has_25_sentences_in_every_language(edition: Edition) -> None:
    """The paragraphs and their numbers of sentences are those of the original, everywhere."""
    for language in edition.languages.values():
        found = {paragraph.id: len(paragraph.sentences) for paragraph in language.note.body}
        assert found == COUNTS


def test_the_dutch_text_is_the_original_word_for_word() -> None:
    """Only white space and the hyphen of one line break differ."""
    original = (ROOT / "data/source/note.nl.txt").read_text(encoding="utf-8")
    expected = " ".join(original.split()).replace("capaciteits- opbouw", "capaciteitsopbouw")
    body = (ROOT / "docs/nl/note.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    parsed, faults = note_parser.parse(body)
    assert faults == []
    assert parsed is not None
    assert expected == " ".join(" ".join(map(printed, parsed.lines())).split())


def test_the_originals_slip_stays(edition: Edition) -> None:
    """What the original got wrong is not corrected."""
    assert "praktische haalbaar" in edition.sentence("nl", "p7s2").text


def test_a_question_is_read_without_its_number(edition: Edition) -> None:
    """The number belongs to the paragraph, the sentence begins with its first word."""
    assert edition.sentence("nl", "q2s1").text.startswith("Welke maatregelen")
    assert edition.source.note.by_id["q2"].number == 2


def test_a_footnote_mark_is_not_text(edition: Edition) -> None:
    """The sentence knows its footnote, and its text has no trace of it."""
    sentence = edition.sentence("nl", "p5s2")
    assert sentence.footnotes == (1,)
    assert sentence.text.endswith("te gaan...”.")


def test_the_page_says_what_the_edition_says(edition: Edition) -> None:
    """The component shows each sentence under its id, whatever is linked; any other page is found out."""
    renderer = Renderer(ROOT / "overrides" / "components")
    for code, language in edition.languages.items():
        page = renderer.render(components.note, building.view(edition, code, "note"))
        assert list(unproved(page, language.note)) == []
        assert list(unproved(page.replace("</span>", "!</span>", 1), language.note)), code
        assert list(unproved(page.replace('id="p3s1"', ""), language.note)) == ["'p3s1' is not on the page"]


def test_every_quote_is_a_link_to_its_record(edition: Edition) -> None:
    """A sentence's pieces hold each record's quote as one link."""
    language = edition.languages["nl"]
    woven = links.of_note(edition, language)
    for section in ("meetings", "instruments"):
        for record in getattr(edition.facts, section):
            text = language.note.sentences[record.source].text
            quotes = {link.anchor: text[link.start : link.end] for link in woven[record.source] if not link.is_term}
            assert quotes[record.id] == getattr(language.strings, section)[record.id].quote


def test_a_term_is_linked_where_it_first_occurs(edition: Edition) -> None:
    """No term or body is linked twice in the note."""
    woven = links.of_note(edition, edition.languages["nl"])
    terms = [link.anchor for links in woven.values() for link in links if link.is_term]
    assert len(terms) == len(set(terms))
    assert "return-hub" in terms


def test_of_two_terms_the_longer_has_the_place(edition: Edition) -> None:
    """The safe third country is not linked as a third country."""
    found = links.terms(edition.languages["nl"], "p3s1", [], set())
    assert "safe-third-country" in [link.anchor for link in found]
    assert "third-country" not in [link.anchor for link in found]


def test_links_do_not_overlap(edition: Edition) -> None:
    """Links of a sentence follow one another."""
    for language in edition.languages.values():
        for found in links.of_note(edition, language).values():
            assert all(one.end <= other.start for one, other in pairwise(found))
