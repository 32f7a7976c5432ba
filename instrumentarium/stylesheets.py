"""The style sheets of mkdocs.yml as one file, so that a page asks for one."""

from collections.abc import Sequence
from pathlib import Path

BUNDLE = "assets/css/site.css"


def bundled(folder: Path, names: Sequence[str], /) -> bytes:
    """Return the style sheets below ``folder``, one after the other."""
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names).encode()
