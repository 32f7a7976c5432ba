"""What programs that read whole sites look for at the root: robots.txt (RFC 9309) and llms.txt (llmstxt.org)."""

from collections.abc import Iterator, Sequence

from instrumentarium.exports.file_view import views
from instrumentarium.model.download import Export
from instrumentarium.model.edition import PAGES, Edition
from instrumentarium.model.site import Release
from instrumentarium.presentation import urls


def robots_txt(release: Release, /) -> bytes:
    """Return that everything may be read, and where the site map is once the site's address is known."""
    site_map = f"\nSitemap: {release.address}sitemap.xml\n" if release.address else ""
    return f"User-agent: *\nAllow: /\n{site_map}".encode()


def llms_txt(edition: Edition, files: Sequence[Export], release: Release, /) -> bytes:
    """Return what the site holds, in Markdown: in English, which such programs expect, where there is English."""
    return ("\n".join(_lines(edition, files, release)) + "\n").encode()


def _lines(edition: Edition, files: Sequence[Export], release: Release) -> Iterator[str]:
    language = edition.languages.get("en", edition.source)
    view = views(edition, edition.source, release)("llms.txt")
    pages, labels, folder = language.pages, language.strings.labels, urls.prefix(edition, language.code)
    yield f"# {language.strings.site.name}\n\n> {language.strings.site.description}\n"
    yield f"{labels.source_language}: {edition.source.strings.language.name}. {labels.footer}\n"
    yield f"## {labels.ways}\n"
    for name in PAGES:
        if page := pages.get(name):
            address = view.address(folder + ("" if name == "index" else f"{name}/"))
            yield f"- [{page.title}]({address}): {page.description}"
    yield f"\n## {pages['data'].title}\n"
    for file in (file for file in files if file.language in (None, language.code)):
        yield f"- [{file.path}]({view.address(file.path)}): {file.format}"
    yield f"\n## {labels.language}\n"
    for code, other in edition.languages.items():
        yield f"- [{other.strings.language.name}]({view.address(urls.prefix(edition, code))}): {code}"
