"""The scripts and style sheets keep the rules of biome.jsonc, as Biome finds them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support import programs
from tests.support.sources import ROOT

VERSION = "2.6.8"
"""The only place that names it; another version may find more."""


def npm() -> str:
    """Return the path of npm; where there is none, the distribution's is got."""
    if not shutil.which("npm"):
        programs._install("npm")
    return shutil.which("npm") or pytest.fail("The tests of the scripts need npm: install it.", pytrace=False)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository; return what it told."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def biome(pytestconfig: pytest.Config) -> Path:
    """Return the path of Biome, kept in pytest's cache; where it is not there, one worker gets it by npm."""
    assert pytestconfig.cache is not None
    folder = pytestconfig.cache.mkdir(f"biome-{VERSION}")
    program = folder / "node_modules" / ".bin" / "biome"
    options = ("--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
    with FileLock(folder / "lock"):
        if not (program.exists() and run(program, "--version").stdout == f"Version: {VERSION}\n"):
            got = run(npm(), "install", "--prefix", folder, *options, f"@biomejs/biome@{VERSION}")
            if got.returncode:
                pytest.fail(f"The tests need Biome {VERSION}, which npm could not get:\n{got.stderr}", pytrace=False)
    return program


def test_scripts_and_style_sheets_are_clean(biome: Path) -> None:
    """Biome finds no fault, and would print every file as it is."""
    found = run(biome, "check", "--error-on-warnings", "--max-diagnostics=none", "--colors=off")
    assert found.returncode == 0, found.stdout + found.stderr
