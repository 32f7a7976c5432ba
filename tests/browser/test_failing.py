"""What does not come: it is told in the page's language, with a way to try again, and leaves nothing half changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from instrumentarium.model.edition import Edition

from .conftest import below

HOWS = ("aborted", "404", "500", "hanging")
"""The ways in which a file does not come."""


@dataclass(frozen=True)
class Case:
    """What a reader does on a page, what the page asks for then, and how it is seen that it was done."""

    page: str
    act: Callable[[Page], None]
    script: str
    done: Callable[[Page], Locator]
    data: str = ""


def _search(page: Page) -> None:
    page.locator("[data-search]").click()
    page.locator(".search input").press_sequentially("2024")


def _cite(page: Page) -> None:
    page.locator("#p2s3 .sentence__link").focus()
    page.keyboard.press("Enter")


def _copy(page: Page) -> None:
    page.evaluate("document.querySelector('.tools').open = true")
    page.locator("[data-copy=document]").click()


CASES = {
    "search": Case(
        "", _search, "search.js", lambda page: page.locator(".search__results li").first, "**/search/*.json"
    ),
    "second language": Case(
        "note/?with=fr",
        lambda _: None,
        "compare.js",
        lambda page: page.locator("#p1s1 + .counterpart"),
        "**/fr/note/",
    ),
    "cite": Case("note/", _cite, "cite.js", lambda page: page.locator("#cite-menu")),
    "copy": Case("note/", _copy, "cite.js", lambda page: page.locator(".copied:not(:empty), .copy-yourself")),
    "place": Case("note/#p2s1-p2s2", lambda _: None, "places.js", lambda page: page.locator("#p2s2.is-marked")),
    "filter": Case(
        "glossary/",
        lambda page: page.locator("[data-filter]").fill("2"),
        "filter.js",
        lambda page: page.locator(".filter [role=status]:not(:empty)"),
    ),
}


@contextmanager
def _missing(page: Page, pattern: str, how: str) -> Iterator[None]:
    """Let the requests for a file fail while this lasts."""

    def answer(route: Route) -> None:
        if how == "aborted":
            route.abort()
        elif how == "another page":
            route.fulfill(status=200, content_type="text/html", body="<!doctype html><html lang=en><p>Sorry.</p>")
        elif how != "hanging":
            route.fulfill(status=int(how), content_type="text/html", body="<!doctype html><p>Sorry.</p>")

    page.route(pattern, answer)
    yield
    page.unroute(pattern)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Return a page in a profile that nothing is offered to, whose time the tests set."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja-JP")
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


TRIES = [
    pytest.param(case, pattern, how, id=f"{name}-{pattern}-{how}")
    for name, case in CASES.items()
    for pattern, hows in ((f"**/{case.script}", HOWS), (case.data, (*HOWS, "another page")))
    for how in hows
    if pattern
]


@pytest.mark.parametrize(("case", "pattern", "how"), TRIES)
def test_what_does_not_come_is_told_and_tried_again(  # noqa: PLR0913, PLR0917 (fixtures, and what is tried)
    reader: Page, address: str, edition: Edition, case: Case, pattern: str, how: str
) -> None:
    """In the page's language; what was there stays, and all is well when it comes after all."""
    code = "el" if how == "404" else "nl"
    labels = edition.languages[code].interface.labels
    with _missing(reader, pattern, how):
        reader.goto(address + below(code) + case.page)
        before = reader.locator("article").text_content()
        case.act(reader)
        if how == "hanging":
            reader.wait_for_timeout(100)
            reader.clock.fast_forward(8_100)
        told = reader.get_by_role("alert")
        expect(told).to_contain_text(labels.failed)
        expect(told).to_be_in_viewport()
        assert reader.locator("article").text_content() == before
        assert reader.locator(".comparing, .counterpart, .is-marked, .is-waiting").count() == 0
    told.get_by_role("button", name=labels.try_again).click()
    expect(told).to_have_count(0)
    if pattern != case.data:  # the page was loaded again
        reader.wait_for_load_state()
        case.act(reader)
    expect(case.done(reader)).to_be_visible()


def test_the_message_can_be_put_away(reader: Page, address: str, edition: Edition) -> None:
    """By its second button, with the keyboard alone."""
    with _missing(reader, "**/cite.js", "500"):
        reader.goto(f"{address}en/note/")
        _cite(reader)
        told = reader.get_by_role("alert")
        told.get_by_role("button", name=edition.languages["en"].interface.labels.close).press("Enter")
        expect(told).to_have_count(0)


@pytest.mark.parametrize("how", HOWS)
def test_controls_whose_script_does_not_come_are_not_shown(reader: Page, address: str, how: str) -> None:
    """Nor are they there to be tabbed to; the page can be read."""
    with _missing(reader, "**/site.js", how):
        reader.goto(f"{address}note/", wait_until="commit")
        expect(reader.locator("#p1s1")).to_be_visible()
        if how == "hanging":
            reader.clock.fast_forward(8_100)
        expect(reader.locator("html")).to_have_class("no-js")
        for control in reader.locator(".needs-js").all():
            expect(control).to_be_hidden()


@pytest.mark.parametrize("how", ["aborted", "404"])
def test_what_only_adorns_goes_without_a_word(browser: Browser, address: str, how: str) -> None:
    """Tooltips, closing menus, the offer of a language: the browser's own title, menu and list are there."""
    context = browser.new_context(locale="en-GB", has_touch=True, is_mobile=True)
    page = context.new_page()
    with _missing(page, "**/{tooltip,menu,offer}.js", how):
        page.goto(f"{address}note/")
        page.wait_for_load_state("networkidle")
        page.locator(".languages summary").tap()
        expect(page.locator(".languages__list")).to_be_visible()
        page.locator(".languages summary").tap()
        assert page.locator("a.term").first.get_attribute("title")
        page.locator("a.term").first.tap()
        page.wait_for_url("**/glossary/#*")
        assert page.get_by_role("alert").count() == 0
    context.close()
