"""The units of a language as they go out: with their source, their translation, and what a translator should know."""

from collections.abc import Mapping
from dataclasses import dataclass

from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources.tree import file_of
from instrumentarium.translation.interchange.notes import Notes, placeholders
from instrumentarium.translation.status import State, source_texts, states

_ENGLISH = "en"


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A unit as it is exchanged; ``target`` is empty where there is a gap.

    ``file`` is that of the source text, with its ``line`` where that is known; ``english`` is the unit in English,
    empty where there is none or where it is of no use; ``note`` are lines for the translator.
    """

    key: UnitKey
    file: str
    line: int | None
    source: str
    target: str
    state: State
    english: str
    note: tuple[str, ...]

    @property
    def keeps_placeholders(self) -> bool:
        """Whether the translation has all placeholders of the source; a plural form may leave its number out."""
        return bool(self.key.path and placeholders(self.source)) and not self.key.is_count


def texts(source: Language, language: Language, /) -> Mapping[UnitKey, str]:
    """Return the source text of all that is exchanged, the note first: quotes and forms of records, too."""
    wanted = source_texts(source, language)
    own = {unit.key: unit.text for unit in source.units.values() if unit.key in wanted or unit.derived}
    both = {**own, **wanted}
    return {key: both[key] for key in sorted(both, key=lambda key: key.page != "note")}


def segments(edition: Edition, language: Language, /) -> list[Segment]:
    """Return the segments of a language, in the source's order."""
    source = edition.source
    found, english = states(source, language), _english(edition, language)
    notes = Notes(edition, language)

    def segment(key: UnitKey, text: str) -> Segment:
        unit, counterpart = language.units.get(key), source.units.get(key)
        target = "" if unit is None or unit.is_gap else unit.text
        return Segment(
            key=key,
            file=file_of(source, key),
            line=counterpart.line if counterpart else None,
            source=text,
            target=target,
            state=found.get(key, "done" if target else "missing"),
            english=english.get(key) or english.get(key.category("other"), ""),
            note=tuple(notes.of(key, text)),
        )

    return [segment(key, text) for key, text in texts(source, language).items()]


def _english(edition: Edition, language: Language) -> Mapping[UnitKey, str]:
    """Return the units in English that say what the source says; none where English is itself one of the two."""
    english = edition.languages.get(_ENGLISH)
    if english is None or _ENGLISH in (edition.source.code, language.code):
        return {}
    found = states(edition.source, english)
    words = {UnitKey(f"interface:{'.'.join(path)}"): text for path, text in english.interface.texts()}
    units = [
        unit for unit in english.units.values() if found.get(unit.key, "missing" if unit.is_gap else "done") == "done"
    ]
    return {**words, **{unit.key: unit.text for unit in units}}
