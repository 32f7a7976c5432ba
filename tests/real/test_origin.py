"""No page asks anyone else for anything: whatever the site loads is its own. What scripts ask for, browsers watch."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import tinycss2
from lxml import etree, html

from tests.conftest import ADDRESS

# Attributes whose addresses a browser asks for by itself; of a link, but for those that only say how pages are related.
LOADED = ("src", "srcset", "poster", "data", "background", "ping", "action", "formaction", "manifest")
RELATED = {"alternate", "canonical", "next", "prev", "author", "license", "help", "bookmark", "edit"}
_ADDRESS = re.compile(r"""(?:https?:|wss?:)?//[^\s"'`)]+""")


def asked_for(page: html.HtmlElement) -> Iterator[str]:
    """Yield every address that a browser asks for by itself when it shows a page."""
    for element in page.iter(etree.Element):
        name, attributes = str(element.tag).lower(), element.attrib
        yield from (address for key in LOADED for address in attributes.get(key, "").replace(",", " ").split())
        if name in ("use", "image", "feimage"):
            yield attributes.get("href", attributes.get("{http://www.w3.org/1999/xlink}href", ""))
        if name == "link" and not set(attributes.get("rel", "").split()) <= RELATED:
            yield attributes.get("href", "")
        if name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            yield attributes.get("content", "").partition("url=")[2]
        yield from of_a_sheet(attributes.get("style", ""))
        if name == "style":
            yield from of_a_sheet(element.text or "")


def of_a_sheet(text: str) -> Iterator[str]:
    """Yield every address in a style sheet."""
    waiting = tinycss2.parse_component_value_list(text, skip_comments=True)
    while waiting:
        token = waiting.pop()
        waiting += [*(getattr(token, "content", None) or ()), *(getattr(token, "arguments", None) or ())]
        if token.type == "url" or (token.type == "string" and _ADDRESS.match(token.value)):
            yield token.value


def elsewhere(addresses: Iterator[str], host: str = "") -> list[str]:
    """Return those that lead to another host."""
    return [one for one in addresses if urlsplit(one).netloc not in ("", host) and not one.startswith("data:")]


@pytest.mark.parametrize("which", ["site", "published_site"])
def test_pages_and_style_sheets_load_nothing_from_elsewhere(request: pytest.FixtureRequest, which: str) -> None:
    """In every language, whether the site knows its address or not."""
    folder: Path = request.getfixturevalue(which)
    host = urlsplit(ADDRESS).netloc if which == "published_site" else ""
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 24 * 10
    found = {path: elsewhere(asked_for(html.parse(path).getroot()), host) for path in pages}
    found |= {path: elsewhere(of_a_sheet(path.read_text(encoding="utf-8")), host) for path in folder.rglob("*.css")}
    assert {path: addresses for path, addresses in found.items() if addresses} == {}


def test_scripts_and_pictures_name_no_other_host(site: Path) -> None:
    """But for the names of XML's vocabularies, and the example of an address that the data page prints."""
    paths = [*site.rglob("*.js"), *site.rglob("*.svg")]
    assert len(paths) > 5
    named = {address for path in paths for address in _ADDRESS.findall(path.read_text(encoding="utf-8"))}
    assert {one for one in named if not one.startswith("http://www.w3.org/")} == {"https://example.org/"}


def test_what_would_be_loaded_from_elsewhere_is_found() -> None:
    """In each of the ways in which a page can ask for it."""
    far = "//cdn.example/a"
    for text in (
        f'<script src="https:{far}"></script>',
        f'<link rel="preconnect" href="https:{far}">',
        f'<img srcset="own.png 1x, https:{far} 2x">',
        f'<p style="background: url(https:{far})"></p>',
        f'<style>@import "https:{far}";</style>',
        f'<svg><use href="https:{far}"></use></svg>',
        f'<a href="own/" ping="https:{far}">x</a>',
        f'<form action="{far}"></form>',
        f'<meta http-equiv="refresh" content="0; url=https:{far}">',
    ):
        assert elsewhere(asked_for(html.fromstring(f"<html><body>{text}</body></html>"))), text
    harmless = '<a href="https://example.org/">x</a><link rel="canonical" href="https://example.org/"><img src="a.png">'
    assert elsewhere(asked_for(html.fromstring(f"<html><body>{harmless}</body></html>"))) == []
