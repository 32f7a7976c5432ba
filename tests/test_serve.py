"""The live preview: what is saved is shown, and only what changed is built."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from instrumentarium.cli import main

Tree = Callable[..., Path]


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.file = root, root / "told.txt"
        with self.file.open("w") as told:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.host],
                cwd=root,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
                stdout=told,
                stderr=subprocess.STDOUT,
            )

    def get(self, path: str) -> str:
        """Return a page as it is served."""
        with urllib.request.urlopen(f"http://{self.host}/{path}", timeout=10) as response:
            return str(response.read().decode())

    def told(self) -> str:
        """Return what the server has said."""
        return self.file.read_text(encoding="utf-8")

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
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert find in text
        path.write_text(text.replace(find, put, 1), encoding="utf-8")


@pytest.fixture
def preview(tree: Tree) -> Iterator[Preview]:
    """Return a preview of two languages, once it serves."""
    preview = Preview(tree("nl", "en"))
    preview.wait_for(lambda: "Serving on" in preview.told() and bool(preview.get("")))
    yield preview
    preview.process.terminate()
    preview.process.wait()


def test_a_save_in_a_language_builds_that_language_alone(preview: Preview) -> None:
    """The page shows what was saved; the other languages' pages still stand."""
    built = preview.told().count("[1/2]")
    preview.edit("docs/en/about.md", "This site collects nothing", "This site gathers nothing")
    preview.wait_for(lambda: "This site gathers nothing" in preview.get("en/about/"))
    assert re.search(r"\[1/1\] en", preview.told())
    assert preview.told().count("[1/2]") == built
    assert "verzamelt niets" in preview.get("about/")
    preview.edit("docs/nl/about.md", "Deze site verzamelt niets", "Deze site vergaart niets")
    preview.wait_for(lambda: "Deze site vergaart niets" in preview.get("about/"))
    assert preview.told().count("[1/2]") == built + 1  # the source language: every other depends on it
    assert "This site gathers nothing" in preview.get("en/about/")


def test_a_save_of_what_languages_share_builds_them_all(preview: Preview) -> None:
    """A template is of every language."""
    preview.edit("overrides/components/ways.html", 'class="ways"', 'class="ways ways--other"')
    preview.wait_for(lambda: "ways--other" in preview.get("") and "ways--other" in preview.get("en/"))


def test_a_fault_is_told_and_the_preview_stands(preview: Preview) -> None:
    """Nothing of a faulty save is shown; once it is mended, all is."""
    preview.edit("docs/en/strings.yml", "quote: diplomacy", "quote: diplomats")
    preview.wait_for(lambda: "docs/en/strings.yml:" in preview.told())
    assert "'diplomats' does not stand in sentence p7s4" in preview.told()
    assert "Diplomacy" in preview.get("en/instruments/")
    preview.edit("docs/en/strings.yml", "quote: diplomats", "quote: diplomacy")
    preview.edit("docs/en/strings.yml", "name: Diplomacy", "name: The diplomatic service")
    preview.wait_for(lambda: "The diplomatic service" in preview.get("en/instruments/"))


def test_a_draft_is_previewed_with_the_originals_words_in_its_gaps(tree: Tree) -> None:
    """A language in the making is in the switcher, and says what it lacks in the original's language."""
    root = tree("nl", "en")
    assert CliRunner().invoke(main, ["new-language", "uk", "--root", str(root)]).exit_code == 0
    preview = Preview(root)
    try:
        preview.wait_for(lambda: "Serving on" in preview.told() and bool(preview.get("uk/note/")))
        note = html.fromstring(preview.get("uk/note/"))
        assert note.get_element_by_id("p3s1").get("lang") == "nl"
        assert note.get_element_by_id("p3s1").text_content().startswith("Tot slot zal")
        assert "Translation in progress" not in preview.get("uk/about/")
        assert '<span lang="nl">Deze site verzamelt niets' in preview.get("uk/about/")
        assert 'hreflang="uk"' in preview.get("")
        (root / "docs/uk/about.md").write_text(
            (root / "docs/uk/about.md").read_text(encoding="utf-8").replace("\n___\n", "\nЦей сайт.\n", 1),
            encoding="utf-8",
        )
        preview.wait_for(lambda: "Цей сайт." in preview.get("uk/about/"))
    finally:
        preview.process.terminate()
        preview.process.wait()
