"""A browser for the tests, and the site on a server of this machine, below a path."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from tests.support import programs, servers

LEFT: list[str] = []
"""What was asked of other machines than this one since the last test."""


def _noted(request: Request) -> None:
    if urlsplit(request.url).hostname not in (None, "", "127.0.0.1", "localhost"):
        LEFT.append(request.url)


@pytest.fixture(autouse=True)
def nothing_leaves() -> Iterator[None]:
    """Fail a test, whichever, in which any page asked anyone else for anything, whatever its state."""
    LEFT.clear()
    yield
    assert LEFT == []


def below(code: str) -> str:
    """Return the folder of a language below the site's root."""
    return "" if code == "nl" else f"{code}/"


@pytest.fixture(scope="session", autouse=True)
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser; where it has to be got, one worker gets it and the others wait."""
    with sync_playwright() as playwright:
        with FileLock(tmp_path_factory.getbasetemp().parent / "browser.lock"):
            browser = programs.chromium(playwright)
        new_context = browser.new_context

        def watched(**settings: Any) -> BrowserContext:
            context = new_context(**settings)
            context.on("request", _noted)
            return context

        browser.new_context = watched  # type: ignore[method-assign]
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the built site's root."""
    with servers.below_a_path(site) as address:
        yield address


@dataclass
class Watch:
    """What went wrong in a page: requests that failed or went elsewhere, messages on the console."""

    faults: list[str] = field(default_factory=list)

    def of(self, page: Page, address: str) -> None:
        """Watch a page of the site at ``address``."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._asked(request, address))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _asked(self, request: Request, address: str) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            self.faults.append(request.url)

    def _failed(self, request: Request) -> None:
        # A page that is left takes its unfinished requests with it.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")


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


@pytest.fixture(scope="session")
def still_context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a profile that asks for reduced motion and for English, and is never closed before the last test."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", color_scheme="light", locale="en-GB"
    )
    yield context
    context.close()
