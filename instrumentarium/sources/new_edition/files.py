"""The files of a new edition."""

import uuid
from collections.abc import Mapping
from importlib.resources import files
from string import Template

from instrumentarium.model import language_code
from instrumentarium.model.unit import GAP
from instrumentarium.sources import note_parser, text_files
from instrumentarium.sources.new_edition import dividing
from instrumentarium.sources.tree import note_file, received_file, strings_file

_TEMPLATES = ("mkdocs.yml", "data/note.yml", "data/bodies.yml", "data/published.yml")


def new_edition(language: str, short_name: str, name: str, received: str, /) -> Mapping[str, str]:
    """Return the files of an edition of a document, by their paths: what is still to be written is a gap.

    ``received`` is the text in that language, "" where it is to be written by hand; ``name`` is that of the site.
    """
    note = dividing.note(received or "NOTE\n\nX", GAP, GAP)
    if not received:
        note = note.replace("\nX\n", f"\n{GAP}\n")
    parsed, _ = note_parser.parse(text_files.body(note)[0])
    first = next((place for place in parsed.sentences if place.startswith(("head", "p"))), "p1s1") if parsed else "p1s1"
    values = {
        "language": language,
        "language_name": language_code.name(language) or GAP,
        "identity": str(uuid.uuid4()),
        "short_name": short_name,
        "name": name,
        "author_source": first,
    }
    return {
        **{path: _filled(path, values) for path in _TEMPLATES},
        strings_file(language): _filled("docs/strings.yml", values),
        note_file(language): note,
        received_file(language): received or "NOTE\n",
    }


def _filled(path: str, values: Mapping[str, str]) -> str:
    template = files("instrumentarium.sources.new_edition").joinpath(path).read_text(encoding="utf-8")
    return Template(template).substitute(values)
