"""Where the theme lies: the engine's own, and before it what an edition has in its folder overrides/."""

from pathlib import Path

PACKAGED = "theme"
"""The folder of the engine's theme in the installed package; in its repository it is overrides/."""

SHEETS = tuple(
    f"assets/css/{name}.css"
    for name in (
        *("colours", "frame", "search", "text", "note", "reading"),
        *("records", "print"),
    )
)
"""The engine's style sheets, which are sent as one, in this order."""


def packaged() -> Path:
    """Return the folder of the engine's theme."""
    package = Path(__file__).parent
    inside = package / PACKAGED
    return inside if inside.is_dir() else package.parent / "overrides"


def folders(root: Path, /) -> list[Path]:
    """Return the folders of the theme of the edition below ``root``: what is in the first hides what is behind it."""
    own, engines = root / "overrides", packaged()
    is_own = own.is_dir() and not (engines.is_dir() and own.samefile(engines))
    return [own, engines] if is_own else [engines]


def file(root: Path, name: str, /) -> Path:
    """Return the file of that path in the theme of an edition; where there is none, where the edition would have it."""
    found = (folder / name for folder in folders(root))
    return next((path for path in found if path.is_file()), root / "overrides" / name)


def files(root: Path, pattern: str, /) -> dict[str, Path]:
    """Return the files of the theme of an edition that fit a pattern, by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(folders(root))
        for path in sorted(folder.glob(pattern))
        if path.is_file()
    }
