"""The components that a page may call: each a template of overrides/components/, autoescaped.

A component is a function of a View that returns what its template needs besides the View; the
template has the component's name. The docstring's first line says how a page calls it.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import jinja2

from instrumentarium.model import blocks
from instrumentarium.presentation import links, naming
from instrumentarium.presentation.file_components import downloads, examples, subscriptions
from instrumentarium.presentation.glossary_components import glossary
from instrumentarium.presentation.home_components import key_points, read_note, subject
from instrumentarium.presentation.picture_components import note_picture, timeline_picture
from instrumentarium.presentation.version_components import versions
from instrumentarium.presentation.view import View
from instrumentarium.translation import status

Component = Callable[..., Mapping[str, Any]]

# A shape for each kind of instruments, in a square of 10: disc, square, diamond, triangle, ring, frame, cross, bar.
_SHAPES = (
    *("M1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "M1.5 1.5h7v7h-7z", "M5 0l5 5l-5 5l-5-5z", "M5 1l5 8h-10z"),
    *("M1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M3 5a2 2 0 1 1 4 0a2 2 0 1 1-4 0", "M1 1v8h8v-8zM3 3h4v4h-4z"),
    *("M4 1h2v3h3v2h-3v3h-2v-3h-3v-2h3z", "M0.5 3.5h9v3h-9z"),
)


class Renderer:
    """Renders components with the templates of folders, of which the first that has one wins."""

    def __init__(self, *folders: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, component: Component, view: View, /, *arguments: Any, **named: Any) -> str:
        """Return the HTML of a component."""
        return self.part(component.__name__, view, **component(view, *arguments, **named))

    def part(self, name: str, view: View, /, **context: Any) -> str:
        """Return the HTML of a template, without indentation and blank lines."""
        lines = self._environment.get_template(f"{name}.html").render(view=view, **context).splitlines()
        return "\n".join(filter(None, map(str.strip, lines)))


def note(view: View) -> Mapping[str, Any]:
    """{{ note() }}: the whole note; the page of the note is this component."""
    source = view.edition.source
    return {
        "note": view.language.note,
        "links": links.of_note(view.edition, view.language),
        "page_starts": view.facts.page_starts(),
        "numbers": naming.shown_numbers(view.language),
        "blocks": blocks.blocks,
        "is_running_text": blocks.is_running_text,
        "source_note": None if view.language is source else view.url("note", source),
    }


def card(view: View) -> Mapping[str, Any]:
    """{{ card() }}: what is known of the document, and what is not."""
    return {"card": view.facts.note, "dating": view.facts.dating}


def counts(view: View) -> Mapping[str, Any]:
    """{{ counts() }}: how much there is of everything, each with a link to it."""
    facts = view.facts
    numbers = {
        "note": ("sentences", sum(1 for _ in view.language.note.numbered())),
        "timeline": ("meetings", len(facts.meetings)),
        "questions": ("questions", len(facts.questions)),
        "instruments": ("instruments", len(facts.instruments)),
        "glossary": ("terms", len(facts.terms)),
    }
    return {"numbers": {page: view.count(what, number) for page, (what, number) in numbers.items() if number}}


def ways(view: View) -> Mapping[str, Any]:
    """{{ ways() }}: a link to each page, with its description."""
    return {"pages": [view.language.pages[name] for name in view.edition.pages if name != "index"]}


def rights(view: View) -> Mapping[str, Any]:
    """{{ rights() }}: who has the rights in the text, and under which terms it may be reused."""
    return {}


def official_versions(view: View) -> Mapping[str, Any]:
    """{{ official_versions() }}: where official versions of the note may be found, where the edition says so."""
    return {}


def sentence(view: View, place: str) -> Mapping[str, Any]:
    """{{ sentence("p2s1") }}: a sentence of the note, with a link to its place."""
    return {"place": place}


def verify(view: View) -> Mapping[str, Any]:
    """{{ verify() }}: a field for a quotation, which is then looked for in the note."""
    return {}


def timeline(view: View) -> Mapping[str, Any]:
    """{{ timeline() }}: the meetings, drawn to scale, then each with its sentence."""
    drawn = timeline_picture(view)
    numbers = {mark.meeting.id: mark.number for mark in drawn["wide"].marks} if drawn["wide"] else {}
    return {**drawn, "meetings": view.facts.meetings, "numbers": numbers}


def questions(view: View) -> Mapping[str, Any]:
    """{{ questions() }}: the questions, with the sentences and instruments they are about."""
    return {"questions": view.facts.questions}


def instruments(view: View) -> Mapping[str, Any]:
    """{{ instruments() }}: a table of the instruments below the sentences that name them, each quoted once."""
    facts, order = view.facts, list(view.language.note.sentences)
    places = sorted({one.source for one in facts.instruments}, key=order.index)
    return {
        "groups": {place: [one for one in facts.instruments if one.source == place] for place in places},
        "links": {place: links.instruments(view.edition, view.language, view.sentence(place)) for place in places},
        "conditions": {condition.id: condition for condition in facts.conditions},
        "shapes": dict(zip(facts.instrument_kinds, cycle(_SHAPES), strict=False)),
        "involved": f"{view.labels.level} · {view.labels.actors}",
        "asked": view.language.pages["questions"].title if facts.questions else "",
    }


def translations(view: View) -> Mapping[str, Any]:
    """{{ translations() }}: which translations are whole, how far the others are, and all of them page by page."""
    source, languages = view.edition.source, {**view.edition.languages, **view.edition.drafts}
    translated = [one for one in languages.values() if one is not source]
    progress = {one.code: status.progress(source, one) for one in translated}
    counted = {name for _, pages in progress.values() for name in pages}  # the engine's own pages are not
    complete = [one for one in translated if not one.is_draft and _is_done(progress[one.code][0])]
    return {
        "once": cache,  # most bars are like others
        "columns": [name for name in (*view.edition.pages, "strings") if name in counted],
        "progress": progress,
        "complete": complete,
        "others": [one for one in translated if one not in complete],
    }


def _is_done(counts: status.Counts) -> bool:
    return not counts["stale"] + counts["missing"]


MACROS: Mapping[str, Component] = {
    component.__name__: component
    for component in (
        *(subject, key_points, read_note, card, counts, ways, rights, official_versions),
        *(sentence, verify, timeline, questions, instruments, glossary),
        *(timeline_picture, note_picture, downloads, subscriptions, examples, translations, versions),
    )
}
"""The components that a page may call, by name."""

ALL: Mapping[str, Component] = {**MACROS, "note": note}


def usage(component: Component, /) -> str:
    """Return how a page calls a component."""
    return (inspect.getdoc(component) or "").splitlines()[0].partition("}}")[0] + "}}"
