"""The glossary: each term with its places in the note, and in every language of the site."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
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
        "in_languages": _words(view.edition.source, tuple(view.edition.languages.values()), facts.terms),
        "notes": {code: view.url("note", language) for code, language in view.edition.languages.items()},
    }


@lru_cache(maxsize=8)  # the same on the page of each language
def _words(
    source: Language, languages: tuple[Language, ...], terms: tuple[Term, ...]
) -> Mapping[str, Sequence[tuple[str, str, str, str]]]:
    """Return, by a term's id, the words of each language that has its own, and a sentence that bears them out.

    They are the language's code and name, the term's forms, and where its use was seen, "" where it was not.
    """
    return {term.id: [_said(one, term) for one in languages if _is_told_in(source, one, term)] for term in terms}


def _said(language: Language, term: Term) -> tuple[str, str, str, str]:
    words = language.strings.terms[term.id]
    return language.code, language.strings.language.name, ", ".join(words.forms), words.evidence or ""


def _is_told_in(source: Language, language: Language, term: Term) -> bool:
    return status.told_in(source, language, "terms", term) is language


def _other_places(view: View, term: Term) -> Iterator[tuple[Place, str]]:
    """Yield the sentences that use a term too, besides the place that it rests on, each with its number."""
    forms = view.words("terms", term).forms
    for one in view.told_in("terms", term).note.numbered():
        if one.id != term.source and any(find_phrase(form, one.text) is not None for form in forms):
            yield one.id, naming.short_name(view.language, one.id)
