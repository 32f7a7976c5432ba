"""The document as a reference, for the tools that keep them: BibTeX and RIS."""

from instrumentarium.model import Edition, Language
from instrumentarium.view import View

# What BibTeX would take for itself.
_ESCAPES = {"\\": r"\textbackslash{}", **{mark: f"\\{mark}" for mark in "&%$#_{}"}, "~": r"\~{}", "^": r"\^{}"}


def bibtex(edition: Edition, language: Language, /, address: str | None = None) -> bytes:
    """Return a BibTeX entry; the year is left out, because the note's date is not known."""
    fields = {
        "author": f"{{{_escaped(_view(edition, language).author())}}}",
        "title": _escaped(_view(edition, language).title()),
        "language": _escaped(language.strings.language.name),
        "langid": language.code,
        "note": _escaped(_view(edition, language).status()),
        **({"url": address} if address else {}),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{instrumentarium-{language.code},\n{lines}}}\n".encode()


def ris(edition: Edition, language: Language, /, address: str | None = None) -> bytes:
    """Return a RIS record, its lines ended as the format wants them."""
    view = _view(edition, language)
    fields = [
        ("TY", "GOVDOC"),
        ("A1", view.author()),
        ("TI", view.title()),
        ("LA", language.code),
        ("N1", view.status()),
        *([("UR", address)] if address else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields).encode()


def _view(edition: Edition, language: Language) -> View:
    return View(edition=edition, language=language, url=lambda name: f"{name}/", root="")


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)
