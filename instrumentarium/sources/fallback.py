"""What a language lacks is replaced by what the source language says, which is marked as such."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from instrumentarium.model.edition import Page
from instrumentarium.model.note import Heading, Note, Paragraph, Part, Sentence
from instrumentarium.model.place import Place
from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.model.strings import OWN_FIELDS, BodyStrings, KeyPointStrings, MeetingStrings, TermStrings
from instrumentarium.model.text import Borrowed, StringsModel, borrowed
from instrumentarium.model.unit import GAP, UnitKey, pin_of

_Model = TypeVar("_Model", bound=StringsModel)
_SECTIONS = [kind.section for kind in RECORD_KINDS]
_FIELDS = {name for model in (BodyStrings, KeyPointStrings, MeetingStrings, TermStrings) for name in model.model_fields}


@dataclass(frozen=True, kw_only=True)
class Fallback:
    """What the source language, of that code, says: its strings and interface words as plain values, its texts.

    ``keys`` are the units that a language has which lacks nothing. Where a Fallback is equal, so is what is made of
    it.
    """

    code: str
    keys: frozenset[UnitKey]
    strings: Mapping[str, Any]
    interface: Mapping[str, Any]
    note: Note
    pages: Mapping[str, Page]

    def __hash__(self) -> int:
        return hash(self.code)


def is_draft(strings: Any, /) -> bool:
    """Whether the plain content of a strings.yml says that its language is a draft."""
    return (
        isinstance(strings, dict)
        and isinstance(strings.get("language"), dict)
        and strings["language"].get("status") == "draft"
    )


def borrowed_records(strings: Any, source: Fallback, /) -> Iterator[tuple[str, str]]:
    """Yield the section and the id of each record that lacks a word in the plain content of a strings.yml."""
    for section in _SECTIONS:
        own = _mapping(_mapping(strings).get(section))
        for id, words in _mapping(source.strings.get(section)).items():
            if any(_is_gap(_mapping(own.get(id)).get(field)) for field in _shared(words)):
                yield section, id


def fill_strings(value: Any, source: Fallback, /) -> Any:
    """Return the content of a strings.yml with the source language's words for what it lacks.

    A record is one piece: where one of its words is missing, all of them are the source language's; but for fields
    that there are not, which the model tells. What the file says of its own language has no other.
    """
    if not isinstance(value, Mapping):
        return value
    filled = fill(value, _shared({key: child for key, child in source.strings.items() if key != "language"}))
    for section, id in borrowed_records(value, source):
        if isinstance(filled[section], dict):
            own = _mapping(_mapping(value.get(section)).get(id))
            strange = {key: child for key, child in own.items() if key not in _FIELDS}
            filled[section][id] = {**source.strings[section][id], **strange}
    return filled


def fill(value: Any, source: Any, /) -> Any:
    """Return a plain value with the source's for gaps and for what is not there."""
    if isinstance(source, Mapping):
        if value is not None and not isinstance(value, Mapping):
            return value  # at fault, which the model tells
        own = _mapping(value)
        if "other" in source:  # plural forms: the language has categories of its own
            return {key: fill(own.get(key), source["other"]) for key in (own or source)}
        extra = {key: child for key, child in own.items() if key not in source}
        return {**{key: fill(own.get(key), child) for key, child in source.items()}, **extra}
    return source if _is_gap(value) else value


def marked(model: _Model, own: Any, records: Collection[tuple[str, str]] = (), /) -> _Model:
    """Return a model that was made of filled values, with the texts that are not in the ``own`` values marked.

    ``records`` are those that lack a word, by section and id: all of their words are marked.
    """
    changed: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        value, found = getattr(model, name), _mapping(own).get(field.alias or name)
        if isinstance(value, StringsModel):
            changed[name] = marked(value, found)
        elif isinstance(value, str) and _is_gap(found):
            changed[name] = borrowed(value)
        elif isinstance(value, Mapping):
            gaps = {key for key in value if _is_gap(_mapping(found).get(key)) or (name, key) in records}
            changed[name] = {key: borrowed(child) if key in gaps else child for key, child in value.items()}
    return model.model_copy(update=changed)


def places(note: Note, pins: Mapping[str, str], source: Note, /) -> Mapping[str, Place | None]:
    """Return the place in the source's note of each sentence of a paragraph that has another number of sentences.

    It is that of the sentence which the pin says it was translated from; None where there is none such any more, or
    where there are not as many pins as sentences: then a line of the translation was taken out or put in.
    """
    pinned = Counter(UnitKey(key).paragraph for key in pins)
    found: dict[str, Place | None] = {}
    for paragraph in note.body:
        counterpart = source.by_id.get(paragraph.id)
        if counterpart and len(counterpart.sentences) != len(paragraph.sentences):
            is_known = pinned[paragraph.id] == len(paragraph.sentences)
            by_pin = {pin_of(sentence.words): sentence.id for sentence in counterpart.sentences if is_known}
            for sentence in paragraph.sentences:
                found[sentence.id] = by_pin.pop(pins.get(f"note:{sentence.id}", ""), None)
    return found


def fill_note(note: Note | None, moves: Mapping[str, Place | None], source: Fallback, /) -> Note:
    """Return a language's note with the source note's texts, marked with their language, for what it lacks.

    ``moves`` are the places of the sentences that stand elsewhere in the source's note, or nowhere.
    """

    def filled(own: Sentence | None, counterpart: Sentence) -> Sentence:
        if own is None or own.text == GAP:
            return replace(counterpart, language=source.code)
        return replace(own, depth=counterpart.depth, cell=counterpart.cell)

    placed = [(moves.get(id, id), sentence) for id, sentence in (note.sentences if note else {}).items()]
    own = {Place(id): replace(sentence, id=Place(id)) for id, sentence in placed if id}

    def all_filled(counterparts: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(filled(own.get(one.id), one) for one in counterparts)

    def part(counterpart: Part) -> Part:
        if isinstance(counterpart, Paragraph):
            return replace(counterpart, sentences=all_filled(counterpart.sentences))
        return heading(counterpart)

    def heading(counterpart: Heading) -> Heading:
        found = filled(own.get(counterpart.id), counterpart)
        assert isinstance(found, Heading)
        return replace(found, level=counterpart.level)

    return Note(
        top=all_filled(source.note.top),
        title=heading(source.note.title),
        head=all_filled(source.note.head),
        parts=tuple(map(part, source.note.parts)),
        footnotes=all_filled(source.note.footnotes),
    )


def fill_pages(pages: Mapping[str, Page], source: Fallback, /) -> Mapping[str, Page]:
    """Return a language's pages, with the source language's titles and descriptions for gaps, and its pages."""

    def filled(name: str, counterpart: Page) -> Page:
        own = pages.get(name)
        if own is None:
            own = replace(counterpart, title=GAP, description=GAP, is_missing=True)
        return replace(
            own,
            title=Borrowed(counterpart.title) if own.title == GAP else own.title,
            description=Borrowed(counterpart.description) if own.description == GAP else own.description,
        )

    return {**{name: filled(name, page) for name, page in source.pages.items()}, **_others(pages, source.pages)}


def _others(pages: Mapping[str, Page], known: Mapping[str, Page]) -> dict[str, Page]:
    return {name: page for name, page in pages.items() if name not in known}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _shared(words: Mapping[str, Any]) -> dict[str, Any]:
    """Return the words of the source language without those that no other language lacks, however deep."""
    inside = {key: _shared(child) if isinstance(child, Mapping) else child for key, child in words.items()}
    return {key: child for key, child in inside.items() if key not in OWN_FIELDS or isinstance(child, Mapping)}


def _is_gap(value: Any) -> bool:
    return value is None or value == GAP or (isinstance(value, list) and (GAP in value or not value))
