"""What a page of prose shows of its translation: stale lines with the source text, gaps filled by it."""

import re
from collections.abc import Callable

from instrumentarium.model.records import RECORD_KINDS
from instrumentarium.model.unit import GAP
from instrumentarium.presentation.borrowed import attributes
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources.units import page_keys
from instrumentarium.translation.status import State, States, source_texts

# What a line of a list begins with.
_ITEM = re.compile(r"\s*(?:(?:[-*]|\d+[.)])\s+)?")
_HEADING = re.compile(r"#{1,6}\s.*\{:\s*#(?P<id>[\w-]+)\s*\}\s*$")
# Stands for the source text, which is Markdown, in a notice that is rendered around it.
_SLOT = "\0"


def completed(markdown: str, source: str, page: str, view: View, /) -> str:
    """Return a page's Markdown with those sections of the source language's, ``source``, that it lacks, marked."""
    own, begin = _sections(markdown), f"<span{attributes(view.edition.source, view.language)}>"
    lines, texts = source.split("\n"), source_texts(view.edition.source, view.language)
    for number, key in page_keys(page, lines, 1).items():
        lines[number - 1] = lines[number - 1].replace(texts[key], f"{begin}{texts[key]}</span>", 1)
    wanted = _sections("\n".join(lines))
    parts = [own.pop(id) if id in own else section for id, section in wanted.items()]
    return "\n\n".join([*parts, *own.values()])  # a heading may follow a list


def _sections(markdown: str) -> dict[str, str]:
    """Return the parts of a page by the id of the heading that each begins with; "" is what comes before the first."""
    sections: dict[str, list[str]] = {"": []}
    for line in markdown.split("\n"):
        if heading := _HEADING.match(line):
            sections[heading["id"]] = []
        sections[list(sections)[-1]].append(line)
    return {id: "\n".join(lines) for id, lines in sections.items()}


def marked(markdown: str, page: str, view: View, renderer: Renderer, keep: Callable[[str], str], /) -> str:
    """Return a page's Markdown (without comments) with its gaps filled and its stale lines marked.

    A section that has fewer lines than the source language's ends with those that it lacks, in that language.
    Of a page that the language lacks, the Markdown is the source language's, and every line is marked as such.
    ``keep`` returns what stands in Markdown for HTML that is set in afterwards. Headings have no notice.
    """
    source, states = view.edition.source, view.states
    is_missing, begin = view.language.pages[page].is_missing, f"<span{attributes(source, view.language)}>"
    lines, texts = markdown.split("\n"), source_texts(source, view.language)
    keys = page_keys(page, lines, 1)
    for number, key in keys.items():
        line, wanted = lines[number - 1], texts.get(key, "")
        if is_missing or GAP in line.split():
            lines[number - 1] = line.replace(wanted if is_missing else GAP, f"{begin}{wanted}</span>", 1)
        elif states.get(key) == "stale" and not line.startswith("#"):
            before, after = map(keep, renderer.part("_stale", view, tag="span", source_text=_SLOT).split(_SLOT))
            mark, text = _parted(line)
            lines[number - 1] = f'{mark}<span class="sentence--stale">{text}</span> {before}{wanted}{after}'
    last = {key.section: number for number, key in keys.items()}
    for key in texts:
        if key.page == page and not key.is_front_matter and key.section in last and key not in keys.values():
            number = last[key.section]
            lines[number - 1] += f"\n{_parted(lines[number - 1])[0]}{begin}{texts[key]}</span>"
    return "\n".join(lines)


def _parted(line: str) -> tuple[str, str]:
    """Return what a line begins with, as an item of a list or as the heading above it, and the rest of it."""
    if line.startswith("#"):
        return "\n", line
    mark = _ITEM.match(line)
    assert mark is not None
    return mark[0], line[mark.end() :]


def pages_with(state: State, states: States, /) -> set[str]:
    """Return the pages that have anything in that state, or show a record that has."""
    keys = [key for key, found in states.items() if found == state]
    sections = {key.section for key in keys if key.page == "strings"}
    return {key.page for key in keys} | {kind.page for kind in RECORD_KINDS if kind.section in sections}
