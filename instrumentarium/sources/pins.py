"""Reads and writes pins.yml, also where it is not whole: cut, or as a merge of two branches leaves it.

An empty line between two pins keeps them apart for git: branches that change neighbours merge without a conflict.
"""

import re
from collections.abc import Iterator, Mapping

_HEAD = "# Which source text each unit was translated from; written by `instrumentarium sync`, not by hand.\n"
_PIN = re.compile(r'"?(?P<key>[^"]+?)"?:\s+"?(?P<pin>[0-9a-f]{12})"?')
_OURS, _BASE, _THEIRS, _END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"


def text(pins: Mapping[str, str], /) -> str:
    """Return the text of pins.yml."""
    return _HEAD + "".join(f'\n"{key}": "{pin}"\n' for key, pin in pins.items())


def is_conflicted(text: str, /) -> bool:
    """Whether two branches were merged and not joined: there are marks of conflicts, or a key stands twice."""
    keys = [key for key, _ in _pins(text)]
    return len(keys) != len(set(keys)) or any(line.startswith((_OURS, _END)) for line in text.split("\n"))


def broken_line(text: str, /) -> int | None:
    """Return the number of the first line that `sync` has not written so; None where there is none."""
    lines = enumerate(text.split("\n"), 1)
    return next((n for n, line in lines if line and not line.startswith("#") and not _PIN.fullmatch(line)), None)


def joined(text: str, today: Mapping[str, str], /) -> tuple[Mapping[str, str], list[str]]:
    """Return the pins of both branches, and the keys that each had given another pin.

    Of these, the pin is kept that is the one of today's source text (``today`` has them by key), if one is.
    """
    found: dict[str, set[str]] = {}
    for key, pin in _pins(text):
        found.setdefault(key, set()).add(pin)
    disputed = [key for key, pins in found.items() if len(pins) > 1]
    for key in disputed:
        found[key] &= {today.get(key, "")}
    return {key: pin for key, pins in found.items() for pin in pins}, disputed


def _pins(text: str) -> Iterator[tuple[str, str]]:
    """Yield each key with its pin; what both branches started from is left out where git shows it."""
    is_base = False
    for line in text.split("\n"):
        if line.startswith((_BASE, _THEIRS)):
            is_base = line.startswith(_BASE)
        elif not is_base and (match := _PIN.fullmatch(line.strip())):
            yield match["key"], match["pin"]
