"""Asks axe-core what is wrong with a page as it stands in the browser."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

CONTRAST = ("color-contrast", "link-in-text-block")
"""The rules that depend on the colours: all that another colour scheme can break."""

_RUN = """async ([script, options]) => {
  if (!window.axe) (0, eval)(script);
  const { violations } = await axe.run({ resultTypes: ["violations"], ...options });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}"""


def violations(page: Page, *rules: str) -> list[str]:
    """Return each rule that the page breaks, of all or of those named, with the first element that does."""
    found: list[str] = page.evaluate(_RUN, [AXE_SCRIPT, {"runOnly": list(rules)} if rules else {}])
    return found


def violations_in_both_schemes(page: Page) -> list[str]:
    """Return what is wrong with a page in light colours, and with its contrasts in dark ones.

    The scheme changes in the page as it stands: its context must ask for reduced motion, so that no colour
    is on its way from the one to the other.
    """
    page.emulate_media(color_scheme="light")
    light = violations(page)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(28, 27, 25)"
    dark = violations(page, *CONTRAST)
    page.emulate_media(color_scheme="light")
    return [*light, *(f"dark: {fault}" for fault in dark)]
