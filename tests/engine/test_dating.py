"""When a note was written: its own date, or what follows from its meetings."""

import json
from dataclasses import replace
from datetime import date

import pytest

from instrumentarium.exports.csl_json import note_csl
from instrumentarium.exports.file_view import FileView
from instrumentarium.locales import dates
from instrumentarium.model.dating import Dating, dated
from instrumentarium.model.edition import Edition
from instrumentarium.model.language_code import locale
from instrumentarium.model.records import Meeting
from tests.support import building


def _meeting(day: str, status: str) -> Meeting:
    fields = {"id": day, "source": "p1s1", "date": day, "body": None, "format": "meeting", "status": status}
    return Meeting.model_validate({**fields, "when": "early" if len(day) == len("2031-06") else None})


def _dated(reported: str, announced: str, own: str | None = None) -> Dating:
    meetings = [_meeting(day, "reported") for day in reported.split()]
    return dated(own, [*meetings, *(_meeting(day, "announced") for day in announced.split())])


@pytest.mark.parametrize(
    ("reported", "announced", "edtf", "text"),
    [
        ("2031-03-04 2031-05-20", "2031-05-28", "2031-05?", "May 2031 (inferred; before 28 May 2031)"),
        ("2031-06", "2031-06-11 2031-07-01", "2031-06?", "June 2031 (inferred; before 11 June 2031)"),
        ("2031-05-20", "2031-06", "2031-05-20?/2031-06-30?", "20 May 2031 – 30 June 2031 (inferred)"),
        ("2031-06", "2032-01-07", "2031-06-01?/2032-01-07?", "early June 2031 – 7 January 2032 (inferred)"),
        ("2031-05-20", "", "2031-05-20?/..", "after 20 May 2031 (inferred)"),
        ("", "2031-09-12", "../2031-09-12?", "before 12 September 2031 (inferred)"),
        ("", "", None, None),
        # What it reports came after what it announces: nothing follows from that.
        ("2031-09-13", "2031-09-12", None, None),
    ],
)
def test_it_follows_from_the_meetings(
    edition: Edition, reported: str, announced: str, edtf: str | None, text: str | None
) -> None:
    """After the last that the note reports, before the first that it announces; told in words, marked as inferred."""
    found = _dated(reported, announced)
    assert found.edtf() == edtf
    assert found.is_inferred is found.is_known is (text is not None)
    meetings = tuple(meeting for meeting in (found.after, found.before) if meeting)
    known = replace(edition, facts=replace(edition.facts, meetings=meetings))
    assert building.view(known, "en").written() == text


@pytest.mark.parametrize(
    ("reported", "announced", "issued"),
    [
        ("2031-05-20", "2031-05-28", {"date-parts": [[2031, 5]], "circa": True}),
        ("2031-05-20", "2031-06", {"date-parts": [[2031, 5, 20], [2031, 6, 30]], "circa": True}),
        ("2031-05-20", "", {"literal": "after 20 May 2031 (inferred)"}),
        ("", "2031-09-12", {"literal": "before 12 September 2031 (inferred)"}),
        ("", "", None),
    ],
)
def test_a_citation_has_it(edition: Edition, reported: str, announced: str, issued: object) -> None:
    """As uncertain; a range that is open at an end, which CSL has not, in words."""
    found = _dated(reported, announced)
    meetings = tuple(meeting for meeting in (found.after, found.before) if meeting)
    note = edition.facts.note.model_copy(update={"date": None})
    known = replace(edition, facts=replace(edition.facts, note=note, meetings=meetings))
    (item,) = json.loads(note_csl(FileView(edition=known, language=known.languages["en"], path="en/note.csl.json")))
    assert item.get("issued") == issued


def test_its_own_date_takes_the_place() -> None:
    """Whatever the meetings are."""
    found = _dated("2031-05-20", "2031-05-28", own="2031-06-02")
    assert (found.date, found.is_inferred, found.sources, found.edtf()) == ("2031-06-02", False, (), "2031-06-02")
    assert found.earliest == found.latest == date(2031, 6, 2)


@pytest.mark.parametrize(
    ("code", "month", "text"),
    [
        ("cs", "2024-12", "prosince"), ("el", "2024-12", "Δεκεμβρίου"), ("et", "2024-12", "detsembri"),
        ("ga", "2024-12", "mhí na Nollag"), ("lv", "2031-06", "jūnija"), ("sl", "2024-12", "decembra"),
    ],
)  # fmt: skip
def test_a_month_has_the_form_that_its_beginning_wants(code: str, month: str, text: str) -> None:
    """As the grammars have it, where CLDR does not."""
    assert dates.month(month, locale(code))["month_of"] == text


@pytest.mark.parametrize(
    ("code", "day", "text"),
    [
        ("fr", "2031-12-01", "1er décembre 2031"), ("fr", "2031-11-11", "11 novembre 2031"),
        ("it", "2031-12-01", "1º dicembre 2031"), ("de", "2031-12-01", "1. Dezember 2031"),
        ("lv", "2031-12", "2031. gada decembris"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_the_language_writes_it(code: str, day: str, text: str) -> None:
    """The first of a month in French and Italian, too."""
    assert dates.date(day, locale(code)) == text
