"""The document as a reference: BibTeX, in the form that biblatex reads too."""

from collections.abc import Mapping

from babel import Locale

from instrumentarium.exports.file_view import FileView
from instrumentarium.model import language_code
from instrumentarium.model.dating import Dating
from instrumentarium.model.edition import Language
from instrumentarium.model.language_code import parents
from instrumentarium.presentation.formatting import in_a_row

# The languages that babel, LaTeX's own package, has under another name than the English one.
_BABEL = {"de": "ngerman", "nb": "norsk", "nn": "nynorsk", "no": "norsk", "pt-BR": "brazilian", "sl": "slovene"}

# What BibTeX would take for itself.
_ESCAPES = {"\\": r"\textbackslash{}", **{mark: f"\\{mark}" for mark in "&%$#_{}"}, "~": r"\~{}", "^": r"\^{}"}


def note_bib(view: FileView, /) -> bytes:
    """Return a BibTeX entry; its date and its number are left out where they are not known.

    A date that is inferred is so marked, as each reader of the format knows it: EDTF for biblatex, the year in square
    brackets for BibTeX, and in words. The title keeps its capitals by its second braces.
    """
    card, dating = view.facts.note, view.facts.dating
    note = in_a_row(view.status(), view.version(), view.written() if dating.is_inferred else None)
    fields = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in view.authors()),
        "title": f"{{{_escaped(view.title())}}}",
        **({"number": _escaped(card.register_number)} if card.register_number else {}),
        **_date(dating),
        "language": _escaped(view.strings.language.name),
        "langid": _babel(view.language),
        "note": _escaped(note),
        **({"url": view.url("note")} if view.is_published else {}),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{card.short_name}-{view.language.code},\n{lines}}}\n".encode()


def _date(dating: Dating) -> Mapping[str, str]:
    """Return the fields of a date, as far as it is known."""
    edtf = dating.edtf()
    fields = {"date": edtf} if edtf else {}
    if not dating.date:
        return fields
    year, month, *_ = dating.date.split("-")
    return {**fields, "year": f"[{year}]"} if dating.is_inferred else {**fields, "year": year, "month": str(int(month))}


def _babel(language: Language) -> str:
    """Return the name that babel has for a language: "french"."""
    known = next((_BABEL[code] for code in parents(language.code) if code in _BABEL), None)
    return known or language_code.name(parents(language.code)[-1], Locale("en")).lower().replace(" ", "")


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)
