"""The Edition and its parts: what the sources say, frozen and typed; knows no file and no MkDocs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from babel import Locale
from babel.core import get_global

from instrumentarium.model.records import Body, Condition, Instrument, Meeting, NoteCard, Question, Record, Term
from instrumentarium.model.strings import Strings
from instrumentarium.sources.note_parser import Note, Paragraph, Sentence
from instrumentarium.sources.units import Unit

# The order in which the institutions list their languages (Interinstitutional Style Guide, 7.2.1).
OFFICIAL_LANGUAGES = (
    *("bg", "es", "cs", "da", "de", "et", "el", "en", "fr", "ga", "hr", "it"),
    *("lv", "lt", "hu", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "fi", "sv"),
)

# The pages of a language, in the order of the navigation.
PAGES = ("index", "note", "timeline", "questions", "instruments", "glossary", "data", "translations", "about")


def in_order(code: str, /) -> tuple[int, str]:
    """Return what to sort languages by: the institutions' order, then the alphabet's."""
    known = code in OFFICIAL_LANGUAGES
    return (OFFICIAL_LANGUAGES.index(code) if known else len(OFFICIAL_LANGUAGES)), code


# British English and European Portuguese (Interinstitutional Style Guide); CLDR's own are others.
_VARIETIES = {"en": "en_GB", "pt": "pt_PT"}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All of data/: the same in every language."""

    card: NoteCard
    bodies: tuple[Body, ...]
    meetings: tuple[Meeting, ...]
    conditions: tuple[Condition, ...]
    instruments: tuple[Instrument, ...]
    questions: tuple[Question, ...]
    terms: tuple[Term, ...]

    def sections(self) -> Iterator[tuple[str, tuple[Record, ...]]]:
        """Yield the name that strings.yml uses for each list of records, and the list."""
        yield "bodies", self.bodies
        yield "meetings", self.meetings
        yield "conditions", self.conditions
        yield "instruments", self.instruments
        yield "questions", self.questions
        yield "terms", self.terms

    def body(self, id: str, /) -> Body:
        """Return the body of that id; KeyError where there is none."""
        return _by_id(self.bodies, id)

    def instrument(self, id: str, /) -> Instrument:
        """Return the instrument of that id; KeyError where there is none."""
        return _by_id(self.instruments, id)

    def page_of(self, place: str, /) -> int | None:
        """Return the page of the original on which that paragraph or footnote begins."""
        return next((page.number for page in self.card.pages if place in page.holds), None)


_Some = TypeVar("_Some", bound=Record)


def _by_id(records: tuple[_Some, ...], id: str, /) -> _Some:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A Markdown page of a language: its name without suffix, and its front matter."""

    name: str
    title: str
    description: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language, whole: the note in it, its strings and its pages.

    ``units`` are all that is to be translated, by key; ``pins`` the hashes of the source texts that
    they were translated from.
    """

    code: str
    note: Note
    strings: Strings
    pages: Mapping[str, Page]
    units: Mapping[str, Unit]
    pins: Mapping[str, str]

    @property
    def is_draft(self) -> bool:
        """Whether it is in the making: shown by `mkdocs serve`, not published."""
        return self.strings.language.status == "draft"

    @property
    def locale(self) -> Locale:
        """The CLDR locale: dates, lists and plural forms, in the variety that the institutions write."""
        return Locale.parse(_VARIETIES.get(self.code, self.code))

    @property
    def territory(self) -> str:
        """Where the language, in that variety, is most at home (CLDR's likely subtags): "NL" for Dutch."""
        likely = get_global("likely_subtags").get(self.code, "")
        return str(self.locale.territory or likely.rpartition("_")[2] or "001")

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, from CLDR."""
        return self.locale.text_direction


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The whole of it: the facts, and every language that says them, in the institutions' order.

    ``drafts`` are the languages in the making, ``files`` the source files that the site gives away
    as they are, by path.
    """

    facts: Facts
    languages: Mapping[str, Language]
    drafts: Mapping[str, Language]
    files: Mapping[str, bytes]

    @property
    def source(self) -> Language:
        """The language of the original."""
        return self.languages[self.facts.card.language]

    def sentence(self, language: str, place: str, /) -> Sentence:
        """Return the text at that place in that language; KeyError where there is none."""
        return self.languages[language].note.sentences[place]

    def with_drafts(self) -> "Edition":
        """Return the Edition with its drafts among the languages, as they are previewed."""
        languages = {**self.languages, **self.drafts}
        return replace(self, languages={code: languages[code] for code in sorted(languages, key=in_order)}, drafts={})

    def paragraph(self, language: str, id: str, /) -> Paragraph:
        """Return that paragraph or question in that language; KeyError where there is none."""
        return self.languages[language].note.paragraphs[id]
