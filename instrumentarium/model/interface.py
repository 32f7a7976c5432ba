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
    ("labels", "citation_page", ("n",)),
    ("labels", "page_of", ("n total",)),
    ("labels", "citation", ("address author date language place status title",)),
    *(("counts", name, ("n",)) for name in ("results", "sentences", "meetings", "instruments", "questions", "terms")),
)
