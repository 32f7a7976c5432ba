"""What is wrong with a source file: where, what, and how to mend it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, Self

Severity = Literal["error", "warning"]
"""An error stops the build; what a warning is about reads badly or is missing, and misleads nobody."""

Cause = tuple[str, ...]
"""What a fault is about, from the whole to the part: ("meetings", "2032-03-04-council", "date")."""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One error or warning; as text it is ``file:line:column: message``, with line and column counted from 1.

    ``cause`` is what it is about, ``follows`` what else may have caused it: where a fault about one of them, or about
    the whole that it is part of, is told, this one is not (see ``folding``). ``in_source`` is what is told instead
    where most translations have it: then the fault is the source's. ``languages`` are others that it is seen in.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Severity = "error"
    cause: Cause = field(default=(), compare=False)
    follows: tuple[Cause, ...] = field(default=(), compare=False)
    in_source: Self | None = field(default=None, compare=False)
    languages: frozenset[str] = field(default=frozenset(), compare=False)

    def __str__(self) -> str:
        kind = "warning: " if self.severity == "warning" else ""
        return f"{self.file}:{self.line}:{self.column}: {kind}{self.message}"

    @property
    def language(self) -> str:
        """The language in whose folder it is; "" where that is none's."""
        folder, _, rest = self.file.partition("/")
        return rest.partition("/")[0] if folder == "docs" else ""

    def about(self, cause: Cause, /, *follows: Cause) -> Self:
        """Return it with what it is about, and what else may have caused it."""
        return replace(self, cause=cause, follows=follows)

    def or_in_source(self, other: Self, /) -> Self:
        """Return it with what is told of the source instead, where most translations have it."""
        return replace(self, in_source=other)


class SourceErrors(Exception):
    """Raised by ``load.edition`` with every error of the sources at once, in the order of their places."""

    def __init__(self, diagnostics: Iterable[Diagnostic], /) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))


def counted(diagnostics: Iterable[Diagnostic], /) -> str:
    """Return how many errors and warnings there are, in words: "2 errors, 1 warning"; "" where there are none."""
    counts = Counter(one.severity for one in diagnostics)
    kinds: tuple[Severity, ...] = ("error", "warning")
    return ", ".join(f"{counts[kind]} {kind}{'s' * (counts[kind] > 1)}" for kind in kinds if counts[kind])
