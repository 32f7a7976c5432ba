"""Reads the files of a language's folder: its pages, strings.yml, pins.yml and interface.yml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from instrumentarium.model.edition import Language, Page
from instrumentarium.model.interface import Interface
from instrumentarium.model.note import Note
from instrumentarium.model.strings import PageMeta, Pins, Strings
from instrumentarium.model.unit import Unit
from instrumentarium.sources import fallback, note_parser, text_files, units
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.fallback import Fallback
from instrumentarium.sources.files import FileReader, SourceFile
from instrumentarium.sources.tree import PageSource, interface_file, note_file, strings_file
from instrumentarium.sources.yaml_positions import Document

_CALL = re.compile(r"\{\{\s*(\w+)\(\s*\)\s*\}\}")
_NOT_PAGES = {"strings.yml", "pins.yml", "interface.yml"}


@dataclass(frozen=True, kw_only=True, eq=False)
class LanguageSources:
    """What a language's folder holds.

    ``language`` is None where something that it cannot do without could not be read; ``note`` is the note as its
    file has it, ``fallback`` what it gives to other languages. ``pages`` are those that could be read, ``page_names``
    the names of all; ``documents`` have the places of what is in the files.
    """

    language: Language | None
    note: Note | None
    fallback: Fallback | None
    is_draft: bool
    pages: Mapping[str, PageSource]
    page_names: frozenset[str]
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]


@lru_cache(maxsize=64)
def read(
    code: str, files: tuple[SourceFile, ...], words: SourceFile | None, source: Fallback | None = None, /
) -> LanguageSources:
    """Return what the files of a folder hold, strings.yml among them.

    ``words`` are the interface's words that the engine has in the language, if it has; ``source`` gives what the
    language lacks. The same files give the same object, so that a preview reads only what was saved.
    """
    return _FolderReader(code, files, words, source).sources()


class _FolderReader(FileReader):
    """One reading of a language's folder."""

    def __init__(
        self, code: str, files: tuple[SourceFile, ...], words: SourceFile | None, source: Fallback | None
    ) -> None:
        super().__init__()
        self.code, self.words, self.source = code, words, source
        self.files = {file.name: file for file in files}
        self.pages: dict[str, PageSource] = {}

    def sources(self) -> LanguageSources:
        self._read_pages()
        strings, interface = self.document(self.files["strings.yml"]), self._interface()
        note, note_is_sound = self._note()
        language = self._language(strings, interface, note) if note_is_sound else None
        return LanguageSources(
            language=language,
            note=note,
            fallback=language and strings and interface and self._fallback(language, strings, interface),
            is_draft=strings is not None and fallback.is_draft(strings.value),
            pages=self.pages,
            page_names=frozenset(name.removesuffix(".md") for name in self.files if name.endswith(".md")),
            documents=self.documents,
            diagnostics=tuple(self.diagnostics),
        )

    def _language(self, strings: Document | None, interface: Document | None, note: Note | None) -> Language | None:
        source = self.source
        words = self._model_of_strings(strings)
        labels = self.model(interface, Interface, self._words_path)
        pages, pins = self._front_matters(), self._pins()
        if strings is None or words is None or labels is None or pages is None or pins is None:
            return None
        whole = fallback.fill_note(note, source) if source else note
        if whole is None:
            return None
        return Language(
            code=self.code,
            note=whole,
            strings=words,
            interface=labels,
            borrowed=frozenset(fallback.borrowed(strings.value, source) if source else ()),
            is_packaged=self.words is not None,
            pages=fallback.fill_pages(pages, source) if source else pages,
            units={unit.key: unit for unit in self._units(note)},
            pins=pins.root,
        )

    def _fallback(self, language: Language, strings: Document, interface: Document) -> Fallback:
        return Fallback(
            code=self.code,
            strings=strings.value,
            interface=interface.value,
            note=language.note,
            pages=language.pages,
        )

    def _model_of_strings(self, document: Document | None) -> Strings | None:
        if document is not None and self.source is not None:
            document = replace(document, value=fallback.fill_strings(document.value, self.source))
        return self.model(document, Strings, strings_file(self.code))

    @property
    def _words_path(self) -> str:
        """The file in which a fault of the interface's words is to be mended."""
        own = interface_file(self.code)
        return own if own in self.documents or self.words is None else self.words.path

    def _interface(self) -> Document | None:
        """Return the interface's words: the folder's own, before the engine's, before the source language's."""
        file = self.files.get("interface.yml")
        own = self.document(file) if file else None
        packaged = self.document(self.words) if self.words else None
        if (file and own is None) or (self.words and packaged is None):
            return None
        value: Any = packaged.value if packaged else self.source.interface if self.source else {}
        if own is None:
            return packaged or Document(value=value, places={}, keys={}, spans={})
        return replace(own, value=fallback.fill(own.value, value))

    def _pins(self) -> Pins | None:
        file = self.files.get("pins.yml")
        return self.model(self.document(file), Pins, file.path) if file else Pins({})

    def _units(self, note: Note | None) -> Iterator[Unit]:
        """Yield what the folder has to be translated; not the sentences of which it is not known which they are."""
        for page in self.pages.values():
            for unit in units.of_page(page.name, page.text, self.documents[page.file], note):
                if page.name != "note" or self._is_placed(unit, note):
                    yield unit
        for name, path in (("strings", strings_file(self.code)), ("interface", interface_file(self.code))):
            if path in self.documents:
                yield from units.of_strings(name, self.documents[path])

    def _is_placed(self, unit: Unit, note: Note | None) -> bool:
        sentence = note.sentences.get(unit.key.name) if note else None
        if self.source is None or note is None or sentence is None or not sentence.id.sentence:
            return True
        return fallback.is_parallel(note.by_id[sentence.id.paragraph], self.source.note)

    def _note(self) -> tuple[Note | None, bool]:
        """Return the note that its file holds, and whether nothing is wrong with it; a translation may lack it."""
        page = self.pages.get("note")
        if page is None:
            is_missing = "note.md" not in self.files
            if is_missing and self.source is None:
                self.diagnostics.append(Diagnostic(note_file(self.code), 1, 1, "the page is missing; write it"))
            return None, is_missing and self.source is not None
        note, faults = note_parser.parse(page.body, first_line=page.first_line)
        self.diagnostics += (Diagnostic(page.file, *fault) for fault in faults)
        return (None, False) if faults else (note, True)

    def _read_pages(self) -> None:
        for name, file in self.files.items():
            if name.endswith(".md"):
                if (text := self.text(file)) is not None:
                    body, first_line = text_files.body(text)
                    stem = name.removesuffix(".md")
                    self.pages[stem] = PageSource(
                        file=file.path, name=stem, text=text, body=body, first_line=first_line
                    )
            elif name not in _NOT_PAGES and not name.startswith("."):
                what = "a language holds its pages (.md), strings.yml, pins.yml and interface.yml"
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
