"""Rules for data/: ids, references, dates and the pages of the original."""

from collections.abc import Iterator

from instrumentarium.model.dates import has_day
from instrumentarium.model.edition import Facts
from instrumentarium.model.records import Record
from instrumentarium.sources.diagnostics import Fault
from instrumentarium.sources.tree import Reading, data_file
from instrumentarium.sources.yaml_positions import Path


def original_is_there(reading: Reading) -> Iterator[Fault]:
    """The language of the original has its folder."""
    code = reading.facts.card.language
    if code not in reading.pages:
        yield reading.fault("data/note.yml", ("language",), f"there is no folder docs/{code}; correct the language")


def ids_are_unique(reading: Reading) -> Iterator[Fault]:
    """An id names one record of its list."""
    for section, records in _lists(reading):
        seen: set[str] = set()
        for index, record in enumerate(records):
            if record.id in seen:
                file = _file(section)
                message = f"id '{record.id}' is already taken in this list; give the record one of its own"
                yield reading.fault(file, (section, index, "id"), message)
            seen.add(record.id)


def references_exist(reading: Reading) -> Iterator[Fault]:
    """A body, actor, condition or instrument that is referred to is a record."""
    facts = reading.facts
    known = {section: {record.id for record in records} for section, records in facts.sections()}
    for path, id in _references(facts):
        section = _REFERENCES[str(next(part for part in reversed(path) if isinstance(part, str)))]
        if id not in known[section]:
            file = "data/note.yml" if path[0] in ("author", "addressees", "cites") else data_file(str(path[0]))
            message = f"there is no record '{id}' in {section}; known are {', '.join(sorted(known[section]))}"
            yield reading.fault(file, path, message)


_REFERENCES = {
    "body": "bodies",
    "participants": "bodies",
    "actors": "bodies",
    "author": "bodies",
    "addressees": "bodies",
    "condition": "conditions",
    "about": "instruments",
}


def _references(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Yield every reference to a record, with its path in its file."""
    yield ("author",), facts.card.author
    lists: list[tuple[Path, tuple[str, ...]]] = [(("addressees",), facts.card.addressees)]
    for index, cited in enumerate(facts.card.cites):
        yield ("cites", index, "body"), cited.body
    for index, meeting in enumerate(facts.meetings):
        if meeting.body:
            yield ("meetings", index, "body"), meeting.body
        lists.append((("meetings", index, "participants"), meeting.participants))
    for index, instrument in enumerate(facts.instruments):
        if instrument.condition:
            yield ("instruments", index, "condition"), instrument.condition
        lists.append((("instruments", index, "actors"), instrument.actors))
    for index, question in enumerate(facts.questions):
        lists.append((("questions", index, "about"), question.about))
    for path, ids in lists:
        for number, id in enumerate(ids):
            yield (*path, number), id


def sources_exist(reading: Reading) -> Iterator[Fault]:
    """The sentence that a record names is a sentence of the note."""
    source = reading.languages.get(reading.facts.card.language)
    if source is None:
        return
    places = source.note.sentences
    for section, records in _lists(reading):
        for index, record in enumerate(records):
            wanted: list[tuple[Path, str]] = [(("source",), record.source)]
            if section == "questions":
                sentences = reading.facts.questions[index].sentences
                wanted += [(("sentences", number), place) for number, place in enumerate(sentences)]
            for field, place in wanted:
                if place not in places:
                    message = f"the note has no sentence '{place}'; its paragraphs have {_extent(reading)}"
                    yield reading.fault(_file(section), (section, index, *field), message)


def _extent(reading: Reading) -> str:
    note = reading.languages[reading.facts.card.language].note
    return ", ".join(paragraph.sentences[-1].id for paragraph in note.body) + " as their last"


def meetings_are_in_order(reading: Reading) -> Iterator[Fault]:
    """Meetings stand in order of date, and a meeting's id begins with its date."""
    previous = ""
    for index, meeting in enumerate(reading.facts.meetings):
        if not meeting.id.startswith(f"{meeting.date}-"):
            message = f"id '{meeting.id}' does not begin with the date {meeting.date}; correct the one or the other"
            yield reading.fault(data_file("meetings"), ("meetings", index, "id"), message)
        key = f"{meeting.date}-00" if meeting.when == "early" else meeting.date
        if key < previous:
            message = f"'{meeting.id}' comes before the meeting above it; move it up"
            yield reading.fault(data_file("meetings"), ("meetings", index), message)
        previous = key


def only_a_month_has_parts(reading: Reading) -> Iterator[Fault]:
    """A meeting has a day, or a month of which it may say which part."""
    for index, meeting in enumerate(reading.facts.meetings):
        if meeting.when and has_day(meeting.date):
            message = f"'when: {meeting.when}' says part of a month, but {meeting.date} is a day; take one out"
            yield reading.fault(data_file("meetings"), ("meetings", index, "when"), message)


def pages_hold_the_text(reading: Reading) -> Iterator[Fault]:
    """Every paragraph and footnote begins on one page of the original, in order."""
    source = reading.languages.get(reading.facts.card.language)
    if source is None:
        return
    expected = {*source.note.paragraphs, *(footnote.id for footnote in source.note.footnotes)}
    seen: set[str] = set()
    for index, page in enumerate(reading.facts.card.pages):
        for number, place in enumerate(page.holds):
            path = ("pages", index, "holds", number)
            if place in seen:
                yield reading.fault("data/note.yml", path, f"'{place}' is already on an earlier page; keep one")
            elif place not in expected:
                yield reading.fault("data/note.yml", path, f"the note has no '{place}'; take it out")
            seen.add(place)
    for place in sorted(expected - seen):
        yield reading.fault(
            "data/note.yml", ("pages",), f"'{place}' is on no page; add it where it begins", of_key=True
        )


def _lists(reading: Reading) -> Iterator[tuple[str, tuple[Record, ...]]]:
    yield from reading.facts.sections()
    yield "cites", reading.facts.card.cites


def _file(section: str) -> str:
    return "data/note.yml" if section == "cites" else data_file(section)


RULES = (
    original_is_there,
    ids_are_unique,
    references_exist,
    sources_exist,
    meetings_are_in_order,
    only_a_month_has_parts,
    pages_hold_the_text,
)
