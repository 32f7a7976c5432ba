"""The command that adds offline copies to a built site."""

import shutil
from pathlib import Path

import pytest

from tests.support import building, offline, pages
from tests.support.sources import Tree


@pytest.fixture
def root(tree: Tree) -> Path:
    """Return the sources of the small edition, with their site beside them."""
    root = tree("de", "en", "ar")
    building.build(root, root / "site")
    return root


def _offers(root: Path, *languages: str) -> list[str]:
    """Make copies; return the pages that offer one."""
    result = building.command(root, "offline", *languages, "--site", str(root / "site"))
    assert result.exit_code == 0, result.output
    found = sorted((root / "site").rglob("data/index.html"))
    return [page.relative_to(root / "site").as_posix() for page in found if "files-offline" in page.read_text("utf-8")]


def test_copies_are_offered_where_they_are(root: Path) -> None:
    """Of one language, then of all; made again, they are the same, and none is in another."""
    site = root / "site"
    assert _offers(root, "en") == ["en/data/index.html"]
    assert [path.stem[-3:] for path in (site / "offline").iterdir()] == ["-en"]
    assert _offers(root) == ["ar/data/index.html", "data/index.html", "en/data/index.html"]
    first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    _offers(root)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == first
    page = (site / "ar/data/index.html").read_text(encoding="utf-8")
    (copy,) = (site / "offline").glob("*-ar.zip")
    assert page.count(f'href="../../offline/{copy.name}"') == 1
    folder = offline.unpacked(copy, root)
    assert "files-offline" not in (folder / "ar/data/index.html").read_text(encoding="utf-8")
    assert offline.broken(folder) == []
    assert offline.broken_beside(folder) == []


def test_a_site_is_needed(root: Path, tmp_path: Path) -> None:
    """With the language; each is told in one line."""
    nowhere = building.command(root, "offline", "--site", str(tmp_path / "nowhere"))
    assert nowhere.exit_code == 1
    assert f"there is no site in {tmp_path / 'nowhere'}; `mkdocs build` makes it" in nowhere.output
    (root / "site/en/index.html").unlink()
    without = building.command(root, "offline", "en", "--site", str(root / "site"))
    assert without.exit_code == 1
    assert f"the site in {root / 'site'} has no pages of 'en'; build it again" in without.output


def test_what_is_kept_of_an_old_release_is_in_no_copy(root: Path) -> None:
    """A copy has what its own pages load."""
    site = root / "site"
    before = offline.copies(root, site)
    shutil.copytree(pages.assets(site), site / "assets" / "000000000000")
    assert offline.copies(root, site) == before
