"""How far every language is, as lines to read and as data/translations.json."""

from collections import Counter
from collections.abc import Iterator, Mapping

# Pydantic, which makes the schema, cannot read typing's own before Python 3.12.
from typing_extensions import TypedDict

from instrumentarium.model.edition import Edition, Language
from instrumentarium.translation.status import State, count_by_page, left, source_texts, states


class Counted(TypedDict):
    """How many units are in each state."""

    done: int
    stale: int
    missing: int


class LanguageProgress(Counted):
    """How far a language is: whole, page by page, and by the key of each unit that is not done."""

    name: str
    status: str
    reviewers: list[str]
    pages: dict[str, Counted]
    left: dict[str, State]


class Progress(TypedDict):
    """data/translations.json: how far every translation of the source is, by the language's code."""

    source: str
    languages: dict[str, LanguageProgress]


STATES: tuple[State, ...] = ("done", "stale", "missing")


def of(edition: Edition, /, *, only: str | None = None) -> Progress:
    """Return the state of every translation, or of one: counted for each page, and by unit what is not done."""
    source = edition.source
    languages: dict[str, LanguageProgress] = {}
    for code, language in {**edition.languages, **edition.drafts}.items():
        if code == source.code or (only is not None and code != only):
            continue
        found = states(source, language)
        languages[code] = {
            "name": language.strings.language.name,
            "status": language.strings.language.status,
            "reviewers": list(language.strings.language.reviewers),
            **_counted(Counter(found.values())),
            "pages": {page: _counted(counts) for page, counts in count_by_page(found).items()},
            "left": {key: state for key, state in found.items() if state != "done"},
        }
    return {"source": source.code, "languages": languages}


def _counted(counts: Mapping[str, int]) -> Counted:
    return {"done": counts.get("done", 0), "stale": counts.get("stale", 0), "missing": counts.get("missing", 0)}


def overview(edition: Edition, /) -> Iterator[str]:
    """Yield a line for each language."""
    for code, language in edition.languages.items():
        if code != edition.source.code:
            counts = Counter(states(edition.source, language).values())
            told = ", ".join(f"{counts[state]:>3} {state}" for state in STATES)
            yield f"{code}  {told}{'  (draft)' if language.is_draft else ''}"


def detail(source: Language, language: Language, earlier: Mapping[str, str] | None, /) -> Iterator[str]:
    """Yield a line for each page of a language, and below it one for each unit that is not done.

    ``earlier`` are the source texts that stale units were made from; None where nobody asked.
    """
    found, texts = states(source, language), source_texts(source, language)
    remaining = list(left(found, language))
    for page, counts in count_by_page(found).items():
        yield f"{page:<13}" + ", ".join(f"{counts[state]:>3} {state}" for state in STATES)
        file = f"docs/{language.code}/{'strings.yml' if page == 'strings' else f'{page}.md'}"
        for key, state, unit in remaining:
            if key.partition(":")[0] != page:
                continue
            yield f"  {file}:{unit.line if unit else 1}: {key.partition(':')[2]} {state}"
            if earlier is not None and state == "stale":
                yield f"    - {earlier.get(key, '(not in the history of this checkout)')}"
                yield f"    + {texts[key]}"
