"""What changed since an earlier build, so that the preview builds again only what has to be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition
from instrumentarium.presentation import inputs

# What every page is made with, besides the Edition.
_FRAME = ("overrides", "macros.py", "mkdocs.yml")
_ASSETS = Path("overrides", "assets")

Reads = Mapping[str, Mapping[str, Iterable[str]]]
"""Names of what was read, by language and page."""

FileStates = Mapping[str, tuple[int, int]]
"""Time and size of files, by path."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The state of the source files: of the assets, of the rest of the frame, of the Edition."""

    assets: FileStates
    frame: FileStates
    edition: FileStates

    @classmethod
    def of(cls, root: Path, /) -> "Snapshot":
        """Return how the sources below ``root`` look now."""
        frame = {path: state for name in _FRAME for path, state in _states(root / name)}
        assets = dict(_states(root / _ASSETS))
        return cls(
            assets=assets,
            frame={path: state for path, state in frame.items() if path not in assets},
            edition={path: state for name in ("data", "docs") for path, state in _states(root / name)},
        )

    def only_assets_changed(self, earlier: "Snapshot", /) -> bool:
        """Whether nothing but assets changed since an earlier build: no page has to be built."""
        if self.assets == earlier.assets or set(self.assets) != set(earlier.assets):
            return False
        return self.frame == earlier.frame and self.edition == earlier.edition


def _states(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for file in path.rglob("*") if path.is_dir() else [path]:
        if file.is_file():
            stat = file.stat()
            yield str(file), (stat.st_mtime_ns, stat.st_size)


def changed_pages(
    edition: Edition, files: Sequence[Download], before: Edition, files_before: Sequence[Download], reads: Reads, /
) -> Mapping[str, frozenset[str]]:
    """Return the pages of each language that are made of something else than in the build before.

    ``reads`` are what each page read of the facts when it was last built.
    """
    changed = {}
    for code, language in edition.languages.items():
        pages = frozenset(language.pages)
        if code in before.languages and inputs.of_language(edition, code) == inputs.of_language(before, code):
            pages = frozenset(
                name
                for name in pages
                if inputs.of_page(edition, code, name, files, reads[code][name])
                != inputs.of_page(before, code, name, files_before, reads[code][name])
            )
        changed[code] = pages
    return changed
