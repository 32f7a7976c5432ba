"""Tells what an import did: how many units and which, by what became of them."""

from collections.abc import Iterator, Mapping

from instrumentarium.model.unit import UnitKey
from instrumentarium.translation.interchange.importing import OUTCOMES, Outcome

_TOLD: Mapping[Outcome, str] = {
    "written": "written, and up to date",
    "synced": "not changed, but up to date from now on",
    "stale": "written, but stale: the source has changed since the file was made",
    "older": "left alone: made from an earlier source, and the folder has a translation of today's",
    "unfinished": "left alone: unfinished, fuzzy or cut off in the file",
    "unplaced": "not written: there is no place for it in the folder; a paragraph of the note needs all its sentences, "
    "and no line begins like a heading or a list",
    "unknown": "not in the source",
    "gap": "not translated",
    "unchanged": "as they were",
}
_BY_COUNT_ALONE = ("gap", "unchanged")


def lines(outcomes: Mapping[UnitKey, Outcome], /) -> Iterator[str]:
    """Yield a line for each outcome, with the number of its units, and below it their keys."""
    for outcome in OUTCOMES:
        keys = [key for key, one in outcomes.items() if one == outcome]
        if keys:
            yield f"{len(keys):>4} {_TOLD[outcome]}"
            if outcome not in _BY_COUNT_ALONE:
                yield from (f"       {key}" for key in keys)
