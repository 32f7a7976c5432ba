"""Which files to download there are: those of each language, and those of the whole site."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from instrumentarium import workers
from instrumentarium.exports import json_schemas, typesetting
from instrumentarium.exports.akoma_ntoso import note_xml
from instrumentarium.exports.atom import timeline_atom
from instrumentarium.exports.bibtex import note_bib
from instrumentarium.exports.csl_json import note_csl
from instrumentarium.exports.data_package import data_package
from instrumentarium.exports.dcat import catalogue
from instrumentarium.exports.docx import note_docx
from instrumentarium.exports.edition_json import edition_json
from instrumentarium.exports.epub import note_epub
from instrumentarium.exports.file_view import FileView, site_view
from instrumentarium.exports.ics import meeting_ics, timeline_ics
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.exports.llms import llms_txt
from instrumentarium.exports.odt import note_odt
from instrumentarium.exports.offers import offers_json
from instrumentarium.exports.pdf import note_pdf
from instrumentarium.exports.ris import note_ris
from instrumentarium.exports.robots import robots_txt
from instrumentarium.exports.search_index import search_index
from instrumentarium.exports.social_card import card_png
from instrumentarium.exports.tables import PAGES, table_csv, table_json, tables_of
from instrumentarium.exports.tmx import note_tmx
from instrumentarium.exports.xlsx import tables_xlsx
from instrumentarium.model.download import Download, Use
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.licences import Licence
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import inputs, urls
from instrumentarium.translation import status

Write = Callable[[FileView, Sequence[Download]], bytes]
"""Returns the bytes of a file, from a view and the files that were made before it."""

_ICS = ("iCalendar", "text/calendar")
_JSON = ("JSON", "application/json")
_CSL = ("CSL-JSON", "application/vnd.citationstyles.csl+json")
_XLSX = ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SOURCES = {"txt": ("TXT", "text/plain"), "yml": ("YAML", "application/yaml")}
# Of each language: more than are kept are forgotten, so that a long preview does not fill the memory.
_MOST_TYPESET = 10


@dataclass(frozen=True)
class Format:
    """A file of the site: its path (of a language's file: below the language's folder) and what makes it.

    ``licence`` is None where it is that of all that the edition adds to the text.
    """

    path: str
    name: str
    media_type: str
    page: str
    use: Use
    write: Write
    licence: Licence | None = None

    def made(self, view: FileView, files: Sequence[Download] = (), language: str | None = None) -> Download:
        """Return the file, as ``write`` makes it."""
        return self.download(view.edition, view.path, language, self.write(view, files))

    def download(self, edition: Edition, path: str, /, language: str | None = None, content: bytes = b"") -> Download:
        """Return the file with a content that is known already."""
        return Download(
            path=path,
            format=self.name,
            media_type=self.media_type,
            licence=self.licence or edition.facts.licence,
            page=self.page,
            use=self.use,
            language=language,
            content=content,
        )


def _alone(write: Callable[[FileView], bytes]) -> Write:
    """Return a Write that does not need the other files."""
    return lambda view, _files: write(view)


def language_formats(edition: Edition, language: Language, /) -> Iterator[Format]:
    """Yield the files of a language, in the order of the pages that they belong to."""
    files = list(_files_of(edition, language))
    yield from files
    # The calendars of single meetings are left out: there are many of them, all alike.
    named = [one for one in (*files, *site_formats(edition)) if not one.path.startswith("timeline/")]
    called = [(one.use, name) for one in named for name in _names(one)]
    index = partial(search_index, files=called)
    yield Format("search.json", *_JSON, "data", "programs", _alone(index))


def _names(file: Format) -> Iterator[str]:
    """Yield the names by which a reader may ask for a file: its own, unless it is for programs, and its format's."""
    if file.use != "programs":
        yield file.path.rpartition("/")[2]
    yield file.name


def _files_of(edition: Edition, language: Language) -> Iterator[Format]:
    """Yield the files of a language, besides the search's index, which lists them.

    No PDF and no picture where the fonts lack the letters of the language, or of the source, which they quote.
    """
    licence = edition.facts.licence_of_text if language is edition.source else None
    is_typeset = typesetting.is_covered(language) and typesetting.is_covered(edition.source)
    if is_typeset:
        yield Format("note.pdf", "PDF", "application/pdf", "note", "first", _alone(note_pdf), licence)
    yield Format("note.epub", "EPUB", "application/epub+zip", "note", "text", _alone(note_epub), licence)
    yield Format("note.docx", "DOCX", _DOCX, "note", "text", _alone(note_docx), licence)
    yield Format(
        "note.odt", "ODT", "application/vnd.oasis.opendocument.text", "note", "text", _alone(note_odt), licence
    )
    yield Format("note.xml", "Akoma Ntoso", "application/akn+xml", "note", "text", _alone(note_xml), licence)
    yield Format("note.bib", "BibTeX", "application/x-bibtex", "note", "text", _alone(note_bib), licence)
    yield Format("note.ris", "RIS", "application/x-research-info-systems", "note", "text", _alone(note_ris), licence)
    yield Format("note.csl.json", *_CSL, "note", "text", _alone(note_csl), licence)
    if meetings := edition.facts.meetings:
        yield Format("timeline.ics", *_ICS, "timeline", "first", _alone(timeline_ics))
        yield Format("timeline.atom", "Atom", "application/atom+xml", "timeline", "meetings", _alone(timeline_atom))
    for one in meetings:
        yield Format(f"timeline/{one.id}.ics", *_ICS, "timeline", "meetings", _alone(partial(meeting_ics, id=one.id)))
    if tables := tables_of(edition.facts):
        yield Format("data/tables.xlsx", *_XLSX, "data", "first", _alone(tables_xlsx))
        yield Format("data/datapackage.json", "Data Package", _JSON[1], "data", "programs", _alone(data_package))
    for table in tables:
        page = PAGES[table]
        yield Format(f"data/{table}.json", *_JSON, page, "data", _alone(partial(table_json, table=table)))
        yield Format(f"data/{table}.csv", "CSV", "text/csv", page, "first", _alone(partial(table_csv, table=table)))
    if is_typeset:
        yield Format("card.png", "PNG", "image/png", "data", "programs", _alone(card_png))


def site_formats(edition: Edition, /) -> Iterator[Format]:
    """Yield the files of the whole site."""
    yield from _files_of_all(edition)
    yield from _LISTS


def _files_of_all(edition: Edition) -> Iterator[Format]:
    """Yield the files of the whole site that need no other file."""
    yield Format("data/edition.json", *_JSON, "data", "first", _alone(edition_json))
    yield Format("data/note.tmx", "TMX", "application/x-tmx+xml", "note", "text", _alone(note_tmx))
    page = "translations" if "translations" in edition.pages else "data"
    yield Format("data/translations.json", *_JSON, page, "data", _alone(_translations_json))
    for path, content in edition.files.items():  # the text received and the facts, as they are
        licence = edition.facts.licence_of_text if path.startswith("data/source/") else None
        yield Format(path, *_SOURCES[path.rpartition(".")[2]], "data", "data", partial(_unchanged, content), licence)
    yield from sorted(_schemas(edition), key=lambda one: one.path)
    yield Format("data/offers.json", *_JSON, "data", "programs", _alone(offers_json))
    yield Format("robots.txt", "TXT", "text/plain", "data", "programs", _alone(robots_txt))


# These list all files before them, and so come last.
_LISTS = (
    Format("llms.txt", "Markdown", "text/markdown", "data", "programs", llms_txt),
    Format("data/index.json", "DCAT-AP (JSON-LD)", "application/ld+json", "data", "programs", catalogue),
)


def _schemas(edition: Edition) -> Iterator[Format]:
    """Yield the schemas of the files of data/ that the edition has, and of the files that are made of them."""
    empty = edition.facts.empty_files()
    for name in json_schemas.MODELS:
        if name.removesuffix("-table") not in empty:
            write = partial(_schema, name)
            yield Format(f"data/schema/{name}.json", "JSON Schema", _JSON[1], "data", "programs", _alone(write))


def _translations_json(view: FileView) -> bytes:
    return json_bytes(status.of_edition(view.edition), indent=2)


def _schema(name: str, _view: FileView) -> bytes:
    return json_schemas.schema(name)


def _unchanged(content: bytes, _view: FileView, _files: Sequence[Download]) -> bytes:
    return content


def language_exports(edition: Edition, language: Language, site: SiteInfo, /) -> Iterator[Download]:
    """Yield the files of a language."""
    for one in language_formats(edition, language):
        path = urls.prefix(edition, language.code) + one.path
        view = FileView(edition=edition, language=language, path=path, site=site)
        yield one.made(view, language=language.code)


class Exports:
    """Makes all files; those of a language whose inputs are the same as at the last time are kept from then."""

    def __init__(self) -> None:
        self._inputs: dict[str, Any] = {}
        self._kept: dict[str, list[Download]] = {}

    def make(self, edition: Edition, site: SiteInfo, /, *, processes: int = 0) -> list[Download]:
        """Return all files of published languages."""
        with self.making(edition, site, processes=processes) as made:
            return made()

    @contextmanager
    def making(
        self, edition: Edition, site: SiteInfo, /, *, processes: int = 0, has_drafts: bool = False
    ) -> Iterator[Callable[[], list[Download]]]:
        """Begin to make the files; give what returns all of them.

        With ``has_drafts``, those of drafts come last, and no other file knows of them.
        """
        whole = edition.with_drafts() if has_drafts else edition
        known_to = {code: edition if code in edition.languages else whole for code in whole.languages}

        def of_language(code: str) -> tuple[list[Download], dict[str, bytes]]:
            before = typesetting.known.copy()
            files = list(language_exports(known_to[code], whole.languages[code], site))
            return files, {key: made for key, made in typesetting.known.items() if key not in before}

        def read_by(code: str) -> Any:
            return site, inputs.of_files(known_to[code], code)

        changed = [code for code in known_to if code not in self._inputs or self._inputs[code] != read_by(code)]
        if len(typesetting.known) > _MOST_TYPESET * len(known_to):
            typesetting.known.clear()
        with workers.spread(of_language, changed, workers=processes) as results:

            def made() -> list[Download]:
                of_all = [one.made(site_view(edition, site, one.path)) for one in _files_of_all(edition)]
                for code, (files, typeset) in zip(changed, results, strict=True):
                    self._kept[code], self._inputs[code] = files, read_by(code)
                    typesetting.known.update(typeset)
                every = [file for code in edition.languages for file in self._kept[code]] + of_all
                for one in _LISTS:
                    every.append(one.made(site_view(edition, site, one.path), every))
                drafts = [file for code in edition.drafts if has_drafts for file in self._kept[code]]
                return [*every, *drafts]

            yield made
