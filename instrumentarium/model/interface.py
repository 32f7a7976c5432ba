"""The interface's words in a language, the same for every document: the shape of locales/<lang>.yml.

A description tells a translator where a word stands, what it agrees with, what its placeholders are, and
how long it may be where there is little room; ``labels`` has most of them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field

from instrumentarium.model.labels import Labels
from instrumentarium.model.text import Plural, StringsModel, Text


class ThemeLabels(StringsModel):
    """The words of the theme that the site's pages show, under the theme's own keys."""

    action_edit: Text = Field(alias="action.edit", description="The link to edit a page; a verb and 'this page'.")
    action_skip: Text = Field(
        alias="action.skip", description="The first link of a page for those who use the keyboard: to the content."
    )
    footer: Text = Field(description="Read aloud for the links at the foot of a page.")
    footer_next: Text = Field(alias="footer.next", description="Above the title of the page that follows; one word.")
    footer_previous: Text = Field(alias="footer.previous", description="Above the title of the page before; one word.")
    nav: Text = Field(description="Read aloud for the list of pages, and tip of the button that opens it.")
    search: Text = Field(description="On the button that opens the search; a noun or a verb, up to 15 characters.")
    search_placeholder: Text = Field(alias="search.placeholder", description="In the empty search field.")
    select_language: Text = Field(alias="select.language", description="Tip of the button that opens the languages.")
    toc: Text = Field(description="Title of the list of a page's headings: 'On this page'; up to 25 characters.")

    def __getitem__(self, key: str, /) -> str:
        """Return the theme's word under the theme's own key: ``search.placeholder``."""
        word: str = getattr(self, key.replace(".", "_"))
        return word


class Kinds(StringsModel):
    """The names of the levels and statuses that the model knows."""

    eu: Text = Field(description="Level of an instrument: the Union's.")
    member_state: Text = Field(alias="member-state", description="Level of an instrument: the member states'.")
    reported: Text = Field(
        description="Status of a meeting that the note reports: a noun, right for a session and a breakfast alike."
    )
    announced: Text = Field(description="Status of a meeting that the note announces, likewise.")


class QuotationLabels(StringsModel):
    """The words of the page that tells whether a quotation is in the note."""

    text: Text = Field(description="Names the field for the quotation: 'Sentence or passage'; up to 30 characters.")
    check: Text = Field(description="On the button below it; a verb in the form that buttons have; one word.")
    loading: Text = Field(description="While the texts are being looked through, also those of other languages.")
    literal: Text = Field(
        description="What is found out about a part of the quotation, as a heading, and before a colon and a number of "
        "such parts: it stands in the note word for word; a phrase that agrees with nothing."
    )
    part: Text = Field(description="Below that: it is only a part of a longer sentence of the note, which is shown.")
    altered: Text = Field(
        description="Found out likewise: the note has it with other words; agrees with the word for a quotation."
    )
    absent: Text = Field(description="Found out likewise: it is not in the note.")
    left_out: Text = Field(
        description="Names the words of the note that the quotation lacks: in a key, and read aloud before each."
    )
    added: Text = Field(description="Names the words of the quotation that the note does not have, likewise.")
    unimportant: Text = Field(
        description="Below a part that is literal: {differences} is a list, with commas, of those of the six names "
        "that follow by which it is written differently; they stand in the form that follows this colon."
    )
    case: Text = Field(description="Small and capital letters.")
    marks: Text = Field(description="Quotation marks and apostrophes of another kind.")
    dashes: Text = Field(description="Dashes and hyphens of another kind.")
    spaces: Text = Field(description="Spaces and line breaks.")
    hyphens: Text = Field(description="Soft hyphens, invisible signs where a word may be divided.")
    full_stop: Text = Field(description="A full stop at the end that one of the two does not have.")
    no_script: Text = Field(
        description="To readers without JavaScript, before a link to the note: that the page needs it, and that the "
        "quotation can be looked up in the text. Two sentences."
    )


class VersionLabels(StringsModel):
    """The words for the versions of the site, and for what changed from one to the next."""

    version: Text = Field(
        description="At the foot of each page and in citations: which version of the site this is, {n}, and its date, "
        "{date}, as the language writes it: words beside which a date alone is right."
    )
    changed: Text = Field(description="The same, {version}, where the site has changed since; it follows a comma.")
    since: Text = Field(description="A heading: what has changed since the last version, {n}.")
    first: Text = Field(description="Below the heading of the first version; a phrase.")
    unchanged: Text = Field(
        description="Below the heading of a version: no sentence changed in the language of the page; a sentence."
    )
    new_language: Text = Field(
        description="Below the heading of a version: the note was not in the language of the page before; a phrase."
    )
    elsewhere: Text = Field(
        description="Before the names of other languages, each with the number of sentences that changed in it, and "
        "with a colon after it; a noun phrase."
    )
    none: Text = Field(description="In the place of the list of versions, while there is none; a sentence.")


class Counts(StringsModel):
    """Counted things, in the plural forms of the language."""

    results: Plural = Field(description="How many results a search has; {n} is the number.")
    sentences: Plural = Field(description="How many sentences the note has; {n} is the number.")
    meetings: Plural = Field(description="How many meetings there are; {n} is the number.")
    instruments: Plural = Field(description="How many instruments there are; {n} is the number.")
    questions: Plural = Field(description="How many questions there are; {n} is the number.")
    terms: Plural = Field(description="How many terms there are; {n} is the number.")


class Interface(StringsModel):
    """The interface's words in a language."""

    theme: ThemeLabels
    labels: Labels
    quotation: QuotationLabels
    versions: VersionLabels
    counts: Counts
    kinds: Kinds

    def texts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield each word with its path in the file: ("labels", "card"), ("counts", "terms", "one")."""
        yield from _leaves(self.model_dump(by_alias=True), ())


def _leaves(value: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, child in value.items():
        if isinstance(child, str):
            yield (*path, key), child
        else:
            yield from _leaves(child, (*path, key))


# The words that the site fills in: (section, name, the placeholders that it fills, or each choice of them).
PLACEHOLDERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(("labels", name, ("n",)) for name in ("paragraph", "question", "sentence", "footnote", "source_page")),
    ("labels", "reviewed_by", ("names",)),
    ("labels", "early", ("month year", "month_of year")),
    ("labels", "written_in", ("date end",)),
    ("labels", "written_between", ("end start",)),
    ("labels", "written_after", ("start",)),
    ("labels", "written_before", ("end",)),
    ("labels", "search_none", ("query",)),
    ("labels", "search_absent", ("words",)),
    ("labels", "search_other", ("language",)),
    ("quotation", "unimportant", ("differences",)),
    ("versions", "version", ("date n",)),
    ("versions", "changed", ("version",)),
    ("versions", "since", ("n",)),
    ("labels", "citation_page", ("n",)),
    ("labels", "page_of", ("n total",)),
    ("labels", "citation", ("address author date language place status title",)),
    *(("counts", name, ("n",)) for name in ("results", "sentences", "meetings", "instruments", "questions", "terms")),
)
