"""What the files to take away add to a build: this site with them and without, in turn, in fresh processes.

    python benchmarks/formats.py [ROUNDS]

Without, every exporter but those of the search and the references returns nothing, and no page has linked
data. Prints the medians of the seconds, and their ratio.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
WITHOUT = """
from instrumentarium.mkdocs_plugin import plugin
from instrumentarium.exports import (common)
from instrumentarium.exports import registry
kept, kinds, nothing = ("search.json", "note.bib", "note.ris"), registry._kinds, lambda *_, **__: b""
registry._kinds = lambda edition: {
    path: kind if path in kept else (*kind[:3], nothing) for path, kind in kinds(edition).items()
}
common.edition_json = common.note_tmx = common.catalogue = common.llms_txt = common.robots_txt = nothing
plugin.linked_data.of_page = lambda *_: None
"""
BUILD = "import sys; from mkdocs.__main__ import cli; cli(['build', '-d', sys.argv[1]])"


def seconds(before: str, folder: str) -> float:
    """Return how long a build takes, with what is done ``before``."""
    started = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", f"{before}\n{BUILD}", f"{folder}/site"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Build in turn, and print the medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    found: dict[str, list[float]] = {"": [], WITHOUT: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for before, times in found.items():
                times.append(seconds(before, folder))
    with_all, without = (statistics.median(times) for times in found.values())
    print(f"with {with_all:.2f} s, without {without:.2f} s, ratio {with_all / without:.2f}")


if __name__ == "__main__":
    main()
