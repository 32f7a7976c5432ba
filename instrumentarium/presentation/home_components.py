"""What the home page calls to say what the note says, and to lead on to it."""

from collections.abc import Mapping
from typing import Any

from babel.units import format_unit

from instrumentarium.model.records import KeyPoint
from instrumentarium.model.unit import UnitKey
from instrumentarium.presentation.view import View

# How fast a grown-up reads prose silently.
WORDS_A_MINUTE = 200


def subject(view: View) -> Mapping[str, Any]:
    """{{ subject() }}: what the note is about, as the heading of the home page."""
    return {}


def key_points(view: View) -> Mapping[str, Any]:
    """{{ key_points() }}: what matters most, in the note's own words, each with its address."""
    return {"points": [(point, *_cuts(view, point)) for point in view.facts.key_points]}


def _cuts(view: View, point: KeyPoint) -> tuple[bool, bool]:
    """Return whether the quote of a key point leaves out what stands before it, and what stands after it."""
    text = view.quoted(point.source, view.told_in("key_points", point)).text
    before, _, after = text.partition(view.words("key_points", point).quote)
    return bool(before), len(after) > len(".")


def read_note(view: View) -> Mapping[str, Any]:
    """{{ read_note() }}: the way to the note, with the minutes that it takes, and to what it does not say."""
    words = sum(len(one.text.split()) for one in view.language.note.numbered())
    minutes = format_unit(max(1, round(words / WORDS_A_MINUTE)), "duration-minute", "long", locale=view.language.locale)
    units = {**view.edition.source.units, **view.language.units}
    heading = units.get(UnitKey("about:unknown:0"))
    return {"minutes": minutes, "unknown": heading and heading.text}
