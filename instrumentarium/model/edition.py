"""The Edition: all facts and all texts of a document, frozen and typed."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from babel import Locale

from instrumentarium.model import language_code
from instrumentarium.model.dating import Dating, dated
from instrumentarium.model.document import NoteMetadata
from instrumentarium.model.fields import first_day, last_day
from instrumentarium.model.interface import Interface
from instrumentarium.model.licences import Licence
from instrumentarium.model.note import Note
from instrumentarium.model.records import (
    RECORD_KINDS,
    Body,
    Condition,
    Entity,
    Instrument,
    KeyPoint,
    Meeting,
    Question,
    Record,
    RecordKind,
    Term,
)
from instrumentarium.model.releases import Release, Texts, differences, texts_after
from instrumentarium.model.strings import Strings
from instrumentarium.model.unit import Unit, UnitKey

# The order in which the institutions list their languages (Interinstitutional Style Guide, 7.2.1).
OFFICIAL_LANGUAGES = (
    *("bg", "es", "cs", "da", "de", "et", "el", "en", "fr", "ga", "hr", "it"),
    *("lv", "lt", "hu", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "fi", "sv"),
)


def in_order(code: str, /) -> tuple[int, str]:
    """Return the key to sort language codes by: the institutions' order, any other language after them."""
    known = code in OFFICIAL_LANGUAGES
    return (OFFICIAL_LANGUAGES.index(code) if known else len(OFFICIAL_LANGUAGES)), code


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All of data/: the same in every language.

    ``body_kinds`` are the kinds of bodies, each with what a body of that kind is.
    """

    note: NoteMetadata
    body_kinds: Mapping[str, Entity]
    meeting_formats: tuple[str, ...]
    instrument_kinds: tuple[str, ...]
    key_points: tuple[KeyPoint, ...]
    bodies: tuple[Body, ...]
    meetings: tuple[Meeting, ...]
    conditions: tuple[Condition, ...]
    instruments: tuple[Instrument, ...]
    questions: tuple[Question, ...]
    terms: tuple[Term, ...]

    @property
    def licence(self) -> Licence:
        """The licence of all that the edition adds to the text."""
        own = self.note.rights.editorial
        return Licence(name=own.name, address=own.address)

    @property
    def licence_of_text(self) -> Licence:
        """The terms of the note's text."""
        return Licence(name=None, address=self.note.rights.licence)

    @property
    def dating(self) -> Dating:
        """When the note was written, as far as that is known."""
        return dated(self.note.date, self.meetings)

    def period(self) -> tuple[str, str] | None:
        """Return the dates of the first and the last meeting, days or months as known; None without meetings."""
        dates = [meeting.date for meeting in self.meetings]
        return (min(dates, key=first_day), max(dates, key=last_day)) if dates else None

    def records(self) -> Iterator[tuple[RecordKind, tuple[Record, ...]]]:
        """Yield each kind of record with its records."""
        for kind in RECORD_KINDS:
            yield kind, getattr(self, kind.section)

    def empty_files(self) -> set[str]:
        """Return the names of those files of data/, without suffix, that would hold lists of records and have none."""
        lists = [(kind.file, records) for kind, records in self.records() if kind.is_alone]
        return {name for name, _ in lists} - {name for name, records in lists if records}

    def page_of(self, place: str, /) -> int | None:
        """Return the page of the text received on which that paragraph or footnote begins; None where not known."""
        return next((page.number for page in self.note.pages if place in page.holds), None)

    def page_starts(self) -> Mapping[str, int]:
        """Return the numbers of the pages of the text received, by the place that each begins with."""
        return {page.holds[0]: page.number for page in self.note.pages if page.holds}

    @property
    def kinds(self) -> Mapping[str, tuple[str, ...]]:
        """The kinds of records, by the list that they are of: each has a name in every language."""
        return {
            "bodies": tuple(self.body_kinds),
            "meetings": self.meeting_formats,
            "instruments": self.instrument_kinds,
        }


@dataclass(frozen=True, kw_only=True)
class Page:
    """A Markdown page of a language: its name without suffix, its front matter, and what it calls.

    ``components`` are the names of those that it calls without arguments; ``is_missing`` tells that all of it is
    the source language's.
    """

    name: str
    title: str
    description: str
    components: tuple[str, ...]
    is_missing: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """One language: the note in it, its strings and its pages. Each is like itself alone, so that it can be a key.

    ``units`` are all that its folder has to be translated, by key; ``pins`` the hashes of the source texts that
    they were translated from. The texts of the source language stand in for those that it lacks; ``borrowed`` are
    the section and id of each record of which that is so. ``is_packaged`` tells whether the engine has the
    interface's words in it, ``packaged_pages`` are the names of those of its pages that are the engine's, ``supplied``
    the texts of pages that stand in no file of the edition so. ``unplaced_pins`` are those of paragraphs that have
    another number of sentences than the source's, by the sentences of its own file.
    """

    code: str
    note: Note
    strings: Strings
    interface: Interface
    borrowed: frozenset[tuple[str, str]]
    is_packaged: bool
    packaged_pages: frozenset[str]
    supplied: Mapping[str, str]
    pages: Mapping[str, Page]
    units: Mapping[UnitKey, Unit]
    pins: Mapping[str, str]
    unplaced_pins: Mapping[str, str]

    @property
    def is_draft(self) -> bool:
        """Whether it is not published yet: `mkdocs serve` shows it, and a build that is asked to."""
        return self.strings.language.status == "draft"

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The names of kinds, levels, formats and statuses, by their ids in data/."""
        known = self.interface.kinds
        own = {field.alias or name: getattr(known, name) for name, field in type(known).model_fields.items()}
        return {**self.strings.kinds, **own}

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale: dates, lists and plural forms, in the variety that the institutions write."""
        return language_code.locale(self.code)

    @cached_property
    def script(self) -> str:
        """The script that it is written in (ISO 15924): "Latn" for French."""
        return language_code.script(self.locale)

    @cached_property
    def territory(self) -> str:
        """The territory where the language, in that variety, is mostly spoken (CLDR): "FR" for French."""
        return language_code.territory(self.locale)

    @cached_property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, from CLDR."""
        return self.locale.text_direction


def digest_of(files: Mapping[str, bytes], languages: Mapping[str, Language], /) -> str:
    """Return the SHA-256 of the facts and of all words in every language, but for the engine's own."""
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(f"{path}\0".encode() + content)
    for language in languages.values():
        engines = {"interface", *language.packaged_pages}
        own = {key: unit.text for key, unit in language.units.items() if key.page not in engines}
        digest.update(repr((language.code, sorted(own.items()))).encode())
    return digest.hexdigest()


@dataclass(frozen=True, kw_only=True)
class Edition:
    """All facts and all texts of a document.

    ``pages`` are the names of the site's pages in the order of its navigation, ``languages`` the published
    languages in the institutions' order, ``drafts`` those that are not published yet, ``files`` the source
    files that the site publishes as they are, by path, ``moved`` the addresses that are no more, each with
    its successor, ``releases`` the versions that were published, the oldest first, ``content`` what
    ``digest_of`` returns for it.
    """

    facts: Facts
    pages: tuple[str, ...]
    languages: Mapping[str, Language]
    drafts: Mapping[str, Language]
    files: Mapping[str, bytes]
    moved: Mapping[str, str]
    releases: tuple[Release, ...] = ()
    content: str = ""

    @cached_property
    def source(self) -> Language:
        """The source language: that of the text received."""
        return self.languages[self.facts.note.language]

    @property
    def release(self) -> Release | None:
        """The last version that was published; None where none was."""
        return self.releases[-1] if self.releases else None

    @property
    def is_changed(self) -> bool:
        """Whether it is another than the last version that was published."""
        return self.release is not None and self.release.content != self.content

    @cached_property
    def unreleased(self) -> Texts:
        """The texts of the note that are other than in the last version; None: taken out."""
        texts: Texts = {
            code: {one.id: one.text for one in language.note.sentences.values() if one.language is None}
            for code, language in self.languages.items()
        }
        return differences(texts_after(self.releases), texts)

    def with_drafts(self) -> "Edition":
        """Return the Edition with its drafts among the languages, for those who preview them."""
        languages = {**self.languages, **self.drafts}
        return replace(self, languages={code: languages[code] for code in sorted(languages, key=in_order)}, drafts={})
