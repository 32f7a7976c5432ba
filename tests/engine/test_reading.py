"""Reading the sources."""

import errno
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.exports import json_schemas
from instrumentarium.model.edition import Edition
from instrumentarium.sources.diagnostics import SourceErrors
from tests.support import building
from tests.support.sources import ROOT, Tree, edit


def test_the_small_edition_is_in_order(tree: Tree) -> None:
    """Neither an error nor a remark: what a test finds wrong with it is what the test did."""
    result = building.command(tree(), "check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "everything: all in order\n")


def test_a_file_that_cannot_be_read_is_told_as_itself(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there: nobody has to put it back."""
    root = tree("de", "en")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == root / "docs/en/note.md":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    told = building.command(root, "check").stdout
    assert told == "docs/en/note.md:1:1: the file cannot be read (Permission denied); see that it can\n"


def test_languages_that_are_not_official_come_last(edition: Edition) -> None:
    """The official languages in their official order, any other after them."""
    assert list(edition.languages) == ["de", "en", "ar"]


def test_what_is_not_known_is_null(edition: Edition) -> None:
    """A field that may be null is null or left out, with the same result."""
    facts = edition.facts
    assert (facts.note.register_number, facts.note.date) == (None, None)
    assert [meeting.body for meeting in facts.meetings] == ["council", "bee-group", None, "council"]
    assert [meeting.when for meeting in facts.meetings] == [None, None, "early", None]
    assert [one.level for one in facts.instruments] == ["eu", "member-state", None, None]
    assert [one.condition for one in facts.instruments] == [None, "local-rules", None, None]


@pytest.mark.parametrize(
    "change",
    [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: b"\xef\xbb\xbf" + raw],
    ids=["line ends of another system", "byte order mark"],
)
def test_line_ends_and_byte_order_marks_do_not_matter(
    tree: Tree, edition: Edition, change: Callable[[bytes], bytes]
) -> None:
    """A file saved by another system's editor is read as the same."""
    root = tree()
    for path in [*root.glob("data/*.yml"), *root.glob("data/source/*"), *root.glob("docs/*/*")]:
        path.write_bytes(change(path.read_bytes()))
    found = load.edition(root)
    assert found.facts == edition.facts
    assert asdict(found.languages["de"]) == asdict(edition.languages["de"])


def test_all_faults_are_told_at_once(tree: Tree) -> None:
    """SourceErrors of several files and languages come together, in order of place."""
    root = tree("de", "en")
    for file, find, put in (
        ("docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes"),
        ("docs/de/strings.yml", "quote: Saatgut", "quote: Samen"),
        ("data/meetings.yml", "body: bee-group", "body: bee-grup"),
    ):
        edit(root / file, find, put)
    with pytest.raises(SourceErrors) as caught:
        load.edition(root)
    assert [fault.file for fault in caught.value.diagnostics] == [
        "data/meetings.yml", "docs/de/strings.yml", "docs/en/strings.yml",
    ]  # fmt: skip


@pytest.mark.parametrize("name", json_schemas.texts())
def test_the_schemas_are_those_of_the_model(name: str) -> None:
    """`instrumentarium schema` has been run since the model changed."""
    assert (ROOT / f"data/schema/{name}.json").read_text(encoding="utf-8") == json_schemas.texts()[name]
