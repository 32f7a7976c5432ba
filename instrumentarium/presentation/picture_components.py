"""The pictures that a page may call, each drawn across a wide screen and upright on a narrow one."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

from babel.units import format_unit

from instrumentarium.locales import dates
from instrumentarium.model.records import RECORD_KINDS, RecordKind
from instrumentarium.presentation import naming
from instrumentarium.presentation.pictures import note_map, timeline
from instrumentarium.presentation.pictures.box import Box
from instrumentarium.presentation.view import View

# The width of a letter, and the height of a line, in the units of a drawing; beside an upright one is this much room.
_LETTER, _LINE, _BESIDE = 6.4, 14, 80


def timeline_picture(view: View) -> Mapping[str, Any]:
    """{{ timeline_picture() }}: the meetings drawn to scale, each mark a link to its entry."""
    wide, upright = (timeline.draw(view.facts, is_upright=is_upright) for is_upright in (False, True))
    return {
        "wide": wide,
        "upright": upright,
        "about": _about_meetings(view, wide) if wide else "",
        "month_name": partial(_month_name, view),
    }


def note_picture(view: View) -> Mapping[str, Any]:
    """{{ note_picture() }}: a map of the note, each sentence a bar with what rests on it, and a link to it."""
    wide, upright = (
        note_map.draw(view.language.note, view.facts, is_upright=is_upright) for is_upright in (False, True)
    )
    drawn = {section for row in wide.rows for bar in row.bars for section in bar.resting}
    return {
        "wide": wide,
        "upright": upright,
        "names": {kind.section: _name(view, kind) for kind in RECORD_KINDS if kind.section in drawn},
        "numbers": naming.shown_numbers(view.language),
    }


def _name(view: View, kind: RecordKind) -> str:
    """Return what the mark of a list stands for: the title of its page; conditions have none of their own."""
    return view.labels.condition if kind.section == "conditions" else view.language.pages[kind.page].title


def _about_meetings(view: View, picture: timeline.TimelinePicture) -> str:
    """Return how many meetings there are, over how many days, and how many of each body."""
    bodies = Counter(meeting.body for meeting in view.facts.meetings if meeting.body)
    told = [view.count("meetings", len(view.facts.meetings))]
    told.append(format_unit(picture.days, "duration-day", "long", locale=view.language.locale))
    told += (view.labelled(view.strings.bodies[id].name, view.number(number)) for id, number in bodies.items())
    return view.enumerated(told)


def _month_name(view: View, month: str, box: Box, *, is_upright: bool) -> str:
    """Return the name of a month, whole or abbreviated, as far as there is room for it; "" where there is none."""
    room = (_BESIDE if box.height >= _LINE else 0) if is_upright else box.width
    names = (dates.name_of_month(month, view.language.locale, is_short=is_short) for is_short in (False, True))
    return next((name for name in names if len(name) * _LETTER < room), "")
