"""The page that tells whether a quotation is in the note: what it says, in which language, and how it is used."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from instrumentarium.model.edition import Edition

from .conftest import below
from .quotations import NEGATIONS, Quotation, quotations

TELL = """async (texts) => {
  const { partsOf } = await import(new URL("verify.js", document.querySelector("script[type=module]").src));
  const { indexes } = document.querySelector("[data-quotation]").dataset;
  const told = [];
  for (const text of texts) {
    const parts = await partsOf(text, indexes);
    told.push(parts.map(({ verdict, language }) => [verdict, language.code]));
  }
  return told;
}"""

OTHERS = re.compile(r"/search/(?!nl)\w+\.json")
"""The texts of the languages besides Dutch."""


@pytest.mark.parametrize("code", NEGATIONS)
def test_of_each_quotation_is_told_what_is_right(page: Page, address: str, edition: Edition, code: str) -> None:
    """Nearly always; and never that the note has literally what was altered."""
    asked = quotations(edition, code, 200)
    page.goto(f"{address}{below(code)}verify/")
    told = page.evaluate(TELL, [one.text for one in asked])
    wrong = [(one, parts) for one, parts in zip(asked, told, strict=True) if not _is_right(one, parts)]
    assert len(wrong) <= 0.02 * len(asked), wrong
    assert [
        one for one, parts in wrong if one.verdict == "altered" and {verdict for verdict, _ in parts} == {"literal"}
    ] == []


def _is_right(quotation: Quotation, parts: list[list[str]]) -> bool:
    """Whether all parts are what the quotation is, in the language that has it; those of a long one may be several."""
    return {(verdict, language) for verdict, language in parts} == {(quotation.verdict, quotation.language)}


def _verdicts(page: Page) -> list[str | None]:
    return [one.get_attribute("data-verdict") for one in page.locator(".quotation__parts > li").all()]


def test_by_keyboard_alone(page: Page, address: str, edition: Edition) -> None:
    """The field and the button are reached with Tab; what is found is told, with the way to the sentence."""
    labels = edition.languages["en"].interface.quotation
    page.goto(f"{address}en/verify/")
    page.locator("#quotation").focus()
    page.keyboard.insert_text("A number of member states mentioned. Bananas are healthy.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(labels.absent)
    page.locator("#quotation").fill(edition.languages["en"].note.sentences["p2s4"].text.replace(" conditions", ""))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"{labels.altered}: 1")
    expect(page.locator(".quotation__key")).to_be_visible()
    expect(page.locator(".quotation__parts del")).to_have_text(f"{labels.left_out}: conditions")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}en/note/#p2s4")


def test_what_is_pasted_is_told_at_once(context: BrowserContext, page: Page, address: str, edition: Edition) -> None:
    """Also with the differences that do not count, each by its name; and no other language is asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}verify/")
    dutch = edition.source
    text = dutch.note.sentences["p2s4"].text.removesuffix(".").upper().replace(" ", "\n", 1)
    page.evaluate("text => navigator.clipboard.writeText(text)", f"“{text}”")
    page.locator("#quotation").focus()
    page.keyboard.press("Control+V")
    expect(page.locator(".quotation__parts > li")).to_have_attribute("data-verdict", "literal")
    labels = dutch.interface.quotation
    told = labels.unimportant.format(differences=f"{labels.case}, {labels.spaces}, {labels.full_stop}")
    expect(page.locator(".quotation__note")).to_have_text(told)
    assert [url.rpartition("/")[2] for url in asked if "/search/" in url] == ["nl.json"]


def test_by_touch_on_a_phone_in_another_language(browser: Browser, address: str, edition: Edition) -> None:
    """A sentence of another language is found, and said to be of that; the screen needs no scrolling aside."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, locale="ja-JP")
    page = context.new_page()
    page.goto(f"{address}el/verify/")
    page.locator("#quotation").fill(edition.languages["hu"].note.sentences["q2s1"].text)
    page.locator(".quotation button").tap()
    part = page.locator(".quotation__parts > li")
    expect(part).to_have_attribute("data-verdict", "literal")
    hungarian = edition.languages["hu"]
    expect(part).to_contain_text(hungarian.strings.language.name)
    expect(part.locator("blockquote")).to_have_attribute("lang", "hu")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    part.locator("a").tap()
    expect(page).to_have_url(f"{address}hu/note/#q2s1")
    context.close()


def test_the_search_hands_on_what_was_typed(page: Page, address: str) -> None:
    """Behind "#", so that it is sent to nobody."""
    page.goto(f"{address}en/note/")
    page.keyboard.press("/")
    page.keyboard.insert_text("must be based on shared objectives")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.locator(".search__verify a").click()
    expect(page).to_have_url(f"{address}en/verify/#quote=must+be+based+on+shared+objectives")
    expect(page.locator("#quotation")).to_have_value("must be based on shared objectives")
    expect(page.locator(".quotation__parts > li")).to_have_count(1)


def test_nothing_is_said_to_be_absent_that_could_not_be_looked_for(browser: Browser, address: str) -> None:
    """Where the texts of the other languages do not come, that is told, with a way to try again."""
    page = browser.new_page(locale="ja-JP")
    page.route(OTHERS, lambda route: route.abort())
    page.goto(f"{address}verify/")
    page.locator("#quotation").fill("Bananas are healthy and yellow.")
    page.locator(".quotation button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert _verdicts(page) == []
    page.unroute(OTHERS)
    page.get_by_role("alert").locator("[value=again]").click()
    expect(page.locator(".quotation__parts > li")).to_have_attribute("data-verdict", "absent")
    page.close()


def test_without_scripts_the_text_is_led_to(browser: Browser, address: str, edition: Edition) -> None:
    """The page says that it needs them, and shows no field that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}de/verify/")
    expect(page.locator("main")).to_contain_text(edition.languages["de"].interface.quotation.no_script)
    expect(page.locator("textarea")).to_be_hidden()
    page.locator(".no-script a").click()
    expect(page).to_have_url(f"{address}de/note/")
    context.close()


def test_a_copy_of_the_note_is_literal(context: BrowserContext, page: Page, address: str) -> None:
    """What a reader selects and copies has nothing that the text received does not have."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}en/note/")
    page.evaluate(
        "getSelection().setBaseAndExtent(document.querySelector('h1'), 0, document.querySelector('.footnote'), 3)"
    )
    page.keyboard.press("Control+C")
    page.goto(f"{address}en/verify/")
    page.locator("#quotation").focus()
    page.keyboard.press("Control+V")
    expect(page.locator(".quotation__parts > li").first).to_be_visible()
    assert len(_verdicts(page)) > 10
    assert set(_verdicts(page)) == {"literal"}
