"""The fields of the files of data/, each described, and what their models have in common."""

import calendar
import datetime
from typing import Annotated
from zoneinfo import available_timezones

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


def _of_the_tz_database(zone: str) -> str:
    if zone not in available_timezones():
        raise PydanticCustomError("time_zone", "there is no time zone of that name")
    return zone


TimeZone = Annotated[
    str,
    Field(description="A time zone by its name in the tz database.", examples=["Europe/Brussels"]),
    AfterValidator(_of_the_tz_database),
]
PlaceId = Annotated[
    Place,
    Field(
        description="The sentence of the note that says it; a line of its head or above its title; a footnote; or a "
        "heading.",
        examples=["p2s1", "q1s1", "head-from", "fn1"],
    ),
]

Time = Annotated[
    str,
    Field(
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="An hour of the day, in quotation marks.", examples=["09:30"]
    ),
]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$", examples=["https://creativecommons.org/licenses/by/4.0/"])]


def _of_a_language(code: str) -> str:
    try:
        language_code.locale(code)
    except language_code.UnfitCodeError as error:
        raise PydanticCustomError("language_code", "{reason}", {"reason": str(error)}) from None
    return code


Identity = Annotated[
    str,
    Field(
        pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", json_schema_extra={"format": "uuid"}
    ),
]
LanguageCode = Annotated[
    str,
    # For editors; a code that does not look so is told how it is written.
    Field(json_schema_extra={"pattern": language_code.PATTERN}, examples=["nl", "sr-Latn"]),
    AfterValidator(_of_a_language),
]


class Fact(BaseModel):
    """A part of a file of data/: frozen, with no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
