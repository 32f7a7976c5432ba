"""Reads data/ and docs/*/ into an Edition, or tells all their faults at once; nothing else reads files."""

import unicodedata
from pathlib import Path

from babel import Locale, UnknownLocaleError

from instrumentarium import checks, note, yaml_source
from instrumentarium.faults import Fault, Faults
from instrumentarium.model import OFFICIAL_LANGUAGES, Edition, Facts, Language, Page
from instrumentarium.reading import PageSource, Reading, note_file, strings_file
from instrumentarium.records import FILES
from instrumentarium.strings import PageMeta, Strings
from instrumentarium.validation import validate

ORIGINAL = "data/source/note.nl.txt"
NOT_PAGES = {"strings.yml", "pins.yml"}


def read(root: Path, /) -> Edition:
    """Return the Edition below ``root``; raises Faults with every fault of its sources."""
    return _Reader(root).read()


def faults(root: Path, /) -> list[Fault]:
    """Return everything there is to mend below ``root``: the faults, and the remarks on language."""
    reader = _Reader(root)
    reading = reader.reading()
    return sorted({*reader.faults, *(checks.run(checks.REMARKS, reading) if reading else ())})


class _Reader:
    """One reading of a tree: what it found, and what is wrong with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.documents: dict[str, yaml_source.Document] = {}
        self.pages: dict[str, dict[str, PageSource]] = {}
        self.page_names: dict[str, set[str]] = {}

    def read(self) -> Edition:
        reading = self.reading()
        if self.faults or reading is None:
            raise Faults(self.faults)
        return Edition(facts=reading.facts, languages=reading.languages, files=self._files())

    def reading(self) -> Reading | None:
        """Read what can be read, and note the faults; None where data/ itself is at fault."""
        facts = self._facts()
        original = self._text(ORIGINAL)
        languages = {code: language for code in self._folders() if (language := self._language(code))}
        if facts is None:
            return None
        reading = Reading(
            facts=facts,
            languages=languages,
            documents=self.documents,
            pages=self.pages,
            page_names=self.page_names,
            original=original,
        )
        self.faults += checks.run(checks.RULES, reading)
        return reading

    def _facts(self) -> Facts | None:
        parts = {name: self._yaml(f"data/{name}.yml", model) for name, model in FILES.items()}
        if any(part is None for part in parts.values()):
            return None
        return Facts(
            card=parts["note"],
            bodies=parts["bodies"].bodies,
            meetings=parts["meetings"].meetings,
            conditions=parts["instruments"].conditions,
            instruments=parts["instruments"].instruments,
            questions=parts["questions"].questions,
            terms=parts["terms"].terms,
        )

    def _files(self) -> dict[str, bytes]:
        """Return the source files that the site gives away: the original, the facts, the schemas."""
        patterns = ("data/source/*.txt", "data/*.yml", "data/schema/*.json")
        paths = [path for pattern in patterns for path in sorted(self.root.glob(pattern))]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def _folders(self) -> list[str]:
        """Return the languages of docs/ in the institutions' order; anything else there is a fault."""
        codes = []
        for path in sorted((self.root / "docs").iterdir()) if (self.root / "docs").is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.is_dir() and _is_language(path.name):
                codes.append(path.name)
            else:
                what = "a folder here is a language, named by its two-letter code"
                self.faults.append(
                    Fault(f"docs/{path.name}", 1, 1, f"{what}; keep what languages share in overrides/assets/")
                )
        order = {code: number for number, code in enumerate(OFFICIAL_LANGUAGES)}
        return sorted(codes, key=lambda code: (order.get(code, len(order)), code))

    def _language(self, code: str) -> Language | None:
        strings = self._yaml(strings_file(code), Strings)
        text = self._note(code)
        pages = self._pages(code)
        if strings is None or text is None or pages is None:
            return None
        return Language(code=code, note=text, strings=strings, pages=pages)

    def _note(self, code: str) -> note.Note | None:
        source = self._page_sources(code).get("note")
        if source is None:
            self.faults.append(Fault(note_file(code), 1, 1, "the page is missing; write it"))
            return None
        parsed, faults = note.parse(source.body, first_line=source.first_line)
        self.faults += (Fault(source.file, *fault) for fault in faults)
        return None if faults else parsed

    def _page_sources(self, code: str) -> dict[str, PageSource]:
        """Return the pages of a language by name; read once."""
        if code not in self.pages:
            self.pages[code], self.page_names[code] = {}, set()
            for path in sorted((self.root / "docs" / code).iterdir()):
                file = f"docs/{code}/{path.name}"
                if path.suffix == ".md":
                    self.page_names[code].add(path.stem)
                    text = self._text(file)
                    if text is not None:
                        body, first_line = _body(text)
                        self.pages[code][path.stem] = PageSource(
                            file=file, name=path.stem, body=body, first_line=first_line
                        )
                elif path.name not in NOT_PAGES and not path.name.startswith("."):
                    what = "a language holds its pages (.md), strings.yml and pins.yml"
                    self.faults.append(Fault(file, 1, 1, f"{what}; move this to overrides/assets/"))
        return self.pages[code]

    def _pages(self, code: str) -> dict[str, Page] | None:
        pages = {}
        for name, source in self._page_sources(code).items():
            meta = self._yaml(source.file, PageMeta, front_matter=True)
            if meta is None:
                return None
            pages[name] = Page(name=name, title=meta.title, description=meta.description)
        return pages

    def _yaml(self, file: str, model: type, *, front_matter: bool = False):  # type: ignore[no-untyped-def]
        """Return the validated model of a YAML file or of a page's front matter, None where it is at fault."""
        text = self._text(file)
        if text is None:
            return None
        document, faults = yaml_source.parse(_front_matter(text) if front_matter else text, file)
        self.faults += faults
        if document is None or faults:
            return None
        self.documents[file] = document
        value, errors = validate(document, model, file)
        self.faults += errors
        return value

    def _text(self, file: str) -> str | None:
        """Return a file's text with plain line ends; None, and a fault, where there is none to be had."""
        try:
            raw = (self.root / file).read_bytes()
        except OSError as error:
            self.faults.append(Fault(file, 1, 1, f"cannot be read ({error.strerror}); put the file back"))
            return None
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = raw[: error.start]
            line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
            self.faults.append(Fault(file, line, column, "not UTF-8; save the file in that encoding"))
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.faults += _not_composed(text, file)
        return text


def _is_language(name: str) -> bool:
    try:
        return len(name) == 2 and name.islower() and bool(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        return False


def _not_composed(text: str, file: str) -> list[Fault]:
    if unicodedata.is_normalized("NFC", text):
        return []
    return [
        Fault(file, number, 1, "letters and their accents are apart here; save the line in Unicode NFC")
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]


def _front_matter_end(lines: list[str]) -> int:
    """Return the number of lines that the front matter takes, its two marks included; 0 where there is none."""
    if lines and lines[0] == "---" and "---" in lines[1:]:
        return lines.index("---", 1) + 1
    return 0


def _front_matter(text: str) -> str:
    """Return a page's front matter in lines of the same number as in the file."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    return "\n".join(["", *lines[1 : end - 1]]) if end else "{}"


def _body(text: str) -> tuple[str, int]:
    """Return what follows the front matter, and the number of its first line."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    return "\n".join(lines[end:]), end + 1
