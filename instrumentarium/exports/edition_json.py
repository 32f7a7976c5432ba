"""The whole edition in one file: data/edition.json, all facts and all texts."""

import datetime
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.schema_version import SCHEMA_VERSION, SchemaVersion
from instrumentarium.exports.version_text import Version, version_text
from instrumentarium.model.dating import Dating
from instrumentarium.model.document import NoteMetadata
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.note import Heading, Paragraph, Sentence
from instrumentarium.model.records import RECORD_KINDS, Body, Condition, Instrument, Meeting, Question, Term
from instrumentarium.model.strings import RecordStringsBySection
from instrumentarium.model.text import Borrowed
from instrumentarium.translation.status import stale_sentences


class Part(BaseModel):
    """A part of data/edition.json: frozen, with no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class SentenceText(Part):
    """A sentence, a line of the head, a title or a footnote in one language."""

    id: str = Field(description="Its address, the same in every language.", examples=["p2s1"])
    language: str = Field(description="Its language: the source language, where the translation lacks it.")
    text: str
    footnotes: tuple[str, ...] = Field(description="The ids of the footnotes that it refers to, in order.")
    stale: bool = Field(description="Whether the source text changed since it was translated.")
    mark: str = Field(description="What the text received prints before it: a number, the dash or letter of an item.")
    depth: int = Field(description="0 for running text, 1 for items of a list, 2 for those of a list in an item.")
    cell: tuple[int, int] | None = Field(description="The row and the column of a table, counted from 0.")


class HeadingText(SentenceText):
    """A heading of the note."""

    level: int = Field(description="1 for an annex.")
    before: str | None = Field(description="The id of the heading or paragraph that follows it.")


class ParagraphText(Part):
    """A paragraph or a question."""

    id: str
    number: int
    sentences: tuple[SentenceText, ...]


class NoteText(Part):
    """The note in one language."""

    top: tuple[SentenceText, ...] = Field(description="The lines above the title.")
    title: str
    questions_title: str | None = Field(description="The heading above the first question.")
    head: tuple[SentenceText, ...]
    headings: tuple[HeadingText, ...] = Field(description="The headings below the title.")
    paragraphs: tuple[ParagraphText, ...]
    questions: tuple[ParagraphText, ...]
    footnotes: tuple[SentenceText, ...]


class PageText(Part):
    """A page of the site: its title, its description, and its prose by the key of each unit.

    ``language`` is the source language where the translation lacks the page.
    """

    language: str

    title: str
    description: str
    prose: Mapping[str, str]


class LanguageText(RecordStringsBySection):
    """The note, the strings and the pages of a language."""

    borrowed: Mapping[str, tuple[str, ...]] = Field(
        description="The ids of the records, by their list, whose words are the source language's, and of the kinds "
        "whose names are: the translation lacks them."
    )
    kinds: Mapping[str, str] = Field(description="The names of kinds, levels, formats and statuses, by their ids.")

    name: str = Field(description="Its own name for itself.", examples=["français"])
    status: str = Field(description="source or translation; translations are unofficial.")
    reviewers: tuple[str, ...] = Field(description="Who reviewed the translation; empty: nobody.")
    direction: str = Field(examples=["ltr"])
    note: NoteText
    pages: Mapping[str, PageText]


class DatingText(Part):
    """When the note was written."""

    date: str | None = Field(description="A day or a month; null: not known.", examples=["2024-12"])
    inferred: bool = Field(description="Whether it follows from meetings, and does not stand in the note.")
    earliest: datetime.date | None = Field(description="The first day that it can be; null: not known.")
    latest: datetime.date | None = Field(description="The last day that it can be; null: not known.")
    sources: tuple[str, ...] = Field(description="The ids of the sentences that it is inferred from.")
    edtf: str | None = Field(description="The same as ISO 8601-2 writes it.", examples=["2024-12?"])


class WholeEdition(Part):
    """data/edition.json: the facts, once, and the texts of each language."""

    schema_: str = Field(alias="$schema")
    schema_version: SchemaVersion
    version: Version
    licence: str = Field(description="The licence of the translations, summaries and data.")
    licence_of_text: str = Field(description="The terms under which the text received may be reused.")
    note: NoteMetadata
    dating: DatingText = Field(description="When the note was written, as far as that is known.")
    bodies: tuple[Body, ...]
    meetings: tuple[Meeting, ...]
    conditions: tuple[Condition, ...]
    instruments: tuple[Instrument, ...]
    questions: tuple[Question, ...]
    terms: tuple[Term, ...]
    languages: Mapping[str, LanguageText] = Field(description="By code, in the institutions' order.")


def edition_json(view: FileView, /) -> bytes:
    """Return the whole edition; what is not known is null."""
    edition, facts = view.edition, view.facts
    whole = WholeEdition.model_validate(
        {
            "$schema": "schema/edition.json",
            "schema_version": SCHEMA_VERSION,
            "version": version_text(view),
            "licence": facts.licence.address,
            "licence_of_text": facts.licence_of_text.address,
            "note": facts.note,
            "dating": _dating(facts.dating),
            **{kind.section: records for kind, records in facts.records() if kind.is_alone},
            "languages": {code: _language(edition, language) for code, language in edition.languages.items()},
        }
    )
    return (whole.model_dump_json(by_alias=True, indent=1) + "\n").encode()


def _dating(found: Dating) -> DatingText:
    return DatingText(
        date=found.date,
        inferred=found.is_inferred,
        earliest=found.earliest,
        latest=found.latest,
        sources=found.sources,
        edtf=found.edtf(),
    )


def _language(edition: Edition, language: Language) -> LanguageText:
    strings, note = language.strings, language.note
    stale = stale_sentences(edition.source, language)

    def of(one: Sentence) -> dict[str, Any]:
        return {
            "id": one.id,
            "language": one.language or language.code,
            "text": one.text,
            "footnotes": tuple(f"fn{number}" for number in one.footnotes),
            "stale": one.id in stale,
            "mark": one.mark,
            "depth": one.depth,
            "cell": one.cell,
        }

    def sentence(one: Sentence) -> SentenceText:
        return SentenceText(**of(one))

    def headings() -> Iterator[HeadingText]:
        for part, following in zip_longest(note.parts, note.parts[1:]):
            if isinstance(part, Heading):
                yield HeadingText(**of(part), level=part.level, before=str(following.id) if following else None)

    def paragraph(one: Paragraph) -> ParagraphText:
        return ParagraphText(id=one.id, number=one.number, sentences=tuple(map(sentence, one.sentences)))

    text = NoteText(
        top=tuple(map(sentence, note.top)),
        title=note.title.text,
        questions_title=title.text if (title := note.questions_title()) else None,
        headings=tuple(headings()),
        head=tuple(map(sentence, note.head)),
        paragraphs=tuple(map(paragraph, note.paragraphs)),
        questions=tuple(map(paragraph, note.questions)),
        footnotes=tuple(map(sentence, note.footnotes)),
    )
    return LanguageText(
        name=strings.language.name,
        status=strings.language.status,
        reviewers=strings.language.reviewers,
        direction=language.direction,
        note=text,
        pages={name: _page(edition.source, language, name) for name in language.pages},
        borrowed=dict(_borrowed(language)),
        kinds=language.kinds,
        **{kind.section: getattr(strings, kind.section) for kind in RECORD_KINDS},
    )


def _borrowed(language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    for section in (kind.section for kind in RECORD_KINDS):
        if ids := tuple(id for id in getattr(language.strings, section) if (section, id) in language.borrowed):
            yield section, ids
    if kinds := tuple(id for id, name in language.kinds.items() if isinstance(name, Borrowed)):
        yield "kinds", kinds


def _page(source: Language, language: Language, name: str) -> PageText:
    said_in = source if language.pages[name].is_missing else language
    prose = {
        unit.key.name: unit.text
        for unit in said_in.units.values()
        if unit.key.page == name != "note" and not unit.key.is_front_matter
    }
    meta = language.pages[name]
    return PageText(language=said_in.code, title=meta.title, description=meta.description, prose=prose)
