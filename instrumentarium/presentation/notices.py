"""What a page shows of the state of its translation: stale lines with the original, gaps filled by it."""

from collections.abc import Mapping

from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources.units import GAP, note_keys, page_keys, without_comments
from instrumentarium.translation.status import State, source_texts

# The sections of strings.yml that a page shows.
_SHOWN = {
    "timeline": ("meetings",),
    "instruments": ("instruments", "conditions"),
    "questions": ("questions",),
    "glossary": ("terms", "bodies"),
}


def marked(markdown: str, page: str, view: View, found: Mapping[str, State], renderer: Renderer, /) -> str:
    """Return a page's Markdown without comments, its gaps filled and its stale lines marked.

    The sentences of the note are marked by ``sentences.py``; headings have no mark of their own.
    """
    source = view.edition.source
    lines = without_comments(markdown).split("\n")
    texts = source_texts(source, view.language)
    keys = note_keys(lines, 1) if page == "note" else page_keys(page, lines, 1)
    for number, key in keys.items():
        line, original = lines[number - 1], texts.get(key, "")
        if GAP in line.split():
            filled = original if page == "note" else renderer.part("_original", view, original=original)
            lines[number - 1] = line.replace(GAP, filled, 1)
        elif found.get(key) == "stale" and page != "note" and not line.startswith("#"):
            lines[number - 1] = renderer.part("_stale", view, text=line, original=original)
    return "\n".join(lines)


def is_stale(page: str, found: Mapping[str, State], /) -> bool:
    """Whether a page, or a record that it shows, has anything stale."""
    sections = tuple(f"strings:{section}." for section in _SHOWN.get(page, ()))
    return any(
        state == "stale" and (key.startswith(f"{page}:") or (sections and key.startswith(sections)))
        for key, state in found.items()
    )
