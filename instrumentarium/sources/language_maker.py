"""Makes a Language of what its folder holds; the source language stands in for what it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from instrumentarium.locales import words_file
from instrumentarium.model.edition import Language
from instrumentarium.model.interface import Interface
from instrumentarium.model.note import Note
from instrumentarium.model.place import Place
from instrumentarium.model.strings import Strings
from instrumentarium.model.unit import Unit, UnitKey
from instrumentarium.sources import fallback
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.fallback import Fallback
from instrumentarium.sources.files import FileReader
from instrumentarium.sources.language_reader import Folder
from instrumentarium.sources.tree import PACKAGED, interface_file, strings_file
from instrumentarium.sources.yaml_positions import Path


@dataclass(frozen=True, kw_only=True, eq=False)
class Made:
    """A Language, None where something that it cannot do without is at fault, and what is wrong."""

    language: Language | None
    diagnostics: tuple[Diagnostic, ...] = ()


def make(folder: Folder, source: Fallback | None = None, /) -> Made:
    """Return the Language of a folder; ``source`` gives what it lacks.

    The same folder gives the same Language where it lacks nothing, whatever the source language says.
    """
    return _alone(folder) if source is None or folder.lacks_nothing(source.keys) else _filled(folder, source)


@lru_cache(maxsize=64)
def placed(folder: Folder, source: Fallback, /) -> Folder:
    """Return a folder with the words of its key points under the places that their sentences have in the source today.

    A paragraph of the source may have been divided otherwise, which the folder's has not yet.
    """
    document = folder.strings
    points = document.value.get("key_points") if document and isinstance(document.value, dict) else None
    if document is None or folder.note is None or not isinstance(points, dict):
        return folder
    moves = fallback.places(folder.note, folder.pins, source.note)
    found = {id: str(moves.get(id) or id) for id in points}
    if all(id == place for id, place in found.items()):
        return folder

    def moved(path: Path) -> Path:
        is_point = len(path) > 1 and path[0] == "key_points"
        return (path[0], found.get(str(path[1]), path[1]), *path[2:]) if is_point else path

    def key(own: UnitKey) -> UnitKey:
        return UnitKey(f"strings:{'.'.join(map(str, moved(own.path)))}") if own.page == "strings" else own

    ours = replace(
        document,
        value={**document.value, "key_points": {found[id]: words for id, words in points.items()}},
        places={moved(path): place for path, place in document.places.items()},
        keys={moved(path): place for path, place in document.keys.items()},
        spans={moved(path): span for path, span in document.spans.items()},
    )
    return replace(
        folder,
        strings=ours,
        documents={**folder.documents, strings_file(folder.code): ours},
        units={key(own): replace(unit, key=key(own)) for own, unit in folder.units.items()},
    )


def fallback_of(folder: Folder, language: Language, /) -> Fallback:
    """Return what a language gives to the others."""
    assert folder.strings is not None
    assert folder.interface is not None
    words = {UnitKey(f"interface:{'.'.join(path)}") for path, _ in language.interface.texts()}
    keys = {key for key in language.units if key.path or key.is_front_matter or key.page == "note"}
    return Fallback(
        code=folder.code,
        keys=frozenset(keys | {key for key in words if not key.is_count}),
        strings=folder.strings.value,
        interface=folder.interface.value,
        note=language.note,
        pages=language.pages,
    )


@lru_cache(maxsize=64)
def _alone(folder: Folder) -> Made:
    return _Maker(folder, None).made()


@lru_cache(maxsize=64)
def _filled(folder: Folder, source: Fallback) -> Made:
    return _Maker(folder, source).made()


class _Maker(FileReader):
    """Validates what a folder holds, with what the source language gives."""

    def __init__(self, folder: Folder, source: Fallback | None) -> None:
        super().__init__()
        self.folder, self.source = folder, source
        note, pins = folder.note, folder.pins
        self.moves = fallback.places(note, pins, source.note) if note and source else {}

    def made(self) -> Made:
        strings, interface, note = self._strings(), self._interface(), self._note()
        language = None
        if self.folder.is_sound and strings and interface and note:
            folder, source = self.folder, self.source
            language = Language(
                code=folder.code,
                note=note,
                strings=strings,
                interface=interface,
                borrowed=frozenset(self._borrowed()),
                is_packaged=folder.is_packaged,
                packaged_pages=folder.packaged_pages,
                supplied=folder.supplied,
                pages=fallback.fill_pages(folder.front_matters, source) if source else folder.front_matters,
                units={unit.key: unit for unit in self._units()},
                pins={key: pin for old, pin in folder.pins.items() if (key := self._key(UnitKey(old)))},
                unplaced_pins={key: pin for key, pin in folder.pins.items() if self._is_unplaced(UnitKey(key))},
            )
        return Made(language=language, diagnostics=tuple(self.diagnostics))

    def _borrowed(self) -> set[tuple[str, str]]:
        document = self.folder.strings
        return set(fallback.borrowed_records(document.value, self.source)) if self.source and document else set()

    def _strings(self) -> Strings | None:
        own, source = self.folder.strings, self.source
        if own is None or source is None:
            return self.model(own, Strings, strings_file(self.folder.code))
        filled = replace(own, value=fallback.fill_strings(own.value, source))
        found = self.model(filled, Strings, strings_file(self.folder.code))
        return found and fallback.marked(found, own.value, self._borrowed())

    def _interface(self) -> Interface | None:
        folder, source = self.folder, self.source
        own, file = folder.interface, interface_file(folder.code)
        if file not in folder.documents and folder.is_packaged:
            file = f"{PACKAGED}{words_file(folder.code).name}"
        if own is None or source is None or folder.is_packaged:
            return self.model(own, Interface, file)
        found = self.model(replace(own, value=fallback.fill(own.value, source.interface)), Interface, file)
        return found and fallback.marked(found, own.value)

    def _note(self) -> Note | None:
        folder, source = self.folder, self.source
        if source is not None:
            return fallback.fill_note(folder.note, self.moves, source)
        if "note" not in folder.page_names:
            self.diagnostics.append(Diagnostic(f"docs/{folder.code}", 1, 1, "note.md is missing here; write it"))
        return folder.note

    def _units(self) -> Iterator[Unit]:
        """Yield what the folder has to be translated, but for sentences that the source language has no more."""
        for unit in self.folder.units.values():
            if key := self._key(unit.key):
                yield replace(unit, key=key) if key != unit.key else unit

    def _is_unplaced(self, key: UnitKey) -> bool:
        """Whether a unit is a sentence of a paragraph with another number of sentences than the source's."""
        return bool(key.paragraph) and key.paragraph in {Place(id).paragraph for id in self.moves}

    def _key(self, key: UnitKey) -> UnitKey | None:
        """Return the key of a unit, that of the sentence's place in the source; None where it has none there."""
        if key.page != "note" or key.name not in self.moves:
            return key
        place = self.moves[key.name]
        return UnitKey(f"note:{place}") if place else None
