"""An offline copy, opened from the disk in Chromium and in Firefox: all that a reader does there, without a server."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from instrumentarium.model.edition import Edition
from tests.support import offline, pages, programs
from tests.support.sources import ROOT

from .test_firefox import VERSION

SCRIPT = Path(__file__).with_name("offline.mjs")
CODE = "bg"


@pytest.fixture(scope="module", params=["chrome", "firefox"])
def saw(
    request: pytest.FixtureRequest,
    site: Path,
    edition: Edition,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Any]:
    """Return what a reader of the Bulgarian copy saw, who asked for a quotation in French, too."""
    folder = tmp_path_factory.mktemp("copy with a space")
    ((path, content),) = offline.copies(ROOT, site, [CODE]).items()
    zipped = folder / Path(path).name
    zipped.write_bytes(content)
    copy = offline.unpacked(zipped, folder)
    chromium = programs.installed_chromium() or browser.browser_type.executable_path
    executable = chromium if request.param == "chrome" else programs.firefox()
    package = programs.npm_package(request.config, "puppeteer-core", VERSION)
    library = package / "lib" / "esm" / "puppeteer" / "puppeteer-core.js"
    quotation = edition.languages["fr"].note.sentences["q2s1"].text
    command = ["node", str(SCRIPT), str(library), request.param, executable, f"{copy.as_uri()}/", "UNHCR", quotation]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    told: Mapping[str, Any] = json.loads(run.stdout)
    return told


def test_nothing_fails_and_nothing_is_asked_for(saw: Mapping[str, Any]) -> None:
    """No error or warning in the console, no request but for files of the copy."""
    assert saw["faults"] == []


def test_every_page_is_a_click_away(saw: Mapping[str, Any], edition: Edition) -> None:
    """From the file that is opened first, with its style, its pictures and its scripts."""
    assert saw["home"] == f"{CODE}/index.html"
    assert {page["at"] for page in saw["pages"]} == {f"{CODE}/{name}index.html" for name in pages.NAMES}
    assert all(page["title"] and page["sheets"] and page["ready"] == "yes" for page in saw["pages"])
    drawn = {page["at"] for page in saw["pages"] if page["drawn"]}
    assert drawn == {f"{CODE}/index.html", f"{CODE}/timeline/index.html"}


def test_the_search_leads_to_what_it_finds(saw: Mapping[str, Any]) -> None:
    """To a file, and the place in it."""
    assert saw["found"] == f"{CODE}/glossary/index.html#unhcr"


def test_a_sentence_is_cited(saw: Mapping[str, Any], edition: Edition) -> None:
    """By keyboard."""
    labels = edition.languages[CODE].interface.labels
    assert saw["cited"] == f"{labels.paragraph.format(n=2)}, {labels.sentence.format(n=3)}"


def test_another_language_stands_beside(saw: Mapping[str, Any], edition: Edition) -> None:
    """Its links lead to the copy's own pages with it beside them; there is no page in it to change over to."""
    assert " ".join(saw["beside"].split()) == " ".join(edition.languages["fr"].note.sentences["p3s1"].text.split())
    assert saw["term"].startswith(f"{CODE}/glossary/index.html?with=fr#")
    assert saw["swaps"] == 0


def test_a_quotation_in_another_language_is_found(saw: Mapping[str, Any]) -> None:
    """And shown beside the copy's own."""
    assert saw["verdicts"] == ["literal"]
    assert saw["quoted"] == f"{CODE}/note/index.html?with=fr#q2s1"
