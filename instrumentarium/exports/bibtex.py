"""The document as a reference: BibTeX."""

from instrumentarium.exports.file_view import FileView

# What BibTeX would take for itself.
_ESCAPES = {"\\": r"\textbackslash{}", **{mark: f"\\{mark}" for mark in "&%$#_{}"}, "~": r"\~{}", "^": r"\^{}"}


def note_bib(view: FileView, /) -> bytes:
    """Return a BibTeX entry; the year is left out, because the note's date is not known."""
    fields = {
        "author": f"{{{_escaped(view.author())}}}",
        "title": _escaped(view.title()),
        "language": _escaped(view.strings.language.name),
        "langid": view.language.code,
        "note": _escaped(view.status()),
        **({"url": view.url("note")} if view.is_published else {}),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{instrumentarium-{view.language.code},\n{lines}}}\n".encode()


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)
