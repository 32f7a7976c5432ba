"""Accessibility beyond the page as it first stands: states, sizes, zoom, spacing, motion, colours."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from instrumentarium.model.edition import Edition
from tests.support import building, servers
from tests.support.sources import SMALL, copied

from .axe import violations, violations_in_both_schemes
from .conftest import below


def _search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_timeout(700)


def _failing(page: Page) -> None:
    page.route("**/cite.js", lambda route: route.abort())
    page.locator("#p2 .paragraph__number").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _verify(page: Page, text: str) -> None:
    page.locator("#quotation").fill(text)
    page.locator(".quotation button").click()
    expect(page.locator(".quotation__parts > li").first).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "search": ("note/", lambda page: _search(page, "a")),
    "search without answer": ("note/", lambda page: _search(page, "xyzxyzxyz")),
    "search with similar words": ("note/", lambda page: _search(page, "frontex")),
    "search in another language": ("about/", lambda page: _search(page, "mutual trust")),
    "quotation altered": ("verify/", lambda page: _verify(page, "We thought that a major challenge is 25/24 – EUCO.")),
    "quotation literal": ("verify/", lambda page: _verify(page, "“25/24”")),
    "quotation absent": ("verify/", lambda page: _verify(page, "Bananas are healthy.")),
    "filtered": ("glossary/", lambda page: page.locator("[data-filter]").fill("xyz")),
    "term in all languages": ("glossary/", lambda page: page.locator(".in-languages > summary").first.click()),
    "terms side by side": (
        "glossary/?with=el",
        lambda page: expect(page.locator(".counterpart").first).to_be_visible(),
    ),
    "files open": ("data/", lambda page: page.locator(".files > summary").nth(2).click()),
    "translations open": ("translations/", lambda page: page.locator("main details > summary").click()),
    "links hidden": ("note/", lambda page: page.locator("[name=plain]").check()),
    "not loaded": ("note/", _failing),
    "side by side": ("note/?with=el", lambda page: expect(page.locator(".counterpart").first).to_be_visible()),
    "records side by side": ("timeline/?with=el", lambda page: expect(page.locator(".columns").first).to_be_visible()),
    "languages open": ("glossary/", lambda page: page.locator(".languages summary").click()),
    "instruments side by side": (
        "instruments/?with=el",
        lambda page: expect(page.locator(".counterpart").first).to_be_visible(),
    ),
    "sentence of a meeting open": ("timeline/", lambda page: page.locator(".meeting__source > summary").first.click()),
    "tools open": ("note/", lambda page: page.locator(".tools > summary").click()),
    "citation menu": ("note/", lambda page: page.locator("#p2 .paragraph__number").click()),
    "place marked": ("note/#p2s1-p2s3", lambda page: expect(page.locator(".is-marked")).to_have_count(3)),
    "tooltip": ("note/", lambda page: page.locator("a.term").first.focus()),
}


@pytest.mark.parametrize("code", ["nl", "bg", "mt"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(browser: Browser, address: str, code: str, state: str) -> None:
    """Menus, dialogs and choices are as accessible as the pages, in either scheme."""
    path, reach = STATES[state]
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="ja-JP")
    page = context.new_page()
    page.goto(f"{address}{below(code)}{path}")
    reach(page)
    found = violations_in_both_schemes(page)
    context.close()
    assert found == []


def test_targets_are_large_enough(page: Page, address: str) -> None:
    """Controls are at least 24 by 24 pixels (WCAG 2.5.8); links in running text are exempt."""
    page.set_viewport_size({"width": 360, "height": 800})
    for name in ("", "note/", "instruments/", "glossary/", "data/", "translations/"):
        page.goto(address + name)
        for control in page.locator("button:visible, summary:visible, select:visible, .nav-list a:visible").all():
            box = control.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24, control.evaluate("element => element.outerHTML")


def test_everything_can_be_reached_by_keyboard_and_is_seen(browser: Browser, address: str) -> None:
    """Tab goes through the page in its order, each stop shows its focus, and none holds the reader."""
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    page.goto(f"{address}instruments/")
    seen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const element = document.activeElement;
              if (element === document.body) return null;
              const style = getComputedStyle(element);
              const box = element.getBoundingClientRect();
              return [element.outerHTML.slice(0, 80), style.outlineStyle !== "none" || style.opacity === "1", box.top];
            }"""
        )
        if stop is None:
            break
        seen.append(stop)
    assert page.evaluate("document.activeElement === document.body")
    assert all(focused for _, focused, _ in seen)
    wanted = page.locator("a[href]:visible, button:visible, select:visible, summary:visible").count()
    assert len({html for html, _, _ in seen}) > 0.5 * wanted
    assert len(seen) >= wanted
    context.close()


def test_the_text_bears_wider_spacing(page: Page, address: str) -> None:
    """WCAG 1.4.12: no text is cut or covered when a reader spaces it."""
    for name in ("", "note/", "timeline/", "instruments/"):
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(address + name)
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
            "word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        cut = page.evaluate(
            """() => [...document.querySelectorAll("article *")].filter((element) => {
              const style = getComputedStyle(element);
              return style.overflow === "hidden" && element.scrollHeight > element.clientHeight + 1
                && !element.closest(".visually-hidden");
            }).length"""
        )
        assert cut == 0


def test_nothing_moves_for_those_who_ask(browser: Browser, address: str) -> None:
    """WCAG 2.3.3: no transition or animation with reduced motion."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}note/")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          const longest = (times) => Math.max(...times.split(",").map(parseFloat));
          return longest(style.transitionDuration) > 0.01 || longest(style.animationDuration) > 0.01;
        }).map((element) => element.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert moving == []


def test_forced_colours_leave_the_timeline_drawn(browser: Browser, address: str) -> None:
    """A held meeting and one to come differ without our colours."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}timeline/")
    colour = "selector => getComputedStyle(document.querySelector(selector), '::before').backgroundColor"
    assert page.evaluate(colour, ".meeting--reported") != page.evaluate(colour, ".meeting--announced")
    context.close()


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site of the small edition, which has a language that is written from right to left."""
    root = copied(SMALL, tmp_path_factory.mktemp("mirrored") / "tree")
    with servers.below_a_path(building.build(root, root / "site")) as address:
        yield address


def test_a_language_from_right_to_left_mirrors_the_page(browser: Browser, mirrored: str) -> None:
    """The same behaviours, nothing sideways, the margin on the other side."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP")
    page = context.new_page()
    page.goto(f"{mirrored}ar/note/?with=en#p2s1")
    expect(page.locator("#p3s1 + .counterpart")).to_be_visible()
    own, theirs = page.locator("#p3s1").bounding_box(), page.locator("#p3s1 + .counterpart").bounding_box()
    number = page.locator("#p3 .paragraph__number").bounding_box()
    assert own
    assert theirs
    assert number
    assert theirs["x"] + theirs["width"] < own["x"]
    assert number["x"] > own["x"] + own["width"] - 2
    assert page.locator("#p3s1 + .counterpart").get_attribute("dir") == "ltr"
    page.keyboard.press("/")
    page.keyboard.type("مروج")
    expect(page.locator(".search__results li").first).to_be_visible()
    page.keyboard.press("Escape")
    for name in ("", "note/", "timeline/", "instruments/", "translations/"):
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{mirrored}ar/{name}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == []
    context.close()


def test_an_address_that_does_not_exist_leads_on(browser: Browser, site: Path, edition: Edition) -> None:
    """All languages speak, the reader's first, and each leads to the page that was probably meant."""
    with servers.at_the_root(site) as host:
        for locale, path, first in (
            ("el", "old/timeline/", "el"),
            ("ja-JP", "fr/timeline/xyz", "fr"),
            ("ja-JP", "x", "bg"),
        ):
            context = browser.new_context(locale=locale)
            page = context.new_page()
            page.goto(host + path)
            lines = page.locator("main li")
            expect(lines).to_have_count(len(edition.languages))
            expect(lines.first).to_have_attribute("lang", first)
            assert violations(page) == []
            lines.first.locator("a").click()
            page.wait_for_url(f"{host}{first}/{'timeline/' if 'timeline' in path else ''}")
            context.close()


def test_each_paragraph_of_a_translation_leads_to_the_source_text(browser: Browser, address: str) -> None:
    """Without JavaScript too, and to the same paragraph."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}mt/note/")
    assert page.locator(".paragraph__source").count() == 9
    page.locator("#p4 .paragraph__source").click()
    assert page.url == f"{address}note/#p4"
    assert page.locator(".paragraph__source").count() == 0
    context.close()


def test_paper_has_the_document_alone(page: Page, address: str) -> None:
    """A4, the status and the address, no control, no navigation; side by side as seen."""
    page.goto(f"{address}bg/note/#p2s1")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for selector in (".status", "h1", ".note-head", "#p1s1", ".footnote", ".print-address", ".paragraph__number"):
        expect(page.locator(selector).first).to_be_visible()
    for control in page.locator("button, select, summary, .nav-list, .sentence__link").all():
        assert not control.is_visible()
    expect(page.locator(".print-address")).to_contain_text("bg/note/#p2s1")
