"""A file as a translator's tool gives it back."""

from dataclasses import dataclass
from typing import Literal

from instrumentarium.model.unit import UnitKey

UnitState = Literal["translated", "unfinished", "gap"]


class UnfitFileError(ValueError):
    """Raised for a file that is none of those that are exchanged; says why in plain words."""


@dataclass(frozen=True, kw_only=True)
class ReturnedUnit:
    """A unit: the source text that it was translated from, its translation, and how far the file says that it is."""

    key: UnitKey
    source: str
    target: str
    state: UnitState


@dataclass(frozen=True, kw_only=True)
class Returned:
    """The units of a file, and the codes of the languages that it says they are from and in; "" where it says none."""

    sources: frozenset[str]
    targets: frozenset[str]
    units: tuple[ReturnedUnit, ...]
