"""Bad input: each folder of faults/ and remarks/ holds an edit and what is expected of it.

A fault stops the build; a remark is on a translation's language, and the build goes on. The edit is
made in a copy of the small edition, in two languages.

``edit.yml`` is a list of edits: ``file`` and one of

- ``find`` and ``put``: replace text that stands there (once, or the one that ``after`` precedes);
- ``write``: the file's new text (a new file, or instead of the old);
- ``bytes``: its new bytes, as hexadecimal;
- ``delete: true``;
- ``mark``: change nothing, but put the mark before this text.

The mark ‸ in a text is taken out again; in ``expected.txt`` the n-th ‸ stands for the line and column
of the n-th mark.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from instrumentarium import load
from tests.support import building
from tests.support.sources import Tree

FAULTS, REMARKS = (sorted((Path(__file__).parent / name).iterdir()) for name in ("faults", "remarks"))
MARK = "‸"


def _apply(root: Path, edits: list[dict[str, Any]]) -> list[str]:
    """Make the edits; return the places of their marks, as line:column."""
    places = []
    for edit in edits:
        path = root / edit["file"]
        if edit.get("delete"):
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if "bytes" in edit:
            path.write_bytes(bytes.fromhex(edit["bytes"]))
            continue
        text = edit["write"] if "write" in edit else path.read_text(encoding="utf-8")
        if "find" in edit or "mark" in edit:
            find: str = edit["find"] if "find" in edit else edit["mark"]
            start = text.index(edit.get("after", ""))
            index = text.index(find, start)
            put = edit.get("put", MARK + find)
            text = text[:index] + put + text[index + len(find) :]
        while MARK in text:
            index = text.index(MARK)
            places.append(f"{text.count(chr(10), 0, index) + 1}:{index - text.rfind(chr(10), 0, index)}")
            text = text[:index] + text[index + 1 :]
        path.write_text(text, encoding="utf-8", newline="")
    return places


def _expected(folder: Path, places: list[str]) -> str:
    text = (folder / "expected.txt").read_text(encoding="utf-8")
    for place in places:
        text = text.replace(MARK, place, 1)
    return text


def _checked(folder: Path, root: Path) -> str:
    """Make the folder's edits, and hold what the command tells against what is expected of it."""
    places = _apply(root, yaml.safe_load((folder / "edit.yml").read_text(encoding="utf-8")))
    expected = _expected(folder, places)
    result = building.command(root, "check", "--strict")
    assert result.stdout == expected
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    return expected


def test_there_are_enough_of_them() -> None:
    """Forty faults at the least."""
    assert len(FAULTS) >= 40


@pytest.mark.parametrize("folder", FAULTS, ids=lambda folder: folder.name)
def test_a_fault_is_told_and_the_site_stands(folder: Path, tree: Tree) -> None:
    """The command and the build tell the same, with exit code 1, and leave the site that stood."""
    root = tree("de", "en")
    standing = root / "site" / "index.html"
    standing.parent.mkdir()
    standing.write_text("what stood before", encoding="utf-8")
    expected = _checked(folder, root)
    with pytest.raises(Abort) as aborted:
        build(load_config(str(root / "mkdocs.yml")))
    told = str(aborted.value).split("\n")
    assert told == [line for line in expected.rstrip("\n").split("\n") if line in told]
    assert told
    assert aborted.value.exit_code == 1
    assert [path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*")] == ["index.html"]
    assert standing.read_text(encoding="utf-8") == "what stood before"
    assert not list(root.glob(".site-*"))


@pytest.mark.parametrize("folder", REMARKS, ids=lambda folder: folder.name)
def test_a_remark_is_told_and_the_build_goes_on(folder: Path, tree: Tree) -> None:
    """The command is not content; the edition can be read all the same."""
    root = tree("de", "en")
    _checked(folder, root)
    assert set(load.edition(root).languages) == {"de", "en"}
