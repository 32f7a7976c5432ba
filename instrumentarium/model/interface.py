"""The interface's words in a language: ours, and the theme's."""

from pydantic import Field

from instrumentarium.model.text import StringsModel, Text


class Labels(StringsModel):
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
    report_error: Text = Field(
        description="A link in the menu of a sentence or paragraph, and at the foot of each page: to tell the host of "
        "an error there. At most 40 letters: the menu is narrow."
    )
    edit_text: Text = Field(
        description="A link in the menu of a sentence or paragraph: to its line in the public repository. "
        "At most 40 letters."
    )
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
    this_language: Text = Field(description="Heads the files of the page's own language.")
    all_languages: Text = Field(description="Heads the files that stand once for all languages.")
    download: Text
    add_to_calendar: Text
    calendar: Text = Field(description="The meetings as a calendar to subscribe to.")
    feed: Text = Field(description="The meetings as a feed to subscribe to.")
    annex: Text
    page_of: Text = Field(description="At the foot of a printed page: {n} is its number, {total} that of the last.")
    identifier: Text = Field(description="This and the labels that follow head the columns of the tables.")
    name: Text
    summary: Text
    definition: Text
    quote: Text = Field(description="The phrase of the sentence that a record rests on.")
    full_sentence: Text
    place: Text
    address: Text
    date_in_words: Text
    part_of_month: Text
    inferred: Text
    verified: Text = Field(description="Whether the term is known to be the institutions' own.")

    def __getitem__(self, name: str, /) -> str:
        """Return the label of that name."""
        label: str = getattr(self, name)
        return label


class ThemeLabels(StringsModel):
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
