"""404.html is shown at any address: of a host, of a folder below one, as deep as one likes, with scripts or without."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from instrumentarium.model.edition import Edition
from tests.support import pages, servers

DEPTHS = ("nope", "note/nope", "a/b/c/nope", "a/b/c/d/e/f/g/h/")
WIDTH = "document.querySelector('main').getBoundingClientRect().width"


def _served(site: Path, where: str) -> AbstractContextManager[str]:
    if where == "root":
        return servers.at_the_root(site)
    return servers.below_a_path(site, has_page_for_nothing=True)


@pytest.mark.parametrize("where", ["root", "below a path"])
@pytest.mark.parametrize("path", DEPTHS)
def test_it_leads_to_its_site(browser: Browser, site: Path, where: str, path: str) -> None:
    """Every link, the search and the style, though nobody has told the site where it is."""
    context = browser.new_context(locale="fr", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    with _served(site, where) as root:
        page.goto(root + path)
        expect(page.locator("main li").first).to_have_attribute("lang", "fr")
        there = "note/" if path.startswith("note/") else ""
        links = page.locator("main a").evaluate_all("links => links.map((link) => [link.hreflang, link.href])")
        assert {address for _, address in links} == {
            f"{root}{'' if code == 'nl' else f'{code}/'}{there}" for code, _ in links
        }
        assert page.evaluate(WIDTH) < 700
        page.locator("[name=q]").fill("migration")
        page.locator("main button").click()
        page.wait_for_url(f"{root}fr/?q=migration")
        expect(page.locator(".search__results li").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("where", ["root", "below a path"])
def test_without_scripts_it_says_what_is_wrong(browser: Browser, site: Path, edition: Edition, where: str) -> None:
    """In every language, and in the site's own look."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    with _served(site, where) as root:
        page.goto(f"{root}a/b/c/nope")
        lines = page.locator("main li").all_text_contents()
        for line, language in zip(lines, edition.languages.values(), strict=True):
            assert language.interface.labels.not_found in line
        box = page.locator("main").bounding_box()
        assert box
        assert box["width"] < 700
    context.close()


def test_a_host_that_has_said_its_address_is_not_looked_for(published_site: Path) -> None:
    """Each address begins with the host's folder, and nothing is asked for twice."""
    root = pages.parse(published_site / "404.html")
    addresses = [str(address) for address in root.xpath("//@href | //@src")]
    assert len(addresses) == len(set(addresses)) == 26
    assert all(address.startswith("/below/") for address in addresses)
