"""Rules for the hours of meetings: said by their sentences, and whole."""

import re
from collections.abc import Iterator

from instrumentarium.checks.dates import unsaid_in_translation
from instrumentarium.checks.quotes import told_records
from instrumentarium.model.fields import has_day
from instrumentarium.model.records import Meeting
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree
from instrumentarium.sources.yaml_positions import Path

_MEETINGS = "data/meetings.yml"


def hours_are_said(tree: SourceTree) -> Iterator[Diagnostic]:
    """The sentence of a meeting says the hours that it has, in numbers."""
    for code, language in tree.languages.items():
        for _, meeting, sentence in told_records(tree, language):
            if not isinstance(meeting, Meeting):
                continue
            for field, hour in (("time", meeting.time), ("until", meeting.until)):
                if hour is None or says_hour(hour, sentence.text):
                    continue
                if language is tree.source:
                    path = ("meetings", tree.facts.meetings.index(meeting), field)
                    message = f"sentence {meeting.source} does not say {hour}; correct the hour, or take it out"
                    found = tree.at(_MEETINGS, path, message)
                else:
                    found = unsaid_in_translation(tree, code, meeting, f"hour {hour}")
                yield found.about(("meetings", meeting.id, field), ("note", meeting.source.paragraph))


def says_hour(hour: str, text: str, /) -> bool:
    """Whether a text says an hour of the day: "9.30", "9 h 30", "09:30"; "2 pm" for 14:00."""
    hours, minutes = (int(part) for part in hour.split(":"))
    said = {str(hours), f"{hours:02}", str((hours - 1) % 12 + 1)}
    rest = rf"\D{{1,6}}{minutes:02}" if minutes else ""
    return any(re.search(rf"(?<!\d){one}{rest}(?!\d)", text) for one in said)


def hours_are_whole(tree: SourceTree) -> Iterator[Diagnostic]:
    """Only a meeting on a day has hours, an end after its beginning, and their time zone."""
    for index, meeting in enumerate(tree.facts.meetings):
        for field, message in _problems(meeting):
            path: Path = ("meetings", index, field)
            yield tree.at(_MEETINGS, path, message).about(("meetings", meeting.id, field))


def _problems(meeting: Meeting) -> Iterator[tuple[str, str]]:
    if meeting.time and not has_day(meeting.date):
        yield "time", f"an hour is one of a day, and {meeting.date} is a month; take 'time' out"
    for field in ("until", "zone"):
        if getattr(meeting, field) and not meeting.time:
            yield field, f"'{field}' belongs to the hour at which a meeting begins; add 'time', or take '{field}' out"
    if "zone" in meeting.inferred and not meeting.zone:
        yield "inferred", "there is no 'zone' that could be inferred; add it, or take 'zone' out here"


ERRORS = (hours_are_whole, hours_are_said)
