"""The grammar of note.md: what each form is read as, and what is told of what has none."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from instrumentarium import load
from instrumentarium.model.blocks import Block, List, Table, Text, blocks
from instrumentarium.model.edition import Edition
from instrumentarium.model.note import Note
from instrumentarium.presentation import components
from instrumentarium.sources import note_parser
from instrumentarium.sources.note_lines import Fault
from tests.editions.variants import made
from tests.support import building
from tests.support.sources import ROOT, edit

TITLE = "# NOTE {: #note }\n\n"


def parsed(text: str) -> tuple[Note, list[Fault]]:
    """Return the note that a text below the title is, and its faults."""
    note, faults = note_parser.parse(TITLE + text)
    assert note is not None
    return note, faults


def read(text: str) -> Note:
    """Return the note that a text below the title is, which has no fault."""
    note, faults = parsed(text)
    assert faults == []
    return note


def drawn(found: tuple[Block, ...]) -> list[object]:
    """Return blocks as lists of texts: items as (mark, …), rows as tuples."""
    told: list[object] = []
    for block in found:
        match block:
            case Text(sentences):
                told += [one.text for one in sentences]
            case List(items):
                told.append([(item.mark, *drawn(item.blocks)) for item in items])
            case Table(rows):
                told.append([tuple(one and one.text for one in row) for row in rows])
    return told


def test_above_the_title_stand_lines_with_ids() -> None:
    """Of their own, or else by their order."""
    note, faults = note_parser.parse("Council {: #top-issuer }\n7123/32 {: #top-number }\n{: #top }\n\n" + TITLE)
    assert (faults, note and [(one.id, one.text) for one in note.top]) == (
        [],
        [("top-issuer", "Council"), ("top-number", "7123/32")],
    )
    note, faults = note_parser.parse("Council\n7123/32\n{: #top }\n\n" + TITLE)
    assert note
    assert [one.id for one in note.top] == ["top-1", "top-2"]


def test_a_head_has_any_lines() -> None:
    """Each with an id; the usual three go without."""
    head = "From: A {: #head-from }\nTo: B {: #head-to }\nNo.: 1/32 {: #head-previous }\n{: #head }\n"
    assert [one.id for one in read(head).head] == ["head-from", "head-to", "head-previous"]
    assert [one.id for one in read("Van: A\nAan: B\nBetreft: C\n{: #head }\n").head] == [
        "head-from",
        "head-to",
        "head-subject",
    ]
    assert read("Van: A\nAan: B\nBetreft: C\n{: #head }\n").subject() == "C"
    assert read("A text.\n{: #p1 }\n").subject() == "NOTE"


def test_headings_are_of_any_level_and_an_annex_of_the_first() -> None:
    """Below it, headings stand one level lower."""
    note = read("## A {: #aa }\n\n#### B {: #bb }\n\n# ANNEX {: #annex }\n\n## C {: #cc }\n\nText.\n{: #p1 }\n")
    assert dict(note.levels) == {"aa": 2, "bb": 4, "annex": 2, "cc": 3}
    assert [one.level for one in note.headings] == [2, 4, 1, 2]


@pytest.mark.parametrize(
    ("line", "mark", "text"),
    [
        ("1. The first.", "1.", "The first."),
        ("12) The twelfth.", "12)", "The twelfth."),
        ("(3) The third.", "(3)", "The third."),
        ("5a. The one after.", "5a.", "The one after."),
        ("1.2. The second of the first.", "1.2.", "The second of the first."),
        ("a) The letter.", "a)", "The letter."),
        ("(iv) The fourth.", "(iv)", "The fourth."),
        ("б) Втората.", "б)", "Втората."),
        ("A text of its own.", "", "A text of its own."),
        ("2024. was a year.", "", "2024. was a year."),
        ("Art. 5 applies.", "", "Art. 5 applies."),
        ("M. Dupont spoke.", "", "M. Dupont spoke."),
        (r"11\. Oktober war es.", "", "11. Oktober war es."),
        (r"\- not an item.", "", "- not an item."),
        (r"(a\) is a letter.", "", "(a) is a letter."),
    ],
)
def test_a_paragraph_has_the_number_that_is_printed(line: str, mark: str, text: str) -> None:
    """What only looks like one is text, with a backslash where it has to be."""
    paragraph = read(f"{line}\n{{: #p1 }}\n").by_id["p1"]
    assert (paragraph.mark, paragraph.sentences[0].text) == (mark, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("It has:\n- a;\n- b.", ["It has:", [("-", "a;"), ("-", "b.")]]),
        ("- a\n  and more\n- b", [[("-", "a", "and more"), ("-", "b")]]),
        ("– a\n  1. c\n  2. d\n– b", [[("–", "a", [("1.", "c"), ("2.", "d")]), ("–", "b")]]),
        ("1. It has:\na) b;\nb) c.\nThat is all.", ["It has:", [("a)", "b;"), ("b)", "c.")], "That is all."]),
        ("a) b;\nb) c.", [[("a)", "b;"), ("b)", "c.")]]),
        ("• a\n  – b\n    i) c\n  – d\n  e", [[("•", "a", [("–", "b", [("i)", "c")]), ("–", "d")], "e")]]),
        (
            "See:\n| A | B |\n| --- | --- |\n| c |  |\n| d | e \\| f |\nEnd.",
            ["See:", [("A", "B"), ("c", None), ("d", "e | f")], "End."],
        ),
    ],
)
def test_lists_and_tables_are_read(text: str, expected: list[object]) -> None:
    """Items in items by their indentation, cells by their bars; each is a sentence, in the order of the text."""
    paragraph = read(f"{text}\n{{: #p1 }}\n").by_id["p1"]
    assert drawn(blocks(paragraph.sentences)) == expected
    assert [one.id for one in paragraph.sentences] == [f"p1s{n + 1}" for n in range(len(paragraph.sentences))]


def test_an_empty_cell_heads_no_column(edition: Edition) -> None:
    """The corner of a table often is empty: a heading without a word would be read aloud as one."""
    note = read("|  | A |\n| --- | --- |\n| b | c |\n{: #p1 }\n")
    language = replace(edition.source, note=note)
    view = building.view(replace(edition, languages={**edition.languages, "de": language}), "de", "note")
    page = html.fromstring(load.renderer(ROOT).part("note", view, **{**components.note(view), "page_starts": {}}))
    assert [[cell.tag for cell in row] for row in page.xpath("//tr")] == [["td", "th"], ["td", "td"]]


def test_questions_stand_anywhere() -> None:
    """Among the paragraphs, with numbers and without; the heading of the first is theirs."""
    note = read("## A {: #aa }\n\nP.\n{: #p1 }\n\nQ?\n{: #q1 }\n\nP.\n{: #p2 }\n\n1) Q?\n{: #q2 }\n")
    assert [one.id for one in note.body] == ["p1", "q1", "p2", "q2"]
    heading = note.questions_title()
    assert heading
    assert heading.text == "A"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("| A | B |\n| c | d |\n{: #p1 }", 4, "below the first row of a table stands '| --- | --- |'; put it in"),
        ("| A | B |\n| --- | --- |\n| c |\n{: #p1 }", 5, "this row has 1 cells, the first 2; an empty cell is '|  |'"),
        ("It has:\n-\n{: #p1 }", 4, "nothing follows '-'; write its text here"),
        ("## A {: #p1 }", 3, "'p1' cannot be the id of a heading; give it a word of small letters, such as 'annex-2'"),
        ("## A {: #head }", 3, "'head' cannot be the id of a heading"),
        ("A: 1 {: #head-a }\nB: 2\n{: #head }", 4, "end this line with an id of its own: '{: #head-… }'"),
        ("A: 1 {: #top-a }\n{: #head }", 3, "end this line with an id of its own: '{: #head-… }'"),
        ("A: 1 {: #head-a }\nB: 2 {: #head-a }\n{: #head }", 4, "the id 'head-a' is that of a line above; give this"),
        ("A 1 {: #head-a }\n{: #head }", 3, "a line of the head is 'label: text'; there is no colon"),
        ("A: 1\nB: 2\n{: #head }", 5, "the head has 2 lines; end each with an id of its own"),
        ("A.\n{: #p1 }\n\nB.\n{: #p3 }", 7, "'p2' comes here, not 'p3'; correct the id, or put 'p2' back"),
        ("From: A\nTo: B", 4, "the head, whose lines have the form 'label: text', ends with a line '{: #head }'; add"),
        ("A?\n{: #q1 }\n\nB?", 6, "the paragraph has no id; end it with a line '{: #q2 }'"),
    ],
)
def test_what_has_no_form_is_told(text: str, line: int, told: str) -> None:
    """At its line, with the form that it should have."""
    _, faults = parsed(text)
    assert [(one[0], one[2][: len(told)]) for one in faults] == [(line, told)]


def test_lines_above_the_title_that_have_no_id_are_told() -> None:
    """With the form that they should have; no paragraph is missed below."""
    _, faults = note_parser.parse("Council\n7123/32\n\n# NOTE {: #note }\n\nA.\n{: #p1 }\n")
    assert faults == [(2, 1, "what stands above the title ends with a line '{: #top }'; add it, or move the title up")]


def test_a_note_without_a_title_is_none() -> None:
    """It is told, once."""
    note, faults = note_parser.parse("A.\n{: #p1 }\n", first_line=5)
    assert note is None
    assert faults == [(5, 1, "the note lacks its title: a line '# … {: #note }'; write it")]


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|[]{}#<\\")), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    """Whatever a line begins with, its words stand in the paragraph, as mark and text, or it is a fault."""
    line = " ".join(word for word in words if word)
    _, faults = parsed(f"{line}\n{{: #p1 }}\n")
    note, _ = note_parser.parse(f"{TITLE}{line}\n{{: #p1 }}\n")
    if not faults and line and note:
        (sentence,) = note.by_id["p1"].sentences
        assert f"{sentence.mark} {sentence.text}".split() == line.split()


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        ("- direct lines", "direct lines", "'p7s2' begins with '-' in the source text; write it so"),
        (
            "  a) a single",
            "a) a single",
            "'p7s5' is indented otherwise than in the source text; an item in an item stands",
        ),
        (
            "Together with",
            "2. Together with",
            "'p1s2' begins with '2.', which it does not in the source text; where that",
        ),
        ("\n2. On", "\n3. On", "'p3s1' begins with '2.' in the source text; write it so"),
        ("| 12 |", "|  |", "'p8' has 11 sentences, the source text 12; one line is one sentence"),
        (
            "|  | 9 carriages, of which 3 accessible |",
            "| 9 carriages, of which 3 accessible |  |",
            "'p8s9' is a cell of a table in the source text, in another row or column; lay the table out as it is",
        ),
        ("### Stations {: #stations }", "### Stations {: #station }", "the heading is '#station' here, '#stations' in"),
    ],
)
def test_a_translation_is_laid_out_as_the_source(tmp_path: Path, find: str, put: str, told: str) -> None:
    """Its marks, items, cells and headings are where the source has them: one message, at its line."""
    root = made("whole", tmp_path / "tree")
    note = root / "docs/en/note.md"
    text = note.read_text(encoding="utf-8")
    assert find in text
    edit(note, find, put)
    (message,) = building.command(root, "check").stdout.splitlines()
    place, _, rest = message.partition(": ")
    line = text[: text.index(find.strip("\n"))].count("\n") + 1
    assert told in rest
    assert place.startswith("docs/en/note.md:")
    assert abs(int(place.split(":")[1]) - line) <= 4  # of a paragraph as a whole, at its id


def test_the_guide_shows_what_is_read() -> None:
    """The example of CONTRIBUTING has no fault, and all of its forms."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("The form of `note.md`")[2]
    note, faults = note_parser.parse(guide.partition("```markdown\n")[2].partition("```")[0])
    assert faults == []
    assert note
    assert [one.id for one in note.body] == ["p1", "p2", "p3", "p4", "q1", "p5"]
    assert [one.id for one in note.headings] == ["background", "annex"]
    assert {type(block) for one in note.body for block in blocks(one.sentences)} == {Text, List, Table}
    assert note.footnotes
    assert note.top
