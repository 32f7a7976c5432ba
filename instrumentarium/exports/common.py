"""The files that stand once for all languages."""

import json
from collections.abc import Iterator, Sequence

from instrumentarium.exports.dcat import catalogue
from instrumentarium.exports.edition_json import edition_json
from instrumentarium.exports.robots import llms_txt, robots_txt
from instrumentarium.exports.tmx import note_tmx
from instrumentarium.model.download import Export
from instrumentarium.model.edition import Edition
from instrumentarium.model.licences import CC_BY, EU, Licence
from instrumentarium.model.site import Release
from instrumentarium.translation import progress

_SOURCES = {
    "txt": ("TXT", "text/plain"),
    "yml": ("YAML", "application/yaml"),
    "json": ("JSON Schema", "application/json"),
}


def common_files(edition: Edition, beside: Sequence[Export], release: Release, /) -> Iterator[Export]:
    """Yield the files of the whole edition; ``beside`` are those of the languages, which the catalogue lists too."""
    files = [
        _file("data/edition.json", "JSON", "application/json", edition_json(edition)),
        _file("data/note.tmx", "TMX", "application/x-tmx+xml", note_tmx(edition, release), page="note"),
        _file("data/translations.json", "JSON", "application/json", _translations(edition), page="translations"),
        *_sources(edition),
        _file("data/offers.json", "JSON", "application/json", _offers(edition)),
        _file("robots.txt", "TXT", "text/plain", robots_txt(release)),
    ]
    files.append(_file("llms.txt", "Markdown", "text/markdown", llms_txt(edition, [*beside, *files], release)))
    yield from files
    listed = catalogue(edition, [*beside, *files], release)
    yield _file("data/index.json", "DCAT-AP (JSON-LD)", "application/ld+json", listed)


def _file(
    path: str, format: str, media_type: str, content: bytes, /, *, page: str = "data", licence: Licence = CC_BY
) -> Export:
    return Export(
        path=path, format=format, media_type=media_type, licence=licence, page=page, language=None, content=content
    )


def _sources(edition: Edition) -> Iterator[Export]:
    """Yield the sources themselves: the original as received, the facts, and the schemas."""
    for path, content in edition.files.items():
        format, media_type = _SOURCES[path.rpartition(".")[2]]
        licence = EU if path.startswith("data/source/") else CC_BY
        yield _file(path, format, media_type, content, licence=licence)


def _translations(edition: Edition) -> bytes:
    """Return the state of every translation."""
    return (json.dumps(progress.of(edition), indent=2, ensure_ascii=False) + "\n").encode()


def _offers(edition: Edition) -> bytes:
    """Return what each language says to a reader who may want it."""
    words = {
        code: {"offer": labels.offer, "read": labels.offer_read, "close": labels.close}
        for code, labels in ((code, language.strings.labels) for code, language in edition.languages.items())
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
