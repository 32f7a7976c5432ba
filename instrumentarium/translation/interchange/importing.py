"""Takes what a translator's tool gives back into the files of a language.

Each unit is compared with the source of today. What says less than the folder does is left alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.unit import UnitKey, pin_of
from instrumentarium.sources.units import of_file
from instrumentarium.translation import scaffold
from instrumentarium.translation.interchange import missing_lines, missing_strings, tags, writing
from instrumentarium.translation.interchange.notes import quoted_sentences
from instrumentarium.translation.interchange.returned import Returned, ReturnedUnit
from instrumentarium.translation.interchange.segments import texts
from instrumentarium.translation.status import source_texts, written_pins

Outcome = Literal["written", "synced", "stale", "older", "unfinished", "unplaced", "unknown", "gap", "unchanged"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

_Files = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Import:
    """What an import makes of a folder: its texts by file name, its pins, and what became of each unit."""

    texts: _Files
    pins: Mapping[str, str]
    outcomes: Mapping[UnitKey, Outcome]


def language_problems(returned: Returned, source: Language, language: Language, /) -> Iterator[str]:
    """Yield what is wrong with the languages of a file, which are to be those of the folder and of the source."""
    for tag in sorted(returned.targets):
        if not tags.is_of(tag, language):
            yield f"it is in '{tag}', not in '{language.code}'" if tag else "it does not say which language it is in"
    for tag in sorted(returned.sources):
        if tag and not tags.is_same(tag, source.code):
            yield f"it was translated from '{tag}', not from '{source.code}'"


def imported(edition: Edition, language: Language, folder: _Files, templates: _Files, returned: Returned, /) -> Import:
    """Return what a folder becomes with what a file says; ``templates`` are the source language's files.

    Where the source of a unit is that of today, its translation is written and synced. Where it has changed
    since the file was made, it is written and stays stale, unless the folder has a translation of today's.
    """
    today = texts(edition.source, language)
    decided = _Comparison(edition, language, today, returned)
    outcomes = {unit.key: decided.outcome(unit) for unit in returned.units}
    wanted = {key: decided.text(key) for key, outcome in outcomes.items() if outcome in ("written", "stale")}
    after = {}
    for name, text in _with_gaps(folder, templates, edition, wanted):
        unsure = missing_lines.unsure(name, text, templates.get(name, ""))
        after[name] = writing.sound(name, text, {key: one for key, one in wanted.items() if key not in unsure})
    found = {key: unit for name, text in after.items() for key, unit in of_file(name, text).items()}
    unplaced = {key for key, text in wanted.items() if key not in found or found[key].text != text}
    outcomes |= dict.fromkeys(unplaced, "unplaced")
    new = decided.pins(outcomes)
    pins = {**{UnitKey(key): pin for key, pin in language.pins.items()}, **new}
    return Import(
        texts={name: text for name, text in after.items() if text != folder.get(name)},
        pins=written_pins(pins, source_texts(edition.source, language), language, anew=new),
        outcomes=outcomes,
    )


class _Comparison:
    """What a file says beside what a folder says, and the source texts of today."""

    def __init__(self, edition: Edition, language: Language, today: Mapping[UnitKey, str], returned: Returned) -> None:
        self.pinned, self.units, self.today = language.pins, language.units, today
        self.returned = {unit.key: unit for unit in returned.units}
        self.sentences = {key: UnitKey(f"note:{place}") for key, place in quoted_sentences(edition.facts).items()}

    def outcome(self, unit: ReturnedUnit) -> Outcome:
        """Return what becomes of a unit, if there is a place for it."""
        if unit.key not in self.today:
            return "unknown"
        own = self.units.get(unit.key)
        is_written = own is not None and not own.is_gap
        if unit.state == "gap" and own is not None and is_written and own.text == self.text(unit.key):
            return "unchanged"  # a name that is the same in both languages
        if unit.state != "translated":
            return unit.state
        is_done = is_written and self._is_done(unit.key)
        if own is not None and is_written and own.text == self.text(unit.key):
            return "synced" if self._is_of_today(unit.key) and not is_done else "unchanged"
        if self._is_of_today(unit.key):
            return "written"
        return "older" if is_done else "stale"

    def text(self, key: UnitKey) -> str:
        """Return the translation of a unit as it can stand in a file."""
        return writing.cleaned(key, self.returned[key].target)

    def pins(self, outcomes: Mapping[UnitKey, Outcome]) -> Mapping[UnitKey, str]:
        """Return the pins of what is written, of the source text that it was translated from, and of what is synced."""
        keys = [key for key, outcome in outcomes.items() if outcome in ("written", "synced", "stale")]
        return {key: pin_of(self._source(key)) for key in keys if key not in self.sentences}

    def _source(self, key: UnitKey) -> str:
        """Return the source text that a unit was translated from: today's, as it is written, where it is that."""
        return self.today[key] if _is_same(self.returned[key].source, self.today[key]) else self.returned[key].source

    def _is_of_today(self, key: UnitKey) -> bool:
        """Whether a unit, and the sentence that it quotes, was translated from the source texts of today."""
        resting = [one for one in (key, self.sentences.get(key)) if one in self.returned and one in self.today]
        return all(_is_same(self.returned[one].source, self.today[one]) for one in resting)

    def _is_done(self, key: UnitKey) -> bool:
        """Whether the folder's own words are known to say what the source says today; quotes have no pin."""
        return key in self.sentences or self.pinned.get(key) == pin_of(self.today[key])


def _is_same(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space, which tools change."""
    return one.split() == other.split()


def _with_gaps(
    folder: _Files, templates: _Files, edition: Edition, wanted: Mapping[UnitKey, str]
) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder with gaps for what is wanted and missing; files that are missing, too."""
    names = dict.fromkeys([*folder, *(key.file for key in wanted)])
    for name in names:
        keys = [key for key in wanted if key.file == name]
        own, source = folder.get(name), templates.get(name)
        if own is not None and (source is None or not keys):
            yield name, own
        elif own is not None and source is not None:
            add = missing_lines.with_gaps if name.endswith(".md") else missing_strings.with_gaps
            yield name, add(name, own, source, keys)
        elif source is not None and name.endswith(".md"):
            yield name, scaffold.page(name, source, edition.source.code, keys)
