"""What a language says of the records and of the interface: the shape of docs/<lang>/strings.yml."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel
from pydantic_core import PydanticCustomError

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]


def _has_other(forms: Mapping[str, str]) -> Mapping[str, str]:
    if "other" not in forms:
        raise PydanticCustomError("missing_other", "the form 'other' is missing; add it")
    return forms


Plural = Annotated[
    Mapping[Literal["zero", "one", "two", "few", "many", "other"], Text],
    Field(
        description="A form for each plural category that CLDR knows in the language, `other` at the least; "
        "{n} is the number.",
        examples=[{"one": "{n} meeting", "other": "{n} meetings"}],
    ),
    AfterValidator(_has_other),
]


class Wording(BaseModel):
    """Anything read from strings.yml: frozen, and nothing beyond the declared fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)


class RecordWording(Wording):
    """What a language says of a record."""

    name: Text
    summary: Text = Field(description="One sentence that says no more than the note does.")
    quote: Text = Field(description="The literal phrase of the record's sentence, in this language.")


class BodyWording(Wording):
    """What a language says of a body."""

    name: Text
    quote: Text = Field(description="The literal phrase of the sentence that names the body.")


class TermWording(Wording):
    """A term of the glossary in a language."""

    name: Text
    forms: tuple[Text, ...] = Field(min_length=1, description="Every inflected form that the note's text uses.")
    definition: Text = Field(description="What the note means by it; no more than the note or the body's name says.")
    verified: bool = Field(default=True, description="Whether the term is known to be the institutions' own.")


class LanguageWording(Wording):
    """The language itself."""

    name: Text = Field(description="Its own name for itself.", examples=["Nederlands"])
    status: Literal["original", "translation", "draft"]
    reviewers: tuple[Text, ...] = Field(default=(), description="Who reviewed the translation; empty: nobody yet.")


class SiteWording(Wording):
    """The site's name and what it is."""

    name: Text
    description: Text


class Kinds(Wording):
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


class Counts(Wording):
    """Counted things, in the plural forms of the language."""

    results: Plural
    sentences: Plural
    meetings: Plural
    instruments: Plural
    questions: Plural
    terms: Plural
    shown: Plural = Field(description="How many instruments a filter shows; {total} is the number of all.")


class Labels(Wording):
    """The interface's own words, besides the theme's."""

    status_original: Text
    status_translation: Text
    status_draft: Text
    not_reviewed: Text
    reviewed_by: Text = Field(description="{names} stands for the reviewers.")
    about_status: Text = Field(description="The link from the status to the page that explains it.")
    card: Text
    author: Text
    addressees: Text
    subject: Text
    source_language: Text
    this_text: Text
    register_number: Text
    date: Text
    unknown: Text
    cited: Text
    ways: Text
    paragraph: Text = Field(description="{n} is its number.")
    question: Text = Field(description="{n} is its number.")
    sentence: Text = Field(description="{n} is its number.")
    head: Text
    footnote: Text = Field(description="{n} is its number.")
    sentence_link: Text
    original_page: Text = Field(description="{n} is the number of the page.")
    original: Text
    in_note: Text
    back_to_text: Text
    early: Text = Field(description="The first part of {month}.")
    inferred_year: Text
    no_day: Text
    body: Text
    no_body: Text
    participants: Text
    meeting_format: Text
    status: Text
    about_instruments: Text
    leading_sentences: Text
    kind: Text
    level: Text
    actors: Text
    condition: Text
    any: Text
    reset: Text
    none_match: Text
    bodies: Text
    forms: Text
    unverified: Text
    file: Text
    format: Text
    size: Text
    licence: Text
    not_found: Text
    to_home: Text
    footer: Text
    language: Text
    page: Text
    whole: Text
    strings: Text
    done: Text
    stale: Text
    missing: Text
    reviewed: Text
    stale_sentence: Text
    stale_page: Text
    licence_eu: Text
    close: Text
    search_help: Text
    search_loading: Text
    search_none: Text = Field(description="{query} is what was asked.")
    cite: Text
    copy_link: Text
    copy_citation: Text
    copy_text: Text
    copied: Text
    citation: Text = Field(
        description="{author}, {title}, {place}, {page}, {language}, {status}, {address} and {date} of access."
    )
    citation_page: Text = Field(description="{n} is the page of the original.")
    cite_document: Text
    compare: Text
    compare_none: Text
    compare_swap: Text
    offer: Text = Field(description="Said to a reader of another language: this page exists in this one too.")
    offer_read: Text
    print_address: Text
    colours_system: Text
    colours_light: Text
    colours_dark: Text

    def __getitem__(self, name: str, /) -> str:
        """Return the label of that name."""
        label: str = getattr(self, name)
        return label


class ThemeLabels(Wording):
    """The words of the theme that the site's pages show, under the theme's own keys."""

    action_edit: Text = Field(alias="action.edit")
    action_skip: Text = Field(alias="action.skip")
    footer: Text
    footer_next: Text = Field(alias="footer.next")
    footer_previous: Text = Field(alias="footer.previous")
    nav: Text
    search: Text
    search_placeholder: Text = Field(alias="search.placeholder")
    select_language: Text = Field(alias="select.language")
    toc: Text

    def __getitem__(self, key: str, /) -> str:
        """Return the theme's word under the theme's own key: ``search.placeholder``."""
        word: str = getattr(self, key.replace(".", "_"))
        return word


class Strings(Wording):
    """All that a language says besides its pages."""

    language: LanguageWording
    site: SiteWording
    theme: ThemeLabels
    labels: Labels
    kinds: Kinds
    counts: Counts
    bodies: Mapping[str, BodyWording]
    meetings: Mapping[str, RecordWording]
    conditions: Mapping[str, RecordWording]
    instruments: Mapping[str, RecordWording]
    questions: Mapping[str, RecordWording]
    terms: Mapping[str, TermWording]


class PageMeta(Wording):
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
