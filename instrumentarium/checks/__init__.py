"""The rules for the sources: small functions that yield a diagnostic for each place that breaks them.

They stand in the order from what may be a cause to what may follow from it, as ``sources.folding`` reads them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from instrumentarium.checks import (
    assets,
    dates,
    facts,
    hours,
    markup,
    missing,
    pages,
    parity,
    places,
    quotes,
    settings,
    strings,
    style,
    text,
)
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree

Rule = Callable[[SourceTree], Iterator[Diagnostic]]

# A source that breaks one of these would mislead a reader: the build stops.
ERRORS: tuple[Rule, ...] = (
    *settings.ERRORS,
    *facts.ERRORS,
    *strings.ERRORS,
    facts.references_exist,
    *pages.ERRORS,
    *markup.ERRORS,
    *assets.ERRORS,
    *text.ERRORS,
    *quotes.ERRORS,
    *dates.ERRORS,
    *hours.ERRORS,
    *parity.ERRORS,
    *places.ERRORS,
)

# A source that breaks one of these reads badly: it is reported, and the build goes on.
WARNINGS: tuple[Rule, ...] = (*text.WARNINGS, *quotes.WARNINGS, *style.WARNINGS, *missing.WARNINGS)


dead_places = places.dead_places
"""What is known only where the sources are without errors: which places the site's pages have."""


def errors(tree: SourceTree, /) -> list[Diagnostic]:
    """Return the errors of all the rules."""
    return list(_found(ERRORS, tree))


def warnings(tree: SourceTree, /) -> list[Diagnostic]:
    """Return the warnings of all the rules."""
    return [replace(diagnostic, severity="warning") for diagnostic in _found(WARNINGS, tree)]


def _found(rules: Iterable[Rule], tree: SourceTree) -> Iterator[Diagnostic]:
    """Yield what each rule finds, the translations' last."""
    source = ("", tree.facts.note.language)
    for rule in rules:
        yield from sorted(rule(tree), key=lambda diagnostic: diagnostic.language not in source)
