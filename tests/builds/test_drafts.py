"""Drafts that are built for others to preview: found by whoever looks for them, and claimed by nothing."""

import copy
from pathlib import Path

import pytest
from lxml import html

from tests.support import building, pages
from tests.support.sources import Tree

ADDRESS = "https://host.invalid/below/"


@pytest.fixture
def drafted(tree: Tree) -> Path:
    """Return sources with a draft, of which one sentence is translated."""
    root = tree()
    assert building.command(root, "new-language", "uk").exit_code == 0
    note = root / "docs/uk/note.md"
    note.write_text(
        note.read_text(encoding="utf-8").replace("\n___\n{: #p3 }", "\nРада обговорить план.\n{: #p3 }"),
        encoding="utf-8",
    )
    return root


def _without_drafts(path: Path) -> str:
    """Return a page without the drafts in its list of languages."""
    root = copy.deepcopy(pages.parse(path))
    for item in root.xpath("//ul[contains(@class, 'languages__list')]/li[a/@rel]"):
        item.drop_tree()
    return " ".join(html.tostring(root, encoding="unicode").split())


def _name_assets_alike(*sites: Path) -> None:
    """Give the assets of sites the same name, though their content is not."""
    for site in sites:
        folder = pages.assets(site)
        for page in site.rglob("*.html"):
            page.write_text(page.read_text(encoding="utf-8").replace(folder.name, "same"), encoding="utf-8")
        folder.rename(folder.with_name("same"))


def test_published_languages_claim_what_they_claimed(drafted: Path, tmp_path: Path) -> None:
    """But for its list of languages each page is the same, and so is every other file, byte for byte."""
    plain = building.build(drafted, tmp_path / "plain", SITE_URL=ADDRESS)
    site = building.build(drafted, tmp_path / "site", SITE_URL=ADDRESS, DRAFTS="1")
    _name_assets_alike(plain, site)
    assert not (plain / "uk").exists()
    files = [path.relative_to(plain) for path in plain.rglob("*") if path.is_file()]
    more = {path.relative_to(site) for path in site.rglob("*") if path.is_file()} - set(files)
    assert {path.as_posix() for path in more if path.parts[0] != "uk"} == {"assets/same/search/uk.json"}
    for name in files:
        if name.name == "index.html":
            assert _without_drafts(site / name) == _without_drafts(plain / name), name
            assert 'rel="nofollow"' not in (plain / name).read_text(encoding="utf-8")
        elif name.as_posix() != "assets/same/css/site.css":  # has the rules for what only a draft shows
            assert (site / name).read_bytes() == (plain / name).read_bytes(), name


def test_a_draft_is_marked_and_not_indexed(drafted: Path, tmp_path: Path) -> None:
    """On each of its pages; it has no canonical address, no other language, and no linked data."""
    site = building.build(drafted, tmp_path / "site", SITE_URL=ADDRESS, DRAFTS="true")
    drafts = [path for path in pages.paths(site) if path.startswith("uk/")]
    assert len(drafts) == 10
    for path in drafts:
        root = pages.parse(pages.file_of(site, pages.PREFIX + path))
        assert root.get("lang") == "uk"
        assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert root.xpath("//link[@rel='canonical' or @hreflang]") == []
        assert root.xpath("//script[@type='application/ld+json']") == []
        assert root.xpath("string(//p[@class='status status--draft']/a)").startswith("Übersetzung in Bearbeitung")
    note = pages.parse(site / "uk/note/index.html")
    assert note.get_element_by_id("p3s1").get("lang") is None
    assert note.get_element_by_id("p2s1").get("lang") == "de"


def test_a_draft_is_reached_from_the_list_of_languages(drafted: Path, tmp_path: Path) -> None:
    """From the same page of each language, where it is called what it is; all that it links to is there."""
    site = building.build(drafted, tmp_path / "site", DRAFTS="1")
    assert pages.broken(site) == []
    for folder, told in (("", "Übersetzung in Bearbeitung"), ("en/", "Translation in progress")):
        root = pages.parse(site / folder / "note/index.html")
        (link,) = root.xpath("//ul[@class='languages__list']//a[@rel='nofollow']")
        assert (link.text.strip(), link.getnext().text) == ("українська", told)
        assert pages.file_of(site, f"{pages.PREFIX}{folder}note/{link.get('href')}").is_file()


@pytest.mark.parametrize("setting", ["0", "false", ""])
def test_drafts_are_built_where_the_host_says_so(drafted: Path, tmp_path: Path, setting: str) -> None:
    """And not where it says the opposite, or nothing."""
    site = building.build(drafted, tmp_path / "site", DRAFTS=setting)
    assert not (site / "uk").exists()
    assert 'hreflang="uk"' not in (site / "index.html").read_text(encoding="utf-8")
