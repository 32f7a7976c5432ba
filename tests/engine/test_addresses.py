"""Addresses are for good: what has been published stays, or leads on to its successor."""

from pathlib import Path

import pytest
import yaml
from lxml import html

from tests.support import building
from tests.support.sources import Tree


def _published(root: Path, **changes: object) -> None:
    """Change data/published.yml: ``add`` are addresses that were published, ``moved`` their successors."""
    path = root / "data/published.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content["in_each_language"] += changes.get("add", [])
    content["once"] += changes.get("once", [])
    content["moved"] = changes.get("moved", {})
    path.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def _told(root: Path) -> list[str]:
    """Return what `check` says of data/published.yml."""
    result = building.command(root, "check")
    lines = [line for line in result.stdout.splitlines() if ": " in line]
    return [line.partition(": ")[2] for line in lines if line.startswith("data/published.yml:")]


def test_an_address_that_would_vanish_is_told(tree: Tree) -> None:
    """A place, a page and a file each; of a page not its places, of a record not its files."""
    root = tree()
    _published(root, add=["note/#p99", "gone/", "gone/#x", "gone.pdf", "timeline/#old", "timeline/old.ics"])
    message = "has been published, and is no more; put it back, or name its successor in 'moved'"
    assert _told(root) == [f"'{one}' {message}" for one in ("note/#p99", "gone/", "gone.pdf", "timeline/#old")]
    result = building.run(root, "mkdocs", "build")
    assert result.returncode == 1
    assert "'note/#p99' has been published" in result.stdout


def test_a_heading_and_a_language_are_addresses(tree: Tree) -> None:
    """Whoever takes one out is told."""
    root = tree()
    for path in root.glob("docs/*/about.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("#privacy", "#data-protection"), encoding="utf-8")
    _published(root)
    text = (root / "data/published.yml").read_text(encoding="utf-8")
    (root / "data/published.yml").write_text(text.replace("languages:\n", "languages:\n- uk\n"), encoding="utf-8")
    assert [one.partition(" ")[0] for one in _told(root)] == ["'uk'", "'about/#privacy'"]


def test_a_moved_address_leads_on(tree: Tree, tmp_path: Path) -> None:
    """A page by a page, a place by an alias or a link, a file by a copy, in every language."""
    root = tree()
    moved = {
        "old/": "note/",
        "note/#p99s1": "note/#p1s1",
        "timeline/#old": "questions/#q1",
        "old.bib": "note.bib",
        "translations/#how": "translations/#translations",
    }
    _published(root, add=["old/#p1", *moved], moved=moved)
    site = building.build(root, tmp_path / "site")
    folders = [site, *(path.parent for path in site.glob("??/index.html"))]
    assert len(folders) == len(list((root / "docs").iterdir()))
    for folder in folders:
        old = html.parse(folder / "old/index.html").getroot()
        assert old.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../note/"]
        assert old.xpath("//a/@href") == ["../note/"]
        note = html.parse(folder / "note/index.html").getroot()
        assert note.get_element_by_id("p99s1").getparent().get("id") == "p1s1"
        line = html.parse(folder / "timeline/index.html").getroot().get_element_by_id("old")
        assert line.xpath("./a/@href") == ["../questions/#q1"]
        assert (folder / "old.bib").read_bytes() == (folder / "note.bib").read_bytes()
        assert html.parse(folder / "translations/index.html").getroot().get_element_by_id("how") is not None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("note/#p1", "note/", "'note/#p1' is still there; take the line out"),
        ("gone/", "nowhere/", "'nowhere/' is not a page, or a place on one, that there is; name one"),
        ("gone.pdf", "note/", "'note/' is not a file that there is; name one"),
    ],
)
def test_a_successor_is_there(tree: Tree, old: str, new: str, message: str) -> None:
    """And what has one is not."""
    root = tree()
    _published(root, moved={old: new})
    assert _told(root) == [message]


def test_a_release_adds_what_is_new(tree: Tree) -> None:
    """And leaves the rest as it is; a second one adds nothing."""
    root = tree()
    path = root / "data/published.yml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace('  - "note/#p1"\n', "").replace("  - note.pdf\n", ""), encoding="utf-8")
    result = building.command(root, "release")
    assert result.stdout.splitlines()[-1] == "3 new addresses"
    added = yaml.safe_load(path.read_text(encoding="utf-8"))
    added["in_each_language"].remove("translations/#version-1")
    assert added == yaml.safe_load(whole)
    assert building.command(root, "release").stdout.splitlines()[-1] == "0 new addresses"
