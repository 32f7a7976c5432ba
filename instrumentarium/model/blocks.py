"""How the sentences of a paragraph are laid out: running text, lists inside lists, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from instrumentarium.model.note import BULLETS, Sentence


@dataclass(frozen=True)
class Text:
    """Sentences of running text."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Item:
    """An item of a list: its mark as the text received prints it, and what it holds."""

    mark: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class List:
    """A list."""

    items: tuple[Item, ...]

    @property
    def is_ordered(self) -> bool:
        """Whether its items have numbers or letters."""
        return any(item.mark not in BULLETS for item in self.items)


@dataclass(frozen=True)
class Table:
    """A table: its rows of cells, None where a cell is empty; the first row heads the columns."""

    rows: tuple[tuple[Sentence | None, ...], ...]


Block: TypeAlias = Text | List | Table


def blocks(sentences: Sequence[Sentence], depth: int = 0, /) -> tuple[Block, ...]:
    """Return the blocks of a paragraph's sentences, or of an item's, which has that depth."""
    return tuple(_blocks(sentences, depth))


def is_running_text(sentences: Sequence[Sentence], /) -> bool:
    """Whether sentences are running text alone."""
    return all(one.depth == 0 and one.cell is None for one in sentences)


def _blocks(sentences: Sequence[Sentence], depth: int) -> Iterator[Block]:
    for (has_cell, is_deeper), group in groupby(sentences, lambda one: (one.cell is not None, one.depth > depth)):
        inside = tuple(group)
        if has_cell:
            yield _table(inside)
        elif is_deeper:
            yield List(tuple(_items(inside, depth + 1)))
        else:
            yield Text(inside)


def _items(sentences: Sequence[Sentence], depth: int) -> Iterator[Item]:
    item: list[Sentence] = []
    for one in sentences:
        if one.depth == depth and one.mark and item:
            yield Item(item[0].mark, blocks(item, depth))
            item = []
        item.append(one)
    yield Item(item[0].mark, blocks(item, depth))


def _table(cells: Sequence[Sentence]) -> Table:
    placed = {one.cell: one for one in cells}
    rows, columns = (max(cell[axis] for cell in placed if cell) + 1 for axis in (0, 1))
    return Table(tuple(tuple(placed.get((row, column)) for column in range(columns)) for row in range(rows)))
