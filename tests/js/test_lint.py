"""The scripts and style sheets keep the rules of biome.jsonc, as Biome finds them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import programs
from tests.support.sources import ROOT

VERSION = "2.6.8"
"""The only place that names it; another version may find more."""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository; return what it told."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def biome(pytestconfig: pytest.Config) -> Path:
    """Return the path of Biome."""
    package = programs.npm_package(pytestconfig, "@biomejs/biome", VERSION)
    return Path(shutil.which("biome", path=package.parent.parent / ".bin") or "")


def test_scripts_and_style_sheets_are_clean(biome: Path) -> None:
    """Biome finds no fault, and would print every file as it is."""
    found = run(biome, "check", "--error-on-warnings", "--max-diagnostics=none", "--colors=off")
    assert found.returncode == 0, found.stdout + found.stderr
