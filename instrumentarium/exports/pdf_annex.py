"""What follows the note in the printed document: pictures of it, its questions, its instruments and its meetings."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from instrumentarium.exports import drawings
from instrumentarium.exports.file_view import FileView
from instrumentarium.model.records import Instrument, Meeting, Question, Record
from instrumentarium.model.text import Borrowed


class InHeading(str):
    """A text of a heading."""

    __slots__ = ()


def annex(view: FileView, /) -> Mapping[str, Any]:
    """Return what the annex says, by its sections; None where there is nothing to say in one."""
    facts, labels, drawn = view.facts, view.labels, drawings.meetings(view)
    numbers = {mark["meeting"]: mark["number"] for mark in drawn["marks"]} if drawn else {}
    return {
        "title": InHeading(_title_of_annex(view)),
        "involved": f"{labels.level} · {labels.actors}",
        "map": {"title": InHeading(labels.map_of_note), "picture": drawings.note(view)},
        "questions": _section(view, "questions", [_question(view, one) for one in facts.questions]),
        "instruments": _section(view, "instruments", list(_instruments(view))),
        "timeline": _section(view, "timeline", [_meeting(view, one, numbers[one.id]) for one in facts.meetings]),
        "meetings": drawn,
    }


def _title_of_annex(view: FileView) -> str:
    """Return the title of what is added to the note: where that has annexes of its own, it says that it is ours."""
    has_own = any(heading.level == 1 for heading in view.language.note.headings)
    return f"{view.labels.annex} ({view.strings.site.name})" if has_own else view.labels.annex


def _section(view: FileView, page: str, records: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    if not records:
        return None
    meta = view.language.pages[page]
    return {"title": InHeading(meta.title), "about": meta.description, "records": records}


def _question(view: FileView, question: Question) -> Mapping[str, Any]:
    between = view.between(len(question.sentences))
    return {
        **_shown(view, "questions", question, InHeading),
        "sentence": question.source,
        "where": InHeading(view.where(question.source.paragraph)),
        "sentences": [(before, id, view.where(id)) for before, id in zip(between, question.sentences, strict=False)],
        "instruments": view.joined(view.strings.instruments[id].name for id in question.about),
    }


def _instruments(view: FileView) -> Iterator[Mapping[str, Any]]:
    """Yield each sentence that names instruments, quoted once, with those that it names."""
    order = list(view.language.note.sentences)
    instruments = sorted(view.facts.instruments, key=lambda one: order.index(one.source))
    for place, named in groupby(instruments, key=lambda one: one.source):
        quoted = view.sentence(place)
        yield {
            "sentence": place,
            "where": InHeading(view.where(place)),
            "text": quoted.text,
            "language": quoted.language or view.language.code,
            "instruments": [_instrument(view, one) for one in named],
        }


def _instrument(view: FileView, instrument: Instrument) -> Mapping[str, Any]:
    conditions = (one for one in view.facts.conditions if one.id == instrument.condition)
    actors = view.joined(name for _, name in view.bodies(instrument.actors))
    level = view.language.kinds[instrument.level] if instrument.level else ""
    return {
        **_shown(view, "instruments", instrument),
        "kind": _in_its_language(view, view.language.kinds[instrument.kind]),
        "involved": " · ".join(filter(None, (level, actors))),
        "condition": _in_its_language(view, next((view.words("conditions", one).name for one in conditions), "")),
    }


def _shown(view: FileView, section: str, record: Record, kind: type[str] = str) -> Mapping[str, Any]:
    """Return the name of a record, with the language in which it is shown and whether that is not the view's."""
    shown, words = view.told_in(section, record), view.words(section, record)
    return {"name": kind(words.name), "language": shown.code, "is_borrowed": shown is not view.language}


def _in_its_language(view: FileView, text: str) -> str | Mapping[str, str]:
    """Return a text; with its language, where that is the source language and not the view's."""
    return {"text": text, "language": view.edition.source.code} if isinstance(text, Borrowed) else text


def _meeting(view: FileView, meeting: Meeting, number: int) -> Mapping[str, Any]:
    location = view.words("meetings", meeting).location
    words, labels, shown = view.strings, view.labels, view.told_in("meetings", meeting)
    body = words.bodies[meeting.body].name if meeting.body else labels.no_body
    participants = view.joined(name for _, name in view.bodies(meeting.participants))
    return {
        **_shown(view, "meetings", meeting, InHeading),
        "number": number,
        "date": InHeading(view.meeting_date(meeting)),
        "summary": view.words("meetings", meeting).summary,
        "text": shown.note.sentences[meeting.source].text,
        "sentence": meeting.source,
        "where": view.where(meeting.source),
        "facts": [
            (labels.body, _in_its_language(view, body)),
            *([(labels.participants, participants)] if participants else []),
            *([(labels.location, location)] if location else []),
            (labels.meeting_format, _in_its_language(view, view.language.kinds[meeting.format])),
            (labels.status, _in_its_language(view, view.language.kinds[meeting.status])),
        ],
        "doubts": view.doubts(meeting),
    }
