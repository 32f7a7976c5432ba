"""What a reader does on the pages: filter, point, choose a language, colours and a search word."""

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from instrumentarium.model.edition import Edition
from tests.support import servers

from .conftest import below


def test_instruments_filter_by_kind_level_and_actor(page: Page, address: str, edition: Edition) -> None:
    """The cards that match are shown and counted; the choice stands in the address; reset shows all."""
    instruments = edition.facts.instruments
    page.goto(f"{address}en/instruments/")
    shown = page.locator(".instrument:visible")
    expect(shown).to_have_count(len(instruments))
    for field, value, expected in (
        ("kind", "measure", [one.id for one in instruments if one.kind == "measure"]),
        ("level", "member-state", [one.id for one in instruments if one.level == "member-state"]),
        ("actors", "unhcr", [one.id for one in instruments if "unhcr" in one.actors]),
    ):
        page.locator(f"select[name={field}]").select_option(value)
        expect(shown).to_have_count(len(expected))
        assert [card.get_attribute("id") for card in shown.all()] == expected
        expect(page.locator(".filter output")).to_have_text(f"{len(expected)} of {len(instruments)} shown")
        assert f"{field}={value}" in page.url
        page.reload()
        expect(shown).to_have_count(len(expected))
        page.get_by_role("button", name="Clear the filter").click()
        expect(shown).to_have_count(len(instruments))
        assert field not in page.url


def test_a_choice_made_before_the_script_has_come_counts(page: Page, address: str, edition: Edition) -> None:
    """On a slow line, whoever chooses at once sees the choice carried out once the script is there."""
    held: list[Route] = []
    with page.expect_request("**/filter.js"):
        page.route("**/filter.js", lambda route: held.append(route))  # noqa: PLW0108 (playwright asks for its code)
        page.goto(f"{address}en/instruments/", wait_until="commit")
    page.locator("select[name=kind]").select_option("measure")
    held[0].continue_()
    wanted = [one.id for one in edition.facts.instruments if one.kind == "measure"]
    expect(page.locator(".instrument:visible")).to_have_count(len(wanted))
    assert "kind=measure" in page.url


def test_a_filter_that_nothing_matches_says_so(page: Page, address: str) -> None:
    """No empty page without a word."""
    page.goto(f"{address}en/instruments/?kind=measure&level=member-state")
    expect(page.locator(".instrument:visible")).to_have_count(0)
    expect(page.get_by_text("No instrument matches this filter.")).to_be_visible()


def test_a_link_to_a_hidden_instrument_shows_it(page: Page, address: str) -> None:
    """An address with a fragment wins over the filter."""
    page.goto(f"{address}en/instruments/?kind=policy#legal-pathways")
    expect(page.locator("#legal-pathways")).to_be_visible()


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
    """System, light, dark; the choice holds on the next page and in another language."""
    page.goto(address)
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    assert page.evaluate(scheme) == "light dark"
    button = page.locator("button.colours")
    button.click()
    assert page.evaluate(scheme) == "light"
    button.click()
    assert page.evaluate(scheme) == "dark"
    page.goto(f"{address}en/note/")
    assert page.evaluate(scheme) == "dark"
    expect(button).to_have_attribute("title", "Follow the colours of the system")
    button.click()
    assert page.evaluate(scheme) == "light dark"


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
    """Five requests; compressed, 20 kB for the note and 18 kB for the home page, a little more in other scripts."""

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
    for code in edition.languages:
        note, home = (sent(f"{below(code)}{name}index.html", *assets) for name in ("note/", ""))
        assert note <= (20_000 if code in ("nl", "en") else 22_500), code
        assert home <= 18_000, code


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
        page.goto(f"{host}instruments/?kind=measure")
        expect(page.locator(".instrument:visible")).to_have_count(7)
        page.goto(f"{host}nowhere/")
        expect(page.locator("main li").first).to_have_attribute("lang", "fr")
    context.close()
    assert {file.relative_to(site).as_posix() for file in site.glob("assets/**/*") if file.is_file()} - asked == set()
