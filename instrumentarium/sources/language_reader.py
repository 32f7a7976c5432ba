"""Reads the files of a language's folder: its pages, strings.yml and pins.yml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from instrumentarium.model.edition import Language, Page
from instrumentarium.model.note import Note
from instrumentarium.model.strings import PageMeta, Pins, Strings
from instrumentarium.model.unit import Unit
from instrumentarium.sources import fallback, note_parser, text_files, units
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.files import FileReader, SourceFile
from instrumentarium.sources.tree import PageSource, strings_file
from instrumentarium.sources.yaml_positions import Document

_CALL = re.compile(r"\{\{\s*(\w+)\(\s*\)\s*\}\}")
_NOT_PAGES = {"strings.yml", "pins.yml"}


@dataclass(frozen=True, kw_only=True, eq=False)
class LanguageSources:
    """What a language's folder holds.

    ``language`` is None where something that it cannot do without could not be read. ``pages`` are those that
    could be read, ``page_names`` the names of all; ``documents`` have the places of what is in the files.
    """

    language: Language | None
    is_draft: bool
    pages: Mapping[str, PageSource]
    page_names: frozenset[str]
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]


@lru_cache(maxsize=64)
def read(code: str, files: tuple[SourceFile, ...], source: LanguageSources | None = None, /) -> LanguageSources:
    """Return what the files of a folder hold, strings.yml among them; ``source`` gives a draft what it lacks.

    The same files give the same object, so that a preview reads only what was saved.
    """
    return _FolderReader(code, files, source).sources()


class _FolderReader(FileReader):
    """One reading of a language's folder."""

    def __init__(self, code: str, files: tuple[SourceFile, ...], source: LanguageSources | None) -> None:
        super().__init__()
        self.code, self.source = code, source
        self.files = {file.name: file for file in files}
        self.pages: dict[str, PageSource] = {}

    def sources(self) -> LanguageSources:
        strings = self.document(self.files["strings.yml"])
        is_draft = strings is not None and fallback.is_draft(strings.value)
        return LanguageSources(
            language=self._language(strings, self.source if is_draft else None),
            is_draft=is_draft,
            pages=self.pages,
            page_names=frozenset(name.removesuffix(".md") for name in self.files if name.endswith(".md")),
            documents=self.documents,
            diagnostics=tuple(self.diagnostics),
        )

    def _language(self, document: Document | None, source: LanguageSources | None) -> Language | None:
        self._read_pages()
        strings, note, pages, pins = self._strings(document, source), self._note(), self._front_matters(), self._pins()
        if document is None or strings is None or note is None or pages is None or pins is None:
            return None
        original = source.language if source else None
        return Language(
            code=self.code,
            note=fallback.fill_note(note, original.note, original.code) if original else note,
            strings=strings,
            pages=fallback.fill_pages(pages, original.pages) if original else pages,
            units={unit.key: unit for unit in self._units(document, note)},
            pins=pins.root,
        )

    def _strings(self, document: Document | None, source: LanguageSources | None) -> Strings | None:
        if document is not None and source is not None and source.language is not None:
            original = source.documents[strings_file(source.language.code)].value
            document = replace(document, value=fallback.fill_strings(document.value, original))
        return self.model(document, Strings, strings_file(self.code))

    def _pins(self) -> Pins | None:
        file = self.files.get("pins.yml")
        return self.model(self.document(file), Pins, file.path) if file else Pins({})

    def _units(self, strings: Document, note: Note) -> Iterator[Unit]:
        for page in self.pages.values():
            yield from units.of_page(page.name, page.text, self.documents[page.file], note)
        yield from units.of_strings(strings)

    def _note(self) -> Note | None:
        page = self.pages.get("note")
        if page is None:
            if "note.md" not in self.files:
                self.diagnostics.append(Diagnostic(f"docs/{self.code}", 1, 1, "note.md is missing here; write it"))
            return None
        note, faults = note_parser.parse(page.body, first_line=page.first_line)
        self.diagnostics += (Diagnostic(page.file, *fault) for fault in faults)
        return None if faults else note

    def _read_pages(self) -> None:
        for name, file in self.files.items():
            if name.endswith(".md"):
                if (text := self.text(file)) is None:
                    continue
                if fault := text_files.fault_of_page(text):
                    self.diagnostics.append(Diagnostic(file.path, 1, 1, fault))
                else:
                    body, first_line = text_files.body(text)
                    stem = name.removesuffix(".md")
                    self.pages[stem] = PageSource(
                        file=file.path, name=stem, text=text, body=body, first_line=first_line
                    )
            elif name not in _NOT_PAGES:
                what = "a language holds its pages (.md), strings.yml and pins.yml"
                self.diagnostics.append(Diagnostic(file.path, 1, 1, f"{what}; move this to overrides/assets/"))

    def _front_matters(self) -> dict[str, Page] | None:
        pages = {}
        for name, source in self.pages.items():
            front_matter = self.parsed(text_files.front_matter(source.text), source.file)
            meta = self.model(front_matter, PageMeta, source.file)
            if meta is None:
                return None
            called = ("note",) if name == "note" else tuple(_CALL.findall(source.body))
            pages[name] = Page(name=name, title=meta.title, description=meta.description, components=called)
        return pages
