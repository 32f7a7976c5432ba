"""The meetings as a calendar: iCalendar (RFC 5545, with the calendar's name of RFC 7986)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from icalendar import Calendar, Event, vText

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.identifiers import uuid_of
from instrumentarium.model.fields import first_day, has_day, last_day
from instrumentarium.model.records import Meeting

_STATUS = {"reported": "CONFIRMED", "announced": None}


def timeline_ics(view: FileView, /) -> bytes:
    """Return all meetings as a calendar to subscribe to."""
    calendar = _calendar(view, view.facts.meetings)
    # How often a program that has subscribed asks again; the second is what programs older than RFC 7986 read.
    calendar.add("refresh-interval", timedelta(weeks=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1W")
    return _written(calendar)


def meeting_ics(view: FileView, /, id: str) -> bytes:
    """Return one meeting as a calendar to import."""
    return _written(_calendar(view, [meeting for meeting in view.facts.meetings if meeting.id == id]))


def _written(calendar: Calendar) -> bytes:
    content: bytes = calendar.to_ical()
    return content


def _calendar(view: FileView, meetings: Iterable[Meeting]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//Instrumentarium//timeline//{view.language.code.upper()}")
    calendar.add("version", "2.0")
    title = f"{view.language.pages['timeline'].title} – {view.strings.site.name}"
    calendar.add("name", _said(view, title))
    calendar.add("x-wr-calname", title)  # what programs older than RFC 7986 show
    calendar.add("description", _said(view, f"{view.language.pages['timeline'].description} ({view.standing()})"))
    if view.is_published:
        calendar.add("url", view.url("timeline"))
        calendar.add("source", view.address(view.path), parameters={"VALUE": "URI"})
    for meeting in meetings:
        calendar.add_component(_event(view, meeting))
    calendar.add_missing_timezones()
    return calendar


def _event(view: FileView, meeting: Meeting) -> Event:
    words, language = view.words("meetings", meeting), view.told_in("meetings", meeting).code
    event = Event()
    # One and the same in every language: whoever imports a second language replaces the first.
    event.add("uid", str(uuid_of(view.facts, meeting.id)))
    event.add("dtstamp", view.site.build_date)
    for name, value in _span(meeting).items():
        event.add(name, value)
    name = words.name if has_day(meeting.date) else f"{words.name} ({view.meeting_date(meeting)})"
    event.add("summary", _said(view, name, language))
    event.add("description", _said(view, "\n\n".join(_told(view, meeting))))
    if words.location:
        event.add("location", _said(view, words.location, language))
    if not meeting.time:
        event.add("transp", "TRANSPARENT")
    status = _STATUS[meeting.status] if has_day(meeting.date) else "TENTATIVE"
    if status:
        event.add("status", status)
    if view.is_published:
        event.add("url", f"{view.url('timeline')}#{meeting.id}")
    return event


def _span(meeting: Meeting) -> Mapping[str, date]:
    """Return when the event begins and ends.

    Its hours, which are those of any place where the time zone is not known; else its first day and the day after the
    last: of the month, where the note gives no day.
    """
    begin, end = meeting.moments()
    if begin is None:
        return {"dtstart": first_day(meeting.date), "dtend": last_day(meeting.date) + timedelta(days=1)}
    return {"dtstart": begin, **({"dtend": end} if end else {})}


def _told(view: FileView, meeting: Meeting) -> Iterable[str]:
    """Yield the parts of a description: the date as far as known, the sentence, its address, the status."""
    yield "\n".join([view.meeting_date(meeting), view.language.kinds[meeting.status], *view.doubts(meeting)])
    shown = view.told_in("meetings", meeting)
    yield shown.note.sentences[meeting.source].text
    if shown is not view.language:
        yield f"{view.labels.shown_in_source} ({shown.code})"
    yield view.where(meeting.source) + (f"\n{view.link(meeting.source)}" if view.is_published else "")
    yield view.status()


def _said(view: FileView, text: str, language: str = "") -> vText:
    """Return a text with its language, the view's unless another is given."""
    said = vText(text)
    said.params["LANGUAGE"] = language or view.language.code
    return said
