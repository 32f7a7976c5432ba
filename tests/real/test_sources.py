"""The facts of the real edition, and its files."""

from pathlib import Path

import pytest

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from tests.support import building
from tests.support.sources import ROOT

MEETINGS = [
    "2024-07-22-jha-informal", "2024-09-16-coreper", "2024-10-10-jha-council", "2024-10-17-european-council",
    "2024-10-30-coreper", "2024-11-14-scifa", "2024-12-unhcr-iom-breakfast", "2024-12-11-coreper",
]  # fmt: skip
INSTRUMENTS = {
    "policy": "diplomacy development-aid trade visa-policy",
    "instrument": "bilateral-instruments",
    "measure": "reintegration-support assisted-voluntary-return voluntary-resettlement capacity-building "
    "legal-pathways operational-cooperation voluntary-return",
    "cooperation": "international-organisations partnerships",
    "solution": "return-hubs",
    "revision": "return-framework safe-third-country",
}


def test_everything_is_in_order() -> None:
    """Neither an error nor a warning: what CI holds a change against."""
    result = building.command(ROOT, "check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "everything: all in order\n")


def test_the_meetings_are_eight_in_order(edition: Edition) -> None:
    """People link to these ids."""
    assert [meeting.id for meeting in edition.facts.meetings] == MEETINGS


def test_the_instruments_are_seventeen_in_six_kinds(edition: Edition) -> None:
    """People link to these ids."""
    found: dict[str, list[str]] = {}
    for instrument in edition.facts.instruments:
        found.setdefault(instrument.kind, []).append(instrument.id)
    assert found == {kind: ids.split() for kind, ids in INSTRUMENTS.items()}


def test_the_first_question_is_not_about_the_innovative_solutions(edition: Edition) -> None:
    """It asks what there is beside the work on them; the second asks for measures of the toolbox."""
    about = {question.id: set(question.about) for question in edition.facts.questions}
    kinds = {instrument.id: instrument.kind for instrument in edition.facts.instruments}
    assert {kinds[id] for id in about["q1"]} == {"policy", "instrument"}
    assert {kinds[id] for id in about["q2"]} == {"measure", "cooperation"}
    assert "alongside the technical work on innovative solutions" in edition.languages["en"].note.sentences["q1s1"].text


def test_what_is_not_known_is_null(edition: Edition) -> None:
    """The text that we hold has no register number and no date."""
    assert edition.facts.note.register_number is None
    assert edition.facts.note.date is None


def test_languages_stand_in_the_institutions_order(edition: Edition) -> None:
    """The official languages in their official order, any other after them."""
    codes = [code for code in edition.languages if code in OFFICIAL_LANGUAGES]
    assert codes == [code for code in OFFICIAL_LANGUAGES if code in codes]


@pytest.mark.parametrize(
    "path",
    [*sorted(ROOT.glob("data/*.yml")), *sorted(ROOT.glob("docs/*/strings.yml"))],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_every_yaml_file_names_its_schema_and_says_how_to_add(path: Path) -> None:
    """An editor completes the file, and a contributor reads what to do."""
    lines = path.read_text(encoding="utf-8").split("\n")
    reference = lines[0].removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / reference).resolve().is_file()
    comment = " ".join(line for line in lines[:8] if line.startswith("#"))
    assert "To add" in comment or "to add" in comment
