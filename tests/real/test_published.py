"""Addresses are for good: what has been published stays where it was."""

from pathlib import Path

import yaml

from instrumentarium.model.edition import Edition
from tests.support import pages
from tests.support.sources import ROOT

# What the frame of a page needs for itself; nobody links to it.
FRAME = {"__drawer", "__search", "offer", "failed", "search-results", "cite-menu", "copied"}


def _found(site: Path, folder: str, others: set[str]) -> set[str]:
    """Return every address below a folder of the site: pages, places on them, and files that are not the theme's."""
    found = set()
    for path in (site / folder).rglob("*"):
        name = path.relative_to(site / folder).as_posix()
        if not path.is_file() or name.partition("/")[0] in {"assets", *others}:
            continue
        if path.name == "index.html":
            page = name.removesuffix("index.html")
            found |= {page, *(f"{page}#{id}" for id in pages.ids(pages.parse(path)) if id not in FRAME)}
        else:
            found.add(name)
    return {address for address in found if not address.endswith("-name")}


def test_every_published_address_is_there(site: Path, edition: Edition) -> None:
    """And nothing else is, but for what the next release adds to the list."""
    published = yaml.safe_load((ROOT / "data/published.yml").read_text(encoding="utf-8"))
    assert set(published["languages"]) == set(edition.languages)
    source = edition.source.code
    for code in edition.languages:
        here = set(published["in_each_language"])
        if code == source:
            here |= set(published["once"])
        folder, others = ("", set(edition.languages) - {source}) if code == source else (code, set())
        assert here <= _found(site, folder, others), code
