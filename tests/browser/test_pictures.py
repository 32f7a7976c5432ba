"""The pictures: by keyboard, on paper, in forced colours, in the dark; each mark is told from the others."""

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition

from .conftest import below

SHAPE = """element => {
  const { fill, stroke, strokeDasharray } = getComputedStyle(element);
  return [fill, stroke, strokeDasharray].join(" ");
}"""
"""What a mark looks like: its fill, its line, its dashes."""


def test_marks_are_reached_in_the_order_of_the_data(browser: Browser, address: str, edition: Edition) -> None:
    """By the key Tab alone, those of the drawing that is shown; the one that is reached is seen."""
    for width, shown in ((360, "upright"), (1440, "wide")):
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="ja-JP")
        page = context.new_page()
        page.goto(address)
        page.locator(f".picture--{shown} a").first.focus()
        reached = list[str]()
        for _ in range(100):
            on = page.evaluate("document.activeElement.closest('.picture') && document.activeElement.href.baseVal")
            if on and (place := on.partition("#")[2]) in reached:
                break  # round the page and back
            if on:
                reached.append(place)
                area = page.locator(":focus .mark__area")
                assert area.evaluate("element => getComputedStyle(element).strokeWidth") == "2px"
                assert area.evaluate("element => getComputedStyle(element).stroke") != "none"
            page.keyboard.press("Tab")
        meetings = [one.id for one in edition.facts.meetings]
        assert reached == [*meetings, *(one.id for one in edition.source.note.numbered())], shown
        context.close()


@pytest.fixture(params=["forced", "dark", "print", "print in the dark"])
def pictured(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Return the home page in other colours than those of a screen in daylight."""
    kind = str(request.param)
    context = browser.new_context(
        viewport={"width": 1000, "height": 900},
        forced_colors="active" if kind == "forced" else "none",
        color_scheme="dark" if "dark" in kind else "light",
        locale="ja-JP",
    )
    page = context.new_page()
    if "print" in kind:
        page.emulate_media(media="print")
    page.goto(address)
    yield page
    context.close()


def test_marks_differ_in_every_colours(pictured: Page, edition: Edition) -> None:
    """A meeting reported or announced, one of which something is inferred; a sentence with records, one without."""
    page = pictured
    shown = page.locator(".picture:visible")
    expect(shown).to_have_count(2)
    marks = shown.first.locator(".mark")
    looks = {}
    for mark, meeting in zip(marks.all(), edition.facts.meetings, strict=True):
        looks[meeting.status, bool(meeting.inferred)] = mark.locator(".mark__shape").evaluate(SHAPE)
    assert len(set(looks.values())) == len(looks) > 2
    bars = shown.nth(1).locator(".bar-link")
    bare = shown.nth(1).locator(".bar-link--bare .bar-link__bar").first.evaluate(SHAPE)
    resting = shown.nth(1).locator(".bar-link:not(.bar-link--bare) .bar-link__bar").first.evaluate(SHAPE)
    assert bare != resting
    assert bars.count() == sum(1 for _ in edition.source.note.numbered())
    for number in shown.first.locator(".mark text").all():
        colours = "element => [element, element.previousElementSibling].map((one) => getComputedStyle(one).fill)"
        text, ground = number.evaluate(colours)
        assert _contrast(text, ground) >= 4.5, (text, ground)


def _contrast(one: str, other: str) -> float:
    """Return how two colours stand out from each other, as WCAG reckons it."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("code", OFFICIAL_LANGUAGES)
def test_a_picture_is_printed_whole(browser: Browser, address: str, code: str) -> None:
    """Within the sheet, with its key: on A4, in every language."""
    context = browser.new_context(viewport={"width": 643, "height": 900}, locale="ja-JP")
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(address + below(code))
    pictures = page.locator(".picture:visible")
    expect(pictures).to_have_count(2)
    for picture in [*pictures.all(), *page.locator(".picture-key, .picture-lanes").all()]:
        box = picture.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 643
    months = [month.text_content() for month in pictures.first.locator(".picture__label").all()]
    sheets = [sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(page.pdf(format="A4"))]
    assert [all(str(month) in sheet for month in months) for sheet in sheets].count(True) == 1
    context.close()
