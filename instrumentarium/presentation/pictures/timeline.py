"""The meetings to scale: when they were, whose they were, and how many days lie between them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from string import ascii_uppercase

from instrumentarium.model.edition import Facts
from instrumentarium.model.fields import first_day, has_day, last_day
from instrumentarium.model.records import Meeting
from instrumentarium.presentation.pictures.box import Box

_EARLY = 10  # the days of the first part of a month
_RADIUS = 10
# Of the lanes: A to Z, then AA, AB …
_LETTERS = (*ascii_uppercase, *map("".join, product(ascii_uppercase, repeat=2)))


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A meeting, with the number that it has in the list of meetings."""

    number: int
    meeting: Meeting
    box: Box


@dataclass(frozen=True, kw_only=True)
class Lane:
    """The meetings of a body, or of those that the note names no body for, with the letter that leads to its name."""

    letter: str
    body: str | None
    box: Box


@dataclass(frozen=True, kw_only=True)
class TimelinePicture:
    """A drawing of the meetings; upright for narrow screens. ``days`` is how many there are from first to last."""

    is_upright: bool
    width: float
    height: float
    months: Mapping[str, Box]
    lanes: Sequence[Lane]
    marks: Sequence[Mark]
    gaps: Sequence[tuple[int, Box]]
    written: Box | None
    days: int


@dataclass(frozen=True, kw_only=True)
class _Frame:
    """Where the days and the lanes lie: along the picture, and across it."""

    is_upright: bool
    begin: datetime.date
    end: datetime.date

    # Before the days and after the lanes stand the letters, the months and the days between.
    @property
    def before(self) -> int:
        return 24

    @property
    def months(self) -> int:
        return 84 if self.is_upright else 24

    @property
    def lane(self) -> int:
        return 34 if self.is_upright else 32

    @property
    def length(self) -> int:
        return 380 if self.is_upright else 690

    def at(self, day: datetime.date) -> float:
        """Return how far along a day begins."""
        return self.before + self.length * (day - self.begin).days / (self.end - self.begin).days

    def box(self, along: float, until: float, across: float, breadth: float) -> Box:
        """Return the rectangle of a stretch along the picture, and across it."""
        start, size = round(along, 1), round(until - along, 1)
        if self.is_upright:
            return Box(x=across, y=start, width=breadth, height=size)
        return Box(x=start, y=across, width=size, height=breadth)


def draw(facts: Facts, /, *, is_upright: bool) -> TimelinePicture | None:
    """Return the drawing of an edition's meetings; None where there are none."""
    meetings = sorted(facts.meetings, key=lambda one: (first_day(one.date), one.id))
    if not meetings:
        return None
    begin = first_day(meetings[0].date).replace(day=1)
    last = max(last_day(one.date) for one in meetings)
    frame = _Frame(is_upright=is_upright, begin=begin, end=_next_month(last))
    bodies = list(dict.fromkeys(one.body for one in meetings))
    across = {body: frame.months + frame.lane * index for index, body in enumerate(bodies)}
    edge = frame.months + frame.lane * len(bodies)
    end = frame.before + frame.length
    span = facts.dating
    written = None
    if span.is_inferred and span.earliest and span.latest:
        stretch = max(span.earliest, begin), span.latest + datetime.timedelta(days=1)
        written = frame.box(frame.at(stretch[0]), frame.at(stretch[1]), frame.months, edge - frame.months)
    breadth, extent = edge + 30, end + 4
    return TimelinePicture(
        is_upright=is_upright,
        width=breadth if is_upright else extent,
        height=extent if is_upright else breadth,
        months={
            month: frame.box(frame.at(first_day(month)), frame.at(_next_month(first_day(month))), 0, edge)
            for month in _months(begin, frame.end)
        },
        lanes=[
            Lane(letter=letter, body=body, box=frame.box(0, end, across[body], frame.lane))
            for letter, body in zip(_LETTERS, bodies, strict=False)
        ],
        marks=[
            Mark(number=number, meeting=one, box=_of(one, frame, across[one.body]))
            for number, one in enumerate(meetings, 1)
        ],
        gaps=[
            (days, frame.box(frame.at(first_day(one.date)), frame.at(first_day(other.date)), edge, 30))
            for one, other in pairwise(meetings)
            if (days := (first_day(other.date) - first_day(one.date)).days)
        ],
        written=written,
        days=(first_day(meetings[-1].date) - first_day(meetings[0].date)).days,
    )


def _of(meeting: Meeting, frame: _Frame, across: float) -> Box:
    """Return the place of a meeting: round a day, or as long as the part of a month that it is in."""
    start, day = first_day(meeting.date), datetime.timedelta(days=1)
    along = frame.at(start)
    if has_day(meeting.date):
        middle = (along + frame.at(start + day)) / 2
        along, until = middle - _RADIUS, middle + _RADIUS
    else:
        until = frame.at(start + day * _EARLY if meeting.when == "early" else last_day(meeting.date) + day)
    return frame.box(along, max(until, along + 2 * _RADIUS), across + frame.lane / 2 - _RADIUS, 2 * _RADIUS)


def _months(begin: datetime.date, end: datetime.date) -> Iterator[str]:
    while begin < end:
        yield begin.isoformat()[: len("2024-12")]
        begin = _next_month(begin)


def _next_month(day: datetime.date) -> datetime.date:
    return (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
