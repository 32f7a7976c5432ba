"""The document itself, as data/note.yml knows it: frozen, typed, each field described."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from instrumentarium.model.fields import Fact, Id, Identity, LanguageCode, PartialDate, PlaceId, WebAddress
from instrumentarium.model.records import Record


class Citation(Record):
    """A document that the note cites."""

    number: str = Field(pattern=r"\S", description="Its number, as the note gives it.", examples=["25/24"])
    kind: Id = Field(description="What sort of document it is.", examples=["conclusions"])
    body: Id
    date: PartialDate


class SourcePage(Fact):
    """A page of the text received and what begins on it, in order: paragraphs and footnotes.

    Where the page does not begin with one of them, the heading or the sentence that it begins with stands first.
    """

    number: int = Field(ge=1)
    holds: tuple[Annotated[str, Field(pattern=r"^([pq][1-9]\d*(s[1-9]\d*)?|fn[1-9]\d*|[a-z]{2}[a-z0-9-]*)$")], ...]


class NamedLicence(Fact):
    """A licence: its own name, and its address."""

    name: str = Field(pattern=r"\S", examples=["CC BY 4.0"])
    address: WebAddress


class Rights(Fact):
    """Who has the rights in the text of the note, and under which terms it and the edition may be reused."""

    holder: Id | None = Field(description="The body that has the rights in the note's text; null: not known.")
    licence: WebAddress = Field(description="The terms of the note's text; strings.yml has words for them.")
    editorial: NamedLicence = Field(description="The licence of all that the edition adds: translations, words, data.")


class NoteMetadata(Fact):
    """data/note.yml: what is known of the document itself; null is what is not known."""

    language: LanguageCode = Field(description="The language of the text received, by its code (BCP 47).")
    identity: Identity = Field(
        description="Made once, at random, and never changed: every identifier of the edition's calendars and feeds is "
        "made from it."
    )
    short_name: Id = Field(
        description="The edition's own short name, in file names and in the keys of references.", examples=["bees"]
    )
    kind: Id = Field(description="What sort of document it is.", examples=["note"])
    authors: tuple[Id, ...] = Field(min_length=1, description="Whose document it is: bodies.")
    addressees: tuple[Id, ...] = Field(default=(), description="To whom it is addressed: bodies.")
    register_number: str | None = Field(
        pattern=r"\S", description="The Council's number of the document; null: not known.", examples=["7123/32"]
    )
    date: PartialDate | None = Field(description="The date on the document; null: not known.")
    sources: Mapping[Literal["register_number", "date", "kind"], PlaceId] = Field(
        default={}, description="The places of the note that say its number, its date and its kind, where one does."
    )
    rights: Rights
    iri: Annotated[str, Field(pattern=r"^/akn(/[\w.~;:-]+){4,}$")] | None = Field(
        default=None,
        description="The document's IRI in Akoma Ntoso, where it has been published under one; null: it is made of the "
        "kind, the first author, the year, and the number or the short name.",
    )
    pages: tuple[SourcePage, ...] = Field(default=(), description="The pages of the text received, in order.")
    key_points: tuple[PlaceId, ...] = Field(
        default=(), description="The sentences that say what matters most: the home page quotes them."
    )
    cites: tuple[Citation, ...] = Field(default=(), description="The documents that the note cites.")
