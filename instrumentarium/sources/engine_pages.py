"""The pages that come with the engine, in its languages: an edition has them where it has none of its own.

Of a page, or a section of it, that shows records of which the edition has none, nothing is left.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from instrumentarium import locales
from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.sources.files import SourceFile
from instrumentarium.sources.tree import PACKAGED

# The list of records that a section of a page is about, by the page and the id of its heading.
_SECTIONS = {("data", "subscribe"): "meetings", ("data", "examples"): "meetings"}
_HEADING = re.compile(rb"#{1,6}\s.*\{:\s*#(?P<id>[\w-]+)\s*\}\s*$")


def names() -> set[str]:
    """Return the names of the pages that the engine has."""
    return {path.stem for path in locales.pages_folder(locales.SOURCE).glob("*.md")}


def without_records(names: Iterable[str], empty: Collection[str], /) -> set[str]:
    """Return which of the pages show records alone of which there are none; ``empty`` are the lists without any."""
    shown = {name: [kind.section for kind in RECORD_KINDS if kind.page == name and kind.is_alone] for name in names}
    return {name for name, sections in shown.items() if sections and set(sections) <= set(empty)}


def files(code: str, names: Iterable[str], empty: Collection[str], /) -> tuple[SourceFile, ...]:
    """Return the engine's pages of those names in a language, without what is about empty lists; none it lacks."""
    folder = locales.pages_folder(code)
    paths = [folder / f"{name}.md" for name in sorted(names)]
    found = (SourceFile.of(path.parent, path.name, prefix=f"{PACKAGED}pages/{folder.name}/") for path in paths)
    return tuple(replace(fitted(file, empty), is_adapted=True) for file in found if file.raw is not None)


def fitted(file: SourceFile, empty: Collection[str], /) -> SourceFile:
    """Return a page with empty lines in the place of the sections that are about empty lists."""
    page = file.name.removesuffix(".md")
    if file.raw is None or not any(name == page and section in empty for (name, _), section in _SECTIONS.items()):
        return file
    lines, is_left_out = list[bytes](), False
    for line in file.raw.split(b"\n"):
        if heading := _HEADING.match(line):
            is_left_out = _SECTIONS.get((page, heading["id"].decode())) in empty
        lines.append(b"" if is_left_out else line)
    return SourceFile(path=file.path, raw=b"\n".join(lines), is_adapted=True)
