"""The plugin: languages as folders, builds beside each other, nothing half-done."""

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

from tests.support import building, pages
from tests.support.sources import Tree, edit

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_a_folder_is_all_that_a_language_needs(tree: Tree, tmp_path: Path) -> None:
    """A copy of docs/en under another name is one more language, in the switcher and under its path."""
    root = tree()
    shutil.copytree(root / "docs/en", root / "docs/fr")
    edit(root / "docs/fr/strings.yml", "name: English", "name: français")
    site = building.build(root, tmp_path / "site")
    links = pages.parse(site / "fr/note/index.html").xpath("//*[@class='languages__list']//a")
    assert {link.get("hreflang"): link.text for link in links} == {
        "ar": "العربية", "de": "Deutsch", "en": "English", "fr": "français",
    }  # fmt: skip
    for code, direction in (("fr", "ltr"), ("ar", "rtl")):
        page = pages.parse(site / code / "index.html")
        assert (page.get("lang"), page.find("body").get("dir")) == (code, direction)
    assert pages.broken(site) == []


def test_with_a_site_url_addresses_are_absolute_and_reciprocal(tree: Tree, tmp_path: Path) -> None:
    """Canonical and alternate links in the pages and the site map, with x-default, on real pages."""
    url = "https://host.invalid/below/"
    site = building.build(tree(), tmp_path / "site", SITE_URL=url)
    for path in ("", "note/"):
        expected = {"ar": f"{url}ar/{path}", "de": url + path, "en": f"{url}en/{path}", "x-default": url + path}
        for prefix in ("", "en/", "ar/"):
            root = pages.parse(site / prefix / path / "index.html")
            assert root.xpath("//link[@rel='canonical']/@href") == [f"{url}{prefix}{path}"]
            links = root.xpath("//link[@rel='alternate'][@hreflang]")
            found = {link.get("hreflang"): link.get("href") for link in links}
            assert found == expected
    sitemap = ElementTree.parse(site / "sitemap.xml")
    entries = {}
    for entry in sitemap.findall("s:url", NAMESPACES):
        alternates = {str(link.get("hreflang")): str(link.get("href")) for link in entry.findall("x:link", NAMESPACES)}
        entries[str(entry.findtext("s:loc", namespaces=NAMESPACES))] = alternates
    assert set(entries) == {url + page for page in pages.paths(site)}
    for address, alternates in entries.items():
        assert address in alternates.values()
        assert all(entries[other] == alternates for other in alternates.values())


def test_with_a_repository_each_page_can_be_edited(tree: Tree, tmp_path: Path) -> None:
    """The link leads to the page's own source file; the header fetches nothing from there."""
    site = building.build(tree(), tmp_path / "site", REPO_URL="https://host.invalid/owner/name")
    for path, source in (("note", "de/note.md"), ("en/about", "en/about.md"), ("ar/about", "ar/about.md")):
        root = pages.parse(site / path / "index.html")
        assert root.xpath("//a[@rel='edit']/@href") == [f"https://host.invalid/owner/name/edit/main/docs/{source}"]
        assert root.xpath("//*[@data-md-component='source']") == []


def test_a_warning_leaves_the_site_that_stood(tree: Tree) -> None:
    """What only the build notices, too, leaves the standing site as it was."""
    root = tree()
    site = building.build(root, root / "site")
    before = shutil.copytree(site, root / "before")
    for path in root.glob("docs/*/about.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\n[?](/nowhere/)\n", encoding="utf-8")
    result = building.run(root, "mkdocs", "build", "--strict")
    assert result.returncode == 1
    for code in ("de", "en", "ar"):
        assert f"{code}/about.md" in result.stderr
    assert "Traceback" not in result.stderr
    assert building.same(site, before)
    assert not list(root.glob(".site-*"))


def test_the_build_says_a_line_for_each_language(tree: Tree) -> None:
    """Number, language, pages, seconds; and nothing of MkDocs' own for each."""
    result = building.run(tree(), "mkdocs", "build", "--strict")
    assert result.returncode == 0
    told = [line.split("languages: ")[1] for line in result.stderr.splitlines() if "languages: " in line]
    assert [line.rpartition("  ")[0] for line in told[:3]] == [
        "[1/3] de  10 pages", "[2/3] en  10 pages", "[3/3] ar  10 pages",
    ]  # fmt: skip
    assert "WARNING" not in result.stderr


def test_the_way_on_after_mkdocs_stays_open(tree: Tree, tmp_path: Path) -> None:
    """ProperDocs builds the same site, byte for byte, from the same mkdocs.yml."""
    root = tree()
    command = ("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "other"))
    result = building.run(root, *command, DISABLE_MKDOCS_2_WARNING="true")
    assert result.returncode == 0, result.stderr
    assert building.same(building.build(root, tmp_path / "site"), tmp_path / "other")


def test_the_date_is_that_of_the_last_commit(tree: Tree, tmp_path: Path) -> None:
    """Where $SOURCE_DATE_EPOCH does not say otherwise."""
    root = tree()
    dated = {**os.environ, "GIT_COMMITTER_DATE": "2026-02-03T04:05:06Z", "GIT_AUTHOR_DATE": "2026-02-03T04:05:06Z"}
    who = ("-c", "user.name=Someone", "-c", "user.email=someone@host.invalid")
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "All of it"]):
        subprocess.run(["git", *command], cwd=root, env=dated, check=True)
    site = building.build(root, tmp_path / "site")
    assert b"2026-02-03T04:05:06Z" in (site / "timeline.atom").read_bytes()
    assert b"DTSTAMP:20260203T040506Z" in (site / "timeline.ics").read_bytes()
