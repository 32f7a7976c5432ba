"""Asks git about a folder; where there is no git or no repository, the answers are empty."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def revisions(root: Path, file: str, /) -> list[str]:
    """Return the hashes of the commits that changed a file, the latest first."""
    return _git(root, "log", "--format=%H", "--", file).split()


def file_at(root: Path, revision: str, file: str, /) -> str:
    """Return the text of a file as a commit has it; "" where it has none."""
    return _git(root, "show", f"{revision}:./{file}")


def build_date(root: Path, /) -> datetime:
    """Return the date (UTC) that $SOURCE_DATE_EPOCH gives, else that of the last commit, else 1970-01-01.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct").strip()
    return datetime.fromtimestamp(int(seconds or 0), UTC)


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints; nothing where there is no git, no repository or no such thing."""
    try:
        result = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=False, text=True, encoding="utf-8"
        )
    except OSError:
        return ""
    return result.stdout if result.returncode == 0 else ""
