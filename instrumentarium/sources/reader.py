"""Reads mkdocs.yml's navigation, data/ and docs/ into a SourceTree; nothing else reads the sources."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from instrumentarium import locales, themes
from instrumentarium.model import language_code
from instrumentarium.model.edition import Facts, Language, in_order
from instrumentarium.model.files import FILES, PublishedAddresses
from instrumentarium.model.records import RECORD_KINDS, KeyPoint
from instrumentarium.sources import engine_pages, language_maker, language_reader, releases, text_files
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.fallback import Fallback
from instrumentarium.sources.files import FileReader, SourceFile, is_left_behind, misnamed
from instrumentarium.sources.language_reader import Folder
from instrumentarium.sources.tree import CONFIG, NOTE, PACKAGED, PUBLISHED, SourceTree, received_file

_Model = TypeVar("_Model", bound=BaseModel)


def texts(root: Path, language: str, /) -> dict[str, str]:
    """Return the text of every page and of the strings of a language's folder, by file name."""
    folder, names = root / "docs" / language, ("strings.yml", "interface.yml")
    pages = [path for path in sorted(folder.glob("*.md")) if not is_left_behind(path.name)]
    paths = [*pages, *(folder / name for name in names if (folder / name).is_file())]
    return {path.name: text_files.decode(path.read_bytes(), path.name)[0] or "" for path in paths}


def texts_for(root: Path, source: Language, code: str, /) -> dict[str, str]:
    """Return the texts that a new language is translated from, by file name: of the source language's folder.

    The interface's words and the engine's pages are among them where the engine has none in the new language.
    """
    found = texts(root, source.code)
    if locales.words_file(code).is_file():
        return {name: text for name, text in found.items() if name != "interface.yml"}
    words = locales.words_file(source.code)
    found |= {f"{name}.md": text for name, text in source.supplied.items()}
    return {"interface.yml": words.read_text(encoding="utf-8"), **found} if words.is_file() else found


def languages(root: Path, /) -> list[str]:
    """Return the codes of the languages that have a folder in docs/, in the institutions' order."""
    return sorted((path.name for path in _in_docs(root) if not _unfit_folder(path)), key=in_order)


class Reader(FileReader):
    """One reading of the sources below ``root``; ``diagnostics`` are what is wrong with what it read.

    ``instead`` are contents to be read in the place of those of files, by path.
    """

    def __init__(self, root: Path, /, instead: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.root, self.instead = root, instead or {}
        self.drafts: set[str] = set()

    def tree(self) -> SourceTree | None:
        """Read what can be read; None where the facts themselves are at fault."""
        facts, nav = self._facts(), self._nav()
        published = self._yaml(PUBLISHED, PublishedAddresses)
        self._look_for_strays()
        empty = frozenset(kind.section for kind, records in facts.records() if not records) if facts else frozenset()
        generic = self._generic_pages(nav or ())
        without = engine_pages.without_records(generic, empty)
        folders = self._folders(generic, without, empty)
        languages = self._languages(folders, self._source_language())
        missing = list(self._missing_files(folders))
        self.diagnostics += missing
        if missing or facts is None or nav is None or published is None:
            return None
        nav = tuple(name for name in nav if name not in without)
        # Another rule tells where the source language itself is not there.
        received = self.text(self._file(received_file(facts.note.language))) if facts.note.language in folders else None
        return SourceTree(
            facts=facts,
            nav=nav,
            published=published,
            releases=releases.read(self.root, self.diagnostics),
            languages=languages,
            documents=self.documents,
            pages={code: folder.pages for code, folder in folders.items()},
            page_names={code: set(folder.page_names) for code, folder in folders.items()},
            notes={code: folder.note for code, folder in folders.items() if folder.note},
            received=received,
            assets=self._assets(),
            drafts=frozenset(self.drafts),
        )

    def published_files(self, facts: Facts) -> dict[str, bytes]:
        """Return the source files that the site publishes as they are: the text received, the facts."""
        files = [f"data/{name}.yml" for name in sorted(FILES) if name not in facts.empty_files()]
        paths = [self.root / path for path in (received_file(facts.note.language), *files)]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def _facts(self) -> Facts | None:
        found: dict[str, Any] = {}
        for name, model in FILES.items():
            path = f"data/{name}.yml"
            is_there = path == NOTE or path in self.instead or (self.root / path).exists()
            found[name] = self._yaml(path, model) if is_there else model()
        if any(file is None for file in found.values()):
            return None
        lists = {kind.section: getattr(found[kind.file], kind.section) for kind in RECORD_KINDS if kind.is_alone}
        return Facts(
            note=found["note"],
            key_points=tuple(KeyPoint(id=place, source=place) for place in found["note"].key_points),
            body_kinds=found["bodies"].kinds,
            meeting_formats=found["meetings"].formats,
            instrument_kinds=found["instruments"].kinds,
            **lists,
        )

    def _missing_files(self, folders: Mapping[str, Folder]) -> Iterator[Diagnostic]:
        """Yield what is wrong where a file of records is not there, of which the source language has words."""
        source = folders.get(self._source_language())
        words = source.strings.value if source and source.strings else {}
        for name in FILES:
            file, kinds = f"data/{name}.yml", [kind for kind in RECORD_KINDS if kind.file == name and kind.is_alone]
            if any(words.get(kind.section) for kind in kinds) and not (self.root / file).exists():
                yield self._file(file).missing()

    def _nav(self) -> tuple[str, ...] | None:
        """Return the names of the pages in mkdocs.yml's navigation, in its order; None where it is at fault."""
        document = self.document(self._file(CONFIG))
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

    def _generic_pages(self, nav: tuple[str, ...]) -> set[str]:
        """Return the pages of the navigation that are the engine's: no folder has another.

        What stands in the folder of a language that the engine lacks is a translation of the engine's page.
        """
        folders = (self.root / "docs" / code for code in languages(self.root) if locales.words_file(code).is_file())
        own = {path.stem for folder in folders for path in folder.glob("*.md") if not is_left_behind(path.name)}
        return (engine_pages.names() & set(nav)) - own

    def _look_for_strays(self) -> None:
        """Report the files of data/ that are not read, so that nobody thinks that they are."""
        known = sorted([Path(PUBLISHED).name, *(f"{name}.yml" for name in FILES)])
        names = [path.name for path in sorted((self.root / "data").glob("*")) if path.is_file()]
        for name in names:
            if name not in known and not is_left_behind(name):
                message = f"nothing reads this file; data/ holds {', '.join(known)}: move it elsewhere"
                stray = Diagnostic(f"data/{name}", 1, 1, message)
                self.diagnostics.append(misnamed(stray.file, known, names) or stray)

    def _assets(self) -> frozenset[str]:
        """Return the files that pages may show or link to, by their paths in the theme."""
        return frozenset(themes.files(self.root, "assets/**/*"))

    def _codes(self) -> list[str]:
        """Return the languages of docs/ in the institutions' order; anything else there is a fault."""
        faults = ((path.name, _unfit_folder(path)) for path in _in_docs(self.root))
        self.diagnostics += (Diagnostic(f"docs/{name}", 1, 1, fault) for name, fault in faults if fault)
        return languages(self.root)

    def _source_language(self) -> str:
        """Return the code that data/note.yml gives; "" where it cannot be read."""
        document = self.documents.get(NOTE)
        return str(document.value.get("language", "")) if document and isinstance(document.value, dict) else ""

    def _languages(self, folders: Mapping[str, Folder], source: str) -> dict[str, Language]:
        """Return the language of each folder; the source language gives to the others what they lack."""
        self.drafts = {code for code, folder in folders.items() if folder.is_draft}
        languages: dict[str, Language] = {}
        given: Fallback | None = None
        for code in sorted(folders, key=lambda code: code != source):
            folder = language_maker.placed(folders[code], given) if given else folders[code]
            made = language_maker.make(folder, given)
            self.diagnostics += (*folder.diagnostics, *made.diagnostics)
            self.documents.update(folder.documents)
            if made.language:
                languages[code] = made.language
            if code == source:
                if made.language is None:
                    break  # what is wrong with the source language is mended first: the others take from it
                given = language_maker.fallback_of(folder, made.language)
        return {code: languages[code] for code in folders if code in languages}

    def _folders(
        self, generic: AbstractSet[str], without: AbstractSet[str], empty: AbstractSet[str]
    ) -> dict[str, Folder]:
        """Return what each folder of docs/ holds, in the institutions' order, with the ``generic`` pages of the engine.

        But for those ``without`` records; ``empty`` are the lists without any.
        """
        folders, source = {}, self._source_language()
        for code in self._codes():
            words = locales.words_file(code)
            if code == source and not words.is_file():
                words = locales.words_file(locales.SOURCE)  # nothing else stands in for what it lacks
            packaged = SourceFile.of(words.parent, words.name, prefix=PACKAGED) if words.is_file() else None
            pages = engine_pages.files(code, generic - without, empty)
            own = tuple(self._own_files(code, generic, without, empty))
            folders[code] = language_reader.read(code, own, packaged, pages, is_source=code == source)
        return folders

    def _own_files(
        self, code: str, generic: AbstractSet[str], without: AbstractSet[str], empty: AbstractSet[str]
    ) -> Iterator[SourceFile]:
        """Yield the files of a language's folder, strings.yml in any case; ``generic`` pages as the engine's are."""
        names = {path.name for path in (self.root / "docs" / code).iterdir()} | {"strings.yml"}
        for name in sorted(name for name in names if not is_left_behind(name)):
            file, page = self._file(f"docs/{code}/{name}"), name.removesuffix(".md")
            if page not in without:
                yield engine_pages.fitted(file, empty) if page in generic else file

    def _yaml(self, path: str, model: type[_Model]) -> _Model | None:
        """Return the validated model of a YAML file, None where it is at fault."""
        return self.model(self.document(self._file(path)), model, path)

    def _file(self, path: str) -> SourceFile:
        if path in self.instead:
            return SourceFile(path=path, raw=self.instead[path].encode())
        return SourceFile.of(self.root, path)


def _in_docs(root: Path) -> list[Path]:
    """Return what docs/ holds, but for what editors leave there."""
    folder = root / "docs"
    return [path for path in sorted(folder.iterdir()) if not is_left_behind(path.name)] if folder.is_dir() else []


def _unfit_folder(path: Path) -> str:
    """Return why a path in docs/ is not the folder of a language, and how to mend it; "" where it is."""
    what, mend = "a folder here is a language, named by its code", "keep what languages share in overrides/assets/"
    if not path.is_dir():
        return f"{what}; {mend}"
    try:
        language_code.locale(path.name)
    except language_code.UnfitCodeError as error:
        return f"{error}; rename the folder" if error.spelling else f"{what}: {error}; {mend}"
    return ""
