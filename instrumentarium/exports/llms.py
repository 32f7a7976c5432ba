"""llms.txt (llmstxt.org): what the site holds, in Markdown, for programs that read whole sites."""

from collections.abc import Iterator, Sequence

from instrumentarium.exports.file_view import FileView
from instrumentarium.model.download import Download
from instrumentarium.presentation import urls


def llms_txt(view: FileView, files: Sequence[Download], /) -> bytes:
    """Return the list: in English, which such programs expect, where there is English."""
    return ("\n".join(_lines(view, files)) + "\n").encode()


def _lines(view: FileView, files: Sequence[Download]) -> Iterator[str]:
    edition = view.edition
    language = edition.languages.get("en", edition.source)
    pages, labels = language.pages, language.strings.labels
    yield f"# {language.strings.site.name}\n\n> {language.strings.site.description}\n"
    yield f"{labels.source_language}: {edition.source.strings.language.name}. {labels.footer}\n"
    yield f"## {labels.ways}\n"
    for name in edition.pages:
        yield f"- [{pages[name].title}]({view.url(name, language)}): {pages[name].description}"
    yield f"\n## {pages['data'].title}\n"
    for file in (file for file in files if file.language in (None, language.code)):
        yield f"- [{file.path}]({view.address(file.path)}): {file.format}"
    yield f"\n## {labels.language}\n"
    for code, other in edition.languages.items():
        yield f"- [{other.strings.language.name}]({view.address(urls.prefix(edition, code))}): {code}"
