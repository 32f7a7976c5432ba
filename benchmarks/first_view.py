"""What a first view costs a reader: kB as sent and requests, of every language; seconds to the text on slow 3G.

    python benchmarks/first_view.py

Serves this edition, built with the stock set-up and with ours, compressed as a host sends it, and opens the
note and the home page of each language in a fresh profile of a browser that asks for that language.
"""

import functools
import gzip
import http.server
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import build
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from instrumentarium import load
from tests.support import programs

SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 ms and 400 kbit/s, in the words of Chromium's protocol."""

PAGES = {"note": "note/", "home": ""}
RUNS = 5


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, its files compressed, and tells the size of what it sends."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, sent: Callable[[int], None], **named: object) -> None:
        self._sent = sent
        super().__init__(*args, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file as a host does."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        content = gzip.compress(path.read_bytes()) if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self._sent(len(content))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A server that does not mind a browser that is done and gone."""

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a site; give its address, and the list to which the size of each answer is added."""
    sizes = list[int]()
    handler = functools.partial(Handler, directory=str(site), sent=sizes.append)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sizes
        server.shutdown()


def seconds_to_text(browser: Browser, address: str, code: str) -> float:
    """Open a page on slow 3G with nothing kept; return when its text is first drawn."""
    context = browser.new_context(locale=code)
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", SLOW_3G)
    page.goto(address)
    drawn = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    milliseconds = page.wait_for_function(drawn).json_value()
    context.close()
    return float(milliseconds) / 1000


def measured(browser: Browser, site: Path, codes: list[str], name: str) -> None:
    """Print what the pages of a site cost in the worst language, in Dutch and in English."""
    print(f"{name}: {sum(path.stat().st_size for path in site.rglob('*') if path.is_file()) / 1e6:.1f} MB")
    with served(site) as (address, sizes):
        for page_name, page_path in PAGES.items():
            costs = dict[str, tuple[float, int]]()
            for code in codes:
                sizes.clear()
                context = browser.new_context(locale=code)
                page = context.new_page()
                page.goto(f"{address}{'' if code == 'nl' else code + '/'}{page_path}", wait_until="networkidle")
                context.close()
                costs[code] = sum(sizes) / 1000, len(sizes)
            for code in dict.fromkeys((max(costs, key=lambda one: costs[one]), "nl", "en")):
                print(f"  {page_name} {code}: {costs[code][0]:6.1f} kB {costs[code][1]:3} requests")
        times = [seconds_to_text(browser, f"{address}note/", "nl") for _ in range(RUNS)]
        print(f"  note nl: text after {statistics.median(times):.2f} s on slow 3G")


def main() -> None:
    """Build the two sites and print what each costs."""
    edition = load.edition(build.ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = programs.chromium(playwright)
        for name, site in zip(("stock", "ours"), build.both_sites(Path(folder), edition), strict=True):
            measured(browser, site, list(edition.languages), name)
        browser.close()


if __name__ == "__main__":
    main()
