"""What a page of prose shows of its translation: stale lines with the source text, gaps filled by it."""

import re
from collections.abc import Callable

from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.model.unit import GAP
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources.units import page_keys
from instrumentarium.translation.status import States, source_texts

# What a line of a list begins with.
_ITEM = re.compile(r"\s*(?:(?:[-*]|\d+[.)])\s+)?")
# Stands for the source text, which is Markdown, in a notice that is rendered around it.
_SLOT = "\0"


def marked(markdown: str, page: str, view: View, renderer: Renderer, keep: Callable[[str], str], /) -> str:
    """Return a page's Markdown (without comments) with its gaps filled and its stale lines marked.

    ``keep`` returns what stands in Markdown for HTML that is set in afterwards. Headings have no mark.
    """
    source, states = view.edition.source, view.states
    lines = markdown.split("\n")
    texts = source_texts(source, view.language)
    for number, key in page_keys(page, lines, 1).items():
        line, original = lines[number - 1], texts.get(key, "")
        if GAP in line.split():
            lines[number - 1] = line.replace(GAP, f'<span lang="{source.code}">{original}</span>', 1)
        elif states.get(key) == "stale" and not line.startswith("#"):
            before, after = map(keep, renderer.part("_stale", view, tag="span", original=_SLOT).split(_SLOT))
            item = _ITEM.match(line)
            assert item is not None
            text = line[item.end() :]
            lines[number - 1] = f'{item[0]}<span class="sentence--stale">{text}</span> {before}{original}{after}'
    return "\n".join(lines)


def unfinished(states: States, /) -> set[str]:
    """Return the pages with a unit that is not done; ``strings`` is one of them."""
    return {key.page for key, state in states.items() if state != "done"}


def stale_pages(states: States, /) -> set[str]:
    """Return the pages that have anything stale, or show a record that has."""
    stale = [key for key, state in states.items() if state == "stale"]
    sections = {key.section for key in stale if key.page == "strings"}
    return {key.page for key in stale} | {kind.page for kind in RECORD_KINDS if kind.section in sections}
