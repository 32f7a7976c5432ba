"""The note of the real edition: all of it, in every language, and nothing corrected."""

from instrumentarium.checks.text import printed
from instrumentarium.model.edition import Edition
from instrumentarium.sources import note_parser
from tests.support.sources import ROOT

COUNTS = {"p1": 4, "p2": 5, "p3": 1, "p4": 1, "p5": 2, "p6": 4, "p7": 6, "q1": 1, "q2": 1}


def test_the_note_has_25_sentences_in_every_language(edition: Edition) -> None:
    """The paragraphs and their numbers of sentences are those of the source text, everywhere."""
    assert sum(COUNTS.values()) == 25
    for language in edition.languages.values():
        found = {paragraph.id: len(paragraph.sentences) for paragraph in language.note.body}
        assert found == COUNTS


def test_the_dutch_text_is_the_text_received_word_for_word() -> None:
    """Only white space and the hyphen of one line break differ."""
    received = (ROOT / "data/source/note.nl.txt").read_text(encoding="utf-8")
    expected = " ".join(received.split()).replace("capaciteits- opbouw", "capaciteitsopbouw")
    body = (ROOT / "docs/nl/note.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    parsed, faults = note_parser.parse(body)
    assert faults == []
    assert parsed is not None
    assert expected == " ".join(" ".join(map(printed, parsed.lines())).split())


def test_the_slip_of_the_text_received_stays(edition: Edition) -> None:
    """What the text received got wrong is not corrected."""
    assert "praktische haalbaar" in edition.languages["nl"].note.sentences["p7s2"].text
