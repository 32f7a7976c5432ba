"""What was read from the source files, with the place of each part; the checks work on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from instrumentarium.model.edition import Facts, Language
from instrumentarium.model.files import PublishedAddresses
from instrumentarium.model.note import Note
from instrumentarium.model.releases import Release
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.yaml_positions import Document, Path

CONFIG = "mkdocs.yml"
NOTE = "data/note.yml"
PUBLISHED = "data/published.yml"
PACKAGED = "instrumentarium/locales/"
"""Stands before the names of the files with the interface's words, which are the engine's."""


@dataclass(frozen=True, kw_only=True)
class PageSource:
    """A Markdown page: the ``text`` of its file, and its ``body``, which begins at ``first_line``."""

    file: str
    name: str
    text: str
    body: str
    first_line: int


@dataclass(frozen=True, kw_only=True)
class SourceTree:
    """The facts and the languages that could be read, and the place of everything in them.

    ``nav`` are the names of the pages in mkdocs.yml's navigation, ``pages`` the readable pages of every
    language's folder, ``page_names`` the names of all of them; ``notes`` are the notes as the folders have them,
    in which nothing stands in for what is missing; ``received`` is the text as received, None where its file is
    missing; ``assets`` are the files of overrides/assets/ ("assets/map.png"), ``drafts`` the languages that are
    not published yet.
    """

    facts: Facts
    nav: tuple[str, ...]
    published: PublishedAddresses
    releases: tuple[Release, ...]
    languages: Mapping[str, Language]
    documents: Mapping[str, Document]
    pages: Mapping[str, Mapping[str, PageSource]]
    page_names: Mapping[str, set[str]]
    notes: Mapping[str, Note]
    received: str | None
    assets: frozenset[str]
    drafts: frozenset[str]

    @property
    def source(self) -> Language | None:
        """The source language; None where it could not be read."""
        return self.languages.get(self.facts.note.language)

    @property
    def translations(self) -> Mapping[str, Language]:
        """The published languages that could be read, but for the source language."""
        source = self.facts.note.language
        return {code: one for code, one in self.languages.items() if code != source and code not in self.drafts}

    def at(self, file: str, path: Path, message: str, /, *, of_key: bool = False) -> Diagnostic:
        """Return a diagnostic at the value (or key) of ``path`` in a YAML file."""
        return Diagnostic(file, *self.documents[file].place(path, of_key=of_key), message)


def received_file(language: str, /) -> str:
    """Return the file that holds the text received, in the source language."""
    return f"data/source/note.{language}.txt"


def strings_file(language: str, /) -> str:
    """Return the file that holds a language's strings."""
    return f"docs/{language}/strings.yml"


def interface_file(language: str, /) -> str:
    """Return the file that holds the interface's words of a language that the engine lacks, or others than its."""
    return f"docs/{language}/interface.yml"


def pins_file(language: str, /) -> str:
    """Return the file that holds the pins of a language."""
    return f"docs/{language}/pins.yml"


def note_file(language: str, /) -> str:
    """Return the file that holds the note in a language."""
    return page_file(language, "note")


def page_file(language: str, name: str, /) -> str:
    """Return the file that holds a page of a language."""
    return f"docs/{language}/{name}.md"


def file_of(language: Language, key: UnitKey, /) -> str:
    """Return the file in which a unit of a language stands: in its folder, or of the engine's words and pages."""
    if key.page == "interface" and language.is_packaged:
        return f"{PACKAGED}{language.code}.yml"
    if key.page in language.packaged_pages:
        return f"{PACKAGED}pages/{language.code}/{key.file}"
    return f"docs/{language.code}/{key.file}"


def language_of(file: str, /) -> str:
    """Return the code of the language of a file in its folder, or of the engine's file of its words or its pages."""
    if file.startswith(PACKAGED):
        return file.removeprefix(PACKAGED).removeprefix("pages/").partition("/")[0].removesuffix(".yml")
    return file.split("/")[1]
