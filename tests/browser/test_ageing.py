"""Browsers that know less: plain and readable, with nothing dead, nothing to be seen through, nothing in the way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .axe import violations_in_both_schemes

NEWER = ("light-dark(", "color-mix(", ":popover-open", " popover ")
"""What a browser of 2021 does not know, in style sheets and pages."""

NO_POPOVERS = "for (const name of ['show', 'hide', 'toggle']) delete HTMLElement.prototype[`${name}Popover`]"


@pytest.fixture
def old(browser: Browser) -> Iterator[Page]:
    """Return a page of a browser that knows none of these; their names are others than those that it knows."""
    context = browser.new_context(reduced_motion="reduce", locale="ja-JP")
    context.add_init_script(NO_POPOVERS)
    page = context.new_page()
    page.route("**/*", _without_newer)
    yield page
    context.close()


def _without_newer(route: Route) -> None:
    if route.request.resource_type not in ("document", "stylesheet"):
        route.continue_()
        return
    answer = route.fetch()
    text = answer.text()
    for name in NEWER:
        text = text.replace(name, name[0] + "unknown-" + name[1:])
    route.fulfill(response=answer, body=text)


@pytest.mark.parametrize("name", ["", "note/", "timeline/", "instruments/", "glossary/", "translations/"])
def test_an_older_browser_shows_every_page(old: Page, address: str, name: str) -> None:
    """In light colours and in dark ones, with contrast; header and menus hide what they lie over."""
    old.goto(address + name)
    old.locator(".languages summary").click()
    assert violations_in_both_schemes(old) == []
    for part in (".site-header", ".languages__list"):
        colour = old.locator(part).evaluate("element => getComputedStyle(element).backgroundColor")
        assert colour.startswith("rgb("), (part, colour)


def test_an_older_browser_leads_to_a_sentence_without_the_menu(old: Page, address: str) -> None:
    """The menu for citing lies over nothing; the mark is the link that it is."""
    old.goto(f"{address}note/")
    expect(old.locator("#cite-menu")).to_be_hidden()
    old.locator("#p2s1").hover()
    old.locator("#p2s1 .sentence__link").click()
    old.wait_for_url("**/note/#p2s1")
    expect(old.locator("#cite-menu")).to_be_hidden()
    expect(old.locator("#p2s1")).to_have_class("sentence is-marked")


def test_a_browser_without_modules_shows_nothing_dead(browser: Browser, address: str) -> None:
    """It runs none of the scripts, so that whatever needs one stays away."""
    context = browser.new_context()
    context.add_init_script("delete HTMLScriptElement.prototype.noModule")
    page = context.new_page()
    page.route("**/site.js", lambda route: route.abort())
    for name in ("", "note/", "timeline/"):
        page.goto(address + name)
        expect(page.locator("html")).to_have_class("no-js")
        for control in page.locator(".needs-js").all():
            expect(control).to_be_hidden()
    context.close()
