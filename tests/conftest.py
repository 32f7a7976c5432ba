"""What the tests share: the edition as it is, a site built from it, and trees to do harm in."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.model.edition import Edition

from . import building

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def edition() -> Edition:
    """Return the edition, read from the sources as they are."""
    return load.edition(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the whole site, built without SITE_URL; built once for a worker."""
    return building.build(ROOT, tmp_path_factory.mktemp("whole") / "site")


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Return a function that copies the sources, with the languages named or with all of them."""

    def copy(*languages: str) -> Path:
        root = tmp_path / "tree"
        return building.copy_sources(ROOT, root, languages)

    yield copy
    shutil.rmtree(tmp_path / "tree", ignore_errors=True)
