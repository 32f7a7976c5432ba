"""What pages load is in a folder that its content names."""

import re
from pathlib import Path

from tests.support import building, pages
from tests.support.sources import Tree, edit

PAGE = re.compile(r"assets/([0-9a-f]{12})/")


def test_what_pages_load_is_named_by_its_content(tree: Tree, tmp_path: Path) -> None:
    """The same content has the same name, another one another; every page leads to it, and to nothing else."""
    root = tree()
    first, again = (pages.assets(building.build(root, tmp_path / name)) for name in ("first", "again"))
    assert first.name == again.name
    found = {name for page in first.parents[1].rglob("*.html") for name in PAGE.findall(page.read_text("utf-8"))}
    assert found == {first.name}
    assert pages.broken(first.parents[1]) == []
    edit(root / "overrides/assets/js/menu.js", "/**", "/*! Changed. */ /**")
    assert pages.assets(building.build(root, tmp_path / "other")).name != first.name


def test_the_release_before_is_kept_for_one_more(tree: Tree, tmp_path: Path) -> None:
    """And no release before that; a folder that is no site is told."""
    root, sites = tree("de", "en"), [tmp_path / name for name in ("one", "two", "three")]
    for number, site in enumerate(sites):
        edit(root / "overrides/assets/js/menu.js", "/**", f"/*! {number} */ /**")
        building.build(root, site)
    names = [pages.assets(site).name for site in sites]
    for old, new in ((0, 1), (1, 2)):
        told = building.command(root, "release", "--keep", str(sites[old]), "--site", str(sites[new]))
        assert told.exit_code == 0, told.output
        assert {path.name for path in (sites[new] / "assets").iterdir()} == {names[old], names[new]}
    told = building.command(root, "release", "--keep", str(tmp_path), "--site", str(sites[2]))
    assert told.exit_code == 1
    assert "there is no site with assets that their content names" in told.output
