"""Fixtures of the small edition of tests/small/, on which the engine is tested."""

from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.model.edition import Edition
from tests.support import building
from tests.support.sources import SMALL, copied


@pytest.fixture(scope="session")
def sources() -> Path:
    """Return the folder of the small edition."""
    return SMALL


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return the small edition."""
    return load.edition(building.shared(tmp_path_factory, "small", lambda path: copied(SMALL, path)))
