"""Rules for the dates of meetings: said by their sentences, in order, the same in the id."""

import re
from collections import Counter
from collections.abc import Iterator

from babel.dates import get_month_names

from instrumentarium.checks.quotes import told_records
from instrumentarium.model.edition import Language
from instrumentarium.model.fields import has_day
from instrumentarium.model.records import Meeting
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import NOTE, SourceTree, note_file

_MEETINGS = "data/meetings.yml"
# The day, and the year, beside a month: "20.", "le 20 de", "2031"; of a word that may be a month's name.
_DAY = r"(?:\d{1,2}(?:\.|-?\w{1,3})?\s+(?:\w{1,3}\s+)?)?"
_YEAR = r"(?:,?\s+(?:\w{1,3}\s+)?\d{1,4}(?!\d))?"


def dates_are_said(tree: SourceTree) -> Iterator[Diagnostic]:
    """The day, the month and (unless inferred) the year of a meeting are in its sentence.

    Of a translation, the numbers are held here; its month is a matter of language, see ``style``.
    """
    for code, language in tree.languages.items():
        is_source = code == tree.facts.note.language
        for _, meeting, sentence in told_records(tree, language):
            if not isinstance(meeting, Meeting):
                continue
            unsaid = list(_unsaid(meeting, sentence.text, language, is_source=is_source))
            if not unsaid:
                continue
            if is_source:
                path = ("meetings", tree.facts.meetings.index(meeting), "date")
                found = tree.at(_MEETINGS, path, _wrong_date(meeting, unsaid, language))
            else:
                found = unsaid_in_translation(tree, code, meeting, unsaid[0])
            yield found.about(("meetings", meeting.id, "date"), ("note", meeting.source.paragraph))


def unsaid_in_translation(tree: SourceTree, code: str, meeting: Meeting, part: str, /) -> Diagnostic:
    """Return what is wrong with a translation that does not say a part of a meeting's date; see ``style``, too."""
    what = f"does not say the {part} of {meeting.date}"
    sentence = tree.languages[code].note.sentences[meeting.source]
    found = Diagnostic(note_file(code), sentence.line, 1, f"sentence {meeting.source} {what}; correct the translation")
    if (source := tree.source) is None or meeting.source not in source.note.sentences:
        return found
    line, mend = source.note.sentences[meeting.source].line, "correct it here, or there"
    message = f"sentence {meeting.source} {what} in the translations; {mend}"
    return found.or_in_source(Diagnostic(note_file(source.code), line, 1, message))


def _wrong_date(meeting: Meeting, unsaid: list[str], language: Language) -> str:
    """Return what is wrong with a date that the source language's sentence does not say."""
    quote = getattr(language.strings.meetings.get(meeting.id), "quote", "")
    said = _said(quote, language) or _said(language.note.sentences[meeting.source].text, language)
    has_year = any(re.search(r"\d{4}", date) for date in said)
    if said and (has_year or unsaid != ["year"]):
        return f"sentence {meeting.source} says '{' and '.join(said)}', not {meeting.date}; correct the date"
    mend = "correct the date" + (", or mark it 'inferred: [year]'" if "year" in unsaid else "")
    return f"sentence {meeting.source} does not say the {unsaid[0]} of {meeting.date}; {mend}"


def _said(text: str, language: Language) -> list[str]:
    """Return the dates of a text: its months with the day and the year beside each."""
    stems = {stem: name for month in range(1, 13) for stem, name in _stems(month, language)}
    found = []
    for word in set(re.findall(r"[^\W\d]+", text)):
        name = next((name for stem, name in stems.items() if word.casefold().startswith(stem)), None)
        if name and len(word) <= len(name) + 3:
            found += re.findall(rf"\b{_DAY}{word}\b{_YEAR}", text)
    return sorted(found, key=text.index)


def inferred_years_are_unsaid(tree: SourceTree) -> Iterator[Diagnostic]:
    """A year is marked as inferred only where the sentence does not give it."""
    language = tree.source
    if language is None:
        return
    for index, meeting in enumerate(tree.facts.meetings):
        sentence = language.note.sentences.get(meeting.source)
        if sentence and "year" in meeting.inferred and _has_number(meeting.date[:4], sentence.text):
            message = f"sentence {meeting.source} says the year {meeting.date[:4]}; take 'inferred: [year]' out"
            found = tree.at(_MEETINGS, ("meetings", index, "inferred"), message)
            yield found.about(("meetings", meeting.id, "inferred"), ("note", meeting.source.paragraph))


def _unsaid(meeting: Meeting, text: str, language: Language, *, is_source: bool) -> Iterator[str]:
    """Yield each part of a meeting's date that the text does not give."""
    year, _, *day = meeting.date.split("-")
    if day and not _has_number(str(int(day[0])), text):
        yield "day"
    if "year" not in meeting.inferred and not _has_number(year, text):
        yield "year"
    if is_source and not says_month(meeting, text, language):
        yield "month"


def _has_number(number: str, text: str) -> bool:
    return re.search(rf"(?<!\d)0?{number}(?!\d)", text) is not None


def says_month(meeting: Meeting, text: str, language: Language, /) -> bool:
    """Whether a word of the text begins like the name of a meeting's month, in any of its forms in CLDR."""
    words = re.findall(r"\w+", text.casefold())
    stems = [stem for stem, _ in _stems(int(meeting.date.split("-")[1]), language)]
    return any(word.startswith(stem) for word in words for stem in stems)


def stems_of_months(language: Language, /) -> frozenset[str]:
    """Return how the names of all months begin."""
    return frozenset(stem for month in range(1, 13) for stem, _ in _stems(month, language))


def _stems(month: int, language: Language) -> Iterator[tuple[str, str]]:
    """Yield how the names of a month begin, with the name, in the forms that CLDR has."""
    for form in ("format", "stand-alone"):
        name = max(get_month_names("wide", form, language.locale)[month].split(), key=len)
        yield name[:5].casefold(), name


def the_document_says_its_number_and_date(tree: SourceTree) -> Iterator[Diagnostic]:
    """The place that data/note.yml names for the document's number, or its date, says it."""
    card, language = tree.facts.note, tree.source
    for field, place in card.sources.items() if language else ():
        assert language is not None
        sentence, path = language.note.sentences.get(place), ("sources", field)
        if sentence is None:
            found = tree.at(NOTE, path, f"the note has no '{place}'; name the place that says it")
            yield found.about(("note.yml", field), ("note", place.paragraph))
        elif field == "register_number" and not (card.register_number and card.register_number in sentence.text):
            message = f"'{place}' does not say the number {card.register_number}; correct the number, or the place"
            yield tree.at(NOTE, path, message).about(("note.yml", field), ("note", place))
        elif field == "date" and not (card.date and says_date(card.date, sentence.text, language)):
            message = f"'{place}' does not say the date {card.date}; correct the date, or the place"
            yield tree.at(NOTE, path, message).about(("note.yml", field), ("note", place))


def says_date(date: str, text: str, language: Language, /) -> bool:
    """Whether a text gives the year, the month by its name or its number, and the day of a date, if it has one."""
    year, month, *day = date.split("-")
    stems = [stem for stem, _ in _stems(int(month), language)]
    has_month = _has_number(str(int(month)), text) or any(stem in text.casefold() for stem in stems)
    return has_month and all(_has_number(str(int(part)), text) for part in (year, *day))


def meetings_are_in_order(tree: SourceTree) -> Iterator[Diagnostic]:
    """Meetings are in the order of their dates, and a meeting's id begins with its date."""
    doubtful, previous = _doubtful(tree), ""
    for index, meeting in enumerate(tree.facts.meetings):
        if not _begins_with_date(meeting):
            message = f"id '{meeting.id}' does not begin with the date {meeting.date}; correct the one or the other"
            yield tree.at(_MEETINGS, ("meetings", index, "id"), message).about(("meetings", meeting.id, "date"))
        if meeting.id in doubtful:
            continue  # another rule tells what is wrong with it
        key = f"{meeting.date}-00" if meeting.when == "early" else meeting.date
        if key < previous:
            message = f"'{meeting.id}' comes before the meeting above it; move it up"
            yield tree.at(_MEETINGS, ("meetings", index), message)
        previous = key


def _doubtful(tree: SourceTree) -> set[str]:
    """Return the meetings whose date may be wrong, or whose id is another's too: they may stand anywhere."""
    ids = Counter(meeting.id for meeting in tree.facts.meetings)
    wrong = {fault.cause[1] for fault in dates_are_said(tree) if fault.file == _MEETINGS}
    wrong |= {meeting.id for meeting in tree.facts.meetings if not _begins_with_date(meeting)}
    return wrong | {id for id, count in ids.items() if count > 1}


def _begins_with_date(meeting: Meeting) -> bool:
    return meeting.id.startswith(f"{meeting.date}-")


def only_a_month_has_parts(tree: SourceTree) -> Iterator[Diagnostic]:
    """A meeting has a day, or a month of which it may say which part."""
    for index, meeting in enumerate(tree.facts.meetings):
        if meeting.when and has_day(meeting.date):
            message = f"'when: {meeting.when}' says part of a month, but {meeting.date} is a day; take one out"
            yield tree.at(_MEETINGS, ("meetings", index, "when"), message)


ERRORS = (
    the_document_says_its_number_and_date,
    dates_are_said,
    inferred_years_are_unsaid,
    meetings_are_in_order,
    only_a_month_has_parts,
)
