"""When a note was written: its own date, or what follows from the meetings that it reports and announces."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from instrumentarium.model.fields import PartialDate, first_day, last_day
from instrumentarium.model.place import Place
from instrumentarium.model.records import Meeting


@dataclass(frozen=True, kw_only=True)
class Dating:
    """The date of a note as far as it is known.

    ``date`` is its own, or the month in which it must have been written; None where there is neither. ``after`` and
    ``before`` are the meetings that it is inferred from: the last reported, the first announced.
    """

    date: PartialDate | None
    after: Meeting | None = None
    before: Meeting | None = None

    @property
    def is_inferred(self) -> bool:
        """Whether it is not the note's own date."""
        return bool(self.after or self.before)

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it, by itself or inferred."""
        return bool(self.date) or self.is_inferred

    @property
    def sources(self) -> tuple[Place, ...]:
        """The sentences that it is inferred from."""
        return tuple(meeting.source for meeting in (self.after, self.before) if meeting)

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that it can be; None where that is not known."""
        own = None if self.is_inferred else self.date
        found = own or (self.after and self.after.date)
        return first_day(found) if found else None

    @property
    def latest(self) -> datetime.date | None:
        """The last day that it can be; None where that is not known."""
        own = None if self.is_inferred else self.date
        found = own or (self.before and self.before.date)
        return last_day(found) if found else None

    @property
    def day(self) -> datetime.date | None:
        """The day that stands for it where a format must have one: the first of the month, or the end that is known."""
        return first_day(self.date) if self.date else self.earliest or self.latest

    def edtf(self) -> str | None:
        """Return it as programs read uncertain dates (EDTF, ISO 8601-2): "2024-12?", "2032-11-14?/2033-01-11?"."""
        if self.date:
            return f"{self.date}?" if self.is_inferred else self.date
        ends = [f"{day.isoformat()}?" if day else ".." for day in (self.earliest, self.latest)]
        return "/".join(ends) if self.is_inferred else None


def dated(date: PartialDate | None, meetings: Sequence[Meeting], /) -> Dating:
    """Return the date of a note: its own, or that between the last meeting it reports and the first it announces."""
    if date:
        return Dating(date=date)
    after = max((one for one in meetings if one.status == "reported"), key=_begins, default=None)
    before = min((one for one in meetings if one.status == "announced"), key=_ends, default=None)
    found = Dating(date=None, after=after, before=before)
    if not (found.earliest and found.latest):
        return found
    if found.earliest > found.latest:  # what it reports came after what it announces: nothing follows from that
        return Dating(date=None)
    month = found.latest.isoformat()[: len("2024-12")]
    is_within = found.earliest.isoformat().startswith(month)
    return Dating(date=month if is_within else None, after=after, before=before)


def _begins(meeting: Meeting) -> datetime.date:
    return first_day(meeting.date)


def _ends(meeting: Meeting) -> datetime.date:
    return last_day(meeting.date)
