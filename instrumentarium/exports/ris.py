"""The document as a reference: RIS."""

from instrumentarium.exports.file_view import FileView


def note_ris(view: FileView, /) -> bytes:
    """Return a RIS record; its lines end with CR LF, as the format requires."""
    fields = [
        ("TY", "GOVDOC"),
        ("A1", view.author()),
        ("TI", view.title()),
        ("LA", view.language.code),
        ("N1", view.status()),
        *([("UR", view.url("note"))] if view.is_published else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields).encode()
