"""A built site, as its offline copies are made from it: which file is whose, and which a copy has."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from instrumentarium.exports import assets
from instrumentarium.exports.registry import site_formats
from instrumentarium.model.edition import Edition
from instrumentarium.presentation import urls

FOLDER = "offline"
"""The folder of the copies in the site; in a copy, that of the pages which are shown beside those of its language."""


@dataclass(frozen=True)
class BuiltSite:
    """A site by the paths of its files, and the edition that it is of."""

    edition: Edition
    files: Mapping[str, bytes]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that have a home page in the site."""
        return tuple(code for code in self.edition.languages if self.home(code) in self.files)

    @cached_property
    def common(self) -> frozenset[str]:
        """The paths of the files that all languages share, besides what pages load."""
        return frozenset(one.path for one in site_formats(self.edition))

    def home(self, code: str, /) -> str:
        """Return the path of the home page of a language."""
        return f"{urls.prefix(self.edition, code)}index.html"

    def owner(self, path: str, /) -> tuple[str, str]:
        """Return the code of the language in whose folder a path is, and the path below that folder."""
        first, _, rest = path.partition("/")
        source = self.edition.source.code
        return (first, rest) if rest and first in self.edition.languages and first != source else (source, path)

    def target(self, link: str, page: str, /) -> str:
        """Return the path that a link without query and fragment leads to from the page at that path."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        inside = posixpath.normpath(f"{path}/index.html")
        return inside if inside in self.files else path

    def has(self, code: str, path: str, /) -> bool:
        """Whether the copy of a language has a file: one of its own, one that all share, or one that pages load."""
        is_own = self.owner(path)[0] == code and not path.startswith(f"{FOLDER}/")
        return path in self.files and (is_own or path in self.common or path.startswith(f"{assets.FOLDER}/"))

    def can_be_beside(self, path: str, /) -> bool:
        """Whether a page offers other languages beside its own, so that a copy has those."""
        return b" data-url=" in self.files.get(path, b"")

    @cached_property
    def loaded(self) -> dict[str, str]:
        """The paths of what the pages of this release load, by their paths among the assets: "js/site.js"."""
        home = self.files[self.home(self.edition.source.code)].decode()
        folder = f"{assets.FOLDER}/{assets.release_of(home)}/"
        return {path.removeprefix(folder): path for path in self.files if path.startswith(folder)}


def read(site: Path, edition: Edition, /) -> BuiltSite:
    """Return the site in a folder, without copies; FileNotFoundError where none has been built there."""
    if not (site / "index.html").is_file():
        raise FileNotFoundError(site)
    paths = [path for path in sorted(site.rglob("*")) if path.is_file() and site / FOLDER not in path.parents]
    return BuiltSite(edition, {path.relative_to(site).as_posix(): path.read_bytes() for path in paths})
