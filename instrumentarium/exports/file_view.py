"""What an exporter sees: the Edition in one language, from the file that it writes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.site import Release
from instrumentarium.presentation import urls
from instrumentarium.presentation.view import View
from instrumentarium.translation import status


@dataclass(frozen=True, kw_only=True)
class FileView(View):
    """A View from the file at ``path`` below the site's root."""

    path: str

    @property
    def moment(self) -> datetime:
        """The date of the formats that want one; UTC."""
        return self.release.moment

    @property
    def is_published(self) -> bool:
        """Whether the host has said which the site's address is."""
        return bool(self.release.address)

    def address(self, path: str, /) -> str:
        """Return the address of a path below the site's root: absolute where the host's is known, else relative."""
        return self.release.address + path if self.is_published else urls.relative(path, self.path)


def views(edition: Edition, language: Language, release: Release, /) -> Callable[[str], FileView]:
    """Return what gives the Edition as the file at a path below the language's folder shows it."""
    folder, stale = urls.prefix(edition, language.code), status.stale_sentences(edition.source, language)

    def at(path: str) -> FileView:
        def url(name: str) -> str:
            page = folder + ("" if name == "index" else f"{name}/")
            return release.address + page if release.address else urls.relative(page, folder + path)

        return FileView(
            edition=edition,
            language=language,
            path=folder + path,
            url=url,
            root=release.address or urls.folder("", folder + path),
            release=release,
            stale=stale,
        )

    return at
