"""Phrases in running text."""

from collections.abc import Sequence
from itertools import zip_longest


def first_difference(one: Sequence[str], other: Sequence[str], /) -> int | None:
    """Return the index of the first word that differs, None where there is none."""
    return next((index for index, pair in enumerate(zip_longest(one, other)) if pair[0] != pair[1]), None)


def find_phrase(phrase: str, text: str, /) -> int | None:
    """Return the index at which ``phrase`` first occurs in ``text`` as whole words, None where it does not."""
    start = text.find(phrase)
    while start >= 0:
        before, after = text[max(start - 1, 0) : start], text[start + len(phrase) :][:1]
        if not (_is_word(before) and phrase[:1].isalnum()) and not (_is_word(after) and phrase[-1:].isalnum()):
            return start
        start = text.find(phrase, start + 1)
    return None


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
