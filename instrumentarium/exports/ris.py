"""The document as a reference: RIS."""

from instrumentarium.exports.file_view import FileView


def note_ris(view: FileView, /) -> bytes:
    """Return a RIS record; its lines end with CR LF, as the format requires.

    A date is year/month/day/other: that it is inferred, in words, is the other.
    """
    card, dating, written = view.facts.note, view.facts.dating, view.written()
    version = view.version()
    date = (dating.date or "").replace("-", "/")
    inferred = written if written and dating.is_inferred else ""
    if date and inferred:
        date = f"{date}//{inferred.replace('/', '-')}"
    fields = [
        ("TY", "GOVDOC"),
        *(("A1", name) for name in view.authors()),
        ("TI", view.title()),
        *([("M1", card.register_number)] if card.register_number else []),
        *([("PY", date if inferred else date[:4]), ("DA", date)] if date else []),
        ("LA", view.language.code),
        ("N1", view.status()),
        *([("N1", version)] if version else []),
        *([("N1", inferred)] if inferred else []),
        *([("UR", view.url("note"))] if view.is_published else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields).encode()
