"""What was read, with the place of each part: what the checks look at."""

from collections.abc import Mapping
from dataclasses import dataclass

from instrumentarium.model.edition import Facts, Language
from instrumentarium.sources.diagnostics import Fault
from instrumentarium.sources.yaml_positions import Document, Path


@dataclass(frozen=True, kw_only=True)
class PageSource:
    """A Markdown page as it stands in its file, ``text``; its ``body`` begins at ``first_line``."""

    file: str
    name: str
    text: str
    body: str
    first_line: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The facts and the languages that could be read, and where everything in them stands.

    ``pages`` are the readable pages of every language's folder, ``page_names`` the names of all;
    ``original`` is the text as received, None where its file is missing.
    """

    facts: Facts
    languages: Mapping[str, Language]
    documents: Mapping[str, Document]
    pages: Mapping[str, Mapping[str, PageSource]]
    page_names: Mapping[str, set[str]]
    original: str | None

    def fault(self, file: str, path: Path, message: str, /, *, of_key: bool = False) -> Fault:
        """Return a fault at the value (or key) of ``path`` in a YAML file."""
        return Fault(file, *self.documents[file].place(path, of_key=of_key), message)


def data_file(section: str, /) -> str:
    """Return the file that holds a section of the facts."""
    return f"data/{'instruments' if section == 'conditions' else section}.yml"


def strings_file(language: str, /) -> str:
    """Return the file that holds a language's strings."""
    return f"docs/{language}/strings.yml"


def pins_file(language: str, /) -> str:
    """Return the file that holds the pins of a language."""
    return f"docs/{language}/pins.yml"


def note_file(language: str, /) -> str:
    """Return the file that holds the note in a language."""
    return f"docs/{language}/note.md"
