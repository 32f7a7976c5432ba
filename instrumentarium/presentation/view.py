"""What a template gets: the Edition in one language, as one page or file of the site shows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

from instrumentarium.locales import collation, dates, typography
from instrumentarium.model import language_code
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Language
from instrumentarium.model.note import Sentence
from instrumentarium.model.place import Place
from instrumentarium.model.records import Meeting, Question, Record, Term
from instrumentarium.model.text import borrowed
from instrumentarium.presentation import formatting, links, naming, urls
from instrumentarium.presentation.document_view import DocumentView
from instrumentarium.translation import status
from instrumentarium.translation.status import States

_PART = "\0"


@dataclass(frozen=True, kw_only=True)
class View(DocumentView):
    """The Edition in ``language`` as the page at ``path`` (below the site's root: "fr/note/") shows it.

    ``seen`` are the terms that the page has linked already, ``files`` all downloads.
    """

    path: str
    seen: set[str] = field(default_factory=set)
    files: Sequence[Download] = ()

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
            case Place(kind="top" | "head"):
                return self.labels.head
            case Place(kind="heading"):
                return self.sentence(place).text
            case Place(kind="footnote", number=number):
                return self.labels.footnote.format(n=self.number(number))
            case Place(sentence=number) as found:
                name = naming.name_of_paragraph(self.language, found.paragraph)
                is_named = number and naming.names_sentence(self.language.note, found)
                return f"{name}, {self.labels.sentence.format(n=number)}" if is_named else name
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

    def term_names(self) -> list[str]:
        """Return the names of the terms, but for those that the language lacks."""
        terms = (term for term in self.facts.terms if self.told_in("terms", term) is self.language)
        return [self.strings.terms[term.id].name for term in terms]

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

    def footnote_marks(self, sentence: Sentence, /) -> list[links.Segment]:
        """Return the marks of the footnotes that a text refers to."""
        return [links.Segment(footnote=number) for number in sentence.footnotes]

    def meeting_date(self, meeting: Meeting, /) -> str:
        """Return when a meeting is: "early June 2032", "22 July 2032, 09:30 – 13:00 (GMT+02:00)"."""
        return formatting.meeting_date(meeting, self.language)

    def first_of_month(self) -> str | None:
        """Return how the language writes the number of the first day of a month, where that is no 1: "1er"."""
        return dates.FIRST_OF_MONTH.get(self.language.locale.language)

    def doubts(self, meeting: Meeting, /) -> list[str]:
        """Return what the note does not give of the date of a meeting."""
        return formatting.doubts(meeting, self.labels)

    def size(self, bytes: int, /) -> str:
        """Return a number of bytes as the language writes it: "1.2 kB"."""
        return formatting.size(bytes, self.language.locale)

    def count(self, what: str, number: int, /, **others: int) -> str:
        """Return a counted thing in the plural form that the language has for ``number``."""
        forms = getattr(self.language.interface.counts, what)
        form = forms.get(self.language.locale.plural_form(number), forms["other"])
        return str(form.format(n=self.number(number), **{name: self.number(n) for name, n in others.items()}))

    def enumerated(self, parts: Iterable[str], /) -> str:
        """Return the parts side by side: "a, b, c"."""
        return reduce(self.language.locale.list_patterns["standard"]["middle"].format, parts)

    def between(self, number: int, /) -> list[str]:
        """Return what stands before, between and after the parts of a list of that length: "", ", ", " and ", ""."""
        return self.joined([_PART] * number).split(_PART)

    def labelled(self, label: str, text: str = "", /) -> str:
        """Return a label with the language's colon, and what it says: "In the text: …"."""
        return f"{label}{typography.colon(self.language.code)} {text}".rstrip()

    def language_name(self, code: str, /) -> str:
        """Return the name of a language in this one: "French"; its own name for itself where CLDR has none."""
        return language_code.name(code, self.language.locale) or self.edition.languages[code].strings.language.name

    def is_verified(self, term: Term, /) -> bool:
        """Whether a term is known to be the institutions' own: the text received is, of others it was seen."""
        shown = self.told_in("terms", term)
        return shown is self.edition.source or bool(self.words("terms", term).evidence)

    def sort_key(self, name: str, /) -> tuple[list[tuple[str, int]], str]:
        """Return the key to sort a name by: the order of the language's alphabet."""
        return collation.key(name, self.language.code)

    def questions_about(self, instrument: str, /) -> list[Question]:
        """Return the questions to ministers that an instrument belongs to."""
        return [question for question in self.facts.questions if instrument in question.about]

    def source_pages(self) -> Mapping[str, str]:
        """Return the name of the page of the text received on which each paragraph begins, by its id.

        And of each sentence on another page than the beginning of its paragraph.
        """
        starts, found = self.facts.page_starts(), dict[str, int]()
        for paragraph in self.language.note.body:
            if (page := self.facts.page_of(paragraph.id)) is None:
                continue
            found[paragraph.id] = page
            for sentence in paragraph.sentences:
                page = starts.get(sentence.id, page)
                if page != found[paragraph.id]:
                    found[sentence.id] = page
        return {id: self.labels.citation_page.format(n=page) for id, page in found.items()}
