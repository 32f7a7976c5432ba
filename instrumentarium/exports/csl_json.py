"""The document as a reference: CSL-JSON, which reference managers and word processors read."""

from collections.abc import Mapping
from typing import Any

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.presentation.formatting import in_a_row


def note_csl(view: FileView, /) -> bytes:
    """Return a list of one item; its date and its number are left out where they are not known.

    A date that is inferred is so marked: for styles as uncertain ("ca. 2024"), and in words.
    """
    card, dating = view.facts.note, view.facts.dating
    item = {
        "id": f"{card.short_name}-{view.language.code}",
        "type": "document",
        "author": [{"literal": name} for name in view.authors()],
        "title": view.title(),
        **({"number": card.register_number} if card.register_number else {}),
        **({"issued": _date(view)} if dating.is_known else {}),
        "language": view.language.code,
        "note": in_a_row(view.status(), view.version(), view.written() if dating.is_inferred else None),
        **({"URL": view.url("note")} if view.is_published else {}),
    }
    return json_bytes([item], indent=2)


def _date(view: FileView) -> Mapping[str, Any]:
    """Return the date, or the first and the last day that it can be; in words where one of these is not known."""
    dating = view.facts.dating
    ends = [dating.date] if dating.date else [day.isoformat() for day in (dating.earliest, dating.latest) if day]
    if not dating.date and len(ends) < 2:
        return {"literal": view.written()}
    parts = [[int(part) for part in end.split("-")] for end in ends]
    return {"date-parts": parts, **({"circa": True} if dating.is_inferred else {})}
