"""Phrases in running text."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

# Scripts that put no space between words, by the names that Unicode gives their letters.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


def first_difference(one: Sequence[str], other: Sequence[str], /) -> int | None:
    """Return the index of the first word that differs, None where there is none."""
    return next((index for index, pair in enumerate(zip_longest(one, other)) if pair[0] != pair[1]), None)


def find_phrase(phrase: str, text: str, /) -> int | None:
    """Return the index at which ``phrase`` first occurs in ``text`` as whole words, None where it does not.

    Where a script puts no space between words, any letter may begin or end one.
    """
    start = text.find(phrase)
    while start >= 0:
        before, after = text[max(start - 1, 0) : start], text[start + len(phrase) :][:1]
        if not (_is_word(before) and _is_word(phrase[:1])) and not (_is_word(after) and _is_word(phrase[-1:])):
            return start
        start = text.find(phrase, start + 1)
    return None


def _is_word(character: str) -> bool:
    if not character.isalnum():
        return character == "_"
    return character.isascii() or not unicodedata.name(character, "").startswith(_UNSPACED)
