"""The rules that the sources keep: small functions that yield a fault for each place that breaks them."""

from collections.abc import Callable, Iterator

from instrumentarium.checks import facts, pages, parity, strings, style, text
from instrumentarium.sources.diagnostics import Fault
from instrumentarium.sources.tree import Reading

Rule = Callable[[Reading], Iterator[Fault]]

# What breaks one of these would mislead a reader: the build stops.
RULES: tuple[Rule, ...] = (*facts.RULES, *text.RULES, *strings.RULES, *pages.RULES, *parity.RULES)

# What breaks one of these reads badly: it is told, and the build goes on.
REMARKS: tuple[Rule, ...] = style.REMARKS


def run(rules: tuple[Rule, ...], reading: Reading, /) -> list[Fault]:
    """Return what every one of the rules finds."""
    return [fault for rule in rules for fault in rule(reading)]
