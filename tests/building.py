"""Copies of the sources, and builds of them, in a process of their own as a contributor starts them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from instrumentarium.model.edition import Edition
from instrumentarium.presentation import urls
from instrumentarium.presentation.view import View
from instrumentarium.translation import status

SHARED = ("data", "overrides", "macros.py", "mkdocs.yml")


def copy_sources(root: Path, target: Path, languages: tuple[str, ...] = ()) -> Path:
    """Copy what a site is built from to ``target``: all languages, or those named."""
    target.mkdir(parents=True)
    for name in SHARED:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, target / name)
    for folder in sorted((root / "docs").iterdir()):
        if not languages or folder.name in languages:
            shutil.copytree(folder, target / "docs" / folder.name)
    published = target / "data" / "published.yml"
    text = published.read_text(encoding="utf-8")
    if languages:  # a tree of some of the languages is one that has published no other
        text = re.sub(r"(?<=\nlanguages: )\[.*\]", f"[{', '.join(languages)}]", text)
    published.write_text(text, encoding="utf-8")
    return target


def run(root: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module's command in ``root``; SITE_URL and REPO_URL are unset unless given."""
    environment = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "REPO_URL", "EDIT_URI")}
    # The theme greets with a banner about its successor; it is not of the build.
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "default", **settings}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=environment, capture_output=True, text=True, timeout=300
    )


def build(root: Path, site: Path, **settings: str) -> Path:
    """Build the site of ``root`` strictly; return its folder."""
    result = run(root, "mkdocs", "build", "--strict", "--site-dir", str(site), **settings)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


def view(edition: Edition, code: str, page: str = "timeline") -> View:
    """Return the edition as a page of a language shows it."""
    path, states = urls.page(edition, code, page), status.all_states(edition)
    return View(edition=edition, language=edition.languages[code], path=path, states=states)
