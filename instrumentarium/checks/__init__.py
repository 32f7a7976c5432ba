"""The rules that the sources keep: small functions that yield a fault for each place that breaks them."""

from collections.abc import Callable, Iterator

from instrumentarium.checks import facts, pages, parity, strings, style, text
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree

Rule = Callable[[SourceTree], Iterator[Diagnostic]]

# What breaks one of these would mislead a reader: the build stops.
ERRORS: tuple[Rule, ...] = (*facts.ERRORS, *text.ERRORS, *strings.ERRORS, *pages.ERRORS, *parity.ERRORS)

# What breaks one of these reads badly: it is told, and the build goes on.
WARNINGS: tuple[Rule, ...] = style.WARNINGS


def run(rules: tuple[Rule, ...], tree: SourceTree, /) -> list[Diagnostic]:
    """Return what every one of the rules finds."""
    return [fault for rule in rules for fault in rule(tree)]
