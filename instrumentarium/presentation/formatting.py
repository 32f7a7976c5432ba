"""Dates, hours, numbers and sizes as a language writes them: its own phrases, and CLDR's forms."""

from functools import lru_cache

from babel import Locale
from babel.dates import format_time, get_timezone_gmt
from babel.numbers import format_decimal
from babel.units import format_unit

from instrumentarium.locales import dates
from instrumentarium.model.dating import Dating
from instrumentarium.model.edition import Language
from instrumentarium.model.labels import Labels
from instrumentarium.model.records import Meeting


def meeting_date(meeting: Meeting, language: Language, /) -> str:
    """Return when a meeting is: "early June 2032", "22 July 2032, 09:30 – 13:00 (GMT+02:00)"."""
    if meeting.when == "early":
        return language.interface.labels.early.format(**dates.month(meeting.date, language.locale))
    return ", ".join(filter(None, (dates.date(meeting.date, language.locale), hours(meeting, language.locale))))


def doubts(meeting: Meeting, labels: Labels, /) -> list[str]:
    """Return what the note does not give of the date of a meeting."""
    found = [labels.no_day] if meeting.when else []
    inferred = {"year": labels.inferred_year, "zone": labels.inferred_zone}
    return [*found, *(told for part, told in inferred.items() if part in meeting.inferred)]


def dating(found: Dating, language: Language, /) -> str | None:
    """Return when the note was written: "June 2031 (inferred; before 12 June 2031)"; None where not known."""
    labels, locale = language.interface.labels, language.locale
    if not found.is_inferred:
        return dates.date(found.date, locale) if found.date else None
    start = meeting_date(found.after, language) if found.after else None
    end = dates.date(found.latest.isoformat(), locale) if found.latest else None
    if found.date:
        return labels.written_in.format(date=dates.date(found.date, locale), end=end)
    if start and end:
        return labels.written_between.format(start=start, end=end)
    return labels.written_after.format(start=start) if start else labels.written_before.format(end=end)


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


def in_a_row(*parts: str | None) -> str:
    """Return phrases one after the other, those that there are, with one full stop between two: "Draft. Version 1"."""
    *others, last = filter(None, parts)
    return "".join(f"{part.removesuffix('.')}. " for part in others) + last
