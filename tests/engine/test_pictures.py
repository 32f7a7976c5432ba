"""Where the pictures put what the data say: days to scale, sentences as long as their words."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from instrumentarium.model.edition import Edition
from instrumentarium.model.fields import first_day
from instrumentarium.presentation.pictures import note_map, timeline


@pytest.mark.parametrize("is_upright", [False, True])
def test_meetings_stand_to_scale(edition: Edition, is_upright: bool) -> None:  # noqa: FBT001
    """Twice as many days are twice as far, whichever way the picture lies; a lane is a body's."""
    drawn = timeline.draw(edition.facts, is_upright=is_upright)
    assert drawn is not None
    assert [mark.number for mark in drawn.marks] == list(range(1, len(edition.facts.meetings) + 1))
    along, across = (1, 0) if is_upright else (0, 1)
    known = [mark for mark in drawn.marks if len(mark.meeting.date) == len("2031-03-04")]
    for one, other in pairwise(known):
        days = (first_day(other.meeting.date) - first_day(one.meeting.date)).days
        distance = other.box.middle[along] - one.box.middle[along]
        whole = sum(box.height if is_upright else box.width for box in drawn.months.values())
        all_days = sum(_days(month) for month in drawn.months)
        assert distance == pytest.approx(whole * days / all_days, abs=0.5)
    lanes = {lane.body: lane.box for lane in drawn.lanes}
    for mark in drawn.marks:
        assert mark.box.middle[across] == pytest.approx(lanes[mark.meeting.body].middle[across], abs=0.5)
    assert all(mark.box.x >= 0 and mark.box.x + mark.box.width <= drawn.width for mark in drawn.marks)
    assert all(mark.box.y >= 0 and mark.box.y + mark.box.height <= drawn.height for mark in drawn.marks)
    assert [days for days, _ in drawn.gaps] == [
        (first_day(other.meeting.date) - first_day(one.meeting.date)).days for one, other in pairwise(drawn.marks)
    ]
    assert (drawn.written is not None) == edition.facts.dating.is_inferred


def _days(month: str) -> int:
    first = first_day(month)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1).toordinal() - first.toordinal()


@pytest.mark.parametrize("code", ["de", "en", "ar"])
@pytest.mark.parametrize("is_upright", [False, True])
def test_a_sentence_is_as_long_as_its_words(edition: Edition, code: str, is_upright: bool) -> None:  # noqa: FBT001
    """In each language by its own; what rests on it is marked beside it, each record once."""
    note = edition.languages[code].note
    drawn = note_map.draw(note, edition.facts, is_upright=is_upright)
    bars = [bar for row in drawn.rows for bar in row.bars]
    assert [bar.sentence.id for bar in bars] == [one.id for one in note.numbered()]
    longest = max(bars, key=lambda bar: bar.words)
    for bar in bars:
        assert bar.words == len(bar.sentence.text.split())
        assert bar.box.width == pytest.approx(max(6, longest.box.width * bar.words / longest.words), abs=0.2)
        assert bar.box.x + bar.box.width <= drawn.width
    marked = sum(len(bar.marks) for bar in bars)
    facts = edition.facts
    resting = [*facts.meetings, *facts.instruments, *facts.conditions]
    leading = sum(place.kind != "head" for question in facts.questions for place in question.sentences)
    assert marked == len([one for one in resting if one.source in {bar.sentence.id for bar in bars}]) + leading
    assert [number for number, _ in drawn.pages] == [2]


def test_without_meetings_there_is_no_picture(edition: Edition) -> None:
    """Nothing is drawn of nothing."""
    assert timeline.draw(replace(edition.facts, meetings=()), is_upright=False) is None


def test_every_body_has_a_lane(edition: Edition) -> None:
    """And a letter of its own, of however many bodies the meetings are."""
    (first, *_) = edition.facts.meetings
    meetings = tuple(first.model_copy(update={"id": f"m{n}", "body": f"b{n}"}) for n in range(30))
    drawn = timeline.draw(replace(edition.facts, meetings=meetings), is_upright=False)
    assert drawn is not None
    assert {lane.body for lane in drawn.lanes} == {meeting.body for meeting in meetings}
    assert len({lane.letter for lane in drawn.lanes}) == 30
