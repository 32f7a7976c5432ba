"""The search's index of a language: a hit is a sentence of the note, a record or a section, not a page."""

from collections.abc import Iterator, Sequence
from typing import TypedDict, cast, get_args

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.exports.plain_text import plain_text
from instrumentarium.locales import dates, forms
from instrumentarium.model.download import Use
from instrumentarium.model.records import RECORD_KINDS, Record
from instrumentarium.model.text import Borrowed


class Entry(TypedDict, total=False):
    """What a hit shows, and the address below the language's folder that it leads to.

    ``lang`` is the code of the source language, where the title or the text are in that; ``also`` are other words by
    which readers look for it, which are not shown.
    """

    url: str
    title: str
    text: str
    lang: str
    also: str


def search_index(view: FileView, /, files: Sequence[tuple[Use, str]]) -> bytes:
    """Return the index as JSON: entries in the order in which equal hits are shown, and what is known of the language.

    That is the titles of its pages by their folders, the names of its months, and what makes forms of its words (see
    ``locales.forms``). ``files`` are those that can be downloaded: what each is for, and by what it may be called.
    """
    code, locale = view.language.code, view.language.locale
    entries = [*_entries(view), *_of_files(view, files)]
    pages = {_folder(name): page.title for name, page in view.language.pages.items()}
    months, known = dates.names_of_months(locale), forms.of(code)
    return json_bytes({"pages": pages, "months": months, "forms": known, "entries": entries})


def _folder(page: str) -> str:
    return "" if page == "index" else f"{page}/"


def _entries(view: FileView) -> Iterator[Entry]:
    facts, language = view.facts, view.language
    words = language.strings
    yield from _of_note(view)
    for meeting in facts.meetings:
        bodies = [words.bodies[id].name for id in (meeting.body, *meeting.participants) if id]
        wording = view.words("meetings", meeting)
        text = " · ".join((view.meeting_date(meeting), *filter(None, (wording.location,)), wording.summary, *bodies))
        yield _of_record(view, "meetings", meeting, text)
    for instrument in facts.instruments:
        kind, summary = _own(language.kinds[instrument.kind]), view.words("instruments", instrument).summary
        yield _of_record(view, "instruments", instrument, " · ".join(filter(None, (kind, summary))))
    for question in facts.questions:
        yield _of_record(view, "questions", question, view.words("questions", question).summary)
    for term in facts.terms:
        wording = view.words("terms", term)
        yield _of_record(view, "terms", term, f"{wording.definition} ({', '.join(wording.forms)})")
    for body in facts.bodies:
        if body.id not in words.terms:
            yield _of_record(view, "bodies", body, _own(language.kinds[body.kind]))
    yield from _sections(view)


def _of_note(view: FileView) -> Iterator[Entry]:
    """Yield the lines of the head, the title and the headings, the sentences and the footnotes."""
    note = view.language.note
    for line in (*note.top, *note.head):
        yield _entry("note/#" + line.id, view.where(line.id), line.text, lang=line.language)
    for heading in (note.title, *note.headings):
        yield _entry("note/#" + heading.id, heading.text, "", lang=heading.language)
    for one in note.numbered():
        yield _entry(f"note/#{one.id}", view.where(one.id), one.text, lang=one.language)
    for one in note.footnotes:
        yield _entry(f"note/#{one.id.anchor}", view.where(one.id), one.text, lang=one.language)


def _own(name: str) -> str:
    """Return the name of a kind where the language has it: an entry has one language."""
    return "" if isinstance(name, Borrowed) else name


def _of_record(view: FileView, section: str, record: Record, text: str) -> Entry:
    page, shown = next(kind.page for kind in RECORD_KINDS if kind.section == section), view.told_in(section, record)
    lang = None if shown is view.language else shown.code
    words = view.words(section, record)
    return _entry(f"{page}/#{record.id}", words.name, text, lang=lang, also=", ".join(words.also))


def _sections(view: FileView) -> Iterator[Entry]:
    """Yield the sections of the pages of prose: each heading with the lines below it."""
    language, source = view.language, view.edition.source
    missing = {name for name, page in language.pages.items() if page.is_missing}
    sections: dict[tuple[str, str], dict[str, str]] = {}
    borrowed = (unit for unit in source.units.values() if unit.key.page in missing)
    for unit in (*language.units.values(), *borrowed):
        if ":" in unit.key.name and unit.key.page != "note":
            number = unit.key.name.rpartition(":")[2]
            sections.setdefault((unit.key.page, unit.key.section), {})[number] = plain_text(unit.text)
    for (page, section), texts in sections.items():
        heading = texts.pop("0", None) or view.title()
        lang = source.code if page in missing else None
        text = " ".join(filter(None, texts.values()))
        yield _entry(f"{_folder(page)}#{section}", heading, text, lang=lang)


def _of_files(view: FileView, files: Sequence[tuple[Use, str]]) -> Iterator[Entry]:
    """Yield the lists of files on the page with the downloads, where it has them."""
    page = view.language.pages.get("data")
    if not page or "downloads" not in page.components:
        return
    for use in get_args(Use):
        if names := dict.fromkeys(name for purpose, name in files if purpose == use):
            yield _entry(f"data/#files-{use}", view.labels[f"files_{use}"], ", ".join(names))


def _entry(url: str, title: str, text: str, **others: str | None) -> Entry:
    known = {name: value for name, value in others.items() if value}
    return cast(Entry, {"url": url, "title": title, "text": text, **known})
