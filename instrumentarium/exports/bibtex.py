"""The document as a reference: BibTeX."""

from instrumentarium.exports.file_view import FileView

# What BibTeX would take for itself.
_ESCAPES = {"\\": r"\textbackslash{}", **{mark: f"\\{mark}" for mark in "&%$#_{}"}, "~": r"\~{}", "^": r"\^{}"}


def note_bib(view: FileView, /) -> bytes:
    """Return a BibTeX entry; its date and its number are left out where they are not known."""
    card = view.facts.note
    year, _, rest = (card.date or "").partition("-")
    fields = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in view.authors()),
        "title": _escaped(view.title()),
        **({"number": _escaped(card.register_number)} if card.register_number else {}),
        **({"date": card.date, "year": year, "month": str(int(rest[:2]))} if card.date else {}),
        "language": _escaped(view.strings.language.name),
        "langid": view.language.code,
        "note": _escaped(view.status()),
        **({"url": view.url("note")} if view.is_published else {}),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{card.short_name}-{view.language.code},\n{lines}}}\n".encode()


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)
