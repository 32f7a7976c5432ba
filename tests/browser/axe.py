"""Asks axe-core what is wrong with a page as it stands in the browser."""

from urllib.parse import urljoin

from playwright.sync_api import Page

from tests.support.servers import AXE, PREFIX

CONTRAST = ["color-contrast", "link-in-text-block"]
"""The rules that depend on the colours: all that another colour scheme can break."""

_RUN = """async (rules) => {
  const options = rules.length ? { runOnly: rules } : {};
  const { violations } = await axe.run({ resultTypes: ["violations"], ...options });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}"""


def violations(page: Page, *, only_contrast: bool = False) -> list[str]:
    """Return each rule that the page breaks, or each of those on contrast, with the first element that does."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(url=urljoin(page.url, (PREFIX if PREFIX in page.url else "/") + AXE))
    found: list[str] = page.evaluate(_RUN, CONTRAST if only_contrast else [])
    return found


def violations_in_both_schemes(page: Page) -> list[str]:
    """Return what is wrong with a page in light colours, and with its contrasts in dark ones.

    The scheme changes in the page as it stands: its context must ask for reduced motion, so that no colour
    is on its way from the one to the other.
    """
    colour = "getComputedStyle(document.body).color"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(colour) == "rgb(28, 27, 25)"
    light = violations(page)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) != "rgb(28, 27, 25)"
    dark = violations(page, only_contrast=True)
    return [*light, *(f"dark: {fault}" for fault in dark)]
