"""The files that can be taken away from the site: each a pure function of an Edition."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from instrumentarium import progress
from instrumentarium.model import Edition

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
    return [*_sources(edition), _translations(edition)]


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
