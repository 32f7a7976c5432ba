"""The glossary: each term with its places in the note, and in every language of the site."""

from collections.abc import Iterator, Mapping
from typing import Any

from instrumentarium.model.edition import Language
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.place import Place
from instrumentarium.model.records import Term
from instrumentarium.presentation import naming
from instrumentarium.presentation.view import View
from instrumentarium.translation import status


def glossary(view: View) -> Mapping[str, Any]:
    """{{ glossary() }}: the terms in the alphabet's order, then the bodies that are not terms."""
    words, facts = view.strings, view.facts
    return {
        "terms": sorted(facts.terms, key=lambda term: view.sort_key(words.terms[term.id].name)),
        "bodies": sorted(
            (body for body in facts.bodies if body.id not in words.terms),
            key=lambda body: view.sort_key(words.bodies[body.id].name),
        ),
        "kinds": {body.id: body.kind for body in facts.bodies},
        "others": {term.id: list(_other_places(view, term)) for term in facts.terms},
        "told_in": {term.id: _languages(view, term) for term in facts.terms},
        "notes": {code: view.url("note", language) for code, language in view.edition.languages.items()},
    }


def _languages(view: View, term: Term) -> list[Language]:
    """Return the languages that have words of their own for a term, and a sentence that bears them out."""
    source, every = view.edition.source, view.edition.languages.values()
    return [one for one in every if status.told_in(source, one, "terms", term) is one]


def _other_places(view: View, term: Term) -> Iterator[tuple[Place, str]]:
    """Yield the sentences that use a term too, besides the place that it rests on, each with its number."""
    forms = view.words("terms", term).forms
    for one in view.told_in("terms", term).note.numbered():
        if one.id != term.source and any(find_phrase(form, one.text) is not None for form in forms):
            yield one.id, naming.short_name(view.language, one.id)
