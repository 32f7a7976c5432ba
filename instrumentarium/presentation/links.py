"""Which phrases of the note link to which records and terms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from instrumentarium.locales.typography import colon
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.note import Sentence
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.records import RECORD_KINDS

_GLOSSARY = "glossary"
_LINKED = [kind for kind in RECORD_KINDS if kind.section in ("meetings", "instruments")]


@dataclass(frozen=True, order=True, kw_only=True)
class Link:
    """A phrase of a sentence, from ``start`` to ``end``, and the record on ``page`` that it links to."""

    start: int
    end: int
    page: str
    anchor: str
    title: str

    @property
    def is_term(self) -> bool:
        """Whether it links to the glossary rather than to a record that rests on the phrase."""
        return self.page == _GLOSSARY


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A part of a sentence: text, the link that it is the phrase of, and whether it is part of a quote.

    Or, where ``footnote`` is set, the mark of the footnote of that number, without text.
    """

    text: str = ""
    link: Link | None = None
    is_quoted: bool = False
    footnote: int | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of the glossary, and the phrases by which the note names it."""

    id: str
    forms: tuple[str, ...]
    definition: str


def entries(language: Language, /) -> Iterator[Entry]:
    """Yield the entries of the glossary: the terms, and the bodies that are not terms."""
    words = language.strings
    for id, term in words.terms.items():
        yield Entry(id=id, forms=term.forms, definition=term.definition)
    for id, body in words.bodies.items():
        if id not in words.terms:
            yield Entry(id=id, forms=(body.quote,), definition=body.name)


def language_of(edition: Edition, language: Language, sentence: Sentence, /) -> Language:
    """Return the language whose words a sentence is linked by: that which it is in."""
    return edition.source if sentence.language else language


def records(edition: Edition, language: Language, sentence: Sentence, /) -> list[Link]:
    """Return the links to the meetings and instruments that rest on a sentence, which is in ``language``."""
    text, place, links, kinds = sentence.text, sentence.id, list[Link](), language.kinds
    for kind in _LINKED:
        words = getattr(language.strings, kind.section)
        for record in getattr(edition.facts, kind.section):
            if record.source == place:
                name, quote = words[record.id].name, words[record.id].quote
                title = f"{kinds[record.kind]}{colon(language.code)} {name}" if hasattr(record, "kind") else name
                links += _links(text, quote, kind.page, record.id, title)
    return sorted(links)


def instruments(edition: Edition, language: Language, sentence: Sentence, /) -> list[Link]:
    """Return the links to the instruments that rest on a sentence, which may be in the source language."""
    found = records(edition, language_of(edition, language, sentence), sentence)
    return [link for link in found if link.page == "instruments"]


def terms(language: Language, sentence: Sentence, taken: Sequence[Link], seen: set[str], /) -> list[Link]:
    """Return the links to terms that ``seen`` lacks, in what ``taken`` leaves of the sentence; add them to ``seen``.

    Of two terms that overlap, the longer is linked: "safe third country" before "third country".
    """
    text, found = sentence.text, []
    for entry in entries(language):
        if entry.id not in seen:
            links = [link for form in entry.forms for link in _links(text, form, _GLOSSARY, entry.id, entry.definition)]
            found += [min(links)] if links else []
    chosen: list[Link] = []
    for link in sorted(found, key=lambda link: (link.start - link.end, link.start)):
        if all(link.end <= other.start or other.end <= link.start for other in (*taken, *chosen)):
            chosen.append(link)
            seen.add(link.anchor)
    return sorted(chosen)


def of_note(edition: Edition, language: Language, /) -> Mapping[str, list[Link]]:
    """Return the links of every sentence, by its id: its records, and each term where the note first uses it."""
    seen: set[str] = set()
    found: dict[str, list[Link]] = {}
    for sentence in language.note.numbered():
        words = language_of(edition, language, sentence)
        taken = records(edition, words, sentence)
        found[sentence.id] = sorted(taken + terms(words, sentence, taken, seen))
    return found


def segments(sentence: Sentence, links: Sequence[Link] = (), quote: str = "", /) -> Iterator[Segment]:
    """Yield the parts of a sentence in order; a footnote's mark never divides a link, but follows it."""
    marks, offset = list[tuple[int, int]](), 0
    for piece in sentence.pieces:
        if isinstance(piece, int):
            marks.append((offset, piece))
        else:
            offset += len(piece)
    start = sentence.text.find(quote) if quote else -1
    quoted = (start, start + len(quote)) if start >= 0 else (0, 0)
    for segment, begin in _linked(sentence.text, links):
        end = begin + len(segment.text)
        inside = [] if segment.link else [place for place, _ in marks if begin < place < end]
        cuts = sorted({begin, end, *inside, *(cut for cut in quoted if begin < cut < end)})
        for one, other in pairwise(cuts):
            is_quoted = quoted[0] <= one and other <= quoted[1]
            yield replace(segment, text=sentence.text[one:other], is_quoted=is_quoted)
            while marks and marks[0][0] <= other:
                yield Segment(footnote=marks.pop(0)[1])


def _linked(text: str, links: Sequence[Link]) -> Iterator[tuple[Segment, int]]:
    """Yield the linked phrases of a text and what is between them, each with its offset."""
    end = 0
    for link in links:
        if link.start > end:
            yield Segment(text=text[end : link.start]), end
        yield Segment(text=text[link.start : link.end], link=link), link.start
        end = link.end
    if end < len(text):
        yield Segment(text=text[end:]), end


def _links(text: str, phrase: str, page: str, anchor: str, title: str) -> list[Link]:
    """Return the link of a phrase; none where a draft's text does not have it yet."""
    start = find_phrase(phrase, text)
    return [] if start is None else [Link(start=start, end=start + len(phrase), page=page, anchor=anchor, title=title)]
