"""What a template sees: the Edition in one language, from one page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from instrumentarium.locales import collation
from instrumentarium.model import dates
from instrumentarium.model.download import Export
from instrumentarium.model.edition import Edition, Facts, Language
from instrumentarium.model.interface import Labels
from instrumentarium.model.records import Meeting, Question
from instrumentarium.model.site import Release
from instrumentarium.model.strings import Strings
from instrumentarium.presentation import links as phrase_links
from instrumentarium.translation.status import State


@dataclass(frozen=True, kw_only=True)
class View:
    """The Edition as one page in one language shows it.

    ``url`` gives the address of a page of this language, by its name, relative to the page;
    ``root`` that of the site's root. ``seen`` are the terms that the page has linked already, ``stale``
    the originals of the sentences that are stale, ``states`` the state of every translation's units, ``files`` all
    that can be taken away.
    """

    edition: Edition
    language: Language
    url: Callable[[str], str]
    root: str
    seen: set[str] = field(default_factory=set)
    stale: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, Mapping[str, State]] = field(default_factory=dict)
    files: Sequence[Export] = ()
    release: Release = field(default_factory=Release)

    @property
    def facts(self) -> Facts:
        """The facts of the Edition."""
        return self.edition.facts

    @property
    def strings(self) -> Strings:
        """What the language says."""
        return self.language.strings

    @property
    def labels(self) -> Labels:
        """The interface's words."""
        return self.strings.labels

    def link(self, place: str, /) -> str:
        """Return the address of a sentence, a line of the head or a footnote on the page of the note."""
        anchor = place.replace("fn", "fn:") if place.startswith("fn") else place
        return f"{self.url('note')}#{anchor}"

    def where(self, place: str, /) -> str:
        """Return the name of a place: "Paragraph 2, sentence 1"."""
        if place.startswith("head"):
            return self.labels.head
        if place.startswith("fn"):
            return self.labels.footnote.format(n=self.number(int(place[2:])))
        paragraph, _, sentence = place[1:].partition("s")
        label = self.labels.question if place[0] == "q" else self.labels.paragraph
        name = label.format(n=paragraph)
        if place[0] == "q":
            return name
        return f"{name}, {self.labels.sentence.format(n=sentence)}"

    def pieces(
        self, place: str, /, quote: str = "", *, links: bool = True
    ) -> list[tuple[str, phrase_links.Link | None, bool]]:
        """Return a sentence as pieces: text, the term it leads to, and whether it is of ``quote``."""
        text = self.language.note.sentences[place].text
        start = text.find(quote) if quote else -1
        found = phrase_links.terms(self.language, place, [], self.seen) if links else []
        pieces, position = [], 0
        for piece, link in phrase_links.segments(text, found):
            end = position + len(piece)
            cuts = sorted(
                {position, end, *(c for c in (start, start + len(quote)) if start >= 0 and position < c < end)}
            )
            for one, other in pairwise(cuts):
                pieces.append((text[one:other], link, start <= one and other <= start + len(quote) and start >= 0))
            position = end
        return pieces

    def language_of(self, place: str, /) -> str | None:
        """Return the language of a sentence where it is not the page's."""
        return self.language.note.sentences[place].language

    def date(self, meeting: Meeting, /) -> str:
        """Return the date of a meeting in the language's own form: "22 July 2024", "early December 2024"."""
        if dates.has_day(meeting.date):
            return self.day(meeting.date)
        month = str(format_skeleton("yMMMM", dates.first_day(meeting.date), locale=self.language.locale))
        return self.labels.early.format(month=month) if meeting.when == "early" else month

    def doubts(self, meeting: Meeting, /) -> list[str]:
        """Return what the note leaves unsaid of the date of a meeting."""
        doubts = [self.labels.no_day] if meeting.when else []
        return [*doubts, self.labels.inferred_year] if "year" in meeting.inferred else doubts

    def day(self, date: str, /) -> str:
        """Return a date of a day in the language's own form."""
        return str(format_date(dates.first_day(date), "long", self.language.locale))

    def size(self, bytes: int, /) -> str:
        """Return a number of bytes as the language writes it: "1.2 kB"."""
        return str(format_unit(round(bytes / 1000, 1), "kilobyte", "short", locale=self.language.locale))

    def count(self, what: str, number: int, /, **others: int) -> str:
        """Return a counted thing in the plural form that the language has for ``number``."""
        forms = getattr(self.strings.counts, what)
        form = forms.get(self.language.locale.plural_form(number), forms["other"])
        return str(form.format(n=self.number(number), **{name: self.number(n) for name, n in others.items()}))

    def number(self, number: float, /) -> str:
        """Return a number as the language writes it."""
        return format_decimal(number, locale=self.language.locale)

    def joined(self, parts: Iterable[str], /) -> str:
        """Return the parts as a list in a sentence: "a, b and c"."""
        return format_list(list(parts), locale=self.language.locale)

    def sort_key(self, name: str, /) -> tuple[list[tuple[str, int]], str]:
        """Return what to sort a name by: the order of the language's alphabet."""
        return collation.key(name, self.language.code)

    def bodies(self, ids: Iterable[str], /) -> list[tuple[str, str]]:
        """Return (id, name) of each body."""
        return [(id, self.strings.bodies[id].name) for id in ids]

    def questions_about(self, instrument: str, /) -> list[Question]:
        """Return the questions to ministers that an instrument belongs to."""
        return [question for question in self.facts.questions if instrument in question.about]

    def author(self) -> str:
        """Return the name of the note's author."""
        return self.strings.bodies[self.facts.card.author].name

    def title(self) -> str:
        """Return the note's title: what its head says it is about."""
        return self.language.note.sentences["head-subject"].text.partition(":")[2].strip()

    def pages_of_original(self) -> Mapping[str, str]:
        """Return what a citation says of the page of each paragraph and question, by its id."""
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
        status = self.labels.status_draft if words.status == "draft" else self.labels.status_translation
        if words.reviewers:
            return f"{status}, {self.labels.reviewed_by.format(names=self.joined(words.reviewers))}"
        return f"{status}, {self.labels.not_reviewed}"
