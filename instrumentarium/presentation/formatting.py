"""Dates, hours, numbers and sizes as a language writes them: CLDR's forms."""

from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_timezone_gmt
from babel.numbers import format_decimal
from babel.units import format_unit

from instrumentarium.model.fields import first_day, has_day
from instrumentarium.model.records import Meeting


def date(date: str, locale: Locale, /) -> str:
    """Return a day or a month: "22 July 2024", "December 2024"."""
    if has_day(date):
        return str(format_date(first_day(date), "long", locale))
    return str(format_skeleton("yMMMM", first_day(date), locale=locale))


def hours(meeting: Meeting, locale: Locale, /) -> str:
    """Return the hours of a meeting, with their time zone where it is known; "" where the note gives none."""
    moments = [moment for moment in meeting.moments() if moment]
    told = " – ".join(format_time(moment, "short", locale=locale) for moment in moments)
    return f"{told} ({get_timezone_gmt(moments[0], locale=locale)})" if told and meeting.zone else told


def size_shown(bytes: int, /) -> float:
    """Return a number of bytes in kB, as exact as it is shown."""
    return round(bytes / 1000, 1)


def size(bytes: int, locale: Locale, /) -> str:
    """Return a number of bytes: "1.2 kB"."""
    return _in_kilobytes(size_shown(bytes), locale)


@lru_cache(maxsize=4096)
def number(number: float, locale: Locale, /) -> str:
    """Return a number: "1,234.5"."""
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=4096)
def _in_kilobytes(number: float, locale: Locale) -> str:
    return format_unit(number, "kilobyte", "short", locale=locale)
