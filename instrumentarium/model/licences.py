"""The licence of a file to download."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Licence:
    """A licence's own name (None: each language has its words for it), and its address."""

    name: str | None
    address: str
