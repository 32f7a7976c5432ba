"""Every page in a browser: what it loads, what axe-core finds, what is left without JavaScript."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page

from instrumentarium.model.edition import Edition

from ..conftest import ROOT
from .conftest import Watch

NAMES = ["", "about/", "data/", "glossary/", "instruments/", "note/", "questions/", "timeline/", "translations/"]
LANGUAGES = sorted(path.name for path in (ROOT / "docs").iterdir())


def _prefix(edition: Edition, code: str) -> str:
    return "" if code == edition.source.code else f"{code}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing(browser: Browser, address: str, edition: Edition, code: str, scheme: str) -> None:
    """No violation on any page; nothing is loaded from elsewhere, nothing fails, the console is silent."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page, watch, axe = context.new_page(), Watch(), Axe()
    watch.of(page, address)
    found = []
    for name in NAMES:
        page.goto(f"{address}{_prefix(edition, code)}{name}", wait_until="load")
        dark = page.evaluate("getComputedStyle(document.body).color") != "rgb(28, 27, 25)"
        assert dark == (scheme == "dark")
        results = axe.run(page)
        found += [f"{name}: {fault['id']}: {fault['nodes'][0]['html']}" for fault in results.response["violations"]]
    context.close()
    assert found == []
    assert watch.faults == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_scrolls_sideways(browser: Browser, address: str, edition: Edition, code: str, width: int) -> None:
    """The text fits a phone, and 400 % zoom of a window 1280 wide (WCAG 1.4.10)."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for name in NAMES:
        page.goto(f"{address}{_prefix(edition, code)}{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_all_is_there_without_javascript(browser: Browser, address: str, edition: Edition, code: str) -> None:
    """Every page can be read, every style sheet loads, the languages can be reached by keyboard."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page, watch = context.new_page(), Watch()
    watch.of(page, address)
    for name in NAMES:
        page.goto(f"{address}{_prefix(edition, code)}{name}")
        assert page.locator("h1").is_visible()
        assert not page.locator(".search-button").is_visible()
        assert page.locator(".nav a[aria-current=page]").count() == 1
    page.goto(f"{address}{_prefix(edition, code)}instruments/")
    assert page.locator(".instrument").count() == len(edition.facts.instruments)
    assert all(card.is_visible() for card in page.locator(".instrument").all())
    assert not page.locator(".filter").is_visible()
    other = "en" if code == "nl" else "nl"
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    page.locator(f".languages a[hreflang={other}]").click()
    assert page.url == f"{address}{_prefix(edition, other)}instruments/"
    assert page.locator(f"html[lang={other}]").count() == 1
    context.close()
    assert watch.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_javascript_the_systems_colours_hold(browser: Browser, address: str, scheme: str) -> None:
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
    for selector in (".md-header", ".nav", ".sentence__link", ".cite-document"):
        assert not page.locator(selector).first.is_visible()
    assert page.locator("#p1s1").is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_titles_stand_at_the_margin_of_the_text(page: Page, address: str, name: str) -> None:
    """The same on every page: what is set for the note does not reach another page's ids."""
    page.goto(address + name)
    title, status = page.locator("h1").bounding_box(), page.locator(".status").bounding_box()
    assert title
    assert status
    assert title["x"] == status["x"]
