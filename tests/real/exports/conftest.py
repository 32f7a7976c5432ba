"""The files to download, as they stand in the site of a host that has said its address, and of one that has not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ADDRESS

Files = Mapping[str, bytes]


@pytest.fixture(scope="session", params=["published", "unpublished"])
def built(request: pytest.FixtureRequest) -> Path:
    """Return one of the two sites."""
    site: Path = request.getfixturevalue("published_site" if request.param == "published" else "site")
    return site


@pytest.fixture(scope="session")
def files(built: Path) -> Files:
    """Return the content of every file of the site that is no page, site map or asset, by its path."""
    paths = {path.relative_to(built).as_posix(): path for path in built.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in paths.items()
        if path.suffix != ".html" and not name.startswith(("assets/", "sitemap.xml"))
    }


@pytest.fixture(scope="session")
def address(files: Files) -> str:
    """Return the address of the site that the files are for; "" where it is not known."""
    return ADDRESS if ADDRESS.encode() in files["robots.txt"] else ""
