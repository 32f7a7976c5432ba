"""Source files: their bytes, and what they hold as text, as YAML and as a model, with what is wrong with each."""

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from instrumentarium.sources import text_files, yaml_positions
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.validation import validate
from instrumentarium.sources.yaml_positions import Document

_Model = TypeVar("_Model", bound=BaseModel)

# What editors and systems leave beside a file: swap files, copies of what was before, what a folder looks like.
_LEFT_BEHIND = re.compile(r"\..*|.*~|#.*#|.*\.(sw[a-p]|orig|bak|rej|tmp)|Thumbs\.db|desktop\.ini", re.IGNORECASE)


def is_left_behind(name: str, /) -> bool:
    """Whether a file of that name is an editor's or a system's own, which is not read: ``about.md~``, ``.x.swp``."""
    return _LEFT_BEHIND.fullmatch(name) is not None


_YAML = re.compile(r"\.(ya?ml|txt|ya?ml\.txt)$", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(md|mdown|mkd|markdown)(\.txt)?$", re.IGNORECASE)
_ALIKE = 0.8
"""How much a name has to be like that of a file which is read."""


def misnamed(path: str, known: Collection[str], beside: Collection[str], /) -> Diagnostic | None:
    """Return the diagnostic of a file that is not read, where it is likely meant as one of the ``known``, or as a page.

    ``beside`` are the names of all that its folder holds.
    """
    name = PurePosixPath(path).name
    page = _MARKDOWN.sub(".md", name) if path.startswith("docs/") and _MARKDOWN.search(name) else ""
    right = page or _meant(name, known)
    if right in beside:
        return Diagnostic(path, 1, 1, f"this file is not read, but {right} beside it; take it out")
    return _renamed(path, right) if right else None


def _renamed(path: str, right: str) -> Diagnostic:
    found = Diagnostic(path, 1, 1, f"this file is not read; rename it to {right}")
    return found.about(("page", right.removesuffix(".md")))


def _meant(name: str, known: Collection[str]) -> str:
    """Return which of the known files of YAML one is likely meant as; "" where there is none."""
    close = difflib.get_close_matches(_YAML.sub(".yml", name), known, 1, _ALIKE) if _YAML.search(name) else []
    return next(iter(close), "")


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """A file, by its path below the root; ``raw`` is None where it could not be read, ``fault`` then says why.

    ``is_there`` tells that something stands at that path even so, and ``is_adapted`` that ``raw`` is not what stands
    at that path below the root of the edition. ``beside`` are the names in its folder where it is not there.
    """

    path: str
    raw: bytes | None
    fault: str = ""
    is_there: bool = True
    is_adapted: bool = False
    beside: tuple[str, ...] = ()

    @classmethod
    def of(cls, root: Path, path: str, /, *, prefix: str = "") -> "SourceFile":
        """Read a file; ``prefix`` stands before its path where that is told."""
        try:
            return cls(path=prefix + path, raw=(root / path).read_bytes())
        except OSError as error:
            is_there = not isinstance(error, FileNotFoundError)
            folder = (root / path).parent
            beside = () if is_there or not folder.is_dir() else tuple(sorted(one.name for one in folder.iterdir()))
            return cls(path=prefix + path, raw=None, fault=error.strerror or "", is_there=is_there, beside=beside)

    @property
    def name(self) -> str:
        """The file's name, with its suffix."""
        return PurePosixPath(self.path).name

    def missing(self) -> Diagnostic:
        """Return the diagnostic of a file that could not be read: at its folder, or a misnamed one, if not there."""
        if self.is_there:
            return Diagnostic(self.path, 1, 1, f"the file cannot be read ({self.fault}); see that it can")
        folder = PurePosixPath(self.path).parent.as_posix()
        alike = (name for name in self.beside if not is_left_behind(name) and _meant(name, [self.name]) == self.name)
        if other := next(alike, None):
            return _renamed(f"{folder}/{other}", self.name)
        return Diagnostic(folder, 1, 1, f"{self.name} cannot be read here ({self.fault}); put the file back")


class FileReader:
    """Reads files; ``documents`` are the YAML that was read, by path, ``diagnostics`` what is wrong with the files."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.documents: dict[str, Document] = {}

    def text(self, file: SourceFile, /) -> str | None:
        """Return a file's text; None where it cannot be read."""
        if file.raw is None:
            self.diagnostics.append(file.missing())
            return None
        text, faults = text_files.decode(file.raw, file.path)
        if text is not None and not text.strip():
            text, faults = None, [Diagnostic(file.path, 1, 1, "the file is empty; put back what it held")]
        self.diagnostics += faults
        return text

    def document(self, file: SourceFile, /) -> Document | None:
        """Return what a YAML file holds, with its places; None where it is at fault."""
        text = self.text(file)
        return None if text is None else self.parsed(text, file.path)

    def parsed(self, text: str, path: str, /) -> Document | None:
        """Return what the YAML of a file holds, with its places; None where it is at fault."""
        document, faults = yaml_positions.parse(text, path)
        self.diagnostics += faults
        if document is None or faults:
            return None
        self.documents[path] = document
        return document

    def model(self, document: Document | None, model: type[_Model], path: str, /) -> _Model | None:
        """Return the model of a document, None where it is at fault."""
        if document is None:
            return None
        value, faults = validate(document, model, path)
        self.diagnostics += faults
        return value
