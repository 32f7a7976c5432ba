"""The files that stand beside the pages of a language."""

from collections.abc import Callable, Iterator
from functools import partial

from instrumentarium.exports.akoma_ntoso import note_xml
from instrumentarium.exports.atom import timeline_atom
from instrumentarium.exports.bibtex import bibtex, ris
from instrumentarium.exports.file_view import FileView, views
from instrumentarium.exports.ics import meeting_ics, timeline_ics
from instrumentarium.exports.pdf import note_pdf
from instrumentarium.exports.search_index import search_index
from instrumentarium.exports.social_card import card_png
from instrumentarium.exports.tables import TABLES, table_csv, table_json
from instrumentarium.model.download import Export
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.licences import CC_BY, EU
from instrumentarium.model.site import Release

# (format, media type, the page whose matter it holds, what writes it).
Kind = tuple[str, str, str, Callable[[FileView], bytes]]

NOTE: dict[str, Kind] = {
    "note.pdf": ("PDF", "application/pdf", "note", note_pdf),
    "note.xml": ("Akoma Ntoso", "application/akn+xml", "note", note_xml),
    "note.bib": ("BibTeX", "application/x-bibtex", "note", bibtex),
    "note.ris": ("RIS", "application/x-research-info-systems", "note", ris),
}
TIMELINE: dict[str, Kind] = {
    "timeline.ics": ("iCalendar", "text/calendar", "timeline", timeline_ics),
    "timeline.atom": ("Atom", "application/atom+xml", "timeline", timeline_atom),
}
OTHERS: dict[str, Kind] = {
    "card.png": ("PNG", "image/png", "data", card_png),
    "search.json": ("JSON", "application/json", "data", search_index),
}
_PAGES = {"meetings": "timeline", "instruments": "instruments", "terms": "glossary"}


def files_beside(edition: Edition, language: Language, release: Release, /) -> Iterator[Export]:
    """Yield the files of a language, in the order of the pages that they belong to."""
    view_at = views(edition, language, release)
    is_original = language is edition.source
    for path, (format, media_type, page, write) in _kinds(edition).items():
        view = view_at(path)
        yield Export(
            path=view.path,
            format=format,
            media_type=media_type,
            licence=EU if is_original and page == "note" else CC_BY,
            page=page,
            language=language.code,
            content=write(view),
        )


def _kinds(edition: Edition) -> dict[str, Kind]:
    meetings: dict[str, Kind] = {
        f"timeline/{meeting.id}.ics": ("iCalendar", "text/calendar", "timeline", partial(meeting_ics, id=meeting.id))
        for meeting in edition.facts.meetings
    }
    tables: dict[str, Kind] = {}
    for table in TABLES:
        page = _PAGES[table]
        tables[f"data/{table}.json"] = ("JSON", "application/json", page, partial(table_json, table=table))
        tables[f"data/{table}.csv"] = ("CSV", "text/csv", page, partial(table_csv, table=table))
    return {**NOTE, **TIMELINE, **meetings, **tables, **OTHERS}
