"""The records of data/: frozen, typed, each field described."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from instrumentarium.model.fields import Fact, Id, PartialDate, PlaceId, Time, TimeZone, first_day, has_day

Level = Literal["eu", "member-state"]
MeetingStatus = Literal["reported", "announced"]
Entity = Literal["organisation", "role", "concept"]


class Record(Fact):
    """An entry of a list in data/: an id that people link to, and the sentence it rests on."""

    id: Id = Field(description="The address of the record in every language; never changed once published.")
    source: PlaceId


class Body(Record):
    """An institution, council, committee, organisation or group that the note names."""

    kind: Id = Field(description="What sort of body it is, from kinds.", examples=["committee"])


class Meeting(Record):
    """A meeting that the note reports or announces."""

    date: PartialDate
    when: Literal["early"] | None = Field(default=None, description="Part of the month, where there is no day.")
    time: Time | None = Field(default=None, description="The hour at which it begins, where the note gives it.")
    until: Time | None = Field(default=None, description="The hour at which it ends, where the note gives it.")
    zone: TimeZone | None = Field(default=None, description="The time zone of its hours; null: not known.")
    inferred: tuple[Literal["year", "zone"], ...] = Field(
        default=(), description="What of the date and the hours the sentence leaves out and the context gives."
    )
    body: Id | None = Field(description="The body that met, from bodies.yml; null where the note names none.")
    participants: tuple[Id, ...] = Field(default=(), description="Others the note names as taking part.")
    format: Id = Field(description="What the note calls it, from formats.", examples=["strategic-discussion"])
    status: MeetingStatus = Field(description="Reported as held, or announced as still to come.")

    def moments(self) -> tuple[datetime | None, datetime | None]:
        """Return when it begins and when it ends, with the time zone where there is one; None where there is no hour.

        A meeting that ends at an earlier hour than it begins ends on the next day.
        """
        if not (self.time and has_day(self.date)):
            return None, None
        zone = ZoneInfo(self.zone) if self.zone else None
        begin = datetime.combine(first_day(self.date), time.fromisoformat(self.time), zone)
        if not self.until:
            return begin, None
        end = datetime.combine(first_day(self.date), time.fromisoformat(self.until), zone)
        return begin, end if end > begin else end + timedelta(days=1)

    def iso(self) -> str:
        """Return when it is, or begins, as far as known (ISO 8601): "2024-12", "2032-04-14T09:30+02:00"."""
        begin, _ = self.moments()
        return begin.isoformat(timespec="minutes") if begin else self.date


class Condition(Record):
    """A condition that the note sets for an instrument."""


class Instrument(Record):
    """An instrument that the note names: a policy, a measure, a form of cooperation."""

    kind: Id = Field(description="Which of the note's groups it belongs to, from kinds.", examples=["measure"])
    level: Level | None = Field(default=None, description="Whose instrument it is, where the note says so.")
    actors: tuple[Id, ...] = Field(default=(), description="Bodies that the note names with it.")
    condition: Id | None = Field(default=None, description="What it is subject to, from conditions.")


class Question(Record):
    """A question to ministers."""

    sentences: tuple[PlaceId, ...] = Field(description="The sentences of the note that lead to it.")
    about: tuple[Id, ...] = Field(description="The instruments it is about.")


class Term(Record):
    """A term of the glossary, with the first place that uses it."""

    general: bool = Field(
        default=False, description="Whether its definition is general knowledge, which the note does not give."
    )


class KeyPoint(Record):
    """A sentence that says what matters most; its id is the sentence's own."""


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """A kind of record: ``section`` names its list in data/``file``.yml and in strings.yml; ``page`` shows it.

    ``is_alone`` tells whether the file and the page are there for such records, and not without them.
    """

    section: str
    file: str
    page: str
    is_alone: bool = True

    @property
    def path(self) -> str:
        """The file that holds the records."""
        return f"data/{self.file}.yml"


RECORD_KINDS = (
    RecordKind(section="key_points", file="note", page="index", is_alone=False),
    RecordKind(section="bodies", file="bodies", page="glossary"),
    RecordKind(section="meetings", file="meetings", page="timeline"),
    RecordKind(section="conditions", file="instruments", page="instruments"),
    RecordKind(section="instruments", file="instruments", page="instruments"),
    RecordKind(section="questions", file="questions", page="questions"),
    RecordKind(section="terms", file="terms", page="glossary"),
)
