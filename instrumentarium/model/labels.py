"""The words of the interface that stand on pages and in files, each with a description for translators."""

from pydantic import Field

from instrumentarium.model.text import StringsModel, Text

_TITLE = "Title of a block of facts; a noun phrase, up to 30 characters."
_FACT = "Stands before a value, as in a form; a noun, up to 25 characters."
_COLUMN = "Heads a column of a table to download; a noun, up to 30 characters."
_HEAD = "Heads a column of the table of instruments; a noun, up to 20 characters."
_BUTTON = "On a button; a verb in the form that buttons of the language have, up to 35 characters."


class Labels(StringsModel):
    """The interface's own words, besides the theme's."""

    status_source: Text = Field(description="Status of the text received, in the source language; a noun phrase.")
    status_draft: Text = Field(description="Status of a translation that is not published yet; a noun phrase.")
    not_reviewed: Text = Field(
        description="Follows the status of a translation after a comma, and agrees with the word for translation."
    )
    reviewed_by: Text = Field(
        description="Follows the status of a translation after a comma; {names} stands for the reviewers."
    )
    about_status: Text = Field(description="Tip of the link from the status to the page that explains it.")
    card: Text = Field(description="Title of the facts about the document: 'The document'.")
    author: Text = Field(description=f"Who wrote the document ('From'). {_FACT}")
    addressees: Text = Field(description=f"To whom the document is addressed ('To'). {_FACT}")
    subject: Text = Field(description=f"What the document is about. {_FACT}")
    source_language: Text = Field(description=f"The language of the text received. {_FACT}")
    this_text: Text = Field(description=f"Stands before the status of the text that is shown. {_FACT}")
    register_number: Text = Field(description=f"The number of the document in the institution's register. {_FACT}")
    date: Text = Field(description=f"The date of the document, and of a meeting. {_FACT}")
    written_in: Text = Field(
        description="The date of the document where it is inferred: {date} is the month ('December 2024'), {end} the "
        "day before which it was written, as the language writes a day alone: words beside which that is right."
    )
    written_between: Text = Field(
        description="The date of the document where it is inferred: between {start} and {end}, which are days, months, "
        "or the first part of a month; a range with a dash, as they stand in no case."
    )
    written_after: Text = Field(description="The date of the document where it is inferred: after {start}.")
    written_before: Text = Field(description="The date of the document where it is inferred: before {end}.")
    unknown: Text = Field(
        description="Stands in the place of a value that is not known: a number, a date. Agrees with none of them: an "
        "invariable or impersonal phrase."
    )
    cited: Text = Field(description=f"A document that the note cites. {_FACT}")
    ways: Text = Field(description="Title of the list of pages on the home page: what the site holds.")
    key_points: Text = Field(description=f"What matters most in the note, quoted on the home page. {_TITLE}")
    read_note: Text = Field(
        description=f"The main link of the home page, to the note; the minutes it takes follow. {_BUTTON}"
    )
    map_of_note: Text = Field(description=f"A picture of the note: a bar for each sentence. {_TITLE}")
    no_record: Text = Field(
        description="In the key of that picture: nothing of the lists is based on the sentence; a phrase."
    )
    page_begins: Text = Field(
        description="In the key of that picture: where a page of the text received begins; a phrase."
    )
    paragraph: Text = Field(description="Name of a paragraph: 'Paragraph 2'; {n} is its number.")
    question: Text = Field(description="Name of a question to ministers: 'Question 2'; {n} is its number.")
    sentence: Text = Field(
        description="Name of a sentence, which follows that of its paragraph after a comma: 'sentence 1'; "
        "{n} is its number."
    )
    head: Text = Field(description="Name of the lines at the top of the note: from, to, subject.")
    footnote: Text = Field(description="Name of a footnote: 'Footnote 1'; {n} is its number.")
    sentence_link: Text = Field(
        description="Read aloud for the mark after a sentence, before its place in brackets: 'Link to this sentence'."
    )
    source_page: Text = Field(
        description="In the margin, where a page of the text received begins; {n} is its number; up to 30 characters."
    )
    source_text: Text = Field(
        description="Read aloud for the link to the paragraph in the source language, before its code in brackets."
    )
    in_note: Text = Field(description="Read aloud before the place of a sentence that is quoted: 'In the note'.")
    back_to_text: Text = Field(description="Tip of the arrow that leads from a footnote back to its sentence.")
    early: Text = Field(
        description="The first part of a month: 'early December 2024'. {year}, and either {month}, the month's name "
        "alone, or {month_of}, its form after 'the beginning of'."
    )
    inferred_year: Text = Field(description="Below a date: the year is inferred, the sentence does not give it.")
    inferred_zone: Text = Field(
        description="Below a date: the time zone of the hours is inferred, the sentence does not give it."
    )
    no_day: Text = Field(description="Below a date: the note does not give the day.")
    body: Text = Field(description=f"The institution, council or committee that met. {_FACT}")
    no_body: Text = Field(description="In the place of the body that met, where the note names none.")
    participants: Text = Field(description=f"Others who took part in a meeting ('With'). {_FACT}")
    meeting_format: Text = Field(description=f"What sort of meeting it was. {_FACT}")
    status: Text = Field(description=f"Whether a meeting is reported or announced. {_FACT}")
    about_instruments: Text = Field(description="Title above the instruments that a question is about.")
    leading_sentences: Text = Field(description="Title above the sentences that lead to a question.")
    kind: Text = Field(description=f"What sort of instrument it is. {_HEAD}")
    level: Text = Field(description=f"Whose instrument it is: the Union's or the member states'. {_HEAD}")
    actors: Text = Field(description=f"Bodies that are named with an instrument. {_HEAD}")
    condition: Text = Field(description=f"What an instrument is subject to. {_FACT}")
    bodies: Text = Field(description=f"Bodies and organisations that the note names. {_TITLE}")
    forms: Text = Field(
        description="Before the forms in which a term stands in the text, with a colon after it; up to 25 characters."
    )
    file: Text = Field(description="Heads the column of the files to download; a noun, up to 15 characters.")
    format: Text = Field(description="Heads the column of the files' formats; a noun, up to 15 characters.")
    size: Text = Field(description="Heads the column of the files' sizes; a noun, up to 15 characters.")
    licence: Text = Field(description="Heads the column of the files' licences; a noun, up to 15 characters.")
    files_first: Text = Field(description=f"The files that most readers want. {_TITLE}")
    files_text: Text = Field(
        description="Title of the files with the text of the note and references to it: 'The note, to cite and "
        "compare'; up to 45 characters."
    )
    files_meetings: Text = Field(description=f"The files to follow the meetings in a calendar or a reader. {_TITLE}")
    files_data: Text = Field(description=f"The tables, and the sources that the site is made from. {_TITLE}")
    files_programs: Text = Field(description=f"The files that programs and other sites read. {_TITLE}")
    offline: Text = Field(description=f"The whole site in one language as a file, to be read offline. {_TITLE}")
    offline_help: Text = Field(description="Below it: what the file holds, and how it is opened; two sentences.")
    not_found: Text = Field(description="A sentence at an address that does not exist.")
    to_home: Text = Field(description="The link that follows it, to the home page.")
    language: Text = Field(description="Heads the column and the list of languages; a noun, up to 20 characters.")
    page: Text = Field(description="A page of the site; a noun, up to 15 characters.")
    whole: Text = Field(description="Heads the column of a whole translation, beside those of its pages; a noun.")
    strings: Text = Field(description="Heads the column of the names of records; a noun phrase, up to 25 characters.")
    done: Text = Field(
        description="How many texts are up to date, before a colon and a number, and in the key of a picture: with its "
        "noun ('Texts up to date')."
    )
    stale: Text = Field(description="How many texts are out of date, likewise: 'Texts out of date'.")
    missing: Text = Field(description="How many texts are not translated, likewise: 'Texts missing'.")
    is_stale: Text = Field(description=f"Whether the translation of a sentence is out of date. {_COLUMN}")
    reviewers: Text = Field(description="Heads the column of who reviewed a translation; a noun, up to 20 characters.")
    complete: Text = Field(
        description="Stands before the list of the languages whose texts are all translated and up to date, which "
        "follows after a colon; agrees with the word for a translation or is invariable."
    )
    by_page: Text = Field(description=f"Opens the table of translations by language and by page. {_TITLE}")
    no_reviewers: Text = Field(description="In that column, where there are none; agrees with the noun above it.")
    stale_sentence: Text = Field(
        description="A sentence before the source text: it has changed since this sentence was translated."
    )
    stale_page: Text = Field(
        description="A sentence above a page: parts of it are translated from an earlier text, and are marked."
    )
    shown_in_source: Text = Field(
        description="A sentence beside a text that the translation lacks, or of which it is out of date: it is shown "
        "in the source language. Right beside a sentence and beside an entry alike."
    )
    missing_page: Text = Field(
        description="A sentence above a page: parts of it are not translated, and are shown in the source language."
    )
    close: Text = Field(description=f"Closes the search or a message. {_BUTTON}")
    search_help: Text = Field(description="Below the empty search field: by words, dates or ids; a phrase.")
    search_loading: Text = Field(description="While the search is being loaded; a phrase.")
    search_none: Text = Field(description="Where nothing is found; {query} is what was asked, in quotation marks.")
    search_absent: Text = Field(
        description="Told by the search of words that occur nowhere on the site; {words} are those words, with commas."
    )
    search_similar: Text = Field(
        description="Heads the results in which only words stand that look like those that were typed; a phrase."
    )
    search_other: Text = Field(
        description="Heads the results that another language's text has found; {language} is its own name for itself."
    )
    failed: Text = Field(
        description="Told where a part of the page does not come from the server: the search, a second language; a "
        "sentence that fits each of them, with its full stop."
    )
    try_again: Text = Field(description=f"Follows that sentence. {_BUTTON}")
    cite: Text = Field(description="Names the menu by which a sentence is cited; a verb.")
    copy_link: Text = Field(description=f"Copies the address of a sentence. {_BUTTON}")
    copy_citation: Text = Field(description=f"Copies a reference to a sentence or to the document. {_BUTTON}")
    copy_text: Text = Field(description=f"Copies a sentence with its reference. {_BUTTON}")
    copied: Text = Field(description="Said once something has been copied; agrees with nothing.")
    copy_yourself: Text = Field(
        description="Above a text that the browser did not let the site copy: that the reader copy it."
    )
    report_error: Text = Field(
        description="A link in the menu of a sentence or paragraph, and at the foot of each page: to tell the host of "
        "an error there. Up to 40 characters: the menu is narrow."
    )
    edit_text: Text = Field(
        description="A link in the menu of a sentence or paragraph: to its line in the public repository. Up to 40 "
        "characters."
    )
    citation: Text = Field(
        description="A reference to a sentence: {author}, {title}, {place} (paragraph and sentence, with the page), "
        "{status} of the text, {language} (its own name, which may have a small letter), {address} and {date} of "
        "access. Place and status begin with a capital: each follows a full stop. Between {place} and {status} stands "
        "punctuation alone."
    )
    citation_page: Text = Field(
        description="Part of a reference, in brackets: the page of the text received; {n} is its number."
    )
    cite_document: Text = Field(description="Before the references to the whole document, with a colon after it.")
    tools: Text = Field(description="Opens the list of the note's downloads and references; up to 30 characters.")
    plain: Text = Field(
        description="Names a box to tick above the note, so that its text is shown without the links being seen; the "
        "form that settings have in the language; up to 22 characters."
    )
    compare: Text = Field(description="Above a list of languages: to read this text beside another language.")
    compare_none: Text = Field(description="First choice of that list: no second language.")
    compare_swap: Text = Field(description=f"Changes the two languages about. {_BUTTON}")
    offer: Text = Field(
        description="Said to a reader of another language: this page exists in this one, too. A whole sentence, "
        "which names the language."
    )
    offer_read: Text = Field(description="The link that follows it: to read the page in this language.")
    print_address: Text = Field(description="On paper, before the address of the page, with a colon after it.")
    colours_system: Text = Field(description=f"Takes light or dark colours as the system has them. {_BUTTON}")
    colours_light: Text = Field(description=f"Takes light colours. {_BUTTON}")
    colours_dark: Text = Field(description=f"Takes dark colours. {_BUTTON}")
    this_language: Text = Field(description="Heads the files of the page's own language.")
    all_languages: Text = Field(description="Heads the files that stand once for all languages.")
    download: Text = Field(description="Before the formats of the note, with a colon after it; a verb or a noun.")
    add_to_calendar: Text = Field(description=f"Adds a meeting to the reader's calendar. {_BUTTON}")
    calendar: Text = Field(description="The meetings as a calendar to subscribe to; the format in brackets.")
    feed: Text = Field(description="The meetings as a feed to subscribe to; the format in brackets.")
    annex: Text = Field(description="Title in the printed document, above the questions and the meetings.")
    page_of: Text = Field(description="At the foot of a printed page: {n} is its number, {total} that of the last.")
    identifier: Text = Field(description=f"The id of a record. {_COLUMN}")
    name: Text = Field(description=f"The name of a record. {_COLUMN}")
    summary: Text = Field(description=f"What a record is, in a sentence. {_COLUMN}")
    definition: Text = Field(description=f"What a term means. {_COLUMN}")
    quote: Text = Field(description=f"The phrase of the sentence that a record rests on. {_COLUMN}")
    full_sentence: Text = Field(description=f"The sentence that a record rests on. {_COLUMN}")
    place: Text = Field(description=f"Where that sentence is in the note. {_COLUMN}")
    address: Text = Field(description=f"The address of a record on the site. {_COLUMN}")
    date_in_words: Text = Field(description=f"A date as the language writes it. {_COLUMN}")
    time: Text = Field(description=f"The hour at which a meeting begins. {_COLUMN}")
    until: Text = Field(description=f"The hour at which a meeting ends. {_COLUMN}")
    time_zone: Text = Field(description=f"The time zone of these hours. {_COLUMN}")
    location: Text = Field(description=f"Where a meeting takes place: a town, a building. {_COLUMN}")
    part_of_month: Text = Field(description=f"The part of a month, where there is no day. {_COLUMN}")
    inferred: Text = Field(description=f"What of a date is inferred. {_COLUMN}")
    verified: Text = Field(description=f"Whether a term is known to be the institutions' own. {_COLUMN}")
    evidence: Text = Field(
        description="Before the title of the document in which the institutions' own use of a term was seen, with a "
        "colon after it, and above a column; up to 40 characters."
    )
    filter_terms: Text = Field(description=f"Names the field into which one types to see fewer terms. {_TITLE}")
    in_all_languages: Text = Field(description=f"Opens a table of one term in each language of the site. {_TITLE}")
    general_knowledge: Text = Field(
        description="Below a definition that the note does not give: that it is general knowledge; a sentence without "
        "a full stop."
    )

    def __getitem__(self, name: str, /) -> str:
        """Return the label of that name."""
        label: str = getattr(self, name)
        return label
