"""A browser for the tests, and the site on a server of this machine, below a path."""

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests import programs

PREFIX = "/some/where/"


@pytest.fixture(scope="session", autouse=True)
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser; where it has to be got, one worker gets it and the others wait."""
    with sync_playwright() as playwright:
        with FileLock(tmp_path_factory.getbasetemp().parent / "browser.lock"):
            browser = programs.chromium(playwright)
        yield browser
        browser.close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below PREFIX, and nothing outside it."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "outside")
        return super().translate_path("/" + path.removeprefix(PREFIX))

    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve a folder; return the server and the address of its root."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}{PREFIX}"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the built site's root."""
    server, address = serve(site)
    yield address
    server.shutdown()
    server.server_close()


@dataclass
class Watch:
    """What went wrong in a page: requests that failed or went elsewhere, messages on the console."""

    faults: list[str] = field(default_factory=list)

    def of(self, page: Page, address: str) -> None:
        """Watch a page of the site at ``address``."""
        page.on("console", lambda message: message.type in ("error", "warning") and self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda one: one.url.startswith((address, "data:", "blob:")) or self.faults.append(one.url))
        page.on("requestfailed", self._failed)
        page.on("response", lambda one: one.status >= 400 and self.faults.append(f"{one.status}: {one.url}"))

    def _failed(self, request: Request) -> None:
        # A page that is left takes its unfinished requests with it.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a new profile with nothing kept in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """Return a page; whatever goes wrong in it fails the test."""
    page, watch = context.new_page(), Watch()
    watch.of(page, address)
    yield page
    assert watch.faults == []
