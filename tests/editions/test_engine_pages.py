"""The engine's pages in an edition: its own come first, and a language that the engine lacks has them to translate."""

from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.translation.interchange.segments import segments
from tests.support import building, exchange
from tests.support.translating import left

from .variants import made


def test_a_page_that_a_language_lacks_is_told_where_it_stands(tmp_path: Path) -> None:
    """In the engine, of a page of its own, for the one language that it lacks."""
    root = made("whole", tmp_path / "tree")
    (root / "docs/ar/data.md").unlink()
    (message,) = building.command(root, "check").stdout.splitlines()
    assert (
        message == "docs/ar:1:1: warning: the page 'data.md' is missing, and shown in the source language; translate it"
    )
    assert load.edition(root).languages["ar"].pages["data"].is_missing


def test_a_new_language_gets_the_pages_that_the_engine_lacks_in_it(tmp_path: Path) -> None:
    """In its folder, with gaps; the engine's own languages need none, and a translator's tool is told the file."""
    root = made("whole", tmp_path / "tree")
    for code in ("uk", "el"):
        building.command(root, "new-language", code)
    assert "<!-- fr: Données -->\n# ___ {: #data }" in (root / "docs/uk/data.md").read_text(encoding="utf-8")
    assert not (root / "docs/el/data.md").exists()
    assert not any(key.startswith("data:") for key in left(root).get("el", {}))
    edition = load.edition(root).with_drafts()
    files = {one.file for one in segments(edition, edition.languages["uk"]) if one.key.page == "data"}
    assert files == {"instrumentarium/locales/pages/fr/data.md"}


def test_a_page_of_the_folder_is_not_the_engines(tmp_path: Path) -> None:
    """A language that the engine has may not have another page alone: no address of it would be in the others."""
    root = made("whole", tmp_path / "tree")
    page = "---\ntitle: Data\ndescription: All.\n---\n\n# Data {: #data }\n"
    (root / "docs/en/data.md").write_text(page, encoding="utf-8")
    told = building.command(root, "check").stdout
    assert told.startswith("mkdocs.yml:")
    assert "there is no page data.md in docs/" in told


@pytest.mark.parametrize("form", exchange.SUFFIXES)
def test_every_construct_goes_out_to_a_translator_and_comes_back(tmp_path: Path, form: str) -> None:
    """Lines above the title, items, cells, headings, the engine's pages: all that the Arabic folder says, again."""
    root = made("whole", tmp_path / "tree")
    arabic = exchange.said(root, "ar")
    exchange.give_back(root, "ar", exchange.export(root, "ar", form, tmp_path))
    assert exchange.said(root, "ar") == arabic
    building.command(root, "new-language", "fa")
    wanted = load.edition(root).with_drafts()
    keys = {one.key for one in segments(wanted, wanted.languages["fa"])}
    file = exchange.export(root, "fa", form, tmp_path)
    exchange.translate(file, {key: text for key, text in arabic.items() if key in keys})
    exchange.give_back(root, "fa", file)
    found = exchange.said(root, "fa")
    lacking = {key for key in arabic if key in keys and found.get(key) != arabic[key]}
    assert lacking == set()
    # Persian has other plural forms than Arabic.
    assert [key for key in left(root)["fa"] if not key.startswith("interface:counts")] == []
