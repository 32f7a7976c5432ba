"""How long a save takes in the preview: from the file that is written to the page that a browser shows.

    python benchmarks/serve.py [SAMPLES]

Serves a copy of this edition, all languages, with `mkdocs serve`; saves a file of each kind again and again,
and waits until a page that was open before shows it. Prints the median and the longest, in seconds.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.support import programs

ROOT = Path(__file__).parent.parent
MEETING = "2024-07-22-jha-informal"


@dataclass(frozen=True, kw_only=True)
class Save:
    """A kind of save: ``change`` returns the file's text with a number in it, ``shown`` asks the page for it."""

    name: str
    file: str
    page: str
    change: Callable[[str, int], str]
    shown: Callable[[int], str]


def _prose(text: str, number: int) -> str:
    heading = "{: #origin }\n\n"
    assert heading in text
    return text.replace(heading, f"{heading}Saved-{number} ")


def _name(text: str, number: int) -> str:
    name = f"{MEETING}:\n    name: "
    assert name in text
    return text.replace(name, f"{name}Saved-{number} ")


def _format(text: str, number: int) -> str:
    assert "format: informal-meeting" in text
    return text.replace("format: informal-meeting", f"format: {('meeting', 'in-depth-discussion')[number % 2]}")


def _says(number: int) -> str:
    return f"document.body.textContent.includes('Saved-{number} ')"


def _has_format(number: int) -> str:
    other = f"document.getElementById('{('2024-10-17-european-council', '2024-09-16-coreper')[number % 2]}')"
    return f"""(() => {{
      const kind = (meeting) => meeting.querySelector(".meeting__facts").textContent.split(" · ")[1];
      return kind(document.getElementById("{MEETING}")) === kind({other});
    }})()"""


SAVES = [
    Save(name="a page", file="docs/fr/about.md", page="fr/about/", change=_prose, shown=_says),
    Save(name="strings", file="docs/fr/strings.yml", page="fr/timeline/", change=_name, shown=_says),
    Save(name="a page of the source", file="docs/nl/about.md", page="fr/about/", change=_prose, shown=_says),
    Save(name="strings of the source", file="docs/nl/strings.yml", page="timeline/", change=_name, shown=_says),
    Save(name="data", file="data/meetings.yml", page="fr/timeline/", change=_format, shown=_has_format),
    Save(
        name="a style sheet",
        file="overrides/assets/css/text.css",
        page="fr/about/",
        change=lambda text, number: f"{text}\n:root {{ scroll-padding-inline-start: {number}px; }}\n",
        shown=lambda number: f"getComputedStyle(document.documentElement).scrollPaddingInlineStart === '{number}px'",
    ),
    Save(
        name="a script",
        file="overrides/assets/js/site.js",
        page="fr/about/",
        change=lambda text, number: f"{text}\ndocument.documentElement.dataset.saved = {number};\n",
        shown=lambda number: f"document.documentElement.dataset.saved == {number}",
    ),
]


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve the edition in a folder; give the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (root / "told.txt").open("w") as told:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=told, stderr=told)
        try:
            while not _answers(f"http://{host}/"):
                if server.poll() is not None:
                    sys.exit((root / "told.txt").read_text())
                time.sleep(0.1)
            yield f"http://{host}/"
        finally:
            server.terminate()
            server.wait()


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()
    except urllib.error.HTTPError as error:
        sys.exit(f"the edition is at fault: {error}")
    except (urllib.error.URLError, TimeoutError):
        return False
    return True


def times(save: Save, root: Path, page: Page, samples: int) -> list[float]:
    """Save the file in turn, and return how long each save took until the page showed it."""
    path, found = root / save.file, []
    before = path.read_text(encoding="utf-8")
    for number in range(samples + 1):
        started = time.perf_counter()
        path.write_text(save.change(before, number), encoding="utf-8")
        is_shown = f"document.readyState !== 'loading' && {save.shown(number)}"
        page.wait_for_function(is_shown, polling=10, timeout=60_000)
        found.append(time.perf_counter() - started)
        page.wait_for_timeout(700 + 37 * number)  # an editor is not in step with the server
    path.write_text(before, encoding="utf-8")
    page.wait_for_timeout(3000)
    return found[1:]  # the first one warms up


def main() -> None:
    """Measure each kind of save, and print a line for it."""
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root, page = Path(folder) / "edition", programs.chromium(playwright).new_page()
        for name in ("data", "docs", "overrides"):
            shutil.copytree(ROOT / name, root / name)
        for name in ("macros.py", "mkdocs.yml"):
            shutil.copy(ROOT / name, root)
        print(f"{'':22} {'median s':>9} {'longest':>8}")
        with served(root) as address:
            for save in SAVES:
                page.goto(address + save.page)
                seconds = times(save, root, page, samples)
                print(f"{save.name:22} {statistics.median(seconds):9.2f} {max(seconds):8.2f}", flush=True)


if __name__ == "__main__":
    main()
