"""Rules for data/: ids, references, dates and the pages of the text received."""

from collections.abc import Iterator

from instrumentarium.model.edition import Facts
from instrumentarium.model.records import Record, RecordKind, has_day
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree
from instrumentarium.sources.yaml_positions import Path

_NOTE = "data/note.yml"
_MEETINGS = "data/meetings.yml"
_CITES = RecordKind(section="cites", file="note", page="note")
# The list that a field refers to.
_REFERENCES = {
    "body": "bodies",
    "participants": "bodies",
    "actors": "bodies",
    "author": "bodies",
    "addressees": "bodies",
    "condition": "conditions",
    "about": "instruments",
}


def source_language_is_there(tree: SourceTree) -> Iterator[Diagnostic]:
    """The source language has its folder."""
    code = tree.facts.note.language
    if code not in tree.pages:
        yield tree.at(_NOTE, ("language",), f"there is no folder docs/{code}; correct the language")


def ids_are_unique(tree: SourceTree) -> Iterator[Diagnostic]:
    """An id names one record of its list."""
    for kind, records in _lists(tree):
        seen: set[str] = set()
        for index, record in enumerate(records):
            if record.id in seen:
                message = f"id '{record.id}' is already taken in this list; give the record one of its own"
                yield tree.at(kind.path, (kind.section, index, "id"), message)
            seen.add(record.id)


def references_exist(tree: SourceTree) -> Iterator[Diagnostic]:
    """A body, actor, condition or instrument that is referred to is a record."""
    known = {kind.section: {record.id for record in records} for kind, records in tree.facts.records()}
    files = {kind.section: kind.path for kind, _ in tree.facts.records()}
    for path, id in _references(tree.facts):
        section = _REFERENCES[str(next(part for part in reversed(path) if isinstance(part, str)))]
        if id not in known[section]:
            message = f"there is no record '{id}' in {section}; known are {', '.join(sorted(known[section]))}"
            yield tree.at(files.get(str(path[0]), _NOTE), path, message)


def _references(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Yield every reference to a record, with its path in its file."""
    yield ("author",), facts.note.author
    lists: list[tuple[Path, tuple[str, ...]]] = [(("addressees",), facts.note.addressees)]
    for index, cited in enumerate(facts.note.cites):
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


def sources_exist(tree: SourceTree) -> Iterator[Diagnostic]:
    """The sentence that a record names is a sentence of the note."""
    if (source := tree.source) is None:
        return
    extent = ", ".join(paragraph.sentences[-1].id for paragraph in source.note.body) + " as their last"
    for kind, records in _lists(tree):
        for index, record in enumerate(records):
            wanted: list[tuple[Path, str]] = [(("source",), record.source)]
            wanted += [(("sentences", number), place) for number, place in enumerate(getattr(record, "sentences", ()))]
            for field, place in wanted:
                if place not in source.note.sentences:
                    message = f"the note has no sentence '{place}'; its paragraphs have {extent}"
                    yield tree.at(kind.path, (kind.section, index, *field), message)


def meetings_are_in_order(tree: SourceTree) -> Iterator[Diagnostic]:
    """Meetings are in the order of their dates, and a meeting's id begins with its date."""
    previous = ""
    for index, meeting in enumerate(tree.facts.meetings):
        if not meeting.id.startswith(f"{meeting.date}-"):
            message = f"id '{meeting.id}' does not begin with the date {meeting.date}; correct the one or the other"
            yield tree.at(_MEETINGS, ("meetings", index, "id"), message)
        key = f"{meeting.date}-00" if meeting.when == "early" else meeting.date
        if key < previous:
            message = f"'{meeting.id}' comes before the meeting above it; move it up"
            yield tree.at(_MEETINGS, ("meetings", index), message)
        previous = key


def only_a_month_has_parts(tree: SourceTree) -> Iterator[Diagnostic]:
    """A meeting has a day, or a month of which it may say which part."""
    for index, meeting in enumerate(tree.facts.meetings):
        if meeting.when and has_day(meeting.date):
            message = f"'when: {meeting.when}' says part of a month, but {meeting.date} is a day; take one out"
            yield tree.at(_MEETINGS, ("meetings", index, "when"), message)


def pages_hold_the_text(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every paragraph and footnote begins on one page of the text received."""
    if (source := tree.source) is None:
        return
    expected = {str(place) for place in (*source.note.by_id, *(one.id for one in source.note.footnotes))}
    seen: set[str] = set()
    for index, page in enumerate(tree.facts.note.pages):
        for number, place in enumerate(page.holds):
            path = ("pages", index, "holds", number)
            if place in seen:
                yield tree.at(_NOTE, path, f"'{place}' is already on an earlier page; keep one")
            elif place not in expected:
                yield tree.at(_NOTE, path, f"the note has no '{place}'; take it out")
            seen.add(place)
    for place in sorted(expected - seen):
        yield tree.at(_NOTE, ("pages",), f"'{place}' is on no page; add it where it begins", of_key=True)


def _lists(tree: SourceTree) -> Iterator[tuple[RecordKind, tuple[Record, ...]]]:
    yield from tree.facts.records()
    yield _CITES, tree.facts.note.cites


ERRORS = (
    source_language_is_there,
    ids_are_unique,
    references_exist,
    sources_exist,
    meetings_are_in_order,
    only_a_month_has_parts,
    pages_hold_the_text,
)
