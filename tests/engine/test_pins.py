"""Two branches of one language are merged: what git does by itself, and what `sync` mends."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.model.unit import pin_of
from instrumentarium.sources import pins
from tests.support import building
from tests.support.sources import ROOT, Tree, edit
from tests.support.translating import change_the_source, left

CHANGES = {
    "note:p1s3": ("Dabei wurde betont", "Betont wurde dabei"),
    "note:p2s3": ("Ziel der Aussprache war", "Das Ziel der Aussprache war"),
    "note:p3s1": ("Schließlich wird", "Zum Schluss wird"),
}
"""Changes of the source, in neighbouring paragraphs."""


def _git(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder as it is installed: without any setting of ours, but for a name."""
    name = ("-c", "user.name=x", "-c", "user.email=x@host.invalid", "-c", "init.defaultBranch=main")
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        ["git", "-C", str(root), *name, *command], capture_output=True, text=True, env=environment, check=False
    )


def _branch(root: Path, name: str, change: Callable[[], object]) -> None:
    """Commit a change on a branch of its own, made from the first."""
    assert _git(root, "checkout", "-q", "-b", name, "main").returncode == 0
    change()
    assert _git(root, "commit", "-qam", name).returncode == 0


@pytest.fixture
def root(tree: Tree) -> Path:
    """Return a repository in which the source has changed and the English has not."""
    root = tree("de", "en")
    (root / ".gitattributes").write_text((ROOT / ".gitattributes").read_text(encoding="utf-8"), encoding="utf-8")
    for find, put in CHANGES.values():
        change_the_source(root, find, put)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "first")):
        assert _git(root, *command).returncode == 0
    assert left(root) == {"en": dict.fromkeys(CHANGES, "stale")}
    return root


def _sync(root: Path, what: str, find: str, put: str) -> None:
    edit(root / "docs/en/note.md", find, put)
    assert building.command(root, "sync", "en", what).exit_code == 0


def test_branches_that_sync_neighbours_merge(root: Path) -> None:
    """With plain git, without the attributes of the repository too; nothing is left to mend."""
    (root / ".gitattributes").unlink()
    _git(root, "commit", "-qam", "none")
    _branch(root, "a", lambda: _sync(root, "p2s3", "The aim of", "The goal of"))
    _branch(root, "b", lambda: _sync(root, "p3s1", "Finally, a", "In the end, a"))
    assert _git(root, "merge", "-q", "a", "-m", "both").returncode == 0
    assert left(root) == {"en": {"note:p1s3": "stale"}}
    assert "In the end" in (root / "docs/en/note.md").read_text(encoding="utf-8")


def _add(root: Path, key: str) -> None:
    """Put a pin after another, as `sync` does when a unit is new."""
    edit(root / "docs/en/pins.yml", '\n"note:p3s1"', f'\n"{key}": "{pin_of(key)}"\n\n"note:p3s1"')


def test_branches_that_add_pins_at_the_same_place_merge(root: Path) -> None:
    """Git takes both; no key is lost."""
    _branch(root, "a", lambda: _add(root, "note:p2s8"))
    _branch(root, "b", lambda: _add(root, "note:p2s9"))
    assert _git(root, "merge", "-q", "a", "-m", "both").returncode == 0
    found = load.edition(root).languages["en"].pins
    assert {key: found[key] for key in ("note:p2s8", "note:p2s9")} == {
        key: pin_of(key) for key in ("note:p2s8", "note:p2s9")
    }


@pytest.mark.parametrize("attributes", [True, False])
def test_what_git_cannot_join_sync_does(root: Path, *, attributes: bool) -> None:
    """Of two pins that of today's source is kept. Nothing is synced that nobody names."""
    if not attributes:
        (root / ".gitattributes").unlink()
        _git(root, "commit", "-qam", "none")
    _branch(root, "a", lambda: _sync(root, "p3s1", "Finally, a", "In the end, a"))
    _branch(root, "b", lambda: _pin(root, "note:p3s1", "0" * 12))
    merged = _git(root, "merge", "-q", "a", "-m", "both")
    assert (merged.returncode == 0) == attributes
    told = building.command(root, "check")
    assert told.exit_code == 1
    assert ("two branches' pins stand here side by side" if attributes else "conflict marker <<<<<<<") in told.stdout
    assert told.stdout.startswith("docs/en/pins.yml:")
    assert "`instrumentarium sync en`" in told.stdout

    result = building.command(root, "sync", "en")
    assert result.exit_code == 0
    assert "note:p3s1: that of the source of today is kept" in result.stdout
    assert "synced" not in result.stdout
    assert left(root) == {"en": {"note:p1s3": "stale", "note:p2s3": "stale"}}


def _pin(root: Path, key: str, pin: str) -> None:
    old = load.edition(root).languages["en"].pins[key]
    edit(root / "docs/en/pins.yml", f'"{key}": "{old}"', f'"{key}": "{pin}"')


def test_a_pin_that_neither_branch_has_right_is_dropped(root: Path) -> None:
    """What is translated is not known: the unit is stale, until someone says what it says; so one may at once."""
    _branch(root, "a", lambda: _pin(root, "note:p3s1", "1" * 12))
    _branch(root, "b", lambda: _pin(root, "note:p3s1", "2" * 12))
    _git(root, "merge", "-q", "a", "-m", "both")
    result = building.command(root, "sync", "en", "p1s3")
    assert "note:p3s1: dropped" in result.stdout
    assert "1 of 1 synced" in result.stdout
    assert "note:p3s1" not in load.edition(root).languages["en"].pins
    assert left(root) == {"en": {"note:p2s3": "stale", "note:p3s1": "stale"}}


def test_of_pins_that_were_cut_those_are_kept_that_can_be_read(root: Path) -> None:
    """No unit is said to be up to date by that, and what is written can be read."""
    path = root / "docs/en/pins.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("note:p2s1") + 20], encoding="utf-8")
    result = building.command(root, "sync", "en")
    assert result.exit_code == 0
    assert "pins could be read and are kept" in result.stdout
    kept = path.read_text(encoding="utf-8").split("\n")
    assert kept == [*text[: text.index('"note:p2s1')].rstrip().split("\n"), ""]
    assert left(root)["en"].items() > {"note:p1s3": "stale", "note:p2s1": "stale"}.items()
    assert "note:p1s1" not in left(root)["en"]


CONFLICT = """\
"a": "111111111111"

<<<<<<< ours
"b": "222222222222"
"c": "333333333333"
||||||| base
"b": "444444444444"
=======
"b": "555555555555"

"d": "666666666666"
>>>>>>> theirs
"""


def test_both_sides_of_a_conflict_are_joined() -> None:
    """What both branches started from is of neither."""
    assert pins.is_conflicted(CONFLICT)
    found, disputed = pins.joined(CONFLICT, {"b": "5" * 12})
    assert found == {"a": "1" * 12, "b": "5" * 12, "c": "3" * 12, "d": "6" * 12}
    assert disputed == ["b"]
    assert "b" not in pins.joined(CONFLICT, {"b": "4" * 12})[0]


def test_pins_are_read_as_they_are_written() -> None:
    """With an empty line between two; the form before had none."""
    text = pins.text({"a:b:1": "1" * 12, "note:p1s1": "2" * 12})
    assert text.split("\n")[1:] == ["", f'"a:b:1": "{"1" * 12}"', "", f'"note:p1s1": "{"2" * 12}"', ""]
    for one in (text, text.replace("\n\n", "\n")):
        assert not pins.is_conflicted(one)
        assert pins.joined(one, {}) == ({"a:b:1": "1" * 12, "note:p1s1": "2" * 12}, [])
