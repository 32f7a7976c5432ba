"""Plain reading: the note without its links being seen."""

from playwright.sync_api import Browser, Page, expect

from instrumentarium.model.edition import Edition

LINE = "element => getComputedStyle(element).textDecorationLine"


def test_links_are_hidden_by_choice_and_stay_hidden(page: Page, address: str, edition: Edition) -> None:
    """On the page of the note alone; they are still links, seen when they are reached."""
    labels = edition.languages["en"].interface.labels
    page.goto(f"{address}en/note/")
    links = page.locator(".paragraph a.term, .paragraph a.record")
    drawn = [link.evaluate(LINE) for link in links.all()]
    assert drawn
    assert "none" not in drawn
    page.get_by_label(labels.plain).check()
    for _ in range(2):
        assert {link.evaluate(LINE) for link in links.all()} == {"none"}
        colour = page.locator("#p1s1").evaluate("element => getComputedStyle(element).color")
        assert {link.evaluate("element => getComputedStyle(element).color") for link in links.all()} == {colour}
        links.nth(3).focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert links.nth(3).evaluate(LINE) == "underline"
        page.reload()
        expect(page.get_by_label(labels.plain)).to_be_checked()
    page.goto(f"{address}en/instruments/")
    assert page.locator("blockquote a.record").first.evaluate(LINE) == "underline"
    page.goto(f"{address}en/note/")
    page.get_by_label(labels.plain).uncheck()
    page.reload()
    assert "none" not in [link.evaluate(LINE) for link in links.all()]


def test_the_choice_holds_where_nothing_can_be_kept(browser: Browser, address: str) -> None:
    """For the page alone."""
    context = browser.new_context(locale="ja-JP")
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })")
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}note/")
    page.locator("[name=plain]").check()
    assert page.locator(".paragraph a.term").first.evaluate(LINE) == "none"
    assert faults == []
    context.close()
