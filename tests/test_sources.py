"""Reading the sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.exports import json_schemas
from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from instrumentarium.sources.diagnostics import SourceErrors

from .conftest import ROOT

Tree = Callable[..., Path]

MEETINGS = [
    "2024-07-22-jha-informal", "2024-09-16-coreper", "2024-10-10-jha-council", "2024-10-17-european-council",
    "2024-10-30-coreper", "2024-11-14-scifa", "2024-12-unhcr-iom-breakfast", "2024-12-11-coreper",
]  # fmt: skip
INSTRUMENTS = {
    "policy": "diplomacy development-aid trade visa-policy bilateral-instruments",
    "measure": "reintegration-support assisted-voluntary-return voluntary-resettlement capacity-building "
    "legal-pathways operational-cooperation",
    "cooperation": "voluntary-return international-organisations partnerships",
    "solution": "return-hubs return-framework safe-third-country",
}


def test_the_meetings_are_eight_in_order(edition: Edition) -> None:
    """People link to these ids."""
    assert [meeting.id for meeting in edition.facts.meetings] == MEETINGS


def test_the_instruments_are_seventeen_in_four_kinds(edition: Edition) -> None:
    """People link to these ids."""
    found: dict[str, list[str]] = {}
    for instrument in edition.facts.instruments:
        found.setdefault(instrument.kind, []).append(instrument.id)
    assert found == {kind: ids.split() for kind, ids in INSTRUMENTS.items()}


def test_what_is_not_known_is_null(edition: Edition) -> None:
    """The text that we hold has no register number and no date."""
    assert edition.facts.note.register_number is None
    assert edition.facts.note.date is None


def test_languages_stand_in_the_institutions_order(edition: Edition) -> None:
    """The official languages in their official order, any other after them."""
    codes = [code for code in edition.languages if code in OFFICIAL_LANGUAGES]
    assert codes == [code for code in OFFICIAL_LANGUAGES if code in codes]


@pytest.mark.parametrize("change", [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: b"\xef\xbb\xbf" + raw])
def test_line_ends_and_byte_order_marks_do_not_matter(
    tree: Tree, edition: Edition, change: Callable[[bytes], bytes]
) -> None:
    """A file saved by another system's editor is read as the same."""
    root = tree("nl", "en")
    for path in [*root.glob("data/*.yml"), *root.glob("data/source/*"), *root.glob("docs/*/*")]:
        path.write_bytes(change(path.read_bytes()))
    found = load.edition(root)
    assert found.facts == edition.facts
    assert found.languages["nl"] == edition.languages["nl"]


def test_all_faults_are_told_at_once(tree: Tree) -> None:
    """SourceErrors of several files and languages come together, in order of place."""
    root = tree("nl", "en")
    for file, find, put in (
        ("docs/en/strings.yml", "quote: diplomacy", "quote: diplomats"),
        ("docs/nl/strings.yml", "quote: diplomatie", "quote: diplomaten"),
        ("data/meetings.yml", "body: scifa", "body: sifca"),
    ):
        path = root / file
        path.write_text(path.read_text(encoding="utf-8").replace(find, put), encoding="utf-8")
    with pytest.raises(SourceErrors) as caught:
        load.edition(root)
    assert [fault.file for fault in caught.value.diagnostics] == [
        "data/meetings.yml", "docs/en/strings.yml", "docs/nl/strings.yml",
    ]  # fmt: skip


@pytest.mark.parametrize("name", json_schemas.texts())
def test_the_schemas_are_those_of_the_model(name: str) -> None:
    """`instrumentarium schema` has been run since the model changed."""
    assert (ROOT / f"data/schema/{name}.json").read_text(encoding="utf-8") == json_schemas.texts()[name]


@pytest.mark.parametrize("path", [*sorted(ROOT.glob("data/*.yml")), *sorted(ROOT.glob("docs/*/strings.yml"))])
def test_every_yaml_file_names_its_schema_and_says_how_to_add(path: Path) -> None:
    """An editor completes the file, and a contributor reads what to do."""
    lines = path.read_text(encoding="utf-8").split("\n")
    reference = lines[0].removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / reference).resolve().is_file()
    comment = " ".join(line for line in lines[:8] if line.startswith("#"))
    assert "To add" in comment or "to add" in comment
