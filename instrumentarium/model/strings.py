"""The strings of a language, for the site and its records: the shape of docs/<lang>/strings.yml."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, RootModel

from instrumentarium.model.text import StringsModel, Text

OWN_FIELDS = ("evidence", "also")
"""What a language has of its own in the words of a record: it is not translated, and none lacks it."""

Also = Annotated[
    tuple[Text, ...],
    Field(description="Other words by which readers look for it, which the note does not use: for the search alone."),
]


class RecordStrings(StringsModel):
    """The strings of a record."""

    name: Text
    summary: Text = Field(description="One sentence that says no more than the note does.")
    quote: Text = Field(description="The literal phrase of the record's sentence, in this language.")
    also: Also = ()


class MeetingStrings(RecordStrings):
    """The strings of a meeting."""

    location: Text | None = Field(
        default=None, description="The literal phrase of the record's sentence that says where, if it does."
    )


class BodyStrings(StringsModel):
    """The strings of a body."""

    name: Text
    quote: Text = Field(description="The literal phrase of the sentence that names the body.")
    also: Also = ()


class KeyPointStrings(StringsModel):
    """What the home page quotes of a sentence."""

    quote: Text = Field(description="The literal phrase of the sentence that says what matters; it stands alone.")


class TermStrings(StringsModel):
    """A term of the glossary in a language."""

    name: Text
    forms: tuple[Text, ...] = Field(min_length=1, description="Every inflected form that the note's text uses.")
    definition: Text = Field(
        description="What the note means by it; no more than the note says, unless data/terms.yml has it as general."
    )
    evidence: Text | None = Field(
        default=None,
        description="Where the institutions' own use of the term was seen: title or number of a document, and year. "
        "Only then does the term count as verified.",
    )
    also: Also = ()


class LanguageStrings(StringsModel):
    """The name and the status of the language."""

    name: Text = Field(description="Its own name for itself.", examples=["français"])
    status: Literal["source", "translation", "draft"]
    reviewers: tuple[Text, ...] = Field(default=(), description="Who reviewed the translation; empty: nobody yet.")


class SiteStrings(StringsModel):
    """The site's name and what it is."""

    name: Text = Field(description="The site's name, in its header and in every title; up to 30 characters.")
    description: Text = Field(description="One sentence: what the site is, for search engines and cards.")
    translation: Text = Field(
        description="Status of a translation: that it is not official, and from which language it was made. A noun "
        "phrase, which the words for (not) reviewed follow after a comma."
    )
    rights: Text = Field(description="At the foot of each page: who has the rights in the note's text, and the rest.")
    licence: Text = Field(description="The terms of the note's text in the list of files; up to 70 characters.")
    official_versions: Text | None = Field(
        default=None,
        description="Where official versions of the note in other languages may be found, by the name of the place; "
        "and that the translations are not official versions.",
    )


class RecordStringsBySection(StringsModel):
    """The strings of all records, by their ids, and the names of their kinds."""

    kinds: Mapping[str, Text] = Field(default={}, description="The names of the kinds and formats of data/.")
    key_points: Mapping[str, KeyPointStrings] = {}
    bodies: Mapping[str, BodyStrings] = {}
    meetings: Mapping[str, MeetingStrings] = {}
    conditions: Mapping[str, RecordStrings] = {}
    instruments: Mapping[str, RecordStrings] = {}
    questions: Mapping[str, RecordStrings] = {}
    terms: Mapping[str, TermStrings] = {}


class Strings(RecordStringsBySection):
    """All texts of a language besides its pages."""

    language: LanguageStrings
    site: SiteStrings


class PageMeta(StringsModel):
    """The front matter of a page."""

    title: Text = Field(description="The page's title, in the navigation and the browser's tab.")
    description: Text = Field(description="One sentence: what the page holds.")


class Pins(RootModel[Mapping[str, str]]):
    """docs/<lang>/pins.yml: the pin of each unit, by its key."""
