"""Other editions in a browser: what axe-core finds, what scrolls sideways, what is cited."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.editions.conftest import Built, built, engine, whole
from tests.support import servers
from tests.support.pages import beside

from .axe import violations_in_both_schemes
from .conftest import Watch

__all__ = ["built", "engine", "whole"]


@pytest.fixture(scope="module")
def address(whole: Built) -> Iterator[str]:
    """Return the address of the whole edition."""
    with servers.below_a_path(whole.site) as address:
        yield address


def test_axe_finds_nothing(built: Built, still_context: BrowserContext) -> None:
    """On any page, in light colours or in dark ones; no page scrolls sideways on a phone.

    In every language of the whole edition; of a variant, one language is enough.
    """
    every = list(built.edition.languages)
    codes = {"whole": every, "from_right_to_left": ["ar"]}.get(built.name, ["en"])
    page, watch, found = still_context.new_page(), Watch(), []
    with servers.below_a_path(built.site) as address:
        watch.of(page, address)
        for code in codes:
            for name in built.edition.pages:
                page.set_viewport_size({"width": 1280, "height": 900})
                page.goto(f"{address}{beside(built.edition, code, '' if name == 'index' else f'{name}/')}")
                found += [f"{code} {name}: {fault}" for fault in violations_in_both_schemes(page)]
                for width in (320, 768):
                    page.set_viewport_size({"width": width, "height": 800})
                    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                        found.append(f"{code} {name}: scrolls sideways at {width}")
        page.close()
    assert found == []
    assert watch.faults == []


def test_a_sentence_is_cited_as_the_text_received_counts(address: str, still_context: BrowserContext) -> None:
    """With the number that it prints, the page on which the sentence stands, and number and date of the document."""
    still_context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = still_context.new_page()
    for place, name, number in (("p4s2", "Paragraph 3, sentence 2", 2), ("p10s1", "ANNEX, Paragraph 1, sentence 1", 4)):
        page.goto(f"{address}en/note/")
        page.locator(f"#{place} .sentence__link").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".cite-menu__place")).to_have_text(name)
        page.locator("[data-copy=citation]").first.click()
        expect(page.locator("#copied")).not_to_have_text("")
        cited = page.evaluate("navigator.clipboard.readText()")
        assert "7123/32, 3 March 2032" in cited
        assert f"{name} (p. {number} of the text received). " in cited
    page.close()
