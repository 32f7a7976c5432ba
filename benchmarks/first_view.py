"""What a first view of the note costs a reader: bytes as sent, requests, and main-thread time.

    python benchmarks/first_view.py

Serves this edition, built with the stock set-up and with ours, compressed as a host sends it, and
opens the page of the note in a fresh profile of a browser that asks for the page's language.
"""

import functools
import gzip
import http.server
import sys
import tempfile
import threading
from pathlib import Path

import build
from playwright.sync_api import Request, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from instrumentarium import load
from tests.support import programs


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, its files compressed."""

    def do_GET(self) -> None:
        """Send a file as a host does."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Build, open, and print a line for each set-up."""
    edition = load.edition(build.ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = programs.chromium(playwright)
        for name, site in zip(("stock", "ours"), build.both_sites(Path(folder), edition), strict=True):
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            page = browser.new_context(locale="fr").new_page()
            requests = list[Request]()
            metrics = page.context.new_cdp_session(page)
            metrics.send("Performance.enable")
            page.on("requestfinished", requests.append)
            page.goto(f"http://127.0.0.1:{server.server_port}/fr/note/", wait_until="networkidle")
            page.wait_for_timeout(1500)
            sent = sum(request.sizes()["responseBodySize"] for request in requests)
            values = {one["name"]: one["value"] for one in metrics.send("Performance.getMetrics")["metrics"]}
            print(f"{name:6} {sent / 1000:8.0f} kB {len(requests):4} requests {1000 * values['TaskDuration']:6.0f} ms")
            server.shutdown()


if __name__ == "__main__":
    main()
