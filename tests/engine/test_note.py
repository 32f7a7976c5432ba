"""The note as text and on the page."""

from itertools import pairwise

from instrumentarium.model.edition import Edition
from instrumentarium.presentation import components, links
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.proof import unproved
from tests.support import building
from tests.support.sources import ROOT


def test_a_paragraph_has_a_sentence_for_each_line(edition: Edition) -> None:
    """The same in every language, a question of two sentences among them."""
    for language in edition.languages.values():
        found = {paragraph.id: len(paragraph.sentences) for paragraph in language.note.body}
        assert found == {"p1": 3, "p2": 3, "p3": 1, "q1": 2, "q2": 1}


def test_a_question_is_read_without_its_number(edition: Edition) -> None:
    """The number belongs to the paragraph, the sentence begins with its first word."""
    assert edition.languages["de"].note.sentences["q2s1"].text.startswith("Welche Maßnahmen")
    assert edition.source.note.by_id["q2"].number == 2


def test_a_footnote_mark_is_not_text(edition: Edition) -> None:
    """The sentence knows its footnote, and its text has no trace of it."""
    for place, footnotes, end in (("p1s3", (1,), "zählt“."), ("p2s2", (2,), "erlauben.")):
        sentence = edition.languages["de"].note.sentences[place]
        assert sentence.footnotes == footnotes
        assert sentence.text.endswith(end)


def test_the_page_says_what_the_edition_says(edition: Edition) -> None:
    """The component shows each sentence under its id, whatever is linked; any other page is found out."""
    renderer = Renderer(ROOT / "overrides" / "components")
    for code, language in edition.languages.items():
        page = renderer.render(components.note, building.view(edition, code, "note"))
        assert list(unproved(page, language.note)) == []
        assert list(unproved(page.replace("</span>", "!</span>", 1), language.note)), code
        assert list(unproved(page.replace('id="p3s1"', ""), language.note)) == ["'p3s1' is not on the page"]


def test_every_quote_is_a_link_to_its_record(edition: Edition) -> None:
    """The links of a sentence have each record's quote as one of them, also where there are several."""
    for language in edition.languages.values():
        found = links.of_note(edition, language)
        for section in ("meetings", "instruments"):
            for record in getattr(edition.facts, section):
                text = language.note.sentences[record.source].text
                quotes = {link.anchor: text[link.start : link.end] for link in found[record.source] if not link.is_term}
                assert quotes[record.id] == getattr(language.strings, section)[record.id].quote
        assert [len([link for link in found[place] if not link.is_term]) for place in ("p2s1", "p2s2")] == [2, 3]


def test_a_term_is_linked_where_it_first_occurs(edition: Edition) -> None:
    """No term or body is linked twice in the note."""
    for language in edition.languages.values():
        found = links.of_note(edition, language)
        terms = {link.anchor: place for place, links in found.items() for link in links if link.is_term}
        assert sum(link.is_term for links in found.values() for link in links) == len(terms)
        assert terms["meadow"] == "p1s1"


def test_of_two_terms_the_longer_has_the_place(edition: Edition) -> None:
    """The bee-friendly meadow is not linked as a meadow."""
    for language in edition.languages.values():
        found = [link.anchor for link in links.terms(language, language.note.sentences["p1s2"], [], set())]
        assert "bee-friendly-meadow" in found
        assert "meadow" not in found


def test_links_do_not_overlap(edition: Edition) -> None:
    """Links of a sentence follow one another."""
    for language in edition.languages.values():
        for found in links.of_note(edition, language).values():
            assert all(one.end <= other.start for one, other in pairwise(found))
