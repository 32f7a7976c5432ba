"""Builds and other commands, in a process of their own as a contributor starts them, and what they made."""

import filecmp
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from instrumentarium.cli import main
from instrumentarium.model.edition import Edition
from instrumentarium.presentation import urls
from instrumentarium.presentation.view import View

_OF_THE_HOST = {"SITE_URL", "REPO_URL", "EDIT_URI", "CONTACT_URL", "DRAFTS", "COMPRESS", "SOURCE_DATE_EPOCH"}


def run(root: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module's command in ``root``; what a host may set is unset unless given."""
    environment = {key: value for key, value in os.environ.items() if key not in _OF_THE_HOST}
    # The theme greets with a banner about its successor; it is not of the build.
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "default", **settings}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def build(root: Path, site: Path, **settings: str) -> Path:
    """Build the site of ``root`` strictly; return its folder."""
    result = run(root, "mkdocs", "build", "--strict", "--site-dir", str(site), **settings)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


def command(root: Path, *arguments: str) -> Result:
    """Call the command `instrumentarium` for ``root``, in this process."""
    return CliRunner().invoke(main, [*arguments, "--root", str(root)])


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a path that all workers share; the first that asks has ``make`` write what stands there."""
    base = factory.getbasetemp()
    path = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(path.with_name(f"{name}.lock")):
        if not path.exists():
            make(path)
    return path


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = [sorted(path.relative_to(folder) for path in folder.rglob("*")) for folder in (one, other)]
    files = [name for name in names[0] if (one / name).is_file()]
    return names[0] == names[1] and filecmp.cmpfiles(one, other, files, shallow=False)[1:] == ([], [])


def view(edition: Edition, code: str, page: str = "timeline") -> View:
    """Return the edition as a page of a language shows it."""
    return View(edition=edition, language=edition.languages[code], path=urls.page(edition, code, page))
