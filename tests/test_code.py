"""The code keeps its own rules."""

import subprocess
import sys

import pytest

from .conftest import ROOT


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_the_code_is_clean(command: list[str]) -> None:
    """Neither ruff nor mypy (strict) finds anything."""
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_readme_and_ci_have_the_same_test_command() -> None:
    """CI runs what a newcomer runs."""
    command = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1]
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
