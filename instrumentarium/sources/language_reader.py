"""Reads the files of a language's folder: its pages, strings.yml, pins.yml and interface.yml."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from instrumentarium.locales import words_file
from instrumentarium.model.edition import Page
from instrumentarium.model.note import Note
from instrumentarium.model.strings import PageMeta, Pins
from instrumentarium.model.unit import Unit, UnitKey
from instrumentarium.sources import fallback, note_parser, pins, text_files, units
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.files import FileReader, SourceFile, misnamed
from instrumentarium.sources.tree import PageSource, interface_file, strings_file
from instrumentarium.sources.yaml_positions import Document

_CALL = re.compile(r"\{\{\s*(\w+)\(\s*\)\s*\}\}")
_NOT_PAGES = {"strings.yml", "pins.yml", "interface.yml"}


@dataclass(frozen=True, kw_only=True, eq=False)
class Folder:
    """What a language's folder holds, as far as it could be read.

    ``is_sound`` tells whether the Language can be made of it; ``interface`` are its interface words and the engine's
    together, ``packaged_pages`` the names of the engine's pages, ``supplied`` the texts of pages that stand in no file
    of the edition so; ``note`` is as its file has it, ``units`` are all texts. ``page_names`` are the names of all
    pages, also of those that could not be read; ``documents`` have the places of what is in the YAML.
    """

    code: str
    is_sound: bool
    strings: Document | None
    interface: Document | None
    is_packaged: bool
    packaged_pages: frozenset[str]
    supplied: Mapping[str, str]
    note: Note | None
    front_matters: Mapping[str, Page]
    pins: Mapping[str, str]
    units: Mapping[UnitKey, Unit]
    pages: Mapping[str, PageSource]
    page_names: frozenset[str]
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_draft(self) -> bool:
        """Whether its language is not published yet."""
        return self.strings is not None and fallback.is_draft(self.strings.value)

    def lacks_nothing(self, wanted: frozenset[UnitKey], /) -> bool:
        """Whether it has every one of the units, and the very sentences of the note."""
        found = {key for key, unit in self.units.items() if not unit.is_gap}
        sentences, others = _parted({key for key in wanted if key.page != "interface" or not self.is_packaged})
        return _parted(found)[0] == sentences and others <= found


@lru_cache(maxsize=64)
def read(
    code: str,
    files: tuple[SourceFile, ...],
    words: SourceFile | None,
    pages: tuple[SourceFile, ...] = (),
    /,
    *,
    is_source: bool,
) -> Folder:
    """Return what the files of a folder hold, strings.yml among them.

    ``words`` are the interface's words that the engine has for the language, if it has any, ``pages`` those of its
    pages that the edition has. The same files give the same object, so that a preview reads only what was saved.
    """
    return _FolderReader(code, files, words, pages, is_source=is_source).folder()


def _parted(keys: AbstractSet[UnitKey], /) -> tuple[set[UnitKey], set[UnitKey]]:
    """Return the keys of the note's texts, and the others."""
    sentences = {key for key in keys if key.page == "note" and not key.is_front_matter}
    return sentences, {*keys} - sentences


class _FolderReader(FileReader):
    """One reading of a language's folder."""

    def __init__(
        self,
        code: str,
        files: tuple[SourceFile, ...],
        words: SourceFile | None,
        pages: tuple[SourceFile, ...],
        *,
        is_source: bool,
    ) -> None:
        super().__init__()
        self.code, self.words, self.is_source = code, words, is_source
        own = {file.name: file for file in files}
        self.packaged = {file.name: file for file in pages if file.name not in own}
        self.files = {**own, **self.packaged}
        self.pages: dict[str, PageSource] = {}

    def folder(self) -> Folder:
        self._read_pages()
        strings, interface = self.document(self.files["strings.yml"]), self._interface()
        note, meta, pinned = self._note(), self._front_matters(), self._pins()
        return Folder(
            code=self.code,
            is_sound=None not in (strings, interface, meta, pinned) and not self.diagnostics,
            strings=strings,
            interface=interface,
            is_packaged=words_file(self.code).is_file(),
            packaged_pages=frozenset(name for name in self.pages if f"{name}.md" in self.packaged),
            supplied={name: page.text for name, page in self.pages.items() if self.files[f"{name}.md"].is_adapted},
            note=note,
            front_matters=meta or {},
            pins=pinned.root if pinned else {},
            units={unit.key: unit for unit in self._units(note)} if meta is not None else {},
            pages=self.pages,
            page_names=frozenset(name.removesuffix(".md") for name in self.files if name.endswith(".md")),
            documents=self.documents,
            diagnostics=tuple(self.diagnostics),
        )

    def _interface(self) -> Document | None:
        """Return the interface's words: the folder's own before the engine's."""
        file = self.files.get("interface.yml")
        own, packaged = (self.document(one) if one else None for one in (file, self.words))
        if (file and own is None) or (self.words and packaged is None):
            return None
        if own and packaged:
            return replace(own, value=fallback.fill(own.value, packaged.value))
        return own or packaged or Document(value={}, places={}, keys={}, spans={})

    def _pins(self) -> Pins | None:
        file = self.files.get("pins.yml")
        if file is None:
            return Pins({})
        if (text := self.text(file)) is None:
            return None
        mend = f"`instrumentarium sync {self.code}`"
        if pins.is_conflicted(text):
            message = f"two branches' pins stand here side by side; join them with {mend}"
            self.diagnostics.append(Diagnostic(file.path, 1, 1, message))
            return None
        if line := pins.broken_line(text):
            message = f"this is no pin; put back the file as it was, or have the other pins kept by {mend}"
            self.diagnostics.append(Diagnostic(file.path, line, 1, message))
            return None
        return Pins(pins.joined(text, {})[0])

    def _units(self, note: Note | None) -> Iterator[Unit]:
        for page in self.pages.values():
            yield from units.of_page(page.name, page.text, self.documents[page.file], note)
        for name, path in (("strings", strings_file(self.code)), ("interface", interface_file(self.code))):
            if path in self.documents:
                yield from units.of_strings(name, self.documents[path])

    def _note(self) -> Note | None:
        page = self.pages.get("note")
        if page is None:
            return None
        note, faults = note_parser.parse(page.body, first_line=page.first_line, may_lack=not self.is_source)
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
                what = "a language holds its pages (.md), strings.yml, pins.yml and interface.yml"
                stray = Diagnostic(file.path, 1, 1, f"{what}; move this to overrides/assets/")
                there = [one.name for one in self.files.values() if one.is_there]
                self.diagnostics.append(misnamed(file.path, _NOT_PAGES, there) or stray)

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
