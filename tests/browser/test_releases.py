"""One release after another, as browsers and hosts keep their files: a page and its parts are of the same one."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import building, pages
from tests.support.sources import SMALL, copied, edit

OLD = "Wed, 01 Jul 2026 00:00:00 GMT"
"""When files were last changed, as a host without any setting tells it: a browser then keeps them for days."""


@dataclass
class Host:
    """A host that serves the one release or the other."""

    address: str
    folder: Path
    year: bool = True
    """Whether it lets browsers keep assets for a year, and pages not at all; or says nothing of either."""


@dataclass(frozen=True)
class Releases:
    """Two releases, the second with other styles, scripts and words."""

    root: Path
    first: Path
    second: Path


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """Return two releases of the small edition; the second keeps what pages of the first load."""
    folder = tmp_path_factory.mktemp("releases")
    root = folder / "root"
    copied(SMALL, root)
    first = building.build(root, folder / "first")
    sheet, script = (root / f"overrides/assets/{name}" for name in ("css/text.css", "js/search.js"))
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\nbody { tab-size: 5; }\n")
    script.write_text(script.read_text(encoding="utf-8") + '\ndocument.documentElement.dataset.release = "second";\n')
    edit(root / "docs/en/about.md", "---\n\n", "---\n\n<!-- second -->\n")
    second = building.build(root, folder / "second")
    assert pages.assets(first).name != pages.assets(second).name
    return Releases(root, first, second)


@pytest.fixture
def host(releases: Releases) -> Iterator[Host]:
    """Return a host that serves the first release."""
    host = Host("", releases.first)

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            self.directory = str(host.folder)
            return super().translate_path(path)

        def end_headers(self) -> None:
            if host.year:
                self.send_header("Cache-Control", "max-age=31536000" if "/assets/" in self.path else "no-cache")
            super().end_headers()

        def send_header(self, keyword: str, value: str) -> None:
            super().send_header(keyword, OLD if keyword == "Last-Modified" else value)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}/"
        yield host
        server.shutdown()


def _open(page: Page, address: str) -> None:
    """Open a page, and wait until it answers keys and all of it has come."""
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("html[data-ready]")


def _release(page: Page) -> set[str]:
    """Return the names of the releases from which a page, as it is shown, has its parts."""
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return {url.partition("/assets/")[2].partition("/")[0] for url in loaded if "/assets/" in url}


@pytest.mark.parametrize("year", [True, False])
def test_two_releases_never_mix(browser: Browser, host: Host, releases: Releases, *, year: bool) -> None:
    """Whatever is kept: every part of a page is of its release, the style as it is computed, too."""
    host.year = year
    context = browser.new_context(locale="ja-JP")
    for folder in (releases.first, releases.second, releases.first):
        host.folder = folder
        for path in ("en/note/", "en/timeline/", "en/note/?with=de"):
            page = context.new_page()
            _open(page, host.address + path)
            page.keyboard.press("/")
            page.keyboard.type("council")
            expect(page.locator("[role=option]").first).to_be_visible()
            (release,) = _release(page)
            is_second = page.evaluate("getComputedStyle(document.body).tabSize") == "5"
            assert is_second is (release == pages.assets(releases.second).name)
            assert page.evaluate("'release' in document.documentElement.dataset") is is_second
            if year:
                assert release == pages.assets(folder).name
            page.close()
    context.close()


def test_a_page_that_is_still_open_finds_its_parts(
    browser: Browser, host: Host, releases: Releases, tmp_path: Path
) -> None:
    """After the next release has come, which keeps them: the search, the menu of a sentence, another language."""
    site = shutil.copytree(releases.second, tmp_path / "site")
    result = building.command(releases.root, "release", "--keep", str(releases.first), "--site", str(site))
    assert result.exit_code == 0, result.output
    page = browser.new_page(locale="ja-JP")
    _open(page, f"{host.address}en/note/")
    host.folder = site
    page.keyboard.press("/")
    page.keyboard.type("council")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".paragraph__number").first.click()
    expect(page.locator("#cite-menu")).to_be_visible()
    assert _release(page) == {pages.assets(releases.first).name}
    page.close()


def test_what_is_gone_is_told_with_a_way_to_load_the_page_again(
    browser: Browser, host: Host, releases: Releases
) -> None:
    """Where the host has let go of the release of a page that is open."""
    page = browser.new_page(locale="ja-JP")
    _open(page, f"{host.address}en/note/")
    host.folder = releases.second
    page.keyboard.press("/")
    expect(page.get_by_role("alert")).to_be_visible()
    with page.expect_navigation(wait_until="networkidle"):
        page.get_by_role("alert").locator("[value=again]").click()
    assert _release(page) == {pages.assets(releases.second).name}
    page.close()
