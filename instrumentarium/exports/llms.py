"""llms.txt (llmstxt.org): the contents of the site in Markdown, for programs that read whole sites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrumentarium.exports.file_view import FileView
from instrumentarium.model.download import Download
from instrumentarium.presentation import urls


def llms_txt(view: FileView, files: Sequence[Download], /) -> bytes:
    """Return the list: in English, which such programs expect, where there is English.

    It begins with a byte-order mark, by which browsers know its encoding, whatever a server says or does not say, and
    with an empty line, so that programs that do not know the mark find the title at the beginning of a line.
    """
    return "\n".join(["", *_lines(view, files), ""]).encode("utf-8-sig")


def _lines(view: FileView, files: Sequence[Download]) -> Iterator[str]:
    edition = view.edition
    language = edition.languages.get("en", edition.source)
    pages, labels = language.pages, language.interface.labels
    yield f"# {_plain(language.strings.site.name)}\n\n> {_plain(language.strings.site.description)}\n"
    said, site = replace(view, language=language), language.strings.site
    version = said.version()
    source = said.language_name(edition.source.code)
    facts = [
        said.labelled(labels.source_language, f"{source}."),
        said.labelled(labels.date, f"{said.written() or labels.unknown}."),
    ]
    told = [site.rights, site.official_versions, version and f"{version}."]
    yield _plain(" ".join([*facts, *filter(None, told)])) + "\n"
    yield f"## {_plain(labels.ways)}\n"
    for name in edition.pages:
        yield _item(pages[name].title, view.url(name, language), pages[name].description)
    yield f"\n## {_plain(pages['data'].title)}\n"
    for file in (file for file in files if file.language in (None, language.code)):
        yield _item(file.path, view.address(file.path), file.format)
    yield f"\n## {_plain(labels.language)}\n"
    for code, other in edition.languages.items():
        yield _item(other.strings.language.name, view.address(urls.prefix(edition, code)), code)


def _item(name: str, address: str, about: str) -> str:
    return f"- [{_plain(name)}]({address}): {_plain(about)}"


def _plain(text: str) -> str:
    """Return a text as Markdown that is that text and nothing else."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)
