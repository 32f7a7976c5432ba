"""What an exporter gets: the Edition in one language, as the file that it writes shows it."""

from dataclasses import dataclass

from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import urls
from instrumentarium.presentation.view import View


@dataclass(frozen=True, kw_only=True)
class FileView(View):
    """A View from the file at ``path``; its addresses are absolute where the site's is known."""

    @property
    def is_published(self) -> bool:
        """Whether the address of the site is known."""
        return bool(self.site.url)

    def address(self, to: str, /) -> str:
        """Return the address of a path below the site's root: absolute where the site's is known, else relative."""
        return self.site.url + to if self.is_published else urls.relative(to, self.path)


def site_view(edition: Edition, site: SiteInfo, path: str, /) -> FileView:
    """Return the view of a file of the whole site: the Edition in the source language."""
    return FileView(edition=edition, language=edition.source, path=path, site=site)
