"""A new edition, from the text received to its site, with nothing but the command and an editor of text."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from instrumentarium.checks.text import printed
from instrumentarium.cli import main
from instrumentarium.sources import note_parser, text_files
from instrumentarium.sources.new_edition import dividing
from tests.support import building, pages
from tests.support.sources import FULL, ROOT

TEXTS = {"nl": ROOT / "data/source/note.nl.txt", "fr": FULL / "data/source/note.fr.txt"}


@pytest.mark.parametrize("code", TEXTS)
def test_every_word_received_stands_in_the_note(code: str) -> None:
    """In the order of the text, with what the text received prints before a paragraph."""
    received = TEXTS[code].read_text(encoding="utf-8")
    body, _ = text_files.body(dividing.note(received, "A", "B"))
    note, faults = note_parser.parse(body)
    assert faults == []
    assert note
    words = " ".join(map(printed, note.lines())).split()
    assert words == re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "", received).split()


def test_a_text_is_divided_as_its_editor_divided_it() -> None:
    """The head, and nearly all sentences and paragraphs of this repository's note, are found at once."""
    received = TEXTS["nl"].read_text(encoding="utf-8")
    found, _ = note_parser.parse(text_files.body(dividing.note(received, "A", "B"))[0])
    edited, _ = note_parser.parse(text_files.body((ROOT / "docs/nl/note.md").read_text(encoding="utf-8"))[0])
    assert found
    assert edited
    assert [line.text for line in found.head] == [line.text for line in edited.head]
    texts = {one.text for one in found.numbered()}
    kept = [one for one in edited.numbered() if one.text in texts]
    assert len(kept) >= 23  # of 25: one has the mark of a footnote


def test_an_edition_takes_an_editor_and_no_code(tmp_path: Path) -> None:
    """The gaps are told, each at its place; filled, the site is built, with the engine's theme, words and pages."""
    root = tmp_path / "owls"
    text = tmp_path / "owls.txt"
    text.write_text("NOTE\n\nFrom: the Owls\n\nOwls see at night. They sleep by day.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["new-edition", str(root), "en", "--name", "Owls", "--text", str(text)])
    assert result.exit_code == 0, result.output
    told = building.command(root, "check").stdout.splitlines()
    gaps = [line for line in told if "a gap: write" in line]
    places = {(path, int(line)) for path, line, *_ in (gap.split(":") for gap in gaps)}
    assert len(places) == len(gaps) == 9
    for path, number in places:
        lines = (root / path).read_text(encoding="utf-8").split("\n")
        lines[number - 1] = lines[number - 1].replace("___", "the Owls" if "quote" in lines[number - 1] else "Words")
        (root / path).write_text("\n".join(lines), encoding="utf-8")
    assert building.command(root, "check", "--strict").stdout == "everything: all in order\n"
    site = building.build(root, tmp_path / "site")
    assert pages.broken(site) == []
    names = sorted(path.name for path in site.iterdir() if path.is_dir())
    assert names == ["about", "assets", "data", "glossary", "note", "translations", "verify"]
    assert pages.parse(site / "note/index.html").get_element_by_id("p1s2").text == "They sleep by day."


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """The command says so, and changes nothing."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["new-edition", str(tmp_path), "en"])
    assert result.exit_code == 1
    assert "is there already, and not empty; name another folder" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
