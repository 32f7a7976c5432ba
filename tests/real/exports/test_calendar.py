"""The meetings as a calendar: read by icalendar, and what calendar programs count on."""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.records import Meeting
from tests.conftest import MOMENT
from tests.support.pages import beside

from .conftest import Files

BREAKFAST = "2024-12-unhcr-iom-breakfast"


def _events(edition: Edition, files: Files) -> Iterator[tuple[Language, Meeting, Any]]:
    """Yield (language, meeting, event) of every event."""
    for code in edition.languages:
        calendar = Calendar.from_ical(files[beside(edition, code, "timeline.ics")])
        assert calendar.errors == []
        for meeting, event in zip(edition.facts.meetings, calendar.walk("VEVENT"), strict=True):
            assert event.errors == []
            yield edition.languages[code], meeting, event


def test_every_meeting_is_an_event(edition: Edition, files: Files) -> None:
    """Eight, all day long, with the date of the moment that the site is of."""
    events = list(_events(edition, files))
    assert len(events) == 8 * 24
    for _, meeting, event in events:
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert type(start) is type(end) is date
        assert event["DTSTAMP"].dt == datetime.fromtimestamp(int(MOMENT), UTC)
        if len(meeting.date) == len("2024-07-22"):
            assert start.isoformat() == meeting.date
            assert end == start + timedelta(days=1), "the end is exclusive"


def test_what_has_no_day_is_a_tentative_month(edition: Edition, files: Files) -> None:
    """From its first day to the first of the next; title and description say how much is known."""
    for language, meeting, event in _events(edition, files):
        if meeting.id == BREAKFAST:
            assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 12, 1), date(2025, 1, 1))
            assert event["STATUS"] == "TENTATIVE"
            assert language.interface.labels.no_day in event["DESCRIPTION"]
            assert "2024" in event["SUMMARY"]
        else:
            assert event.get("STATUS") == ("CONFIRMED" if meeting.status == "reported" else None)
            assert str(event["SUMMARY"]) == language.strings.meetings[meeting.id].name
        assert (language.interface.labels.inferred_year in event["DESCRIPTION"]) == bool(meeting.inferred)


def test_ids_stay(edition: Edition, files: Files) -> None:
    """A meeting has one UID in every language and at every host: these, which calendars hold by now."""
    found = {(meeting.id, str(event["UID"])) for _, meeting, event in _events(edition, files)}
    assert len(found) == len({uid for _, uid in found}) == 8
    assert ("2024-07-22-jha-informal", "706753c6-43ba-50f4-ae84-13b016e6cb67") in found
    assert (BREAKFAST, str(uuid.uuid5(uuid.UUID("d9006a93-cdfa-445a-85cc-4f7255be0079"), BREAKFAST))) in found


def test_texts_say_their_language(edition: Edition, files: Files) -> None:
    """Title and description of each event, and of the calendar."""
    for code in edition.languages:
        calendar = Calendar.from_ical(files[beside(edition, code, "timeline.ics")])
        for part in (calendar["NAME"], calendar["DESCRIPTION"]):
            assert part.params["LANGUAGE"] == code
        for event in calendar.walk("VEVENT"):
            assert event["SUMMARY"].params["LANGUAGE"] == event["DESCRIPTION"].params["LANGUAGE"] == code


def test_an_event_leads_to_its_sentence_where_the_address_is_known(
    edition: Edition, files: Files, address: str
) -> None:
    """To its place on the timeline, and in the description to the sentence; else nothing is invented."""
    for language, meeting, event in _events(edition, files):
        prefix = address + beside(edition, language.code)
        if address:
            assert event["URL"] == f"{prefix}timeline/#{meeting.id}"
            assert f"{prefix}note/#{meeting.source}" in event["DESCRIPTION"].splitlines()
        else:
            assert "URL" not in event
            assert "://" not in event["DESCRIPTION"]


def test_a_calendar_to_subscribe_to_says_when_to_ask_again(edition: Edition, files: Files) -> None:
    """Once a week (RFC 7986, 5.7); a calendar of one meeting is imported once and says nothing of it."""
    for path, content in files.items():
        if not path.endswith(".ics"):
            continue
        calendar = Calendar.from_ical(content)
        if path.endswith("timeline.ics"):
            assert calendar.decoded("REFRESH-INTERVAL") == timedelta(weeks=1), path
            assert calendar["X-PUBLISHED-TTL"] == "P1W"
            assert b"REFRESH-INTERVAL;VALUE=DURATION:" in content
        else:
            assert "REFRESH-INTERVAL" not in calendar, path


def test_lines_are_as_the_format_wants_them(edition: Edition, files: Files) -> None:
    """Ended by CRLF, no longer than 75 octets (RFC 5545, 3.1)."""
    for path, content in files.items():
        if path.endswith(".ics"):
            *lines, last = content.split(b"\r\n")
            assert last == b""
            assert b"\n" not in b"".join(lines)
            assert max(map(len, lines)) <= 75
