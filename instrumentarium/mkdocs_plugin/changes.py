"""What the sources looked like at a build, so as to build again only the languages that changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SHARED = ("data", "overrides", "macros.py", "mkdocs.yml")

State = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Snapshot:
    """Time and size of every source file: of each language's folder, and of what languages share."""

    languages: Mapping[str, State]
    shared: State

    def __bool__(self) -> bool:
        return bool(self.languages)

    @classmethod
    def of_nothing(cls) -> "Snapshot":
        """Return what stood before the first build."""
        return cls({}, {})

    @classmethod
    def of(cls, root: Path, /) -> "Snapshot":
        """Return how the sources below ``root`` look now."""
        folders = [path for path in sorted((root / "docs").iterdir()) if path.is_dir()]
        shared = {key: state for name in SHARED for key, state in _states(root / name)}
        return cls({folder.name: dict(_states(folder)) for folder in folders}, shared)

    def languages_changed_since(self, other: "Snapshot", /) -> set[str] | None:
        """Return the languages whose folder changed; None where all have to be built."""
        if self.shared != other.shared or set(self.languages) != set(other.languages):
            return None
        return {code for code, state in self.languages.items() if state != other.languages[code]}


def _states(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for file in path.rglob("*") if path.is_dir() else [path]:
        if file.is_file():
            stat = file.stat()
            yield str(file), (stat.st_mtime_ns, stat.st_size)
