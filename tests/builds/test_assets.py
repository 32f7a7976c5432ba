"""Pictures and files of overrides/assets/: the same path leads to them from every page of every language."""

import shutil
from pathlib import Path

import pytest

from tests.support import building, pages
from tests.support.sources import ONE_WORKER, Tree, edit

PICTURE = "overrides/assets/map.svg"
SHOWN = """
![{words}](../assets/map.svg)

![](../assets/map.svg){{: .decorative }}

[{words} (SVG)](../assets/map.svg)
"""


def _with_picture(root: Path) -> Path:
    """Show a picture on the home page and another of each language, and link to it."""
    shutil.copy(root / "overrides/assets/favicon.svg", root / PICTURE)
    for path in [*root.glob("docs/*/index.md"), *root.glob("docs/*/about.md")]:
        words = f"A map, as {path.parent.name} says"
        path.write_text(path.read_text(encoding="utf-8") + SHOWN.format(words=words), encoding="utf-8")
    for code in ("en", "ar"):
        if (root / "docs" / code).is_dir():
            assert building.command(root, "sync", code).exit_code == 0
    return root


@pytest.mark.parametrize("workers", ["one", "many"])
def test_one_path_leads_to_a_picture_from_every_page(tree: Tree, tmp_path: Path, workers: str) -> None:
    """In MkDocs's own strict check of links too; the site has the file once."""
    root = _with_picture(tree())
    if workers == "one":
        edit(root / "mkdocs.yml", *ONE_WORKER)
    site = building.build(root, tmp_path / "site")
    assert pages.broken(site) == []
    assert list(site.rglob("map.svg")) == [pages.assets(site) / "map.svg"]
    for code, folder in (("de", ""), ("en", "en/"), ("ar", "ar/")):
        for page in (folder, f"{folder}about/"):
            root_of_page = pages.parse(pages.file_of(site, pages.PREFIX + page))
            pictures = root_of_page.xpath("//article//img")
            assert [one.get("alt") for one in pictures] == [f"A map, as {code} says", ""]
            assert root_of_page.xpath("//article//a[contains(., '(SVG)')]/@href") == [pictures[0].get("src")]


def test_a_picture_that_only_a_translation_lacks_is_told_there(tree: Tree) -> None:
    """By the rule that a page has the links of the source language's."""
    root = _with_picture(tree("de", "en"))
    edit(root / "docs/en/about.md", "![A map, as en says](../assets/map.svg)\n", "A map\n")
    told = building.command(root, "check").stdout.splitlines()
    assert len(told) == 1
    assert told[0].startswith("docs/en/about.md:")
    assert "the link '../assets/map.svg' is missing here" in told[0]
