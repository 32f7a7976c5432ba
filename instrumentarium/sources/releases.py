"""Reads data/releases/: what `instrumentarium release` recorded of each version."""

import json
import re
from pathlib import Path

from pydantic import ValidationError

from instrumentarium.model.releases import Release
from instrumentarium.sources import text_files
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.files import is_left_behind

FOLDER = "data/releases"
_RECORD = re.compile(rf"{FOLDER}/\d+\.json")
_MEND = "`instrumentarium release` wrote it, and it never changes: put it back as it was"


def read(root: Path, diagnostics: list[Diagnostic], /) -> tuple[Release, ...]:
    """Return the releases of an edition, the oldest first; add to the diagnostics what is wrong with their files."""
    found = list[Release]()
    others = {path.relative_to(root).as_posix() for path in (root / FOLDER).glob("*") if not is_left_behind(path.name)}
    version = 1
    while (name := file(version)) in others:
        others.remove(name)
        release, faults = _read(root, name, version)
        found += [release] if release else []
        diagnostics += faults
        version += 1
    if any(_RECORD.fullmatch(name) for name in others):
        diagnostics.append(Diagnostic(FOLDER, 1, 1, f"{version}.json is not there; {_MEND}"))
    strays = sorted(name for name in others if not _RECORD.fullmatch(name))
    diagnostics += (Diagnostic(name, 1, 1, "nothing reads this file; move it elsewhere") for name in strays)
    return tuple(found)


def _read(root: Path, name: str, version: int) -> tuple[Release | None, list[Diagnostic]]:
    text, faults = text_files.decode((root / name).read_bytes(), name)
    try:
        release = Release.model_validate(json.loads(text), strict=False) if text is not None else None
    except json.JSONDecodeError as error:
        return None, [*faults, Diagnostic(name, error.lineno, error.colno, f"not JSON: {error.msg}; {_MEND}")]
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return None, [*faults, Diagnostic(name, 1, 1, f"{where}: {first['msg']}; {_MEND}")]
    if release and release.version != version:
        return None, [*faults, Diagnostic(name, 1, 1, f"this is the record of version {release.version}; {_MEND}")]
    return release, faults


def file(version: int, /) -> str:
    """Return the file that holds the record of a version."""
    return f"{FOLDER}/{version}.json"


def text(release: Release, /) -> str:
    """Return the text of that file."""
    return release.model_dump_json(indent=1) + "\n"
