"""The document as a reference: RIS."""

from instrumentarium.exports.file_view import FileView


def note_ris(view: FileView, /) -> bytes:
    """Return a RIS record; its lines end with CR LF, as the format requires."""
    card = view.facts.note
    date = (card.date or "").replace("-", "/")
    fields = [
        ("TY", "GOVDOC"),
        *(("A1", name) for name in view.authors()),
        ("TI", view.title()),
        *([("M1", card.register_number)] if card.register_number else []),
        *([("PY", date[:4]), ("DA", date)] if date else []),
        ("LA", view.language.code),
        ("N1", view.status()),
        *([("UR", view.url("note"))] if view.is_published else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields).encode()
