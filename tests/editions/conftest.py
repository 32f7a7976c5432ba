"""The engine as whoever installs it has it, built as a wheel, and sites of other editions that it builds."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.model.edition import Edition
from tests.conftest import ADDRESS, MOMENT
from tests.support import building
from tests.support.sources import ROOT

from .variants import VARIANTS, made

_PACKAGED = ("instrumentarium", "overrides", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT")


@dataclass(frozen=True)
class Built:
    """A site, its sources, and the edition that they are; ``files`` are those that are no page, by path."""

    name: str
    root: Path
    site: Path
    edition: Edition
    files: Mapping[str, bytes]


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the wheel is installed, apart from this repository."""

    def install(folder: Path) -> None:
        sources = tmp_path_factory.mktemp("sources")
        for name in _PACKAGED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, sources / name)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        wheels = tmp_path_factory.mktemp("wheels")
        subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(sources)], check=True)
        (wheel,) = wheels.glob("*.whl")
        subprocess.run([*pip, "install", "--no-deps", "--target", str(folder), str(wheel)], check=True)

    return building.shared(tmp_path_factory, "engine", install)


@pytest.fixture(scope="session", params=list(VARIANTS))
def built(request: pytest.FixtureRequest, engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a variant of the edition, built by the installed engine outside the repository."""
    return built_as(request.param, engine, tmp_path_factory)


@pytest.fixture(scope="session")
def whole(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the whole edition, built by the installed engine outside the repository."""
    return built_as("whole", engine, tmp_path_factory)


def built_as(name: str, engine: Path, factory: pytest.TempPathFactory) -> Built:
    """Return a variant, built once for all workers."""
    root = building.shared(factory, f"edition-{name}", lambda path: made(name, path))
    site = building.shared(factory, f"edition-site-{name}", lambda path: build(engine, root, path))
    paths = [path for path in site.rglob("*") if path.is_file() and path.suffix != ".html"]
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    return Built(name, root, site, load.edition(root), files)


def build(engine: Path, root: Path, site: Path) -> None:
    """Build the site of an edition by the installed engine, strictly."""
    # The lines of the installed engine are not those of this repository, which coverage counts.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    environment |= {"PYTHONPATH": str(engine), "NO_MKDOCS_2_WARNING": "1"}
    environment |= {"SITE_URL": ADDRESS, "SOURCE_DATE_EPOCH": MOMENT}
    for code in (
        f"import instrumentarium as one; assert one.__file__.startswith({str(engine)!r}), one.__file__",
        f"from mkdocs.__main__ import cli; cli(['build', '--strict', '--site-dir', {str(site)!r}])",
    ):
        result = subprocess.run(
            [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stdout + result.stderr
