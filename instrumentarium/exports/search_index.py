"""The search's index of a language: a hit is a sentence of the note, a record or a section, not a page."""

from collections.abc import Iterator
from typing import TypedDict

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.model.edition import Language


class Entry(TypedDict, total=False):
    """What a hit shows, and the address below the language's folder that it leads to."""

    url: str
    kind: str
    title: str
    text: str
    id: str


def search_index(view: FileView, /) -> bytes:
    """Return the index as JSON: entries in the order in which equal hits are shown."""
    return json_bytes(list(_entries(view)))


def _entries(view: FileView) -> Iterator[Entry]:
    facts, language = view.facts, view.language
    words, titles = language.strings, {name: page.title for name, page in language.pages.items()}
    for line in language.note.head:
        yield _entry("note/#" + line.id, titles["note"], view.where(line.id), line.text)
    for sentence in language.note.numbered():
        place = f"note/#{sentence.id}"
        yield _entry(place, titles["note"], view.where(sentence.id), sentence.text, sentence.id)
    for meeting in facts.meetings:
        wording = words.meetings[meeting.id]
        bodies = [words.bodies[id].name for id in (meeting.body, *meeting.participants) if id]
        text = " · ".join((view.meeting_date(meeting), wording.summary, *bodies))
        yield _entry(f"timeline/#{meeting.id}", titles["timeline"], wording.name, text, meeting.id)
    for instrument in facts.instruments:
        wording = words.instruments[instrument.id]
        text = f"{language.kinds[instrument.kind]} · {wording.summary}"
        yield _entry(f"instruments/#{instrument.id}", titles["instruments"], wording.name, text, instrument.id)
    for question in facts.questions:
        wording = words.questions[question.id]
        yield _entry(f"questions/#{question.id}", titles["questions"], wording.name, wording.summary, question.id)
    for id, term in words.terms.items():
        text = f"{term.definition} ({', '.join(term.forms)})"
        yield _entry(f"glossary/#{id}", titles["glossary"], term.name, text, id)
    for id, body in words.bodies.items():
        if id not in words.terms:
            kind = next(one.kind for one in facts.bodies if one.id == id)
            yield _entry(f"glossary/#{id}", titles["glossary"], body.name, language.kinds[kind], id)
    yield from _sections(language)


def _sections(language: Language) -> Iterator[Entry]:
    """Yield the sections of the pages of prose: each heading with the lines below it."""
    sections: dict[tuple[str, str], list[str]] = {}
    for unit in language.units.values():
        if ":" in unit.key.name and unit.key.page != "note":
            sections.setdefault((unit.key.page, unit.key.section), []).append(unit.text)
    for (page, section), (heading, *lines) in sections.items():
        folder = "" if page == "index" else f"{page}/"
        yield _entry(f"{folder}#{section}", language.pages[page].title, heading, " ".join(lines))


def _entry(url: str, kind: str, title: str, text: str, id: str = "") -> Entry:
    entry: Entry = {"url": url, "kind": kind, "title": title, "text": text}
    return {**entry, "id": id} if id else entry
