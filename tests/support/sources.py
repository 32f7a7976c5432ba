"""The sources of the two editions that the tests stand on, copies of them to do harm in, and changes of files."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
"""The repository, whose sources are those of the real edition."""

SMALL = ROOT / "tests" / "small"
"""The facts and texts of the small edition; the rest of its sources is the repository's."""

Tree = Callable[..., Path]
"""Copies the sources, with the languages named or with all of them; returns the folder of the copy."""

ONE_WORKER = ("  - languages:\n", "  - languages:\n      workers: 1\n")
"""What is found in mkdocs.yml, and put there instead, for a build of one language after the other."""

FULL = ROOT / "tests" / "edition"
"""An edition of its own, with every construct of the grammar and of the records."""

_SHARED = ("overrides", "macros.py", "mkdocs.yml")


def copied(edition: Path, target: Path, languages: tuple[str, ...] = ()) -> Path:
    """Copy what the site of an edition is built from to ``target``: all languages, or those named."""
    target.mkdir(parents=True)
    for name in _SHARED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, target / name)
    shutil.copytree(edition / "data", target / "data")
    shutil.copytree(ROOT / "data" / "schema", target / "data" / "schema", dirs_exist_ok=True)
    for folder in sorted((edition / "docs").iterdir()):
        if not languages or folder.name in languages:
            shutil.copytree(folder, target / "docs" / folder.name)
    if languages:  # a tree of some of the languages is one that has published no other
        published = target / "data" / "published.yml"
        text = published.read_text(encoding="utf-8")
        text = re.sub(r"(?<=\nlanguages: )\[.*\]", f"[{', '.join(languages)}]", text)
        published.write_text(text, encoding="utf-8")
    return target


def edit(path: Path, find: str, put: str) -> None:
    """Replace a text, where it first stands in a file, by another."""
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")
