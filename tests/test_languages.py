"""The plugin: languages as folders, builds beside each other, nothing half-done."""

import filecmp
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from . import building, pages

Tree = Callable[..., Path]
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _edit(path: Path, find: str, put: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")


def _same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = [sorted(path.relative_to(folder) for path in folder.rglob("*")) for folder in (one, other)]
    files = [name for name in names[0] if (one / name).is_file()]
    return names[0] == names[1] and filecmp.cmpfiles(one, other, files, shallow=False)[1:] == ([], [])


def test_a_folder_is_all_that_a_language_needs(tree: Tree, tmp_path: Path) -> None:
    """A copy of docs/en under another name is a third language, in the switcher and under its path."""
    root = tree("nl", "en")
    shutil.copytree(root / "docs/en", root / "docs/fr")
    _edit(root / "docs/fr/strings.yml", "name: English", "name: français")
    site = building.build(root, tmp_path / "site")
    links = pages.parse(site / "fr/note/index.html").xpath("//*[@class='languages__list']//a")
    assert {link.get("hreflang"): link.text for link in links} == {
        "en": "English", "fr": "français", "nl": "Nederlands",
    }  # fmt: skip
    assert pages.parse(site / "fr/index.html").get("lang") == "fr"
    assert pages.broken(site) == []


def test_languages_built_beside_each_other_are_the_same(tree: Tree, tmp_path: Path) -> None:
    """Forks or not, the site has the same bytes."""
    root = tree()
    forked = building.build(root, tmp_path / "forked")
    _edit(root / "mkdocs.yml", "  - languages\n", "  - languages:\n      workers: 1\n")
    assert _same(forked, building.build(root, tmp_path / "in-sequence"))


def test_with_a_site_url_addresses_are_absolute_and_reciprocal(tree: Tree, tmp_path: Path) -> None:
    """Canonical and alternate links in the pages and the site map, with x-default, on real pages."""
    url = "https://host.invalid/below/"
    site = building.build(tree("nl", "en"), tmp_path / "site", SITE_URL=url)
    for path in ("", "note/"):
        expected = {"en": f"{url}en/{path}", "nl": url + path, "x-default": url + path}
        for prefix in ("", "en/"):
            root = pages.parse(site / prefix / path / "index.html")
            assert root.xpath("//link[@rel='canonical']/@href") == [f"{url}{prefix}{path}"]
            links = root.xpath("//link[@rel='alternate'][@hreflang]")
            found = {link.get("hreflang"): link.get("href") for link in links}
            assert found == expected
    sitemap = ElementTree.parse(site / "sitemap.xml")
    entries = {}
    for entry in sitemap.findall("s:url", NAMESPACES):
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMESPACES)}
        entries[entry.findtext("s:loc", namespaces=NAMESPACES)] = links
    assert set(entries) == {url + page for page in pages.paths(site)}
    for address, links in entries.items():
        assert address in links.values()
        assert all(entries[other] == links for other in links.values())


def test_with_a_repository_each_page_can_be_edited(tree: Tree, tmp_path: Path) -> None:
    """The link leads to the page's own source file; the header fetches nothing from there."""
    site = building.build(tree("nl", "en"), tmp_path / "site", REPO_URL="https://host.invalid/owner/name")
    for path, source in (("note", "nl/note.md"), ("en/about", "en/about.md")):
        root = pages.parse(site / path / "index.html")
        assert root.xpath("//a[@rel='edit']/@href") == [f"https://host.invalid/owner/name/edit/main/docs/{source}"]
        assert root.xpath("//*[@data-md-component='source']") == []


def test_a_warning_leaves_the_site_that_stood(tree: Tree) -> None:
    """What only the build notices, too, leaves the standing site as it was."""
    root = tree("nl", "en")
    site = building.build(root, root / "site")
    before = shutil.copytree(site, root / "before")
    for code in ("nl", "en"):
        path = root / f"docs/{code}/about.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n[?](nowhere.md)\n", encoding="utf-8")
    result = building.run(root, "mkdocs", "build", "--strict")
    assert result.returncode == 1
    assert "nl/about.md" in result.stderr
    assert "en/about.md" in result.stderr
    assert "Traceback" not in result.stderr
    assert _same(site, before)
    assert not list(root.glob(".site-*"))


def test_the_build_says_a_line_for_each_language(tree: Tree) -> None:
    """Number, language, pages, seconds; and nothing of MkDocs' own for each."""
    result = building.run(tree("nl", "en"), "mkdocs", "build", "--strict")
    assert result.returncode == 0
    told = [line.split("languages: ")[1] for line in result.stderr.splitlines() if "languages: " in line]
    assert [line.rpartition("  ")[0] for line in told[:2]] == ["[1/2] nl  9 pages", "[2/2] en  9 pages"]
    assert "WARNING" not in result.stderr


def test_html_in_a_string_is_text(tree: Tree, tmp_path: Path) -> None:
    """What strings.yml says is shown as it stands, never executed."""
    root, evil = tree("nl", "en"), "<script>alert(1)</script> <b>&amp;"
    for find in ("summary: On the concept of", "definition: An informal discussion document;", "early: early"):
        _edit(root / "docs/en/strings.yml", find, f"{find.partition(':')[0]}: {evil} " + find.partition(": ")[2])
    _edit(root / "docs/en/strings.yml", "name: Diplomacy", f"name: {evil}")
    site = building.build(root, tmp_path / "site")
    for page in ("timeline", "glossary", "instruments", "questions"):
        tree_of_page = pages.parse(site / f"en/{page}/index.html")
        assert evil in tree_of_page.find("body").text_content()
        assert "alert(1)" not in "".join(tree_of_page.xpath("//script[not(@type='application/ld+json')]//text()"))
        for data in tree_of_page.xpath("//script[@type='application/ld+json']"):
            json.loads(data.text)  # whole: no string of it has ended the block


def test_the_way_on_after_mkdocs_stays_open(tree: Tree, tmp_path: Path) -> None:
    """ProperDocs builds the same site, byte for byte, from the same mkdocs.yml."""
    root = tree("nl", "en")
    command = ("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "other"))
    result = building.run(root, *command, DISABLE_MKDOCS_2_WARNING="true")
    assert result.returncode == 0, result.stderr
    assert _same(building.build(root, tmp_path / "site"), tmp_path / "other")
