"""Warnings about a translation: sections, months, terms, lengths, plural forms, typography.

`instrumentarium check` reports them, and fails with --strict; but a page with a wrong quotation mark misleads
nobody, so the build goes on.
"""

import re
from collections.abc import Iterator
from statistics import median

from instrumentarium.checks.dates import says_month, stems_of_months, unsaid_in_translation
from instrumentarium.checks.pages import all_pages
from instrumentarium.checks.parity import is_sound, sentence_pairs
from instrumentarium.checks.quotes import told_records
from instrumentarium.checks.strings import interface_files
from instrumentarium.locales import typography
from instrumentarium.model.edition import Language
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.records import Meeting
from instrumentarium.model.unit import Unit
from instrumentarium.presentation import links
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree, language_of, note_file, page_file, strings_file
from instrumentarium.translation.status import plural_categories

_MUCH = 1.9  # times longer or shorter than is usual in the language


def months_are_said(tree: SourceTree) -> Iterator[Diagnostic]:
    """A translation gives the month of a meeting, by its name in CLDR."""
    for code, language in tree.languages.items():
        if language is tree.source:
            continue
        for _, meeting, sentence in told_records(tree, language):
            if isinstance(meeting, Meeting) and not says_month(meeting, sentence.text, language):
                found = unsaid_in_translation(tree, code, meeting, "month")
                yield found.about(("meetings", meeting.id, "date"), ("note", meeting.source.paragraph))


def dates_are_not_numbers(tree: SourceTree) -> Iterator[Diagnostic]:
    """What is read as the number of a paragraph or an item is not the day of a date: "11. Dezember"."""
    for code, note in tree.notes.items():
        months = stems_of_months(tree.languages[code]) if code in tree.languages else ()
        for sentence in note.numbered():
            word = sentence.text.partition(" ")[0].casefold()
            if re.fullmatch(r"\d{1,2}\.", sentence.mark) and any(word.startswith(stem) for stem in months):
                message = f"'{sentence.mark}' is read as a number; where it is the day, write '{sentence.mark[:-1]}\\.'"
                found = Diagnostic(note_file(code), sentence.line, 1, message)
                yield found.about(("note", sentence.id.paragraph, sentence.id, "mark"))


def terms_are_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """Where the source text's sentence uses a term, the translation uses one of its recorded forms."""
    source = tree.source
    for code, counterpart, sentence in sentence_pairs(tree):
        language = tree.languages[code]
        words = {id: term for id, term in language.strings.terms.items() if ("terms", id) not in language.borrowed}
        used = links.terms(source, counterpart, [], set()) if source else []
        for id in (link.anchor for link in used):
            if id in words and all(find_phrase(form, sentence.text) is None for form in words[id].forms):
                message = f"'{sentence.id}' lacks the term '{words[id].name}', which the source text uses"
                mend = f"use it, or add the form it has here to the forms of '{id}' in strings.yml"
                found = Diagnostic(note_file(code), sentence.line, 1, f"{message}; {mend}")
                message = f"where a form of '{id}' stands, the translations lack the term; correct the forms"
                forms = tree.at(strings_file(tree.facts.note.language), ("terms", id, "forms"), message)
                forms = forms.about(("terms", id, "forms"))
                cause = ("note", counterpart.id.paragraph, counterpart.id, "term", id)
                yield found.about(cause, ("terms", id, "forms")).or_in_source(forms)


def lengths_are_usual(tree: SourceTree) -> Iterator[Diagnostic]:
    """No sentence is much shorter or longer, against the source text, than the language's others are."""
    pairs = [(code, o, s) for code, o, s in sentence_pairs(tree) if o.id.startswith(("p", "q"))]
    counterparts = {counterpart.id: counterpart for _, counterpart, _ in pairs}
    for code in {code for code, _, _ in pairs}:
        ratios = {s.id: (len(s.text) / len(o.text), s) for other, o, s in pairs if other == code}
        usual = median(ratio for ratio, _ in ratios.values())
        for id, (ratio, sentence) in ratios.items():
            if not 1 / _MUCH < ratio / usual < _MUCH:
                how = "short" if ratio < usual else "long"
                message = f"'{id}' is unusually {how} for this language; see whether it says all, and no more"
                how = "long" if how == "short" else "short"
                told = f"'{id}' is unusually {how}, against the translations; see whether they say the same"
                counterpart = Diagnostic(note_file(tree.facts.note.language), counterparts[id].line, 1, told)
                cause = ("note", sentence.id.paragraph, sentence.id, "length")
                yield Diagnostic(note_file(code), sentence.line, 1, message).about(cause).or_in_source(counterpart)


def plurals_are_complete(tree: SourceTree) -> Iterator[Diagnostic]:
    """A counted thing has exactly the plural forms that CLDR has for the language."""
    for file, words in interface_files(tree):
        expected = plural_categories(tree.languages[language_of(file)].locale)
        for name, forms in (words.get("counts") or {}).items():
            if set(forms) != set(expected):
                message = f"'{name}' needs exactly these plural forms: {', '.join(expected)}"
                yield tree.at(file, ("counts", name), message)


def typography_is_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """Quotation marks and brackets are the language's own, closed, and with the spaces that it puts beside them."""
    for page in all_pages(tree):
        code = language_of(page.file)
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            plain = re.sub(r"\{\{.*?\}\}|\{:.*?\}|\[\^\d+\]:?", lambda match: "x" * len(match[0]), line)
            for offset, message in typography.problems(plain, code):
                yield Diagnostic(page.file, number, offset + 1, message)
    files = [(strings_file(code), tree.documents[strings_file(code)].value) for code in tree.languages]
    for file, strings in (*files, *interface_files(tree)):
        code = language_of(file)
        for path, text in _texts(strings, ()):
            if path[-1] in ("quote", "location", "evidence"):
                continue  # a phrase of the note may begin inside a quotation; a title is as its document has it
            for _, message in typography.problems(text, code):
                yield tree.at(file, path, message)


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(child, (*path, index))


def lines_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each section of a page has as many lines of text as the source text's: one line is one sentence."""
    source = tree.source
    if source is None:
        return
    wanted = _lines_by_section(source)
    for code, language in tree.languages.items():
        for section, units in _lines_by_section(language).items():
            pages = [tree.pages[one][section[0]] for one in (source.code, code) if section[0] in tree.pages[one]]
            if not all(is_sound(page, tree) for page in pages):
                continue  # another rule tells what is wrong with the page
            counterparts = wanted.get(section, units)
            ours, theirs = len(units) - 1, len(counterparts) - 1
            if ours != theirs:
                found = _of_section(code, units[0], f"{ours} sentences, the source text's {theirs}")
                told = _of_section(source.code, counterparts[0], f"{theirs} sentences, the translations' {ours}")
                yield found.or_in_source(told)


def _of_section(code: str, heading: Unit, counts: str) -> Diagnostic:
    page, section = heading.key.page, heading.key.section
    message = f"this section has {counts}; one line is one sentence"
    found = Diagnostic(page_file(code, page), heading.line, 1, message)
    return found.about((page, "lines", section), (page, "link"), (page, "macro"))


def _lines_by_section(language: Language) -> dict[tuple[str, str], list[Unit]]:
    sections: dict[tuple[str, str], list[Unit]] = {}
    for unit in language.units.values():
        page, _, rest = unit.key.partition(":")
        if rest.count(":") == 1 and page not in ("note", "strings"):
            sections.setdefault((page, rest.partition(":")[0]), []).append(unit)
    return sections


WARNINGS = (
    dates_are_not_numbers,
    lines_are_parallel,
    months_are_said,
    terms_are_kept,
    lengths_are_usual,
    plurals_are_complete,
    typography_is_kept,
)
