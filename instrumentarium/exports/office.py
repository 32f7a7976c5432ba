"""What the documents for word processors share: the note as paragraphs and tables in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from instrumentarium.exports.card import card_rows
from instrumentarium.exports.file_view import FileView
from instrumentarium.model.blocks import Block, List, Table, Text, blocks
from instrumentarium.model.note import Heading, Sentence
from instrumentarium.presentation.naming import shown_numbers


@dataclass(frozen=True, kw_only=True)
class Said:
    """A text in one language; ``id`` names the sentence that it is, and is None for what the note does not say.

    ``pieces`` are its text, with each footnote where it refers to it.
    """

    pieces: tuple[str | Sentence, ...]
    language: str
    id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Prose:
    """A paragraph: its style, the printed mark before it, how deep it is in lists, and its texts.

    ``style`` is ``Title``, ``Heading1`` … ``Heading5``, ``Body``, ``List`` or ``Remark``.
    """

    style: str
    said: tuple[Said, ...]
    mark: str = ""
    depth: int = 0
    begins_page: bool = False


@dataclass(frozen=True)
class Grid:
    """A table: its rows of cells, the first of which heads the columns; None where a cell is empty."""

    rows: tuple[tuple[tuple[Said, ...], ...], ...]


Piece: TypeAlias = Prose | Grid


def document(view: FileView, /) -> Iterator[Piece]:
    """Yield the note in the language: its head, what is known of it, its text and the rights."""
    note, labels, words = view.language.note, view.labels, view.strings.site
    for line in note.top:
        yield Prose(style="Remark", said=_sentence(view, line))
    yield Prose(style="Title", said=_sentence(view, note.title))
    for line in note.head:
        yield Prose(style="Body", said=_sentence(view, line))
    for label, text in card_rows(view):
        yield _remark(view, view.labelled(label, text))
    if any(line.language for line in note.lines()):
        yield _remark(view, labels.missing_page)
    for part in note.parts:
        if isinstance(part, Heading):
            style = f"Heading{note.levels[part.id] - 1}"
            yield Prose(style=style, said=_sentence(view, part), begins_page=part.level == 1)
        else:
            mark = part.mark or shown_numbers(view.language)[part.id]
            yield from _blocks(view, blocks(part.sentences), mark)
    address = view.url("note") if view.is_published else None
    for told in filter(None, (words.rights, words.official_versions, address)):
        yield _remark(view, told)


def _remark(view: FileView, text: str) -> Prose:
    return Prose(style="Remark", said=(Said(pieces=(text,), language=view.language.code),))


def _blocks(view: FileView, found: Sequence[Block], mark: str = "", depth: int = 0) -> Iterator[Piece]:
    """Yield the blocks of a paragraph or of an item; its mark stands before the first that is text."""
    style = "List" if depth else "Body"
    for index, block in enumerate(found):
        match block:
            case Text(sentences):
                said = tuple(text for one in sentences for text in _sentence(view, one))
                yield Prose(style=style, said=said, mark="" if index else mark, depth=depth)
            case List(items):
                for item in items:
                    yield from _blocks(view, item.blocks, item.mark, depth + 1)
            case Table(rows):
                yield Grid(tuple(tuple(_sentence(view, one) if one else () for one in row) for row in rows))


def _sentence(view: FileView, sentence: Sentence) -> tuple[Said, ...]:
    """Return a sentence, and where it is stale, that it is, with the text of the source."""
    pieces = (view.sentence(f"fn{one}") if isinstance(one, int) else one for one in sentence.pieces)
    language = view.language.code
    said = (Said(pieces=tuple(pieces), language=sentence.language or language, id=sentence.id),)
    if sentence.id not in view.stale:
        return said
    told = Said(pieces=(f"[{view.labels.stale_sentence}",), language=language)
    return (*said, told, Said(pieces=(f"{view.stale[sentence.id]}]",), language=view.edition.source.code))
