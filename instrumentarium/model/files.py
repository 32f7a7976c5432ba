"""The files of data/, by what each holds; a list that is not there is empty."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from instrumentarium.model.document import NoteMetadata
from instrumentarium.model.fields import Fact, Id
from instrumentarium.model.records import Body, Condition, Entity, Instrument, Meeting, Question, Term


class BodiesFile(Fact):
    """data/bodies.yml."""

    kinds: Mapping[Id, Entity] = Field(
        default={},
        description="The kinds of bodies, each with what such a body is: an organisation, a role, a concept.",
    )
    bodies: tuple[Body, ...] = ()


class MeetingsFile(Fact):
    """data/meetings.yml."""

    formats: tuple[Id, ...] = Field(default=(), description="What the note calls its meetings.")
    meetings: tuple[Meeting, ...] = ()


class InstrumentsFile(Fact):
    """data/instruments.yml."""

    kinds: tuple[Id, ...] = Field(default=(), description="The note's groups of instruments.")
    conditions: tuple[Condition, ...] = ()
    instruments: tuple[Instrument, ...] = ()


class QuestionsFile(Fact):
    """data/questions.yml."""

    questions: tuple[Question, ...] = ()


class TermsFile(Fact):
    """data/terms.yml."""

    terms: tuple[Term, ...] = ()


PublishedAddress = Annotated[str, Field(pattern=r"^[^\s#]*(#\S+)?$", examples=["note/", "note/#p2s1", "note.pdf"])]


class PublishedAddresses(Fact):
    """data/published.yml: every address that has been published: pages, places on them, and files."""

    languages: tuple[str, ...] = Field(
        description="The languages that have been published, by code; each has a place on the page of translations."
    )
    in_each_language: tuple[PublishedAddress, ...] = Field(description="Addresses below the folder of each language.")
    once: tuple[PublishedAddress, ...] = Field(description="Files below the root of the site alone.")
    moved: Mapping[PublishedAddress, PublishedAddress] = Field(
        description="An address that is no more, and its successor."
    )


FILES: Mapping[str, type[Fact]] = {
    "note": NoteMetadata,
    "bodies": BodiesFile,
    "meetings": MeetingsFile,
    "instruments": InstrumentsFile,
    "questions": QuestionsFile,
    "terms": TermsFile,
}
"""The files of data/ that hold facts, by their names without suffix."""
