"""What the files to download add to a build: this site with them and without, in turn, in fresh processes.

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
from dataclasses import replace
from instrumentarium.exports import json_ld, registry
kept, made = ("search.json", "note.bib", "note.ris"), registry.Format.made
registry.Format.made = lambda self, *rest, **named: made(
    self if self.path in kept or self.path.startswith("data/s") else replace(self, write=lambda *_: b""), *rest, **named
)
json_ld.of_page = lambda *_: ""
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
