"""Previews: `mkdocs serve` in a process of its own, as a contributor starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .sources import edit


class Preview:
    """A running `mkdocs serve` of the sources in ``root``."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self._log = root, root / "told.txt"
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.host],
                cwd=root,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def get(self, path: str) -> str:
        """Return a page as it is served."""
        with urllib.request.urlopen(f"http://{self.host}/{path}", timeout=10) as response:
            return str(response.read().decode())

    def told(self) -> str:
        """Return what the server has said."""
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Wait until something holds."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if what():
                    return
            except OSError:
                pass
            time.sleep(0.05)
        pytest.fail(self.told())

    def edit(self, file: str, find: str, put: str) -> None:
        """Save a change of a source file."""
        edit(self.root / file, find, put)


@contextmanager
def previewed(root: Path) -> Iterator[Preview]:
    """Preview the sources in ``root``, once they are served."""
    with previewing(root) as preview:
        preview.wait_for(lambda: "Serving on" in preview.told() and bool(preview.get("")))
        yield preview


@contextmanager
def previewing(root: Path) -> Iterator[Preview]:
    """Start a preview of the sources in ``root``, and end it."""
    preview = Preview(root)
    try:
        yield preview
    finally:
        preview.process.terminate()
        preview.process.wait()
