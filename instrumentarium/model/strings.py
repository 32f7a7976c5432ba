"""The strings of a language, for the records and the interface: the shape of docs/<lang>/strings.yml."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, RootModel

from instrumentarium.model.interface import Labels, ThemeLabels
from instrumentarium.model.text import Plural, StringsModel, Text


class RecordStrings(StringsModel):
    """The strings of a record."""

    name: Text
    summary: Text = Field(description="One sentence that says no more than the note does.")
    quote: Text = Field(description="The literal phrase of the record's sentence, in this language.")


class BodyStrings(StringsModel):
    """The strings of a body."""

    name: Text
    quote: Text = Field(description="The literal phrase of the sentence that names the body.")


class TermStrings(StringsModel):
    """A term of the glossary in a language."""

    name: Text
    forms: tuple[Text, ...] = Field(min_length=1, description="Every inflected form that the note's text uses.")
    definition: Text = Field(description="What the note means by it; no more than the note or the body's name says.")
    verified: bool = Field(default=True, description="Whether the term is known to be the institutions' own.")


class LanguageStrings(StringsModel):
    """The name and the status of the language."""

    name: Text = Field(description="Its own name for itself.", examples=["Nederlands"])
    status: Literal["original", "translation", "draft"]
    reviewers: tuple[Text, ...] = Field(default=(), description="Who reviewed the translation; empty: nobody yet.")


class SiteStrings(StringsModel):
    """The site's name and what it is."""

    name: Text
    description: Text


class Kinds(StringsModel):
    """The names of the kinds, levels, formats and statuses that data/ uses."""

    union: Text
    institution: Text
    council: Text
    committee: Text
    presidency: Text
    organisation: Text
    group: Text
    policy: Text
    measure: Text
    cooperation: Text
    solution: Text
    eu: Text
    member_state: Text = Field(alias="member-state")
    informal_meeting: Text = Field(alias="informal-meeting")
    in_depth_discussion: Text = Field(alias="in-depth-discussion")
    meeting: Text
    discussion: Text
    strategic_discussion: Text = Field(alias="strategic-discussion")
    informal_breakfast: Text = Field(alias="informal-breakfast")
    first_discussion: Text = Field(alias="first-discussion")
    reported: Text
    announced: Text

    def __getitem__(self, id: str, /) -> str:
        """Return the name of that kind, level, format or status."""
        name: str = getattr(self, id.replace("-", "_"))
        return name


class Counts(StringsModel):
    """Counted things, in the plural forms of the language."""

    results: Plural
    sentences: Plural
    meetings: Plural
    instruments: Plural
    questions: Plural
    terms: Plural
    shown: Plural = Field(description="How many instruments a filter shows; {total} is the number of all.")


class RecordStringsBySection(StringsModel):
    """The strings of all records, by their ids, and the names of their kinds."""

    kinds: Kinds
    bodies: Mapping[str, BodyStrings]
    meetings: Mapping[str, RecordStrings]
    conditions: Mapping[str, RecordStrings]
    instruments: Mapping[str, RecordStrings]
    questions: Mapping[str, RecordStrings]
    terms: Mapping[str, TermStrings]


class Strings(RecordStringsBySection):
    """All texts of a language besides its pages."""

    language: LanguageStrings
    site: SiteStrings
    theme: ThemeLabels
    labels: Labels
    counts: Counts


class PageMeta(StringsModel):
    """The front matter of a page."""

    title: Text = Field(description="The page's title, in the navigation and the browser's tab.")
    description: Text = Field(description="One sentence: what the page holds.")


class Pins(RootModel[Mapping[str, str]]):
    """docs/<lang>/pins.yml: the pin of each unit, by its key."""


# The strings that the site fills in: (section, name, the placeholders that it fills).
PLACEHOLDERS: tuple[tuple[str, str, frozenset[str]], ...] = (
    *(
        ("labels", name, frozenset({"n"}))
        for name in ("paragraph", "question", "sentence", "footnote", "original_page")
    ),
    ("labels", "reviewed_by", frozenset({"names"})),
    ("labels", "early", frozenset({"month"})),
    ("labels", "search_none", frozenset({"query"})),
    ("labels", "citation_page", frozenset({"n"})),
    ("labels", "page_of", frozenset({"n", "total"})),
    (
        "labels",
        "citation",
        frozenset({"author", "title", "place", "page", "language", "status", "address", "date"}),
    ),
    *(
        ("counts", name, frozenset({"n"}))
        for name in ("results", "sentences", "meetings", "instruments", "questions", "terms")
    ),
    ("counts", "shown", frozenset({"n", "total"})),
)
