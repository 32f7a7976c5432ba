"""The pictures of the site, as the templates of Typst draw them: rectangles and words in the units of the drawing."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from instrumentarium.exports.file_view import FileView
from instrumentarium.presentation import naming
from instrumentarium.presentation.picture_components import note_picture, timeline_picture


def meetings(view: FileView, /) -> Mapping[str, Any] | None:
    """Return the meetings to scale, with the key and the bodies of the lanes; None where there are none."""
    drawn = timeline_picture(view)
    picture, names = drawn["wide"], view.strings.bodies
    if picture is None:
        return None
    return {
        "width": picture.width,
        "height": picture.height,
        "about": drawn["about"],
        "written": picture.written and asdict(picture.written),
        "months": [
            {"box": asdict(box), "name": drawn["month_name"](month, box, is_upright=False)}
            for month, box in picture.months.items()
        ],
        "lanes": [
            {
                "box": asdict(lane.box),
                "letter": lane.letter,
                "name": names[lane.body].name if lane.body else view.labels.no_body,
            }
            for lane in picture.lanes
        ],
        "gaps": [{"box": asdict(box), "days": view.number(days)} for days, box in picture.gaps],
        "marks": [
            {
                "box": asdict(mark.box),
                "meeting": mark.meeting.id,
                "number": mark.number,
                "is_announced": mark.meeting.status == "announced",
                "is_inferred": bool(mark.meeting.inferred),
            }
            for mark in picture.marks
        ],
        "key": {
            "reported": view.language.kinds["reported"],
            "announced": view.language.kinds["announced"],
            "inferred": view.labels.inferred,
            "written": view.labelled(view.labels.date, view.written() or ""),
        },
    }


def note(view: FileView, /) -> Mapping[str, Any]:
    """Return the map of the note, with its key."""
    drawn = note_picture(view)
    picture, names, numbers = drawn["wide"], drawn["names"], naming.shown_numbers(view.language)
    about = [view.count("sentences", sum(len(row.bars) for row in picture.rows))]
    about += (
        view.labelled(
            name, view.number(sum(one == section for row in picture.rows for bar in row.bars for one, _ in bar.marks))
        )
        for section, name in names.items()
    )
    return {
        "width": picture.width,
        "height": picture.height,
        "about": view.enumerated(about),
        "pages": [asdict(box) for _, box in picture.pages],
        "rows": [
            {
                "y": row.y,
                "name": ("?" if row.paragraph.is_question else "") + numbers[row.paragraph.id],
                "bars": [
                    {
                        "box": asdict(bar.box),
                        "is_bare": not bar.resting,
                        "marks": [{"section": section, "box": asdict(box)} for section, box in bar.marks],
                    }
                    for bar in row.bars
                ],
            }
            for row in picture.rows
        ],
        "key": {"names": names, "bare": view.labels.no_record, "page": view.labels.page_begins},
    }
