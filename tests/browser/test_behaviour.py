"""What a reader does on the pages: point, choose a language, colours and a search word."""

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from instrumentarium.model.edition import Edition
from tests.support import pages, servers

from .conftest import below


def test_a_term_is_explained_on_focus_and_escape_puts_it_away(page: Page, address: str, edition: Edition) -> None:
    """The definition shows beside the term, is read with it, and can be dismissed."""
    page.goto(f"{address}en/note/")
    term = page.locator("#p1s4 a.record, #p2s2 a.term").last
    term.focus()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_have_text(edition.languages["en"].strings.terms["fundamental-rights"].definition)
    assert term.get_attribute("aria-describedby") == tooltip.get_attribute("id")
    page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    term.hover()
    tooltip.hover()
    page.wait_for_timeout(400)
    expect(tooltip).to_be_visible()


def test_the_language_menu_keeps_the_page(page: Page, address: str) -> None:
    """By keyboard: open, go to the language, be on the same page."""
    page.goto(f"{address}timeline/")
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    page.locator(".languages a[hreflang=en]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/timeline/")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_colours_can_be_chosen_and_are_kept(page: Page, address: str) -> None:
    """System, light, dark; the choice holds on the next page and in another language, but not on paper."""
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    assert page.evaluate(scheme) == "dark"
    button = page.locator("button.colours")
    button.click()
    assert page.evaluate(scheme) == "light"
    page.emulate_media(color_scheme="light")
    button.click()
    assert page.evaluate(scheme) == "dark"
    page.goto(f"{address}en/note/")
    page.emulate_media(media="print")
    assert page.evaluate(scheme) == "light"
    page.emulate_media(media="screen")
    assert page.evaluate(scheme) == "dark"
    expect(button).to_have_attribute("title", "Follow the colours of the system")
    button.click()
    assert page.evaluate(scheme) == "light"


def test_a_sentence_that_is_addressed_is_marked(page: Page, address: str) -> None:
    """#p2s1 marks that sentence alone."""
    page.goto(f"{address}note/#p2s1")
    colour = "getComputedStyle(document.getElementById('{}')).backgroundColor"
    assert page.evaluate(colour.format("p2s1")) != page.evaluate(colour.format("p2s2"))
    assert page.locator("#p2s1").is_visible()


def test_each_sentence_offers_its_address(page: Page, address: str) -> None:
    """A link at the end of the sentence, shown on focus, named for those who cannot see it."""
    page.goto(f"{address}en/note/")
    link = page.locator("#p2s1 .sentence__link")
    link.focus()
    assert float(link.evaluate("element => getComputedStyle(element).opacity")) == 1
    assert link.get_attribute("aria-label") == "Link to this sentence (Paragraph 2, sentence 1)"
    assert link.get_attribute("href") == "#p2s1"


def test_menus_close_on_escape(page: Page, address: str) -> None:
    """And the focus goes back to where it was."""
    page.set_viewport_size({"width": 500, "height": 800})
    page.goto(f"{address}en/note/")
    for name in (".pages-menu", ".languages"):
        page.locator(f"{name} summary").click()
        expect(page.locator(name)).to_have_attribute("open", "")
        page.locator(f"{name} a").first.focus()
        page.keyboard.press("Escape")
        expect(page.locator(name)).not_to_have_attribute("open", "")
        expect(page.locator(f"{name} summary")).to_be_focused()


def test_the_search_has_its_icon(page: Page, address: str) -> None:
    """On a narrow screen it stands for the word, which is still read aloud."""
    button = page.get_by_role("button", name="Search", exact=True)
    for width, shown in ((360, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}en/", wait_until="networkidle")
        expect(button.locator("svg")).to_be_visible()
        word = button.locator("span").bounding_box()
        assert word
        assert (word["width"] > 2) == shown


def test_a_first_view_is_light(browser: Browser, site: Path, edition: Edition) -> None:
    """Five requests; compressed, 20 kB for the note, a little more in other scripts, 24 kB for the home page."""

    def sent(*paths: str) -> int:
        return sum(len(gzip.compress((site / path).read_bytes())) for path in paths)

    context, asked = browser.new_context(locale="nl"), set[str]()
    with servers.at_the_root(site) as host:
        context.on("request", lambda request: asked.add(request.url.removeprefix(host)))
        page = context.new_page()
        page.goto(f"{host}note/", wait_until="networkidle")
        icon = str(page.locator("link[rel=icon]").get_attribute("href")).removeprefix("../")
    context.close()
    assets = asked - {"note/"} | {icon}
    assert len(assets) == 4
    overview = (pages.assets(site) / "css/overview.css").relative_to(site).as_posix()
    for code in edition.languages:
        assert sent(f"{below(code)}note/index.html", *assets) <= (20_000 if code in ("nl", "en") else 22_500), code
        assert sent(f"{below(code)}index.html", overview, *assets) <= 24_000, code


def test_every_asset_is_asked_for(browser: Browser, site: Path) -> None:
    """No file lies in the site that no page has a use for: a reader who does all that can be done gets them all."""
    context, asked = browser.new_context(locale="fr"), set[str]()
    with servers.at_the_root(site) as host:
        context.on("request", lambda request: asked.add(request.url.removeprefix(host)))
        page = context.new_page()
        page.goto(f"{host}note/?with=el#p2s1")
        for shown in (".offer", ".counterpart", ".is-marked"):
            expect(page.locator(shown).first).to_be_visible()
        asked.add(str(page.locator("link[rel=icon]").get_attribute("href")).removeprefix("../"))
        page.locator(".languages summary").click()
        page.locator("a.term").first.focus()
        expect(page.get_by_role("tooltip")).to_be_visible()
        page.locator("#p2 .paragraph__number").click()
        expect(page.locator("#cite-menu")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.keyboard.type("migratie")
        expect(page.locator(".search__results li").first).to_be_visible()
        page.goto(f"{host}glossary/")
        page.locator("[data-filter]").fill("asiel")
        expect(page.locator(".filter [role=status]")).not_to_be_empty()
        for name in ("", "timeline/", "translations/", "data/"):
            page.goto(f"{host}{name}", wait_until="networkidle")
        page.goto(f"{host}verify/#quote=bananas", wait_until="networkidle")
        expect(page.locator("[data-verdict=absent]")).to_be_visible()
        page.goto(f"{host}nowhere/")
        expect(page.locator("main li").first).to_have_attribute("lang", "fr")
        touching = browser.new_context(has_touch=True, is_mobile=True)
        touching.on("request", lambda request: asked.add(request.url.removeprefix(host)))
        touching.new_page().goto(f"{host}note/", wait_until="networkidle")
        touching.close()
    context.close()
    assert {file.relative_to(site).as_posix() for file in site.glob("assets/**/*") if file.is_file()} - asked == set()
