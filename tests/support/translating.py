"""What tests of translations do: change the source, ask what is not done, fill a new language."""

import json
from pathlib import Path

from instrumentarium import load
from instrumentarium.sources import reader
from instrumentarium.sources.units import of_file
from instrumentarium.translation import interchange
from instrumentarium.translation.status import source_texts

from . import building
from .sources import edit


def change_the_source(root: Path, find: str, put: str) -> None:
    """Change the note in the source language, in the text received too, as if another version had been received."""
    source = load.edition(root).source.code
    for file in (f"docs/{source}/note.md", f"data/source/note.{source}.txt"):
        edit(root / file, find, put)


def left(root: Path) -> dict[str, dict[str, str]]:
    """Return what is not done, by language and key, as the command tells it."""
    result = building.command(root, "status", "--json")
    return {code: one["left"] for code, one in json.loads(result.stdout)["languages"].items()}


def fill(root: Path, code: str) -> None:
    """Fill every gap of a new language with the source's words, and publish it."""
    edition = load.edition(root).with_drafts()
    derived = {key: unit.text for key, unit in edition.source.units.items() if unit.derived}
    words = {
        str(key): text for key, text in (derived | dict(source_texts(edition.source, edition.languages[code]))).items()
    }
    for name, text in reader.texts(root, code).items():
        units = of_file(name, text)
        (root / "docs" / code / name).write_text(interchange.merged(text, units, words), encoding="utf-8")
    edit(root / f"docs/{code}/strings.yml", "status: draft", "status: translation")
