"""Every page in a browser: what it loads, what axe-core finds, what is left without JavaScript."""

import io
from dataclasses import dataclass
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from instrumentarium.model.edition import Edition
from tests.support import pages
from tests.support.sources import ROOT

from .axe import violations_in_both_schemes
from .conftest import Watch, below

Scheme = Literal["light", "dark"]
LANGUAGES = sorted(path.name for path in (ROOT / "docs").iterdir())


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What was found on the pages of a language: by axe-core, of pages wider than the window, and by the browser."""

    violations: list[str]
    too_wide: list[str]
    faults: list[str]


@pytest.fixture(scope="module", params=LANGUAGES)
def visit(request: pytest.FixtureRequest, still_context: BrowserContext, address: str) -> Visit:
    """Return what is found on the pages of a language, each of which is loaded once.

    The reader's language being English, the other pages have the offer of it.
    """
    code, page, watch = request.param, still_context.new_page(), Watch()
    found = Visit(violations=[], too_wide=[], faults=watch.faults)
    watch.of(page, address)
    for name in pages.NAMES:
        page.goto(f"{address}{below(code)}{name}", wait_until="load")
        expect(page.locator(".offer")).to_have_count(0 if code == "en" else 1)
        found.violations.extend(f"{name}: {fault}" for fault in violations_in_both_schemes(page))
        for width in (320, 360, 768):
            page.set_viewport_size({"width": width, "height": 800})
            window, content = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
            assert window == width
            found.too_wide.extend([f"{name}: {content} at {width}"] if content > width else [])
        page.set_viewport_size({"width": 1280, "height": 900})
    page.close()
    return found


def test_axe_finds_nothing(visit: Visit) -> None:
    """No violation on any page, in light colours or in dark ones."""
    assert visit.violations == []


def test_no_page_scrolls_sideways(visit: Visit) -> None:
    """The text fits a phone, and 400 % zoom of a window 1280 wide (WCAG 1.4.10)."""
    assert visit.too_wide == []


def test_nothing_is_loaded_from_elsewhere_or_fails(visit: Visit) -> None:
    """Every request is one of the site's and is answered, and the console is silent."""
    assert visit.faults == []


@pytest.mark.parametrize("code", ["nl", "en"])
def test_all_is_there_without_javascript(browser: Browser, address: str, edition: Edition, code: str) -> None:
    """Every page can be read, every style sheet loads, the languages can be reached by keyboard."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page, watch = context.new_page(), Watch()
    watch.of(page, address)
    for name in pages.NAMES:
        page.goto(f"{address}{below(code)}{name}")
        assert page.locator("h1").is_visible()
        assert not page.locator(".search-button").is_visible()
        assert page.locator(".nav a[aria-current=page]").count() == 1
    page.goto(f"{address}{below(code)}instruments/")
    assert page.locator(".instrument").count() == len(edition.facts.instruments)
    assert all(card.is_visible() for card in page.locator(".instrument").all())
    other = "en" if code == "nl" else "nl"
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    page.locator(f".languages a[hreflang={other}]").click()
    assert page.url == f"{address}{below(other)}instruments/"
    assert page.locator(f"html[lang={other}]").count() == 1
    context.close()
    assert watch.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_javascript_the_systems_colours_hold(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """Nobody can choose, so the system does."""
    context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    paper = (253, 252, 249) if scheme == "light" else (22, 24, 27)
    picture = Image.open(io.BytesIO(page.screenshot(clip={"x": 1, "y": 300, "width": 1, "height": 1})))
    context.close()
    assert picture.convert("RGB").getpixel((0, 0)) == paper


def test_printing_leaves_the_text_alone(page: Page, address: str) -> None:
    """On paper there is no navigation."""
    page.goto(f"{address}note/")
    page.emulate_media(media="print")
    for selector in (".site-header", ".nav", ".sentence__link", ".cite-document"):
        assert not page.locator(selector).first.is_visible()
    assert page.locator("#p1s1").is_visible()


@pytest.mark.parametrize("name", pages.NAMES)
def test_titles_stand_at_the_margin_of_the_text(page: Page, address: str, name: str) -> None:
    """The same on every page: what is set for the note does not reach another page's ids."""
    page.goto(address + name)
    title, status = page.locator("h1").bounding_box(), page.locator(".status").bounding_box()
    assert title
    assert status
    assert title["x"] == status["x"]
