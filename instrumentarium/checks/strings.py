"""Rules for strings.yml: strings for every record, quotes from their sentences, dates that the sentences give."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from babel.dates import get_month_names

from instrumentarium.model.edition import Language
from instrumentarium.model.interface import PLACEHOLDERS
from instrumentarium.model.note import Sentence
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.records import Meeting, Record
from instrumentarium.model.unit import GAP
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import PACKAGED, SourceTree, interface_file, note_file, strings_file
from instrumentarium.sources.yaml_positions import Path
from instrumentarium.translation.status import told_in

_MEETINGS = "data/meetings.yml"


def gaps_are_filled(tree: SourceTree) -> Iterator[Diagnostic]:
    """No gap is left in the source language, which stands in for gaps of others."""
    for unit in tree.source.units.values() if tree.source else ():
        if unit.is_gap:
            file = f"docs/{tree.facts.note.language}/{unit.key.file}"
            yield Diagnostic(file, unit.line, 1, f"a gap: write '{unit.key}' in this language")


def records_have_words(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every record has its strings in the source language, and all strings belong to a record."""
    for code, language in tree.languages.items():
        file = strings_file(code)
        for kind, records in tree.facts.records():
            words, ids = getattr(language.strings, kind.section), {record.id for record in records}
            if language is not tree.source:
                words = tree.documents[file].value.get(kind.section) or {}
            for id in sorted(ids - set(words)) if language is tree.source else ():
                message = f"'{id}' of {kind.path} has no words here; add an entry '{id}'"
                yield tree.at(file, (kind.section,), message, of_key=True)
            for id in words:
                if id not in ids:
                    message = f"{kind.path} has no record '{id}'; take the entry out or add the record"
                    yield tree.at(file, (kind.section, id), message, of_key=True)


def quotes_are_literal(tree: SourceTree) -> Iterator[Diagnostic]:
    """The quote of a record is a phrase of its sentence, letter for letter."""
    for code, language in tree.languages.items():
        for section, record, sentence in told_records(tree, language):
            quote = getattr(getattr(language.strings, section)[record.id], "quote", None)
            if quote and find_phrase(quote, sentence.text) is None:
                message = f"'{quote}' does not stand in sentence {record.source}; quote it letter for letter"
                yield tree.at(strings_file(code), (section, record.id, "quote"), message)


def told_records(tree: SourceTree, language: Language, /) -> Iterator[tuple[str, Record, Sentence]]:
    """Yield the section of each record that is shown in that language, the record, and its sentence."""
    for kind, records in tree.facts.records():
        words = getattr(language.strings, kind.section)
        for record in records:
            sentence = language.note.sentences.get(record.source)
            if sentence is None or record.id not in words:
                continue  # other rules tell that
            if told_in(tree.source or language, language, kind.section, record) is language:
                yield kind.section, record, sentence


def quotes_do_not_overlap(tree: SourceTree) -> Iterator[Diagnostic]:
    """Two quotes of meetings or instruments in a sentence have no word in common: each becomes a link."""
    for code, language in tree.languages.items():
        taken: list[tuple[str, int, int, str]] = []
        for section, record, sentence in told_records(tree, language):
            if section not in ("meetings", "instruments"):
                continue
            quote = getattr(language.strings, section)[record.id].quote
            if (start := find_phrase(quote, sentence.text)) is None:
                continue
            end = start + len(quote)
            for source, other_start, other_end, other in taken:
                if source == record.source and other != record.id and start < other_end and other_start < end:
                    message = f"this quote overlaps that of '{other}' in sentence {source}; shorten one of them"
                    yield tree.at(strings_file(code), (section, record.id, "quote"), message)
            taken.append((record.source, start, end, record.id))


def dates_are_said(tree: SourceTree) -> Iterator[Diagnostic]:
    """The day, the month and (unless inferred) the year of a meeting are in its sentence.

    Of a translation, the numbers are held here; its month is a matter of language, see ``style``.
    """
    for code, language in tree.languages.items():
        is_source = code == tree.facts.note.language
        for _, meeting, sentence in told_records(tree, language):
            if not isinstance(meeting, Meeting):
                continue
            index = tree.facts.meetings.index(meeting)
            unsaid = list(_unsaid_numbers(meeting, sentence.text))
            unsaid += ["month"] if is_source and not says_month(meeting, sentence.text, language) else []
            for part in unsaid:
                message = f"sentence {meeting.source} does not say the {part} of {meeting.date}"
                if is_source:
                    mend = "correct the date" + (", or mark it 'inferred: [year]'" if part == "year" else "")
                    yield tree.at(_MEETINGS, ("meetings", index, "date"), f"{message}; {mend}")
                else:
                    yield Diagnostic(note_file(code), sentence.line, 1, f"{message}; correct the translation")


def inferred_years_are_unsaid(tree: SourceTree) -> Iterator[Diagnostic]:
    """A year is marked as inferred only where the sentence does not give it."""
    language = tree.source
    if language is None:
        return
    for index, meeting in enumerate(tree.facts.meetings):
        sentence = language.note.sentences.get(meeting.source)
        if sentence and "year" in meeting.inferred and _has_number(meeting.date[:4], sentence.text):
            message = f"sentence {meeting.source} says the year {meeting.date[:4]}; take 'inferred: [year]' out"
            yield tree.at(_MEETINGS, ("meetings", index, "inferred"), message)


def _unsaid_numbers(meeting: Meeting, text: str) -> Iterator[str]:
    """Yield each number of a meeting's date (day, year) that the text does not give."""
    year, _, *day = meeting.date.split("-")
    if day and not _has_number(str(int(day[0])), text):
        yield "day"
    if "year" not in meeting.inferred and not _has_number(year, text):
        yield "year"


def _has_number(number: str, text: str) -> bool:
    return re.search(rf"(?<!\d){number}(?!\d)", text) is not None


def says_month(meeting: Meeting, text: str, language: Language) -> bool:
    """Whether a word of the text begins like the name of a meeting's month, in any of its forms in CLDR."""
    month = int(meeting.date.split("-")[1])
    names = {get_month_names("wide", form, language.locale)[month] for form in ("format", "stand-alone")}
    stems = {max(name.split(), key=len)[:5].casefold() for name in names}
    words = re.findall(r"\w+", text.casefold())
    return any(word.startswith(stem) for word in words for stem in stems)


def term_forms_occur(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each term has a form that occurs in its sentence, and every form occurs in the note."""
    for code, language in tree.languages.items():
        whole = "\n".join(sentence.text for sentence in language.note.sentences.values())
        for section, term, sentence in told_records(tree, language):
            if section != "terms":
                continue
            words, path = language.strings.terms[term.id], ("terms", term.id, "forms")
            if not any(find_phrase(form, sentence.text) is not None for form in words.forms):
                message = f"no form of '{words.name}' stands in sentence {term.source}; add the form it has there"
                yield tree.at(strings_file(code), path, message)
            for number, form in enumerate(words.forms):
                if find_phrase(form, whole) is None:
                    message = f"the form '{form}' stands nowhere in the note; take it out or correct it"
                    yield tree.at(strings_file(code), (*path, number), message)


def placeholders_are_known(tree: SourceTree) -> Iterator[Diagnostic]:
    """An interface word has the placeholders that the site fills, {n} and the like, and no other."""
    for file, strings in interface_files(tree):
        for section, name, allowed in PLACEHOLDERS:
            value = (strings.get(section) or {}).get(name, "")
            forms: dict[Path, str] = {(section, name): value}
            if isinstance(value, dict):
                forms = {(section, name, category): form for category, form in value.items()}
            for path, text in forms.items():
                found = _placeholders(str(text))
                if text in ("", GAP):
                    continue
                # A plural form may leave its number out: Arabic's one and two say it themselves.
                if found is None or not found <= allowed or (len(path) == 2 and found != allowed):
                    wanted = ", ".join(f"{{{one}}}" for one in sorted(allowed))
                    message = f"the placeholders of '{name}' are {wanted}; write them so"
                    yield tree.at(file, path, message)


def interface_files(tree: SourceTree) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the path and the content of each file with interface words: the engine's, and those in folders."""
    for code in tree.languages:
        for file in (f"{PACKAGED}{code}.yml", interface_file(code)):
            if file in tree.documents:
                yield file, tree.documents[file].value


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces; None where the braces are not well-formed."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def status_fits_the_language(tree: SourceTree) -> Iterator[Diagnostic]:
    """The status of the source language is `original`, and that of no other language is."""
    if tree.facts.note.language not in tree.page_names:
        return
    for code, language in tree.languages.items():
        status = language.strings.language.status
        if (code == tree.facts.note.language) != (status == "original"):
            wanted = "original" if code == tree.facts.note.language else "translation"
            message = f"status '{status}' should be '{wanted}'; the original is in '{tree.facts.note.language}'"
            yield tree.at(strings_file(code), ("language", "status"), message)


ERRORS = (
    gaps_are_filled,
    records_have_words,
    quotes_are_literal,
    quotes_do_not_overlap,
    dates_are_said,
    inferred_years_are_unsaid,
    term_forms_occur,
    placeholders_are_known,
    status_fits_the_language,
)
