"""The files that can be taken away from the site: each a pure function of an Edition."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from instrumentarium import progress
from instrumentarium.exports.references import bibtex, ris
from instrumentarium.exports.search_index import search_index
from instrumentarium.model import Edition, Language

Licence = Literal["cc-by", "eu"]


@dataclass(frozen=True, kw_only=True)
class Export:
    """A file of the site: its path from the site's root, its format, its licence and its bytes."""

    path: str
    format: str
    licence: Licence
    content: bytes


def site_files(edition: Edition, /) -> list[Export]:
    """Return the files that stand once for the whole site, in the order of the data page."""
    return [*_sources(edition), _translations(edition), _offers(edition)]


def language_files(edition: Edition, language: Language, /, address: str | None = None) -> Mapping[str, bytes]:
    """Return the files that stand beside the pages of a language, by their path below its folder.

    ``address`` is that of the note in the language, where the host has said which it is.
    """
    return {
        "search.json": search_index(edition, language),
        "note.bib": bibtex(edition, language, address),
        "note.ris": ris(edition, language, address),
    }


def _sources(edition: Edition) -> Iterator[Export]:
    """Yield the sources themselves: the original as received, the facts, and their schemas."""
    formats = {"txt": "TXT", "yml": "YAML", "json": "JSON Schema"}
    for path, content in edition.files.items():
        licence: Licence = "eu" if path.startswith("data/source/") else "cc-by"
        yield Export(path=path, format=formats[path.rpartition(".")[2]], licence=licence, content=content)


def _translations(edition: Edition) -> Export:
    """Return the state of every translation."""
    text = json.dumps(progress.of(edition), indent=2, ensure_ascii=False) + "\n"
    return Export(path="data/translations.json", format="JSON", licence="cc-by", content=text.encode())


def _offers(edition: Edition) -> Export:
    """Return what each language says to a reader who may want it."""
    words = {
        code: {"offer": labels.offer, "read": labels.offer_read, "close": labels.close}
        for code, labels in ((code, language.strings.labels) for code, language in edition.languages.items())
    }
    content = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    return Export(path="data/offers.json", format="JSON", licence="cc-by", content=content)
