"""Addresses below the site's root: the same path in every language, below the language's folder."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from instrumentarium.model.edition import Edition, Language


def prefix(edition: Edition, code: str, /) -> str:
    """Return the folder of a language in the site: "" for the source language, ``fr/`` for French."""
    return "" if code == edition.source.code else f"{code}/"


def page(edition: Edition, code: str, name: str, /) -> str:
    """Return the address of a page of a language: ``fr/note/``; "index" is the home page."""
    return prefix(edition, code) + ("" if name == "index" else f"{name}/")


def path(edition: Edition, code: str, url: str, /) -> str:
    """Return the address of a page of that language below the language's folder."""
    return url.removeprefix(prefix(edition, code))


def alternates(edition: Edition, code: str, url: str, /) -> Iterator[tuple[Language, str]]:
    """Yield each language with the address of the page at ``url`` in it, relative to that page."""
    for other, language in edition.languages.items():
        yield language, relative(prefix(edition, other) + path(edition, code, url), url)


def navigation(edition: Edition, code: str, name: str, url: str, /) -> Iterator[tuple[str, str, bool]]:
    """Yield each page's title, its address relative to the page ``name`` at ``url``, and whether it is that page."""
    language, root = edition.languages[code], folder(prefix(edition, code), url).removeprefix("./")
    for other in edition.pages:
        below = "" if other == "index" else f"{other}/"
        yield language.pages[other].title, "./" if other == name else root + below, other == name


def folder(to: str, url: str, /) -> str:
    """Return the address of a folder relative to a page, with its slash: "../", "./"."""
    return relative(to, url).rstrip("/") + "/"


@lru_cache(maxsize=4096)
def relative(to: str, url: str, /) -> str:
    """Return an address relative to a page (whose own ends with a slash) or a file; "" is the root itself."""
    found = posixpath.relpath(f"/{to}", f"/{url.rpartition('/')[0]}")
    return f"{found}/" if to.endswith("/") else found
