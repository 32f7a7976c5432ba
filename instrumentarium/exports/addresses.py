"""Every address that the site of an Edition publishes: pages, places on them, and files.

An address is below the folder of each language ("note/#p2s1", "note.pdf"), or below the root of the site
only ("robots.txt"). What is published is never lost: see data/published.yml.
"""

import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from instrumentarium.exports.registry import language_formats, site_formats
from instrumentarium.model.edition import Edition
from instrumentarium.model.files import PublishedAddresses
from instrumentarium.presentation import components, urls
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources.yaml_positions import Path

_HEAD = """\
# yaml-language-server: $schema=schema/published.json
# Every address that has been published, which people link to: pages, places on them, and files.
# To add the new ones, run `instrumentarium release`; nothing is taken out. To move an address, add to `moved` a line
# with the old one and its successor, such as "note/#p9": "note/#p8": the site then leads from the one to the other.
"""
_ID = re.compile(r'\sid="([^"]+)"')


def in_each_language(edition: Edition, renderer: Renderer, /) -> set[str]:
    """Return the addresses below the folder of each language: the same in all of them."""
    source = edition.source
    own = [one.download(edition, one.path, source.code) for one in language_formats(edition, source)]
    view = View(
        edition=edition,
        language=source,
        path="",
        files=[*own, *(one.download(edition, one.path) for one in site_formats(edition))],
    )
    found = {file.path for file in own}
    for name in edition.pages:
        page = urls.page(edition, source.code, name)
        found |= {page, *(f"{page}#{id}" for id in _places(replace(view, path=page), name, renderer))}
    return found


def once(edition: Edition, /) -> set[str]:
    """Return the files that are below the root of the site only."""
    return {"404.html", *(one.path for one in site_formats(edition))}


def _places(view: View, name: str, renderer: Renderer) -> Iterator[str]:
    """Yield the ids of a page: those of its headings, and those in its components' HTML."""
    for unit in view.language.units.values():
        if unit.key.page == name and name != "note" and unit.key.section:
            yield unit.key.section
    for component in view.language.pages[name].components:
        for id in _ID.findall(renderer.render(components.ALL[component], view)):
            if id not in view.edition.languages and id not in view.edition.drafts:  # `languages` has those
                yield id


def problems(edition: Edition, published: PublishedAddresses, here: AbstractSet[str], /) -> Iterator[tuple[Path, str]]:
    """Yield (path in data/published.yml, message) for each published address that is no more, with no successor.

    ``here`` are the addresses that there are in each language.
    Of a page that is no more, its places are not told again, nor are the files of a record that is no more.
    """
    for index, code in enumerate(published.languages):
        if code not in edition.languages:
            yield ("languages", index), f"'{code}' has been published, and is no more; put docs/{code}/ back"
    lists = {"in_each_language": (published.in_each_language, here), "once": (published.once, once(edition))}
    told = set[str]()
    for name, (addresses, found) in lists.items():
        for index, address in enumerate(addresses):
            page, _, id = address.partition("#")
            stem = page.rpartition("/")[2].partition(".")[0]
            if address in found or published.moved.keys() & {address, page} or told & {page, stem}:
                continue
            told |= {id or page}
            message = f"'{address}' has been published, and is no more; put it back, or name its successor in 'moved'"
            yield (name, index), message
    every = here | once(edition)
    for old, new in published.moved.items():
        if old in every:
            yield ("moved", old), f"'{old}' is still there; take the line out"
        elif new not in every or _is_file(old) != _is_file(new):
            what = "a file" if _is_file(old) else "a page, or a place on one,"
            yield ("moved", old), f"'{new}' is not {what} that there is; name one"


def _is_file(address: str) -> bool:
    return bool(address) and not address.endswith("/") and "#" not in address


def released(edition: Edition, published: PublishedAddresses, renderer: Renderer, /) -> PublishedAddresses:
    """Return the published addresses with all that the Edition publishes today."""
    return PublishedAddresses(
        languages=tuple(dict.fromkeys((*edition.languages, *published.languages))),
        in_each_language=tuple(sorted({*published.in_each_language, *in_each_language(edition, renderer)})),
        once=tuple(sorted({*published.once, *once(edition)})),
        moved=published.moved,
    )


def number(published: PublishedAddresses, /) -> int:
    """Return how many addresses there are in the list, languages included."""
    return len(published.languages) + len(published.in_each_language) + len(published.once)


def text(published: PublishedAddresses, /) -> str:
    """Return the text of data/published.yml."""
    languages = ", ".join('"no"' if code == "no" else code for code in published.languages)  # `no` is false in YAML
    lines = [_HEAD, f"languages: [{languages}]", "\n# Below the folder of each language."]
    lines += ["in_each_language:", *map(_item, published.in_each_language), "\n# Below the root of the site alone."]
    lines += ["once:", *map(_item, published.once), ""]
    moved = [f"  {json.dumps(old)}: {json.dumps(new)}" for old, new in published.moved.items()]
    return "\n".join([*lines, *(["moved:", *moved] if moved else ["moved: {}"])]) + "\n"


def _item(address: str) -> str:
    return f"  - {address if address and '#' not in address else json.dumps(address)}"
