"""Reads mkdocs.yml's navigation, data/ and docs/ into a SourceTree; nothing else reads the sources."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel

from instrumentarium.model.edition import Facts, Language, Page, in_order
from instrumentarium.model.note import Note
from instrumentarium.model.records import FILES, RECORD_KINDS, PublishedAddresses
from instrumentarium.model.strings import PageMeta, Pins, Strings
from instrumentarium.model.unit import Unit
from instrumentarium.sources import fallback, note_parser, text_files, units, yaml_positions
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import (
    CONFIG,
    PUBLISHED,
    PageSource,
    SourceTree,
    note_file,
    pins_file,
    received_file,
    strings_file,
)
from instrumentarium.sources.validation import validate
from instrumentarium.sources.yaml_positions import Document

_CALL = re.compile(r"\{\{\s*(\w+)\(\s*\)\s*\}\}")
_NOT_PAGES = {"strings.yml", "pins.yml"}

_Model = TypeVar("_Model", bound=BaseModel)


def texts(root: Path, language: str, /) -> dict[str, str]:
    """Return the text of every page and of strings.yml of a language's folder, by file name."""
    paths = [*sorted((root / "docs" / language).glob("*.md")), root / strings_file(language)]
    return {path.name: text_files.decode(path.read_bytes(), path.name)[0] or "" for path in paths}


class Reader:
    """One reading of the sources below ``root``; ``diagnostics`` are what is wrong with what it read."""

    def __init__(self, root: Path, /) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []
        self.drafts: set[str] = set()
        self._documents: dict[str, Document] = {}
        self._pages: dict[str, dict[str, PageSource]] = {}
        self._page_names: dict[str, set[str]] = {}

    def tree(self) -> SourceTree | None:
        """Read what can be read; None where the facts themselves are at fault."""
        facts, nav = self._facts(), self._nav()
        published = self._yaml(PUBLISHED, PublishedAddresses)
        self._look_for_strays()
        codes = self._folders()
        if facts is None or nav is None or published is None:
            for code in codes:
                self._language(code, None)
            return None
        # Another rule tells where the source language itself is not there.
        received = self._text(received_file(facts.note.language)) if facts.note.language in codes else None
        languages: dict[str, Language] = {}
        # The source language first: drafts take from it what they lack.
        for code in sorted(codes, key=lambda code: code != facts.note.language):
            if language := self._language(code, languages.get(facts.note.language)):
                languages[code] = language
        return SourceTree(
            facts=facts,
            nav=nav,
            published=published,
            languages={code: languages[code] for code in codes if code in languages},
            documents=self._documents,
            pages=self._pages,
            page_names=self._page_names,
            received=received,
        )

    def without_drafts(self, found: Iterable[Diagnostic], /) -> list[Diagnostic]:
        """Return the diagnostics but for those of drafts, which stop nobody."""
        folders = tuple(f"docs/{code}/" for code in self.drafts)
        return [diagnostic for diagnostic in found if not diagnostic.file.startswith(folders)]

    def published_files(self, facts: Facts) -> dict[str, bytes]:
        """Return the source files that the site publishes as they are: the text received, the facts, the schemas."""
        files = [self.root / f"data/{name}.yml" for name in sorted(FILES)]
        received = self.root / received_file(facts.note.language)
        paths = [received, *files, *sorted(self.root.glob("data/schema/*.json"))]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def _facts(self) -> Facts | None:
        found: dict[str, Any] = {name: self._yaml(f"data/{name}.yml", model) for name, model in FILES.items()}
        if any(file is None for file in found.values()):
            return None
        lists = {kind.section: getattr(found[kind.file], kind.section) for kind in RECORD_KINDS}
        return Facts(note=found["note"], **lists)

    def _nav(self) -> tuple[str, ...] | None:
        """Return the names of the pages in mkdocs.yml's navigation, in its order; None where it is at fault."""
        document = self._document(CONFIG)
        if document is None:
            return None
        nav = document.value.get("nav") if isinstance(document.value, dict) else None
        if not isinstance(nav, list) or not nav:
            message = "there is no 'nav' with a list of pages; add it"
            self.diagnostics.append(Diagnostic(CONFIG, *document.place(("nav",), of_key=True), message))
            return None
        names = [entry.removesuffix(".md") for entry in map(str, nav) if entry.endswith(".md") and "/" not in entry]
        if len(names) == len(nav):
            return tuple(names)
        index = next(index for index, entry in enumerate(nav) if str(entry).removesuffix(".md") not in names)
        message = "an entry of the navigation is the file of a page, such as note.md; write it so"
        self.diagnostics.append(Diagnostic(CONFIG, *document.place(("nav", index)), message))
        return None

    def _look_for_strays(self) -> None:
        """Report the files of data/ that are not read, so that nobody thinks that they are."""
        known = {PUBLISHED, *(f"data/{name}.yml" for name in FILES)}
        for path in sorted((self.root / "data").glob("*")):
            file = path.relative_to(self.root).as_posix()
            if path.is_file() and not path.name.startswith(".") and file not in known:
                message = f"nothing reads this file; data/ holds {', '.join(sorted(Path(one).name for one in known))}"
                self.diagnostics.append(Diagnostic(file, 1, 1, f"{message}: move it elsewhere"))

    def _folders(self) -> list[str]:
        """Return the languages of docs/ in the institutions' order; anything else there is a fault."""
        codes, folder = [], self.root / "docs"
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.is_dir() and _is_language(path.name):
                codes.append(path.name)
            else:
                what = "a folder here is a language, named by its two-letter code"
                mend = "keep what languages share in overrides/assets/"
                self.diagnostics.append(Diagnostic(f"docs/{path.name}", 1, 1, f"{what}; {mend}"))
        return sorted(codes, key=in_order)

    def _language(self, code: str, source: Language | None) -> Language | None:
        document = self._document(strings_file(code))
        is_draft = document is not None and fallback.is_draft(document.value)
        if is_draft:
            self.drafts.add(code)
        strings, note, pages = self._strings(code, document, source), self._note(code), self._front_matters(code)
        pins = self._yaml(pins_file(code), Pins) if (self.root / pins_file(code)).exists() else Pins({})
        if document is None or strings is None or note is None or pages is None or pins is None:
            return None
        return Language(
            code=code,
            note=fallback.fill_note(note, source.note, source.code) if is_draft and source else note,
            strings=strings,
            pages=fallback.fill_pages(pages, source.pages) if is_draft and source else pages,
            units={unit.key: unit for unit in self._units(code, document, note)},
            pins=pins.root,
        )

    def _strings(self, code: str, document: Document | None, source: Language | None) -> Strings | None:
        if document is not None and source is not None and code in self.drafts:
            original = self._documents[strings_file(source.code)].value
            document = replace(document, value=fallback.fill_strings(document.value, original))
        return self._validated(document, Strings, strings_file(code))

    def _units(self, code: str, strings: Document, note: Note) -> Iterator[Unit]:
        for page in self._pages[code].values():
            yield from units.of_page(page.name, page.text, self._documents[page.file], note)
        yield from units.of_strings(strings)

    def _note(self, code: str) -> Note | None:
        page = self._page_sources(code).get("note")
        if page is None:
            if "note" not in self._page_names[code]:
                self.diagnostics.append(Diagnostic(note_file(code), 1, 1, "the page is missing; write it"))
            return None
        note, faults = note_parser.parse(page.body, first_line=page.first_line)
        self.diagnostics += (Diagnostic(page.file, *fault) for fault in faults)
        return None if faults else note

    def _page_sources(self, code: str) -> dict[str, PageSource]:
        """Return the pages of a language by name; read once."""
        if code in self._pages:
            return self._pages[code]
        self._pages[code], self._page_names[code] = {}, set()
        folder = self.root / "docs" / code
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            file = f"docs/{code}/{path.name}"
            if path.suffix == ".md":
                self._page_names[code].add(path.stem)
                if (text := self._text(file)) is not None:
                    body, first_line = text_files.body(text)
                    page = PageSource(file=file, name=path.stem, text=text, body=body, first_line=first_line)
                    self._pages[code][path.stem] = page
            elif path.name not in _NOT_PAGES and not path.name.startswith("."):
                what = "a language holds its pages (.md), strings.yml and pins.yml"
                self.diagnostics.append(Diagnostic(file, 1, 1, f"{what}; move this to overrides/assets/"))
        return self._pages[code]

    def _front_matters(self, code: str) -> dict[str, Page] | None:
        pages = {}
        for name, source in self._page_sources(code).items():
            document = self._parsed(text_files.front_matter(source.text), source.file)
            meta = self._validated(document, PageMeta, source.file)
            if meta is None:
                return None
            called = ("note",) if name == "note" else tuple(_CALL.findall(source.body))
            pages[name] = Page(name=name, title=meta.title, description=meta.description, components=called)
        return pages

    def _yaml(self, file: str, model: type[_Model]) -> _Model | None:
        """Return the validated model of a YAML file, None where it is at fault."""
        return self._validated(self._document(file), model, file)

    def _document(self, file: str) -> Document | None:
        text = self._text(file)
        return None if text is None else self._parsed(text, file)

    def _parsed(self, text: str, file: str) -> Document | None:
        document, faults = yaml_positions.parse(text, file)
        self.diagnostics += faults
        if document is None or faults:
            return None
        self._documents[file] = document
        return document

    def _validated(self, document: Document | None, model: type[_Model], file: str) -> _Model | None:
        if document is None:
            return None
        value, faults = validate(document, model, file)
        self.diagnostics += faults
        return value

    def _text(self, file: str) -> str | None:
        """Return a file's text; None, and a diagnostic, where it cannot be read."""
        try:
            raw = (self.root / file).read_bytes()
        except OSError as error:
            self.diagnostics.append(Diagnostic(file, 1, 1, f"cannot be read ({error.strerror}); put the file back"))
            return None
        text, faults = text_files.decode(raw, file)
        self.diagnostics += faults
        return text


def _is_language(name: str) -> bool:
    try:
        return len(name) == 2 and name.islower() and bool(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        return False
