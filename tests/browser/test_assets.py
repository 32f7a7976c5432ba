"""A picture of overrides/assets/ is drawn on every page that shows it, wherever the site lies."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support import building, servers
from tests.support.sources import SMALL, copied


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of the small edition with a picture on the home page and another of each language."""

    def make(path: Path) -> None:
        root = copied(SMALL, path / "tree", ("de", "en"))
        shutil.copy(root / "overrides/assets/favicon.svg", root / "overrides/assets/map.svg")
        for page in [*root.glob("docs/*/index.md"), *root.glob("docs/*/about.md")]:
            page.write_text(page.read_text(encoding="utf-8") + "\n![Map](../assets/map.svg)\n", encoding="utf-8")
        building.build(root, path / "site")

    return building.shared(tmp_path_factory, "pictured", make) / "site"


@pytest.mark.parametrize("where", ["below a path", "in a folder"])
def test_a_picture_is_drawn(browser: Browser, pictured: Path, where: str) -> None:
    """On a server, below a path, and opened from the disk."""
    page = browser.new_page()
    with servers.below_a_path(pictured) as served:
        root = served if where == "below a path" else f"{pictured.as_uri()}/"
        for path in ("", "about/", "en/", "en/about/"):
            page.goto(f"{root}{path}index.html")
            # A translation of which the line is not synced has that of the source text beside it.
            widths = page.locator("article img").evaluate_all("pictures => pictures.map((one) => one.naturalWidth)")
            assert widths, path
            assert min(widths) > 0, path
    page.close()
