"""What a template gets: the Edition in one language, as one page or file of the site shows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from instrumentarium.locales import collation
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition, Facts, Language
from instrumentarium.model.interface import Labels
from instrumentarium.model.note import Sentence
from instrumentarium.model.place import Place
from instrumentarium.model.records import Meeting, Question, Record, first_day, has_day
from instrumentarium.model.site import SiteInfo
from instrumentarium.model.strings import Strings
from instrumentarium.model.text import borrowed
from instrumentarium.presentation import links, urls
from instrumentarium.translation import status
from instrumentarium.translation.status import States


@dataclass(frozen=True, kw_only=True)
class View:
    """The Edition in ``language`` as the page at ``path`` (below the site's root: "fr/note/") shows it.

    ``seen`` are the terms that the page has linked already, ``files`` all downloads.
    """

    edition: Edition
    language: Language
    path: str
    site: SiteInfo = field(default_factory=SiteInfo)
    seen: set[str] = field(default_factory=set)
    files: Sequence[Download] = ()

    @property
    def facts(self) -> Facts:
        """The facts of the Edition."""
        return self.edition.facts

    @property
    def strings(self) -> Strings:
        """The strings of the language."""
        return self.language.strings

    @property
    def labels(self) -> Labels:
        """The interface's words in the language."""
        return self.language.interface.labels

    @property
    def states(self) -> States:
        """The state of every unit of a translation; the source language has none."""
        source = self.edition.source
        return {} if self.language is source else status.states(source, self.language)

    @property
    def stale(self) -> Mapping[str, str]:
        """The source texts of the sentences that are stale, by id."""
        return status.stale_sentences(self.edition.source, self.language)

    def address(self, to: str, /) -> str:
        """Return an address below the site's root, relative to the page."""
        return urls.relative(to, self.path)

    @property
    def root(self) -> str:
        """The address of the site's root, with its slash."""
        return self.address("").rstrip("/") + "/"

    def url(self, page: str, /, language: Language | None = None) -> str:
        """Return the address of a page, by its name, in this language or another."""
        return self.address(urls.page(self.edition, (language or self.language).code, page))

    def link(self, place: str, /) -> str:
        """Return the address of a sentence, a line of the head or a footnote on the page of the note."""
        return f"{self.url('note')}#{Place(place).anchor}"

    def where(self, place: str, /) -> str:
        """Return the name of a place: "Paragraph 2, sentence 1"."""
        match Place(place):
            case Place(kind="head"):
                return self.labels.head
            case Place(kind="footnote", number=number):
                return self.labels.footnote.format(n=self.number(number))
            case Place(kind="question", number=number):
                return self.labels.question.format(n=number)
            case Place(number=number, sentence=sentence):
                name = self.labels.paragraph.format(n=number)
                return f"{name}, {self.labels.sentence.format(n=sentence)}" if sentence else name
        raise AssertionError(place)

    def sentence(self, place: str, /) -> Sentence:
        """Return the sentence at a place; KeyError where there is none."""
        return self.language.note.sentences[place]

    def told_in(self, section: str, record: Record, /) -> Language:
        """Return the language in which a record of a list is shown: the source language for what this one lacks."""
        return status.told_in(self.edition.source, self.language, section, record)

    def words(self, section: str, record: Record, /) -> Any:
        """Return the strings of a record, in the language in which it is shown."""
        shown = self.told_in(section, record)
        words = getattr(shown.strings, section)[record.id]
        return words if shown is self.language else borrowed(words)

    def quoted(self, place: str, language: Language | None = None, /) -> Sentence:
        """Return the sentence at a place as it is quoted with a record that is shown in that language."""
        if language is None or language is self.language:
            return self.sentence(place)
        return replace(language.note.sentences[place], language=language.code)

    def term_links(self, sentence: Sentence, /) -> list[links.Link]:
        """Return the links of a sentence to the terms that the page has not linked yet."""
        return links.terms(links.language_of(self.edition, self.language, sentence), sentence, (), self.seen)

    def segments(
        self, sentence: Sentence, /, found: Sequence[links.Link] = (), quote: str = ""
    ) -> Iterator[links.Segment]:
        """Yield the parts of a sentence with its links, those of ``quote`` marked."""
        return links.segments(sentence, found, quote)

    def meeting_date(self, meeting: Meeting, /) -> str:
        """Return the date of a meeting in the language's own form: "22 July 2024", "early December 2024"."""
        date = self.date(meeting.date)
        return self.labels.early.format(month=date) if meeting.when == "early" else date

    def date(self, date: str, /) -> str:
        """Return a day or a month in the language's own form: "22 July 2024", "December 2024"."""
        if has_day(date):
            return str(format_date(first_day(date), "long", self.language.locale))
        return str(format_skeleton("yMMMM", first_day(date), locale=self.language.locale))

    def doubts(self, meeting: Meeting, /) -> list[str]:
        """Return what the note does not give of the date of a meeting."""
        doubts = [self.labels.no_day] if meeting.when else []
        return [*doubts, self.labels.inferred_year] if "year" in meeting.inferred else doubts

    def size(self, bytes: int, /) -> str:
        """Return a number of bytes as the language writes it: "1.2 kB"."""
        return _in_kilobytes(size_shown(bytes), self.language.locale)

    def count(self, what: str, number: int, /, **others: int) -> str:
        """Return a counted thing in the plural form that the language has for ``number``."""
        forms = getattr(self.language.interface.counts, what)
        form = forms.get(self.language.locale.plural_form(number), forms["other"])
        return str(form.format(n=self.number(number), **{name: self.number(n) for name, n in others.items()}))

    def number(self, number: float, /) -> str:
        """Return a number as the language writes it."""
        return _written(number, self.language.locale)

    def joined(self, parts: Iterable[str], /) -> str:
        """Return the parts as a list in a sentence: "a, b and c"."""
        return format_list(list(parts), locale=self.language.locale)

    def sort_key(self, name: str, /) -> tuple[list[tuple[str, int]], str]:
        """Return the key to sort a name by: the order of the language's alphabet."""
        return collation.key(name, self.language.code)

    def bodies(self, ids: Iterable[str], /) -> list[tuple[str, str]]:
        """Return (id, name) of each body."""
        return [(id, self.strings.bodies[id].name) for id in ids]

    def questions_about(self, instrument: str, /) -> list[Question]:
        """Return the questions to ministers that an instrument belongs to."""
        return [question for question in self.facts.questions if instrument in question.about]

    def author(self) -> str:
        """Return the name of the note's author."""
        return self.strings.bodies[self.facts.note.author].name

    def title(self) -> str:
        """Return the note's title: the subject that its head gives."""
        return self.language.note.sentences["head-subject"].text.partition(":")[2].strip()

    def pages_of_original(self) -> Mapping[str, str]:
        """Return the name of the page of the text received on which each paragraph begins, by its id."""
        return {
            paragraph.id: self.labels.citation_page.format(n=page)
            for paragraph in self.language.note.body
            if (page := self.facts.page_of(paragraph.id)) is not None
        }

    def status(self) -> str:
        """Return the status of the text: original, or unofficial translation and whether reviewed."""
        words = self.strings.language
        if words.status == "original":
            return self.labels.status_original
        status = self.labels.status_draft if words.status == "draft" else self.strings.site.translation
        if words.reviewers:
            return f"{status}, {self.labels.reviewed_by.format(names=self.joined(words.reviewers))}"
        return f"{status}, {self.labels.not_reviewed}"


def size_shown(bytes: int, /) -> float:
    """Return a number of bytes in kB, as exact as it is shown."""
    return round(bytes / 1000, 1)


@lru_cache(maxsize=4096)
def _written(number: float, locale: Locale) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=4096)
def _in_kilobytes(number: float, locale: Locale) -> str:
    return format_unit(number, "kilobyte", "short", locale=locale)
