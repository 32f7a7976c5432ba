"""The records of data/ and the files that hold them: frozen, typed, each field described."""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from instrumentarium.model import language_code
from instrumentarium.model.place import Place

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


def has_day(date: str, /) -> bool:
    """Whether a date names a day ("2024-07-22"), not a month alone ("2024-12")."""
    return len(date) > len("2024-12")


def first_day(date: str, /) -> datetime.date:
    """Return the day that a date names, or the first of its month."""
    return datetime.date.fromisoformat(date if has_day(date) else f"{date}-01")


def last_day(date: str, /) -> datetime.date:
    """Return the day that a date names, or the last of its month."""
    first = first_day(date)
    return first if has_day(date) else first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _on_the_calendar(date: str) -> str:
    if has_day(date):
        try:
            datetime.date.fromisoformat(date)
        except ValueError:
            raise PydanticCustomError("date", "there is no such day in the calendar") from None
    return date


PartialDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$",
        description="A day (2024-07-22), or a month where the note gives no day (2024-12).",
        examples=["2024-07-22", "2024-12"],
    ),
    AfterValidator(_on_the_calendar),
]
PlaceId = Annotated[
    Place,
    Field(
        description="The sentence of the note that says it; a line of its head; or a footnote.",
        examples=["p2s1", "q1s1", "head-from", "fn1"],
    ),
]

InstrumentKind = Literal["policy", "measure", "cooperation", "solution"]
Level = Literal["eu", "member-state"]
MeetingFormat = Literal[
    "informal-meeting", "in-depth-discussion", "meeting", "discussion",
    "strategic-discussion", "informal-breakfast", "first-discussion",
]  # fmt: skip
MeetingStatus = Literal["reported", "announced"]
BodyKind = Literal["union", "institution", "council", "committee", "presidency", "organisation", "group"]


class Fact(BaseModel):
    """A part of a file of data/: frozen, with no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Record(Fact):
    """An entry of a list in data/: an id that people link to, and the sentence it rests on."""

    id: Id = Field(description="The address of the record in every language; never changed once published.")
    source: PlaceId


class Body(Record):
    """An institution, council, committee, organisation or group that the note names."""

    kind: BodyKind = Field(description="What sort of body it is.", examples=["committee"])


class Meeting(Record):
    """A meeting that the note reports or announces."""

    date: PartialDate
    when: Literal["early"] | None = Field(default=None, description="Part of the month, where there is no day.")
    inferred: tuple[Literal["year"], ...] = Field(
        default=(), description="What of the date the sentence leaves out and the context gives."
    )
    body: Id | None = Field(description="The body that met, from bodies.yml; null where the note names none.")
    participants: tuple[Id, ...] = Field(default=(), description="Others the note names as taking part.")
    format: MeetingFormat = Field(description="What the note calls it.", examples=["strategic-discussion"])
    status: MeetingStatus = Field(description="Reported as held, or announced as still to come.")


class Condition(Record):
    """A condition that the note sets for an instrument."""


class Instrument(Record):
    """A policy, measure, form of cooperation or innovative solution of the toolbox."""

    kind: InstrumentKind = Field(description="Which of the note's four groups.", examples=["measure"])
    level: Level | None = Field(default=None, description="Whose instrument it is, where the note says so.")
    actors: tuple[Id, ...] = Field(default=(), description="Bodies that the note names with it.")
    condition: Id | None = Field(default=None, description="What it is subject to, from conditions.")


class Question(Record):
    """A question to ministers."""

    sentences: tuple[PlaceId, ...] = Field(description="The sentences of the note that lead to it.")
    about: tuple[Id, ...] = Field(description="The instruments it is about.")


class Term(Record):
    """A term of the glossary, with the first sentence that uses it."""


class Citation(Record):
    """A document that the note cites."""

    number: str = Field(pattern=r"\S", description="Its number, as the note gives it.", examples=["25/24"])
    body: Id
    date: PartialDate


class OriginalPage(Fact):
    """A page of the original and the paragraphs and footnotes that begin on it."""

    number: int = Field(ge=1)
    holds: tuple[Annotated[str, Field(pattern=r"^([pq]|fn)[1-9]\d*$")], ...]


def _of_a_language(code: str) -> str:
    try:
        language_code.locale(code)
    except language_code.UnfitCodeError as error:
        raise PydanticCustomError("language_code", "{reason}", {"reason": str(error)}) from None
    return code


LanguageCode = Annotated[
    str,
    # For editors; a code that does not look so is told how it is written.
    Field(json_schema_extra={"pattern": language_code.PATTERN}, examples=["nl", "sr-Latn"]),
    AfterValidator(_of_a_language),
]


class NoteMetadata(Fact):
    """data/note.yml: what is known of the document itself; null is what is not known."""

    language: LanguageCode = Field(description="The language of the original, by its code (BCP 47).")
    author: Id
    addressees: tuple[Id, ...]
    register_number: str | None = Field(description="The Council's number of the document; null: not known.")
    date: PartialDate | None = Field(description="The date on the document; null: not known.")
    pages: tuple[OriginalPage, ...]
    cites: tuple[Citation, ...]


class BodiesFile(Fact):
    """data/bodies.yml."""

    bodies: tuple[Body, ...]


class MeetingsFile(Fact):
    """data/meetings.yml."""

    meetings: tuple[Meeting, ...]


class InstrumentsFile(Fact):
    """data/instruments.yml."""

    conditions: tuple[Condition, ...]
    instruments: tuple[Instrument, ...]


class QuestionsFile(Fact):
    """data/questions.yml."""

    questions: tuple[Question, ...]


class TermsFile(Fact):
    """data/terms.yml."""

    terms: tuple[Term, ...]


Address = Annotated[str, Field(pattern=r"^[^\s#]*(#\S+)?$", examples=["note/", "note/#p2s1", "note.pdf"])]


class PublishedAddresses(Fact):
    """data/published.yml: every address that has been published: pages, places on them, and files."""

    languages: tuple[str, ...] = Field(
        description="The languages that have been published, by code; each has a place on the page of translations."
    )
    in_each_language: tuple[Address, ...] = Field(description="Addresses below the folder of each language.")
    once: tuple[Address, ...] = Field(description="Files below the root of the site alone.")
    moved: Mapping[Address, Address] = Field(description="An address that is no more, and its successor.")


FILES: Mapping[str, type[Fact]] = {
    "note": NoteMetadata,
    "bodies": BodiesFile,
    "meetings": MeetingsFile,
    "instruments": InstrumentsFile,
    "questions": QuestionsFile,
    "terms": TermsFile,
}
"""The files of data/ that hold facts, by their names without suffix."""


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """A kind of record: ``section`` names its list in data/``file``.yml and in strings.yml; ``page`` shows it."""

    section: str
    file: str
    page: str

    @property
    def path(self) -> str:
        """The file that holds the records."""
        return f"data/{self.file}.yml"


RECORD_KINDS = (
    RecordKind(section="bodies", file="bodies", page="glossary"),
    RecordKind(section="meetings", file="meetings", page="timeline"),
    RecordKind(section="conditions", file="instruments", page="instruments"),
    RecordKind(section="instruments", file="instruments", page="instruments"),
    RecordKind(section="questions", file="questions", page="questions"),
    RecordKind(section="terms", file="terms", page="glossary"),
)
