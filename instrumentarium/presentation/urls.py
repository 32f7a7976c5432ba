"""Addresses of pages: the same path in every language, below the language's folder."""

from collections.abc import Iterator

from mkdocs.utils import get_relative_url

from instrumentarium.model.edition import Edition, Language


def prefix(edition: Edition, code: str, /) -> str:
    """Return the folder of a language in the site: none for the original's, ``fr/`` for French."""
    return "" if code == edition.source.code else f"{code}/"


def path(edition: Edition, code: str, url: str, /) -> str:
    """Return the address of a page of that language below the language's folder."""
    return url.removeprefix(prefix(edition, code))


def alternates(edition: Edition, code: str, url: str, /) -> Iterator[tuple[Language, str]]:
    """Yield each language with the address of the page in it, relative to the page."""
    for other, language in edition.languages.items():
        yield language, relative(prefix(edition, other) + path(edition, code, url), url)


def folder(to: str, url: str, /) -> str:
    """Return the address of a folder relative to a page, with its slash: "../", "./"."""
    return relative(to, url).rstrip("/") + "/"


def relative(to: str, url: str, /) -> str:
    """Return an address below the site's root relative to a page; "" is the root itself."""
    return get_relative_url(to or ".", url)
