"""The live preview: what is saved is shown, and only what changed is built."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import html

from tests.support import building
from tests.support.sources import Tree, edit


class Preview:
    """A running `mkdocs serve` of the sources in ``root``."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self._log = root, root / "told.txt"
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.host],
                cwd=root,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def get(self, path: str) -> str:
        """Return a page as it is served."""
        with urllib.request.urlopen(f"http://{self.host}/{path}", timeout=10) as response:
            return str(response.read().decode())

    def told(self) -> str:
        """Return what the server has said."""
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Wait until something holds."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if what():
                    return
            except OSError:
                pass
            time.sleep(0.05)
        pytest.fail(self.told())

    def edit(self, file: str, find: str, put: str) -> None:
        """Save a change of a source file."""
        edit(self.root / file, find, put)


@contextmanager
def previewed(root: Path) -> Iterator[Preview]:
    """Preview the sources in ``root``, once they are served."""
    preview = Preview(root)
    try:
        preview.wait_for(lambda: "Serving on" in preview.told() and bool(preview.get("")))
        yield preview
    finally:
        preview.process.terminate()
        preview.process.wait()


@pytest.fixture
def preview(tree: Tree) -> Iterator[Preview]:
    """Return a preview of two languages."""
    with previewed(tree("de", "en")) as preview:
        yield preview


def test_a_save_in_a_language_builds_that_language_alone(preview: Preview) -> None:
    """The page shows what was saved; the other languages' pages still stand."""
    built = preview.told().count("[1/2]")
    preview.edit("docs/en/about.md", "This site collects no data", "This site gathers no data")
    preview.wait_for(lambda: "This site gathers no data" in preview.get("en/about/"))
    assert re.search(r"\[1/1\] en", preview.told())
    assert preview.told().count("[1/2]") == built
    assert "Diese Website erhebt keine Daten" in preview.get("about/")
    preview.edit("docs/de/about.md", "Diese Website erhebt keine Daten", "Diese Website sammelt keine Daten")
    preview.wait_for(lambda: "Diese Website sammelt keine Daten" in preview.get("about/"))
    assert preview.told().count("[1/2]") == built + 1  # the source language: every other depends on it
    assert "This site gathers no data" in preview.get("en/about/")


def test_a_save_of_what_languages_share_builds_them_all(preview: Preview) -> None:
    """A template is of every language."""
    preview.edit("overrides/components/ways.html", 'class="ways"', 'class="ways ways--other"')
    preview.wait_for(lambda: "ways--other" in preview.get("") and "ways--other" in preview.get("en/"))


def test_a_save_of_a_fact_builds_the_pages_that_show_it(preview: Preview) -> None:
    """In every language; other pages stand."""
    discussions = preview.get("en/timeline/").count("<dd>Discussion")
    preview.edit("data/meetings.yml", "format: meeting", "format: discussion")
    preview.wait_for(lambda: preview.get("en/timeline/").count("<dd>Discussion") == discussions + 1)
    built = re.findall(r"\[\d/2\] (\w+)  (\d+) pages", preview.told())[2:]
    assert [code for code, _ in built] == ["de", "en"]
    assert all(0 < int(number) < 9 for _, number in built)


def test_a_save_of_the_source_language_marks_what_is_stale(preview: Preview) -> None:
    """In every translation, with the source's new words beside the sentence that is not theirs any more."""
    preview.edit("docs/de/about.md", "Diese Website erhebt keine Daten", "Diese Website sammelt keine Daten")
    preview.wait_for(lambda: "Diese Website sammelt keine Daten" in preview.get("en/about/"))
    (notice,) = html.fromstring(preview.get("en/about/")).xpath("//*[@class='stale']/q")
    assert notice.text == "Diese Website sammelt keine Daten."
    assert notice.get("lang") == "de"


def test_a_save_of_a_style_sheet_or_script_builds_no_page(preview: Preview) -> None:
    """It is served all the same: the style sheets as the one file that the pages ask for."""
    told = preview.told()
    preview.edit("overrides/assets/css/text.css", ".moved:not(:target)", ".moved-away:not(:target)")
    preview.wait_for(lambda: ".moved-away:not(:target)" in preview.get("assets/css/site.css"))
    preview.edit("overrides/assets/js/site.js", "/**", "/** Saved. ")
    preview.wait_for(lambda: preview.get("assets/js/site.js").startswith("/** Saved. "))
    assert re.findall(r"\[\d/\d\]", preview.told()) == re.findall(r"\[\d/\d\]", told)


def test_a_picture_that_was_saved_beside_a_fault_is_shown_with_the_next_good_save(preview: Preview) -> None:
    """Also where that is of a translation alone, while the assets come with the source language."""
    preview.edit("docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    preview.wait_for(lambda: "'nesting boxes' does not stand in sentence p2s2" in preview.told())
    preview.edit("overrides/assets/favicon.svg", "<svg", "<svg class='saved'")
    preview.edit("docs/en/strings.yml", "quote: nesting boxes", "quote: nest boxes")
    preview.edit("docs/en/strings.yml", "name: Nest boxes", "name: Boxes to nest in")
    preview.wait_for(lambda: "Boxes to nest in" in preview.get("en/instruments/"))
    assert "class='saved'" in preview.get("assets/favicon.svg")


def test_the_style_sheet_is_of_the_pages_that_stand(tree: Tree) -> None:
    """Of those that were not built again too, after a save of a language as of a style sheet."""
    root, rule = tree(), ".md-typeset .admonition>:last-child{"
    page = root / "docs/en/about.md"
    added = '\n\n<div class="admonition"><p>Wait.</p></div>\n'
    page.write_text(page.read_text(encoding="utf-8") + added, encoding="utf-8")
    with previewed(root) as preview:
        assert rule in preview.get("assets/css/site.css")
        preview.edit("docs/ar/about.md", "\n\n", "\n\n- saved\n\n")
        preview.wait_for(lambda: "[1/1] ar" in preview.told() and "saved" in preview.get("ar/about/"))
        assert rule in preview.get("assets/css/site.css")
        preview.edit("overrides/assets/css/text.css", ".moved:not(:target)", ".moved-away:not(:target)")
        preview.wait_for(lambda: ".moved-away:not(:target)" in preview.get("assets/css/site.css"))
        assert rule in preview.get("assets/css/site.css")
        preview.edit("docs/en/about.md", added, "\n")
        preview.wait_for(lambda: "Wait." not in preview.get("en/about/"))
        preview.wait_for(lambda: rule not in preview.get("assets/css/site.css"))


def test_a_fault_is_told_and_the_preview_stands(preview: Preview) -> None:
    """Nothing of a faulty save is shown; once it is mended, all is."""
    preview.edit("docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    preview.wait_for(lambda: "docs/en/strings.yml:" in preview.told())
    assert "'nesting boxes' does not stand in sentence p2s2" in preview.told()
    assert "Nest boxes" in preview.get("en/instruments/")
    preview.edit("docs/en/strings.yml", "quote: nesting boxes", "quote: nest boxes")
    preview.edit("docs/en/strings.yml", "name: Nest boxes", "name: Boxes to nest in")
    preview.wait_for(lambda: "Boxes to nest in" in preview.get("en/instruments/"))


def test_a_draft_is_previewed_with_the_sources_words_in_its_gaps(tree: Tree) -> None:
    """A language in the making is in the switcher, and says what it lacks in the source language."""
    root = tree("de", "en")
    assert building.command(root, "new-language", "uk").exit_code == 0
    with previewed(root) as preview:
        note = html.fromstring(preview.get("uk/note/"))
        assert note.get_element_by_id("p3s1").get("lang") == "de"
        assert note.get_element_by_id("p3s1").text_content().startswith("Schließlich wird")
        assert "Übersetzung in Bearbeitung" in preview.get("uk/about/")
        assert "Translation in progress" not in preview.get("uk/about/")
        assert '<span lang="de">Diese Website erhebt keine Daten' in preview.get("uk/about/")
        assert 'hreflang="uk"' in preview.get("")
        preview.edit("docs/uk/about.md", "\n___\n", "\nЦей сайт.\n")
        preview.wait_for(lambda: "Цей сайт." in preview.get("uk/about/"))
