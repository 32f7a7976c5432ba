"""Earlier source texts, from git's history."""

from collections.abc import Mapping
from pathlib import Path

from instrumentarium import git
from instrumentarium.model.unit import UnitKey, pin_of
from instrumentarium.sources.units import of_file


def earlier_texts(root: Path, source: str, pins: Mapping[UnitKey, str], /) -> Mapping[UnitKey, str]:
    """Return the source text that each pin is the hash of, by key, as far as the history has it."""
    found: dict[UnitKey, str] = {}
    for name in sorted({key.file for key in pins}):
        wanted, file = {key for key in pins if key.file == name}, f"docs/{source}/{name}"
        for revision in git.revisions(root, file):
            units = of_file(name, git.file_at(root, revision, file))
            for key in sorted(wanted & set(units)):
                if pin_of(units[key].text) == pins[key]:
                    found[key] = units[key].text
            wanted -= set(found)
            if not wanted:
                break
    return found
