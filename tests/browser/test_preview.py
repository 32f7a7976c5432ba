"""What a contributor sees in the browser while `mkdocs serve` runs: the small edition, a fault, and it mended."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.support.previewing import Preview, previewed, previewing
from tests.support.sources import SMALL, copied, edit

from . import axe

SCROLLED = 300


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Wait for a save as long as a busy machine may take for it."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview of the small edition; each test mends its faults."""
    with previewed(copied(SMALL, tmp_path_factory.mktemp("preview") / "tree")) as preview:
        yield preview


@pytest.fixture(autouse=True)
def left(context: BrowserContext) -> Iterator[None]:
    """Leave each page before it is closed: Chromium may hang where one is closed that is just loaded again."""
    yield
    for page in context.pages:
        page.goto("about:blank")


@pytest.fixture
def shown(context: BrowserContext, preview: Preview) -> Callable[[str], Page]:
    """Return a function that shows a page of the preview in a new tab, as a low window would."""

    def show(path: str) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": 800, "height": 500})
        page.goto(f"http://{preview.host}/{path}")
        return page

    return show


def errors(page: Page) -> Locator:
    """Return the errors that the banner tells."""
    return page.get_by_role("alert").get_by_role("listitem")


def place(page: Page) -> int:
    """Return how far a page is scrolled."""
    return int(page.evaluate("Math.round(scrollY)"))


def line_of(file: Path, text: str) -> str:
    """Return the line and column, counted from 1, where a text first stands in a file."""
    before = file.read_text(encoding="utf-8").partition(text)[0]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_a_faulty_save_is_told_over_the_page_until_it_is_mended(preview: Preview, shown: Callable[[str], Page]) -> None:
    """With its place in the file; in each tab; while it is told, and after it is mended, the page is where it was."""
    page, other = shown("en/note/"), shown("ar/about/")
    page.bring_to_front()
    page.evaluate(f"scrollTo(0, {SCROLLED})")
    page.evaluate("window.kept = true")
    expect(errors(page)).to_have_count(0)

    preview.edit("docs/en/strings.yml", "quote: nest boxes", "quote: <b>nesting boxes</b>")
    where = line_of(preview.root / "docs/en/strings.yml", "<b>nesting boxes</b>")
    told = f"docs/en/strings.yml:{where}: '<b>nesting boxes</b>' does not stand in sentence p2s2"
    expect(errors(page)).to_have_count(1)
    expect(errors(page)).to_contain_text(told)
    assert place(page) == SCROLLED

    preview.edit("docs/en/strings.yml", "quote: <b>nesting boxes</b>", "quote: no such boxes")
    expect(errors(page)).to_contain_text("'no such boxes' does not stand in sentence p2s2")
    assert place(page) == SCROLLED
    assert page.evaluate("window.kept")  # it was not loaded again

    other.bring_to_front()
    expect(errors(other)).to_contain_text("'no such boxes'")
    expect(errors(shown("en/about/"))).to_contain_text("'no such boxes'")
    page.bring_to_front()

    preview.edit("docs/en/strings.yml", "quote: no such boxes", "quote: nest boxes")
    preview.edit("docs/en/note.md", "The aim of the discussion", "The aim of this discussion")
    expect(page.get_by_text("The aim of this discussion")).to_be_attached()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.wait_for_function(f"Math.round(scrollY) === {SCROLLED}")
    other.bring_to_front()
    expect(other.get_by_role("alert")).to_be_hidden()


def test_the_page_stays_with_the_text_that_is_read(preview: Preview, shown: Callable[[str], Page]) -> None:
    """Also where a save adds lines above it."""
    page = shown("en/about/")
    heading = page.locator("main h2[id]").last
    heading.evaluate("element => scrollTo(0, scrollY + element.getBoundingClientRect().top - 200)")
    assert place(page) > 0
    top = heading.evaluate("element => Math.round(element.getBoundingClientRect().top)")
    added = "\n\n" + "Bees.\n\n" * 9
    preview.edit("docs/en/about.md", "\n\n", added)
    expect(page.get_by_text("Bees.", exact=True)).to_have_count(9)
    page.wait_for_function(
        "top => Math.abs([...document.querySelectorAll('main h2[id]')].at(-1).getBoundingClientRect().top - top) <= 1",
        arg=top,
    )
    preview.edit("docs/en/about.md", added, "\n\n")
    expect(page.get_by_text("Bees.", exact=True)).to_have_count(0)


def test_the_banner_is_folded_by_keyboard_and_hides_no_focus(preview: Preview, shown: Callable[[str], Page]) -> None:
    """Folded, it says that there are errors, on the next page, too; other errors unfold it."""
    page = shown("en/note/")
    preview.edit("data/meetings.yml", "format: meeting", "format: no-such-format")
    expect(errors(page)).to_have_count(1)
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
              const [banner, focused] = [document.getElementById("preview"), document.activeElement];
              if (banner.contains(focused) || focused.closest(".offer")) return false;
              return focused.getBoundingClientRect().bottom > banner.getBoundingClientRect().top + 1;
            }"""
        )
        assert not hidden
    page.keyboard.press("Escape")
    expect(errors(page)).to_be_hidden()
    expect(page.get_by_text("1 error: nothing is shown of the last save")).to_be_visible()
    page.goto(f"http://{preview.host}/ar/about/")
    expect(page.get_by_text("1 error: nothing is shown of the last save")).to_be_visible()
    expect(errors(page)).to_be_hidden()
    preview.edit("data/meetings.yml", "format: no-such-format", "format: nor-such")
    expect(errors(page)).to_be_visible()
    preview.edit("data/meetings.yml", "format: nor-such", "format: meeting")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_who_follows_a_link_during_a_build_is_not_taken_back(preview: Preview, shown: Callable[[str], Page]) -> None:
    """The page that is being left is not loaded again."""
    page = shown("en/note/")

    def answer(route: Route) -> None:
        if "gathers no data" not in preview.get("en/about/"):
            preview.edit("docs/en/about.md", "collects no data", "gathers no data")
            preview.wait_for(lambda: "gathers no data" in preview.get("en/about/"))
            time.sleep(1)
        route.continue_()

    page.route("**/en/about/", answer)
    page.evaluate("document.querySelector('a[href$=\"about/\"]').click()")
    page.wait_for_url("**/en/about/")
    expect(page.get_by_text("This site gathers no data")).to_be_attached()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_banner_can_be_read_on_any_screen(preview: Preview, shown: Callable[[str], Page], width: int) -> None:
    """Narrow and wide, light and dark, in a page from right to left; nothing of it stands outside the window."""
    page = shown("ar/note/")
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    before = page.evaluate("document.documentElement.scrollWidth")
    preview.edit("docs/ar/about.md", "\n\n", '\n\n“Wrong" «quotes“.\n\n')
    preview.edit("docs/en/about.md", "\n\n", '\n\n{{ sentence("p99s1") }}\n\n')
    expect(errors(page)).to_have_count(1)
    warnings = page.locator(".preview-warnings summary")
    expect(warnings).to_have_text("4 warnings")
    warnings.click()
    expect(page.locator(".preview-warnings li").first).to_contain_text("docs/ar/about.md:6:")
    assert page.evaluate("document.documentElement.scrollWidth") == before
    assert page.locator("#preview").evaluate("element => element.getBoundingClientRect().height") <= 281
    page.add_script_tag(path=AXE_FILE_PATH)
    assert axe.violations_in_both_schemes(page) == []
    preview.edit("docs/en/about.md", '\n\n{{ sentence("p99s1") }}\n\n', "\n\n")
    preview.edit("docs/ar/about.md", '\n\n“Wrong" «quotes“.\n\n', "\n\n")
    expect(page.locator("#preview")).to_be_hidden()


def test_a_preview_that_begins_with_a_fault_shows_it(context: BrowserContext, tmp_path: Path) -> None:
    """As a page; once it is mended, the site takes its place by itself."""
    root = copied(SMALL, tmp_path / "tree", ("de", "en"))
    edit(root / "mkdocs.yml", "- about.md", "- abouts.md")
    with previewing(root) as preview:
        preview.wait_for(lambda: "Serving on" in preview.told())
        page = context.new_page()
        page.goto(f"http://{preview.host}/en/about/")
        expect(page.get_by_role("heading")).to_have_text("Nothing to show yet")
        expect(errors(page).last).to_contain_text("mkdocs.yml:22:5: there is no page abouts.md in docs/")
        preview.edit("mkdocs.yml", "- abouts.md", "- about.md")
        expect(page.get_by_text("This site collects no data")).to_be_visible()
        expect(page.get_by_role("alert")).to_be_hidden()
