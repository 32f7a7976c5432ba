"""The pages of an offline copy: a browser shows a page from the disk, but no folder as a page, and it runs no modules.

What the copy does not have is no link: the pages of other languages, which stand beside its own where they can.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from lxml import html

from instrumentarium.exports.offline_site import FOLDER, BuiltSite
from instrumentarium.presentation import urls

# What a script would fill in with the address of the site, which a file on the disk has not.
_OF_THE_SITE = ("data-whole-address", "data-root", "data-address")
_OFFER = re.compile(rf'<section id="files-{FOLDER}">.*?</section>\n?', re.DOTALL)

Address = Callable[[str], str | None]
"""Returns the address in the copy of what a link leads to; None where the copy does not have that."""


def page(site: BuiltSite, code: str, path: str, /) -> tuple[bytes, set[str]]:
    """Return the page at that path as the copy of a language has it, and the paths of what it leads to."""
    found: set[str] = set()

    def address(link: str) -> str | None:
        url = urlsplit(link)
        if url.scheme or url.netloc or not url.path:
            return link
        target, query = site.target(unquote(url.path), path), url.query
        if not site.has(code, target):
            language, below = site.owner(target)
            target, query = urls.prefix(site.edition, code) + below, f"with={language}"
            if not (site.has(code, target) and site.can_be_beside(target)):
                return None
        found.add(target)
        return _relative(target, path, query, url.fragment)

    tree = _parsed(without_offer(site.files[path].decode()))
    _prepare(tree)
    _let_run(tree)
    _let_compare(tree, site, code, path)
    _let_verify(tree)
    _lead(tree, address)
    return _printed(tree), found


def beside(site: BuiltSite, code: str, path: str, /) -> str:
    """Return the text of a page that is shown beside that of the copy's language, the same in each copy.

    Its links lead to the pages of the copy, with its language beside them.
    """
    place = beside_at(site, path)

    def address(link: str) -> str | None:
        url = urlsplit(link)
        if url.scheme or url.netloc:
            return link
        target = site.target(unquote(url.path), path) if url.path else path
        language, below = site.owner(target)
        is_there = language == code and site.can_be_beside(target)
        return _relative(below, place, f"with={code}", url.fragment) if is_there else None

    tree = _parsed(site.files[path].decode())
    (article,) = tree.iter("article")
    _lead(article, address)
    return f'<html lang="{code}">{html.tostring(article, encoding="unicode", with_tail=False)}</html>'


def beside_at(site: BuiltSite, path: str, /) -> str:
    """Return where the copy of another language has a page, below the folder of its language."""
    return "/".join((FOLDER, *site.owner(path)))


def without_offer(text: str, /) -> str:
    """Return a page of the site without what it says of copies."""
    return _OFFER.sub("", text)


def _parsed(text: str) -> Any:
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


def _printed(tree: Any) -> bytes:
    return str(html.tostring(tree, encoding="unicode", doctype="<!doctype html>")).encode()


def _relative(target: str, path: str, query: str = "", fragment: str = "") -> str:
    return urlunsplit(("", "", quote(urls.relative(target, path)), query, fragment))


def _lead(tree: Any, address: Address) -> None:
    """Make all links lead to where the copy has what they are for; those to what it has not are text."""
    for element, attribute, link, _ in list(tree.iterlinks()):
        to = address(link)
        if to is not None:
            element.set(attribute, to)
        elif element.tag == "a":
            element.tag = "span"
            del element.attrib[attribute]
            element.attrib.pop("download", None)
        else:
            element.drop_tree()


def _prepare(tree: Any) -> None:
    """Take away what is for search engines or needs the site's address, and the menu of languages, which are not here.

    Scripts still find the names of the languages in it. The address of the page, where it is known, is for citations.
    """
    for data in tree.xpath('//script[@type="application/ld+json"]'):
        data.drop_tree()
    for canonical in tree.xpath('//link[@rel="canonical"]'):
        tree.set("data-on-site", canonical.get("href"))
    for name in _OF_THE_SITE:
        for element in tree.xpath(f"//body//*[@{name} and not(@data-search)]"):
            del element.attrib[name]
    for menu in tree.xpath("//details[.//ul[@data-offers]]"):
        menu.set("hidden", "")
        for link in menu.iter("a"):
            link.tag = "span"
            link.attrib.pop("href", None)


def _let_run(tree: Any) -> None:
    """Load the script of the site as what it is in the copy, no module, after the page as before."""
    for script in tree.xpath('//script[@type="module" and contains(@src, "/js/site.js")]'):
        del script.attrib["type"]
        script.set("defer", "")


def _let_compare(tree: Any, site: BuiltSite, code: str, path: str) -> None:
    """Have the other languages read where the copy has them; there is no page to change over to."""
    for option in tree.xpath("//option[@data-url]"):
        there = beside_at(site, site.target(option.get("data-url"), path))
        option.set("data-url", _relative(urls.prefix(site.edition, code) + there, path))
    for button in tree.xpath("//form[@data-compare]/button"):
        button.set("style", "display: none")


def _let_verify(tree: Any) -> None:
    """Have the places of other languages shown beside those of this one."""
    for form in tree.xpath("//form[@data-indexes]"):
        indexes = [one.split("|") for one in form.get("data-indexes").split()]
        own = next(root for code, root, _ in indexes if code == tree.get("lang"))
        form.set("data-indexes", " ".join(f"{code}|{own}|{address}" for code, _, address in indexes))
