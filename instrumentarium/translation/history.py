"""What the history that git keeps says: when it was last added to, and what the source said before."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from instrumentarium.sources.units import of_file
from instrumentarium.translation.status import pin_of


def earlier_texts(root: Path, source: str, pins: Mapping[str, str], /) -> Mapping[str, str]:
    """Return the source text that each pin is the hash of, by key, as far as the history has it."""
    found: dict[str, str] = {}
    names = {key: "strings.yml" if key.startswith("strings:") else f"{key.partition(':')[0]}.md" for key in pins}
    for name in sorted(set(names.values())):
        wanted = {key for key in pins if names[key] == name}
        for revision in _git(root, "log", "--format=%H", "--", f"docs/{source}/{name}").split():
            units = of_file(name, _git(root, "show", f"{revision}:./docs/{source}/{name}"))
            for key in sorted(wanted & set(units)):
                if pin_of(units[key].text) == pins[key]:
                    found[key] = units[key].text
            wanted -= set(found)
            if not wanted:
                break
    return found


def seconds_of_last_commit(root: Path, /) -> str:
    """Return when the last commit was made, in seconds since the epoch; "" where there is no history."""
    return _git(root, "log", "-1", "--format=%ct").strip()


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints; nothing where there is no git, no repository or no such thing."""
    try:
        result = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8")
    except OSError:
        return ""
    return result.stdout if result.returncode == 0 else ""
