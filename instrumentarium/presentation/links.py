"""Which phrases of the note lead to which records: the links that weave the text with the data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.phrases import find_phrase


@dataclass(frozen=True, order=True, kw_only=True)
class Link:
    """A phrase of a sentence, from ``start`` to ``end``, and the record on ``page`` that it leads to."""

    start: int
    end: int
    page: str
    anchor: str
    title: str

    @property
    def is_term(self) -> bool:
        """Whether it leads to the glossary rather than to a record that rests on the phrase."""
        return self.page == "glossary"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the glossary says of a term or body, and the phrases by which the text names it."""

    id: str
    forms: tuple[str, ...]
    definition: str


def entries(language: Language, /) -> Iterator[Entry]:
    """Yield the glossary's entries: the terms, and the bodies that are not terms."""
    words = language.strings
    for id, term in words.terms.items():
        yield Entry(id=id, forms=term.forms, definition=term.definition)
    for id, body in words.bodies.items():
        if id not in words.terms:
            yield Entry(id=id, forms=(body.quote,), definition=body.name)


def records(edition: Edition, language: Language, place: str, /) -> list[Link]:
    """Return the links of the meetings and instruments that rest on the sentence at ``place``."""
    text, words, links = language.note.sentences[place].text, language.strings, list[Link]()
    for meeting in edition.facts.meetings:
        if meeting.source == place:
            wording = words.meetings[meeting.id]
            links += _links(text, wording.quote, "timeline", meeting.id, wording.name)
    for instrument in edition.facts.instruments:
        if instrument.source == place:
            wording = words.instruments[instrument.id]
            title = f"{words.kinds[instrument.kind]}: {wording.name}"
            links += _links(text, wording.quote, "instruments", instrument.id, title)
    return sorted(links)


def terms(language: Language, place: str, taken: list[Link], seen: set[str], /) -> list[Link]:
    """Return the links of terms that ``seen`` lacks, in what ``taken`` leaves of the sentence; add them to ``seen``.

    Of two terms that overlap, the longer phrase has the place: "safe third country" before "third country".
    """
    text = language.note.sentences[place].text
    found = []
    for entry in entries(language):
        if entry.id not in seen:
            links = [
                link for form in entry.forms for link in _links(text, form, "glossary", entry.id, entry.definition)
            ]
            found += [min(links)] if links else []
    chosen: list[Link] = []
    for link in sorted(found, key=lambda link: (link.start - link.end, link.start)):
        if all(link.end <= other.start or other.end <= link.start for other in (*taken, *chosen)):
            chosen.append(link)
            seen.add(link.anchor)
    return sorted(chosen)


def of_note(edition: Edition, language: Language, /) -> Mapping[str, list[Link]]:
    """Return the links of every sentence: its records, and each term where the note first uses it."""
    seen: set[str] = set()
    woven = {}
    for sentence in language.note.numbered():
        taken = records(edition, language, sentence.id)
        woven[sentence.id] = sorted(taken + terms(language, sentence.id, taken, seen))
    return woven


def segments(text: str, links: list[Link], /) -> Iterator[tuple[str, Link | None]]:
    """Yield the pieces of ``text``, each with the link that it is the phrase of."""
    end = 0
    for link in links:
        if link.start > end:
            yield text[end : link.start], None
        yield text[link.start : link.end], link
        end = link.end
    if end < len(text):
        yield text[end:], None


def _links(text: str, phrase: str, page: str, anchor: str, title: str) -> list[Link]:
    """Return the link of a phrase; none where a draft's text does not have it yet."""
    start = find_phrase(phrase, text)
    return [] if start is None else [Link(start=start, end=start + len(phrase), page=page, anchor=anchor, title=title)]
