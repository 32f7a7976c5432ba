"""Dates that may lack a day: "2024-07-22" or "2024-12"."""

import datetime


def has_day(date: str, /) -> bool:
    """Whether the date names a day, not a month alone."""
    return len(date) > len("2024-12")


def first_day(date: str, /) -> datetime.date:
    """Return the day, or the first day of the month."""
    return datetime.date.fromisoformat(date if has_day(date) else f"{date}-01")
