"""A phone: the text on the first screen, what answers a finger, and what works where the browser allows less."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition

from .conftest import below


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Return a page on a small screen that is touched, without a pointer to hover with."""
    size: ViewportSize = {"width": 360, "height": 740}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, locale="ja-JP")
    yield context.new_page()
    context.close()


def test_the_text_begins_on_the_first_screen(browser: Browser, address: str) -> None:
    """In every language, for a reader of it."""
    for code in OFFICIAL_LANGUAGES:
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale=code)
        page = context.new_page()
        page.goto(f"{address}{below(code)}note/")
        bottom = page.evaluate(
            """() => {
              const range = document.createRange();
              range.setStart(document.getElementById("p1s1").firstChild, 0);
              range.setEnd(document.getElementById("p1s1").firstChild, 1);
              return range.getBoundingClientRect().bottom;
            }"""
        )
        context.close()
        assert bottom < 740, code


def test_the_name_of_the_site_is_never_cut(phone: Page, address: str) -> None:
    """In no language, on no page, beside the buttons of the header."""
    for code in OFFICIAL_LANGUAGES:
        phone.goto(f"{address}{below(code)}note/")
        cut = "element => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight"
        assert not phone.locator(".site-name").evaluate(cut), code


def test_what_cites_is_large_enough_for_a_finger(phone: Page, address: str) -> None:
    """44 pixels and more: the sentence that is tapped, and what its menu offers."""
    phone.goto(f"{address}note/")
    phone.wait_for_load_state("networkidle")
    phone.locator("#p3s1").scroll_into_view_if_needed()
    x, y = phone.locator("#p3s1").evaluate("element => { const { x, y } = element.getClientRects()[0]; return [x, y] }")
    phone.touchscreen.tap(x + 20, y + 8)
    expect(phone.locator("#cite-menu")).to_be_visible()
    for target in phone.locator("#cite-menu :is(button, a)").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_no_page_is_wider_than_the_screen(phone: Page, address: str) -> None:
    """Tables and pictures fit, too."""
    for code in ("nl", "de", "bg", "el", "mt", "ga"):
        for name in ("", "note/", "timeline/", "instruments/", "questions/", "glossary/", "data/", "translations/"):
            phone.goto(f"{address}{below(code)}{name}")
            phone.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")
            assert phone.evaluate("document.documentElement.scrollWidth") <= 360, (code, name)


@pytest.mark.parametrize("code", ["nl", "el"])
def test_a_tap_on_a_sentence_opens_its_menu(phone: Page, address: str, edition: Edition, code: str) -> None:
    """Wherever in it, but on its links."""
    labels = edition.languages[code].interface.labels
    phone.goto(f"{address}{below(code)}note/")
    sentence = phone.locator("#p2s4")
    sentence.scroll_into_view_if_needed()
    phone.wait_for_load_state("networkidle")
    x, y = sentence.evaluate("element => { const { x, y } = element.getClientRects()[1]; return [x + 40, y + 8] }")
    phone.touchscreen.tap(x, y)
    expect(phone.locator("#cite-menu")).to_be_visible()
    expect(phone.locator(".cite-menu__place")).to_have_text(
        f"{labels.paragraph.format(n=2)}, {labels.sentence.format(n=4)}"
    )


def test_a_tap_on_a_term_explains_it_in_its_place(phone: Page, address: str, edition: Edition) -> None:
    """With the way to the glossary; a tap elsewhere puts it away."""
    phone.goto(f"{address}en/note/")
    phone.wait_for_load_state("networkidle")
    term = phone.locator("a.term").first
    term.tap()
    shown = phone.get_by_role("tooltip")
    expect(shown).to_be_visible()
    assert phone.url == f"{address}en/note/"
    expect(shown.locator("a")).to_have_text(edition.languages["en"].pages["glossary"].title)
    phone.locator("h1").tap()
    expect(shown).to_have_count(0)
    term.tap()
    shown.locator("a").tap()
    phone.wait_for_url("**/en/glossary/#*")


def test_without_a_clipboard_the_text_stands_there_to_copy(browser: Browser, address: str, edition: Edition) -> None:
    """On plain http, and where a policy forbids it: selected, with a word."""
    context = browser.new_context(locale="ja-JP")
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = context.new_page()
    page.goto(f"{address}en/note/")
    page.locator("#p2s3 .sentence__link").focus()
    page.keyboard.press("Enter")
    page.locator("#cite-menu [data-copy=link]").click()
    field = page.get_by_label(edition.languages["en"].interface.labels.copy_yourself)
    expect(field).to_have_value(f"{address}en/note/#p2s3")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == f"{address}en/note/#p2s3"
    context.close()


@pytest.mark.parametrize(("width", "shown", "hidden"), [(360, "upright", "wide"), (1440, "wide", "upright")])
def test_a_picture_fits_the_screen(browser: Browser, address: str, width: int, shown: str, hidden: str) -> None:
    """One of two drawings is shown, and is read aloud; its marks lead to the entries, without JavaScript too."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(f".picture--{shown}")).to_have_count(2)
    assert all(picture.is_visible() for picture in page.locator(f".picture--{shown}").all())
    assert not any(picture.is_visible() for picture in page.locator(f".picture--{hidden}").all())
    page.locator(f".picture--{shown} .mark").nth(3).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline/#2024-10-17-european-council")
    context.close()
