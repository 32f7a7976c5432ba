"""The main paths of readers in Firefox, which Puppeteer drives by WebDriver BiDi."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from instrumentarium.model.edition import Edition
from tests.support import programs

VERSION = "24.43.1"
SCRIPT = Path(__file__).with_name("firefox.mjs")


@pytest.fixture(scope="module")
def saw(pytestconfig: pytest.Config, address: str) -> Mapping[str, Any]:
    """Return what a reader of the Dutch pages saw."""
    package = programs.npm_package(pytestconfig, "puppeteer-core", VERSION)
    library = package / "lib" / "esm" / "puppeteer" / "puppeteer-core.js"
    command = ["node", str(SCRIPT), str(library), programs.firefox(), address]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    told: Mapping[str, Any] = json.loads(run.stdout)
    return told


def test_nothing_fails(saw: Mapping[str, Any]) -> None:
    """No script ends in an error."""
    assert saw["faults"] == []


def test_a_sentence_is_cited_and_a_term_explained(saw: Mapping[str, Any], edition: Edition) -> None:
    """By keyboard, and by pointing."""
    labels = edition.source.interface.labels
    assert saw["cited"] == f"{labels.paragraph.format(n=2)}, {labels.sentence.format(n=3)}"
    assert edition.source.strings.bodies["member-states"].name in saw["explained"]


def test_the_text_is_read_as_it_is_chosen(saw: Mapping[str, Any], edition: Edition) -> None:
    """Without links, in light colours, beside French with the place marked."""
    assert (saw["plain"], saw["colours"], saw["marked"]) == ("none", "light", ["p3s1"])
    assert " ".join(saw["beside"].split()) == " ".join(edition.languages["fr"].note.sentences["p3s1"].text.split())


def test_a_place_is_found(saw: Mapping[str, Any], edition: Edition) -> None:
    """By the search, in a picture, among the terms."""
    assert saw["found"] == "instruments/#return-hubs"
    assert saw["picture"] == f"timeline/#{edition.facts.meetings[1].id}"
    assert set(saw["filtered"]) == {"irregular-migrant", "irregular-migration"}


def test_what_does_not_come_is_told(saw: Mapping[str, Any], edition: Edition) -> None:
    """On the page, and in the dialog of the search."""
    labels = edition.source.interface.labels
    for told in (saw["failed"], saw["searchFailed"]):
        assert " ".join(told.split()) == f"{labels.failed} {labels.try_again}"
