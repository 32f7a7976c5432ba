"""Small questions about running text."""

import re
from collections.abc import Sequence
from itertools import zip_longest


def first_difference(one: Sequence[str], other: Sequence[str], /) -> int | None:
    """Return the index of the first word that differs, None where there is none."""
    return next((index for index, pair in enumerate(zip_longest(one, other)) if pair[0] != pair[1]), None)


def find_phrase(phrase: str, text: str, /) -> int | None:
    """Return where ``phrase`` stands in ``text`` as whole words, None where it does not."""
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    found = re.search(before + re.escape(phrase) + after, text)
    return found.start() if found else None
