"""Source files: their bytes, and what they hold as text, as YAML and as a model, with what is wrong with each."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from instrumentarium.sources import text_files, yaml_positions
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.validation import validate
from instrumentarium.sources.yaml_positions import Document

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """A file, by its path below the root; ``raw`` is None where it could not be read, ``fault`` then says why."""

    path: str
    raw: bytes | None
    fault: str = ""

    @classmethod
    def of(cls, root: Path, path: str, /, *, prefix: str = "") -> "SourceFile":
        """Read a file; ``prefix`` stands before its path where that is told."""
        try:
            return cls(path=prefix + path, raw=(root / path).read_bytes())
        except OSError as error:
            return cls(path=prefix + path, raw=None, fault=error.strerror or "")

    @property
    def name(self) -> str:
        """The file's name, with its suffix."""
        return PurePosixPath(self.path).name


class FileReader:
    """Reads files; ``documents`` are the YAML that was read, by path, ``diagnostics`` what is wrong with the files."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.documents: dict[str, Document] = {}

    def text(self, file: SourceFile, /) -> str | None:
        """Return a file's text; None where it cannot be read."""
        if file.raw is None:
            self.diagnostics.append(Diagnostic(file.path, 1, 1, f"cannot be read ({file.fault}); put the file back"))
            return None
        text, faults = text_files.decode(file.raw, file.path)
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
