"""What the sources looked like at a build, so that the preview builds again only what has to be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# What every language's pages are made of, besides its own folder.
SHARED = ("data", "overrides", "macros.py", "mkdocs.yml")
ASSETS = Path("overrides", "assets")

FileStates = Mapping[str, tuple[int, int]]
"""Time and size of files, by path."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The state of every source file: of each language's folder, of what languages share, of the assets."""

    languages: Mapping[str, FileStates]
    shared: FileStates
    assets: FileStates

    @classmethod
    def of(cls, root: Path, /) -> "Snapshot":
        """Return how the sources below ``root`` look now."""
        docs = root / "docs"
        folders = [path for path in sorted(docs.iterdir()) if path.is_dir()] if docs.is_dir() else []
        shared = {key: state for name in SHARED for key, state in _states(root / name)}
        assets = dict(_states(root / ASSETS))
        return cls(
            languages={folder.name: dict(_states(folder)) for folder in folders},
            shared={key: state for key, state in shared.items() if key not in assets},
            assets=assets,
        )

    def changed_languages(self, earlier: "Snapshot | None", source: str, /) -> set[str] | None:
        """Return the languages to build again since an earlier build; None: all.

        All are built again after a change of what they share, and of the source language, whose texts
        the others' are held against.
        """
        if earlier is None or self.shared != earlier.shared or set(self.languages) != set(earlier.languages):
            return None
        changed = {code for code, state in self.languages.items() if state != earlier.languages[code]}
        return None if source in changed else changed

    def only_assets_changed(self, earlier: "Snapshot | None", /) -> bool:
        """Whether nothing but assets changed since an earlier build: no page has to be built."""
        if earlier is None or self.assets == earlier.assets or set(self.assets) != set(earlier.assets):
            return False
        return self.languages == earlier.languages and self.shared == earlier.shared


def _states(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for file in path.rglob("*") if path.is_dir() else [path]:
        if file.is_file():
            stat = file.stat()
            yield str(file), (stat.st_mtime_ns, stat.st_size)
