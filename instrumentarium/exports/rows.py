"""The records as rows of a table, in one language."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from instrumentarium.exports.file_view import FileView
from instrumentarium.model.fields import PartialDate, Time
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.records import RECORD_KINDS, Level, MeetingStatus, Record
from instrumentarium.model.text import Borrowed

Ids = tuple[str, ...]
Names = tuple[str, ...]
_Row = TypeVar("_Row", bound="Row")


class Row(BaseModel):
    """A record: its id, and the sentence of the note that it rests on.

    A field that ends in ``_name`` or ``_names`` says in the language what the field before it says by id.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(description="The record's id, the same in every language.")]
    sentence: Annotated[str, Field(description="The id of the sentence that says it.", examples=["p2s1"])]
    sentence_name: Annotated[str, Field(description="Where that sentence is, in the language.")]
    language: Annotated[
        str, Field(description="The language of its texts: the source language's where the translation lacks any.")
    ]
    text: Annotated[str, Field(description="The sentence in that language.")]
    stale: Annotated[bool, Field(description="Whether the source text changed since the sentence was translated.")]
    quote: Annotated[str, Field(description="The literal phrase of the sentence that the record rests on.")]
    address: Annotated[str, Field(description="The record's page; relative to the file where the site's is not known.")]
    borrowed: Annotated[
        Names,
        Field(
            description="Which fields that end in ``_name`` or ``_names`` are in the source language, because the "
            "translation lacks what they say.",
            examples=[["format_name"]],
        ),
    ]


class MeetingRow(Row):
    """A meeting that the note reports or announces."""

    date: PartialDate
    date_in_words: Annotated[str, Field(description="Its date and its hours as the language writes them.")]
    time: Annotated[Time | None, Field(description="The hour at which it begins.", examples=["09:30"])]
    until: Annotated[Time | None, Field(description="The hour at which it ends.", examples=["13:00"])]
    zone: Annotated[str | None, Field(description="The time zone of its hours (tz database).")]
    location: Annotated[str | None, Field(description="Where, in the words of the sentence.")]
    part_of_month: Annotated[
        Literal["early"] | None, Field(description="Where the note gives no day.", examples=["early"])
    ]
    inferred: Annotated[Ids, Field(description="What of the date the sentence leaves out and the context gives.")]
    name: Annotated[str, Field(description="Its name in the language.")]
    summary: Annotated[str, Field(description="What the note says of it, in a sentence.")]
    body: Annotated[str | None, Field(description="The body that met; null where the note names none.")]
    body_name: Annotated[str | None, Field(description="The name of that body.")]
    participants: Annotated[Ids, Field(description="Others that the note names as taking part.")]
    participants_names: Annotated[Names, Field(description="Their names.")]
    format: Annotated[str, Field(description="What the note calls it.", examples=["strategic-discussion"])]
    format_name: Annotated[str, Field(description="The same in words.")]
    status: Annotated[
        MeetingStatus, Field(description="Reported as held, or announced.", examples=["reported", "announced"])
    ]
    status_name: Annotated[str, Field(description="The same in words.")]


class InstrumentRow(Row):
    """An instrument that the note names; null is what the note does not give."""

    kind: Annotated[str, Field(description="Which of the note's groups it belongs to.", examples=["measure"])]
    kind_name: Annotated[str, Field(description="The name of that group.")]
    name: Annotated[str, Field(description="Its name in the language.")]
    summary: Annotated[str, Field(description="What it is, in a sentence.")]
    level: Annotated[Level | None, Field(description="Whose instrument it is, where the note says so.")]
    level_name: Annotated[str | None, Field(description="The same in words.")]
    actors: Annotated[Ids, Field(description="The bodies that the note names with it.")]
    actors_names: Annotated[Names, Field(description="Their names.")]
    condition: Annotated[str | None, Field(description="What it is subject to.")]
    condition_name: Annotated[str | None, Field(description="The name of that condition.")]
    questions: Annotated[Ids, Field(description="The questions to ministers that it belongs to.")]


class TermRow(Row):
    """A term of the glossary."""

    name: Annotated[str, Field(description="The term in the language.")]
    forms: Annotated[Names, Field(description="The inflected forms that the note's text uses.")]
    definition: Annotated[str, Field(description="What it means.")]
    general: Annotated[bool, Field(description="Whether the definition is general knowledge, not the note's.")]
    verified: Annotated[bool, Field(description="Whether the term is known to be the institutions' own.")]
    evidence: Annotated[str | None, Field(description="Where their use of it was seen: a document and its year.")]


def meetings(view: FileView, /) -> Iterator[MeetingRow]:
    """Yield the meetings in the order of their dates."""
    words = view.strings
    for one in view.facts.meetings:
        wording = view.words("meetings", one)
        yield _row(
            MeetingRow,
            **_of_record(view, "meetings", one, wording.quote),
            date=one.date,
            date_in_words=view.meeting_date(one),
            time=one.time,
            until=one.until,
            zone=one.zone,
            location=wording.location,
            part_of_month=one.when,
            inferred=one.inferred,
            name=wording.name,
            summary=wording.summary,
            body=one.body,
            body_name=words.bodies[one.body].name if one.body else None,
            participants=one.participants,
            participants_names=_names(view, one.participants),
            format=one.format,
            format_name=view.language.kinds[one.format],
            status=one.status,
            status_name=view.language.kinds[one.status],
        )


def instruments(view: FileView, /) -> Iterator[InstrumentRow]:
    """Yield the instruments in the order of data/instruments.yml."""
    words = view.strings
    for one in view.facts.instruments:
        wording = view.words("instruments", one)
        yield _row(
            InstrumentRow,
            **_of_record(view, "instruments", one, wording.quote),
            kind=one.kind,
            kind_name=view.language.kinds[one.kind],
            name=wording.name,
            summary=wording.summary,
            level=one.level,
            level_name=view.language.kinds[one.level] if one.level else None,
            actors=one.actors,
            actors_names=_names(view, one.actors),
            condition=one.condition,
            condition_name=words.conditions[one.condition].name if one.condition else None,
            questions=tuple(question.id for question in view.questions_about(one.id)),
        )


def terms(view: FileView, /) -> Iterator[TermRow]:
    """Yield the terms in the order in which the note first uses them."""
    for one in view.facts.terms:
        wording = view.words("terms", one)
        text = view.told_in("terms", one).note.sentences[one.source].text
        used = [form for form in wording.forms if find_phrase(form, text) is not None]
        yield _row(
            TermRow,
            **_of_record(view, "terms", one, max(used, key=len, default="")),
            name=wording.name,
            forms=wording.forms,
            definition=wording.definition,
            general=one.general,
            verified=view.is_verified(one),
            evidence=wording.evidence,
        )


def _row(model: type[_Row], /, **fields: Any) -> _Row:
    """Return a row that tells which of its names are the source language's."""
    names = {name: value for name, value in fields.items() if name.endswith(("_name", "_names"))}
    return model(**fields, borrowed=tuple(name for name, value in names.items() if _is_borrowed(value)))


def _is_borrowed(value: Any) -> bool:
    return any(map(_is_borrowed, value)) if isinstance(value, tuple) else isinstance(value, Borrowed)


def _of_record(view: FileView, section: str, record: Record, quote: str) -> dict[str, Any]:
    shown, page = view.told_in(section, record), next(kind.page for kind in RECORD_KINDS if kind.section == section)
    return {
        "id": record.id,
        "sentence": record.source,
        "sentence_name": view.where(record.source),
        "language": shown.code,
        "text": shown.note.sentences[record.source].text,
        "stale": record.source in view.stale,
        "quote": quote,
        "address": f"{view.url(page)}#{record.id}",
    }


def _names(view: FileView, ids: Ids) -> Names:
    return tuple(name for _, name in view.bodies(ids))
