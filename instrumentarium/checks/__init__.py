"""The rules for the sources: small functions that yield a diagnostic for each place that breaks them."""

from collections.abc import Callable, Iterator

from instrumentarium.checks import assets, facts, pages, parity, strings, style, text
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree

Rule = Callable[[SourceTree], Iterator[Diagnostic]]

# A source that breaks one of these would mislead a reader: the build stops.
ERRORS: tuple[Rule, ...] = (*facts.ERRORS, *text.ERRORS, *strings.ERRORS, *pages.ERRORS, *parity.ERRORS, *assets.ERRORS)

# A source that breaks one of these reads badly: it is reported, and the build goes on.
WARNINGS: tuple[Rule, ...] = (*text.WARNINGS, *style.WARNINGS)


def run(rules: tuple[Rule, ...], tree: SourceTree, /) -> list[Diagnostic]:
    """Return the diagnostics of all the rules."""
    return [diagnostic for rule in rules for diagnostic in rule(tree)]
