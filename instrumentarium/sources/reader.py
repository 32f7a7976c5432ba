"""Reads data/ and docs/*/ into an Edition, or tells all their faults at once; nothing else reads the sources."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel

from instrumentarium import checks
from instrumentarium.model.edition import Edition, Facts, Language, Page, in_order
from instrumentarium.model.records import (
    FILES,
    BodiesFile,
    InstrumentsFile,
    MeetingsFile,
    NoteCard,
    QuestionsFile,
    TermsFile,
)
from instrumentarium.model.strings import PageMeta, Pins, Strings
from instrumentarium.sources import fallback, front_matter, note_parser, text_files, units, yaml_positions
from instrumentarium.sources.diagnostics import Fault, Faults
from instrumentarium.sources.tree import PageSource, Reading, note_file, pins_file, strings_file
from instrumentarium.sources.validation import validate

ORIGINAL = "data/source/note.nl.txt"
NOT_PAGES = {"strings.yml", "pins.yml"}

_Model = TypeVar("_Model", bound=BaseModel)


def read(root: Path, /) -> Edition:
    """Return the Edition below ``root``; raises Faults with every fault of its sources."""
    reader = _Reader(root)
    reading = reader.reading()
    faults = reader.without_drafts(reader.faults)
    if faults or reading is None:
        raise Faults(faults)
    return Edition(
        facts=reading.facts,
        languages={code: language for code, language in reading.languages.items() if not language.is_draft},
        drafts={code: language for code, language in reading.languages.items() if language.is_draft},
        files=reader.files(),
    )


def faults(root: Path, /, language: str | None = None) -> list[Fault]:
    """Return everything there is to mend below ``root``: the faults, and the remarks on language.

    Of one language, or of all but the drafts.
    """
    reader = _Reader(root)
    reading = reader.reading()
    found = {*reader.faults, *(checks.run(checks.REMARKS, reading) if reading else ())}
    if language is None:
        return sorted(reader.without_drafts(found))
    return sorted(fault for fault in found if fault.file.startswith(f"docs/{language}/"))


def texts(root: Path, language: str, /) -> dict[str, str]:
    """Return the text of every page and of strings.yml of a language's folder, by file name."""
    paths = [*sorted((root / "docs" / language).glob("*.md")), root / strings_file(language)]
    return {path.name: text_files.decode(path.read_bytes(), path.name)[0] or "" for path in paths}


class _Reader:
    """One reading of a tree: what it found, and what is wrong with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.documents: dict[str, yaml_positions.Document] = {}
        self.pages: dict[str, dict[str, PageSource]] = {}
        self.page_names: dict[str, set[str]] = {}
        self.drafts: set[str] = set()

    def reading(self) -> Reading | None:
        """Read what can be read, and note the faults; None where data/ itself is at fault."""
        facts, original = self._facts(), self._text(ORIGINAL)
        codes = self._folders()
        if facts is None:
            for code in codes:
                self._language(code, None)
            return None
        languages: dict[str, Language] = {}
        # The original first: drafts take from it what they lack.
        for code in sorted(codes, key=lambda code: code != facts.card.language):
            if language := self._language(code, languages.get(facts.card.language)):
                languages[code] = language
        reading = Reading(
            facts=facts,
            languages={code: languages[code] for code in codes if code in languages},
            documents=self.documents,
            pages=self.pages,
            page_names=self.page_names,
            original=original,
        )
        self.faults += checks.run(checks.RULES, reading)
        return reading

    def without_drafts(self, found: Iterable[Fault]) -> list[Fault]:
        """Return the faults but for those of drafts: a language in the making stops nobody."""
        folders = tuple(f"docs/{code}/" for code in self.drafts)
        return [fault for fault in found if not fault.file.startswith(folders)]

    def files(self) -> dict[str, bytes]:
        """Return the source files that the site gives away: the original, the facts, the schemas."""
        patterns = ("data/source/*.txt", *(f"data/{name}.yml" for name in FILES), "data/schema/*.json")
        paths = [path for pattern in patterns for path in sorted(self.root.glob(pattern))]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def _facts(self) -> Facts | None:
        found = {name: self._yaml(f"data/{name}.yml", model) for name, model in FILES.items()}
        match [found[name] for name in ("note", "bodies", "meetings", "instruments", "questions", "terms")]:
            case [
                NoteCard() as card,
                BodiesFile(bodies=bodies),
                MeetingsFile(meetings=meetings),
                InstrumentsFile(conditions=conditions, instruments=instruments),
                QuestionsFile(questions=questions),
                TermsFile(terms=terms),
            ]:
                return Facts(
                    card=card,
                    bodies=bodies,
                    meetings=meetings,
                    conditions=conditions,
                    instruments=instruments,
                    questions=questions,
                    terms=terms,
                )
        return None

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
                self.faults.append(Fault(f"docs/{path.name}", 1, 1, f"{what}; {mend}"))
        return sorted(codes, key=in_order)

    def _language(self, code: str, source: Language | None) -> Language | None:
        file = strings_file(code)
        document = self._document(file)
        is_draft = document is not None and fallback.is_draft(document.value)
        if is_draft:
            self.drafts.add(code)
        strings, text, pages = self._strings(file, document, source), self._note(code), self._pages(code)
        pins = self._yaml(pins_file(code), Pins) if (self.root / pins_file(code)).exists() else Pins({})
        if document is None or strings is None or text is None or pages is None or pins is None:
            return None
        return Language(
            code=code,
            note=fallback.fill_note(text, source.note, source.code) if is_draft and source else text,
            strings=strings,
            pages=fallback.fill_pages(pages, source.pages) if is_draft and source else pages,
            units={unit.key: unit for unit in self._units(code, document)},
            pins=pins.root,
        )

    def _strings(self, file: str, document: yaml_positions.Document | None, source: Language | None) -> Strings | None:
        if document is not None and source is not None and fallback.is_draft(document.value):
            original = self.documents[strings_file(source.code)].value
            document = replace(document, value=fallback.fill_strings(document.value, original))
        return self._validated(document, Strings, file)

    def _units(self, code: str, strings: yaml_positions.Document) -> list[units.Unit]:
        found = [
            unit
            for page in self.pages[code].values()
            for unit in units.of_page(page.name, page.text, page.first_line, self.documents[page.file])
        ]
        return [*found, *units.of_strings(strings)]

    def _note(self, code: str) -> note_parser.Note | None:
        source = self._page_sources(code).get("note")
        if source is None:
            if "note" not in self.page_names[code]:
                self.faults.append(Fault(note_file(code), 1, 1, "the page is missing; write it"))
            return None
        parsed, faults = note_parser.parse(source.body, first_line=source.first_line)
        self.faults += (Fault(source.file, *fault) for fault in faults)
        return None if faults else parsed

    def _page_sources(self, code: str) -> dict[str, PageSource]:
        """Return the pages of a language by name; read once."""
        if code in self.pages:
            return self.pages[code]
        self.pages[code], self.page_names[code] = {}, set()
        folder = self.root / "docs" / code
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            file = f"docs/{code}/{path.name}"
            if path.suffix == ".md":
                self.page_names[code].add(path.stem)
                if (text := self._text(file)) is not None:
                    body, first_line = front_matter.body_of(text)
                    page = PageSource(file=file, name=path.stem, text=text, body=body, first_line=first_line)
                    self.pages[code][path.stem] = page
            elif path.name not in NOT_PAGES and not path.name.startswith("."):
                what = "a language holds its pages (.md), strings.yml and pins.yml"
                self.faults.append(Fault(file, 1, 1, f"{what}; move this to overrides/assets/"))
        return self.pages[code]

    def _pages(self, code: str) -> dict[str, Page] | None:
        pages = {}
        for name, source in self._page_sources(code).items():
            document = self._parsed(front_matter.yaml_of(source.text), source.file)
            meta = self._validated(document, PageMeta, source.file)
            if meta is None:
                return None
            pages[name] = Page(name=name, title=meta.title, description=meta.description)
        return pages

    def _yaml(self, file: str, model: type[_Model]) -> _Model | None:
        """Return the validated model of a YAML file, None where it is at fault."""
        return self._validated(self._document(file), model, file)

    def _document(self, file: str) -> yaml_positions.Document | None:
        text = self._text(file)
        return None if text is None else self._parsed(text, file)

    def _parsed(self, text: str, file: str) -> yaml_positions.Document | None:
        document, faults = yaml_positions.parse(text, file)
        self.faults += faults
        if document is None or faults:
            return None
        self.documents[file] = document
        return document

    def _validated(self, document: yaml_positions.Document | None, model: type[_Model], file: str) -> _Model | None:
        if document is None:
            return None
        value, faults = validate(document, model, file)
        self.faults += faults
        return value

    def _text(self, file: str) -> str | None:
        """Return a file's text; None, and a fault, where there is none to be had."""
        try:
            raw = (self.root / file).read_bytes()
        except OSError as error:
            self.faults.append(Fault(file, 1, 1, f"cannot be read ({error.strerror}); put the file back"))
            return None
        text, faults = text_files.decode(raw, file)
        self.faults += faults
        return text


def _is_language(name: str) -> bool:
    try:
        return len(name) == 2 and name.islower() and bool(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        return False
