"""What the tests share: the real edition, the sites built from it, and trees to do harm in."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.model.edition import Edition

from .support import building
from .support.sources import ROOT, Tree, copied

# Builds in other folders keep their coverage with that of the tests.
os.environ.setdefault("COVERAGE_FILE", str(ROOT / ".coverage"))

ADDRESS = "https://host.invalid/below/"
"""The address of the published site."""

MOMENT = "1767323045"
"""The date of both sites, 2026-01-02T03:04:05Z, in seconds."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes one worker long, so that none is left alone with it at the end: mypy, and veraPDF."""
    items.sort(key=lambda item: item.path.name not in ("test_code.py", "test_pdf.py"))


@pytest.fixture(scope="session")
def sources() -> Path:
    """Return the folder of the edition that the tests stand on: the real one, where it is not the small one."""
    return ROOT


@pytest.fixture(scope="session")
def edition() -> Edition:
    """Return the edition, read from the sources as they are."""
    return load.edition(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the whole site, built without SITE_URL; built once for all workers."""
    return building.shared(
        tmp_path_factory, "unpublished", lambda path: building.build(ROOT, path, SOURCE_DATE_EPOCH=MOMENT)
    )


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the whole site, built for a host that has said its address; built once for all workers."""
    settings = {"SITE_URL": ADDRESS, "SOURCE_DATE_EPOCH": MOMENT, "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
    return building.shared(tmp_path_factory, "published", lambda path: building.build(ROOT, path, **settings))


@pytest.fixture
def tree(tmp_path: Path, sources: Path) -> Iterator[Tree]:
    """Return a function that copies the sources, with the languages named or with all of them."""

    def copy(*languages: str) -> Path:
        return copied(sources, tmp_path / "tree", languages)

    yield copy
    shutil.rmtree(tmp_path / "tree", ignore_errors=True)
