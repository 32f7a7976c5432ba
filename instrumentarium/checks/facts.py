"""Rules for data/: ids and references."""

import difflib
from collections.abc import Iterator

from instrumentarium.model.edition import Facts
from instrumentarium.model.records import Record, RecordKind
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import NOTE, SourceTree
from instrumentarium.sources.yaml_positions import Path

_CITES = RecordKind(section="cites", file="note", page="note")
# The list that a field refers to.
_REFERENCES = {
    "body": "bodies",
    "participants": "bodies",
    "actors": "bodies",
    "authors": "bodies",
    "holder": "bodies",
    "addressees": "bodies",
    "condition": "conditions",
    "about": "instruments",
}


def source_language_is_there(tree: SourceTree) -> Iterator[Diagnostic]:
    """The source language has its folder; where it has been published, nobody means another language."""
    code = tree.facts.note.language
    if code in tree.pages:
        return
    if code in tree.published.languages:
        yield Diagnostic("docs", 1, 1, f"the folder '{code}', of the source language, is missing here; put it back")
    else:
        yield tree.at(NOTE, ("language",), f"there is no folder docs/{code}; correct the language, or put it back")


def ids_are_unique(tree: SourceTree) -> Iterator[Diagnostic]:
    """An id names one record of its list."""
    for kind, records in lists(tree):
        seen: set[str] = set()
        for index, record in enumerate(records):
            if record.id in seen:
                message = f"id '{record.id}' is already taken in this list; give the record one of its own"
                place = tree.at(kind.path, (kind.section, index, "id"), message)
                yield place.about((kind.section, record.id))
            seen.add(record.id)


def references_exist(tree: SourceTree) -> Iterator[Diagnostic]:
    """A body, actor, condition or instrument that is referred to is a record."""
    known = {kind.section: {record.id for record in records} for kind, records in tree.facts.records()}
    files = {kind.section: kind.path for kind, _ in tree.facts.records()}
    for path, id in _references(tree.facts):
        section = _REFERENCES[str(next(part for part in reversed(path) if isinstance(part, str)))]
        if id not in known[section]:
            close = difflib.get_close_matches(id, sorted(known[section]), 1)
            mend = f"did you mean '{close[0]}'?" if close else f"known are {', '.join(sorted(known[section]))}"
            message = f"there is no record '{id}' in {section}; {mend}"
            place = tree.at(files.get(str(path[0]), NOTE), path, message)
            yield place.about((section, id, *map(str, path)))


def references_stand_once(tree: SourceTree) -> Iterator[Diagnostic]:
    """A list of references names each record, and each sentence, once."""
    sentences = (
        (("questions", index, "sentences", number), place)
        for index, question in enumerate(tree.facts.questions)
        for number, place in enumerate(question.sentences)
    )
    files = {kind.section: kind.path for kind, _ in tree.facts.records()}
    seen: set[tuple[Path, str]] = set()
    for path, id in [*_references(tree.facts), *sentences]:
        if isinstance(path[-1], int) and (path[:-1], id) in seen:
            place = tree.at(files.get(str(path[0]), NOTE), path, f"'{id}' stands here for a second time; take one out")
            yield place.about((*map(str, path),))
        seen.add((path[:-1], id))


def kinds_are_declared(tree: SourceTree) -> Iterator[Diagnostic]:
    """The kind of a record, or the format of a meeting, is one that its file declares; no id is declared twice."""
    declared, owner = tree.facts.kinds, dict[str, str]()
    named = tree.source.strings.kinds if tree.source else {}
    for kind, records in tree.facts.records():
        field = "format" if kind.section == "meetings" else "kind"
        known = declared.get(kind.section, ())
        for index, record in enumerate(records if kind.section in declared else ()):
            if (id := getattr(record, field)) not in known:
                # What has a name was declared once, and is not misspelt.
                close = [] if id in named else difflib.get_close_matches(id, known, 1)
                mend = f"did you mean '{close[0]}'?" if close else f"declare it in '{field}s' above, or choose another"
                place = tree.at(kind.path, (kind.section, index, field), f"{field} '{id}' is not declared; {mend}")
                yield place.about(("kinds", id))
        for id in known:
            if owner.setdefault(id, kind.path) != kind.path:
                message = f"'{id}' is declared in {owner[id]}, too, and has one name; give it an id of its own"
                yield tree.at(kind.path, (f"{field}s",), message, of_key=True).about(("kinds", id))


def _references(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Yield every reference to a record, with its path in its file."""
    if facts.note.rights.holder:
        yield ("rights", "holder"), facts.note.rights.holder
    lists: list[tuple[Path, tuple[str, ...]]] = [
        (("authors",), facts.note.authors),
        (("addressees",), facts.note.addressees),
    ]
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


def lists(tree: SourceTree, /) -> Iterator[tuple[RecordKind, tuple[Record, ...]]]:
    """Yield each list of records, the documents that the note cites among them."""
    yield from tree.facts.records()
    yield _CITES, tree.facts.note.cites


# What is referred to may be misnamed: that rule comes after those for words.
ERRORS = (source_language_is_there, ids_are_unique, references_stand_once, kinds_are_declared)
