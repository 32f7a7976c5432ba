"""Style sheets as values: rules, and what their selectors ask for. White space that says nothing is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, zip_longest
from typing import Any

import tinycss2

_HOLDS_RULES = ("container", "layer", "media", "supports")
_CHOICES = ("is", "where", "has")
# White space beside these says nothing, and after a colon neither; beside a plus only in a selector.
_NEEDS_NO_SPACE = (",", ">", "~", "/", ";", "!")


@dataclass(frozen=True, kw_only=True)
class Element:
    """An element that a selector asks for: the names that it has, and those that it lacks.

    Names are ``p``, ``.class``, ``#id``, ``[attribute]`` and ``[attribute=value]``.
    """

    has: frozenset[str]
    lacks: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Selector:
    """A selector as it is written, and the elements that it asks for, whatever their state.

    In each of ``chains``, an element is somewhere inside the one before; one that stands beside another is of a
    chain of its own. Of each of ``choices``, one selector is asked for.
    """

    text: str
    chains: tuple[tuple[Element, ...], ...]
    choices: tuple[tuple["Selector", ...], ...]

    def names(self) -> Iterator[str]:
        """Yield all names that it asks about."""
        for element in chain.from_iterable(self.chains):
            yield from element.has | element.lacks
        for selector in chain.from_iterable(self.choices):
            yield from selector.names()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule: its selectors, or what it begins with, and the rules in its braces; a declaration has no braces.

    ``defines`` is the custom property or animation that it defines, ``words`` are those that it may name.
    """

    head: str = ""
    selectors: tuple[Selector, ...] = ()
    body: tuple["Rule", ...] | None = None
    defines: str = ""
    words: frozenset[str] = frozenset()

    def __str__(self) -> str:
        if self.body is None:
            return f"{self.head};"
        head = self.head or ",".join(selector.text for selector in self.selectors)
        return f"{head}{{{''.join(map(str, self.body)).removesuffix(';')}}}"


@lru_cache(maxsize=2)  # the theme's, and ours
def parse(css: str, /) -> tuple[Rule, ...]:
    """Return the rules of a style sheet; what a browser would pass over is left out."""
    tokens = _tightened(tinycss2.parse_component_value_list(css, skip_comments=True), _NEEDS_NO_SPACE)
    return tuple(_rules(tinycss2.parse_rule_list(tokens)))


def _rules(nodes: Iterable[Any], *, are_frames: bool = False) -> Iterator[Rule]:
    """Yield the rules of a block; the frames of an animation have no selectors."""
    for node in nodes:
        if node.type == "declaration":
            head = f"{node.name}:{tinycss2.serialize(node.value)}{'!important' if node.important else ''}"
            defines = node.name if node.name.startswith("--") else ""
            yield Rule(head=head, defines=defines, words=frozenset(_words(node.value)))
        elif node.type == "qualified-rule":
            head = tinycss2.serialize(node.prelude) if are_frames else ""
            selectors = () if are_frames else tuple(map(_selector, _alternatives(node.prelude)))
            body = tuple(_rules(tinycss2.parse_blocks_contents(node.content)))
            yield Rule(head=head, selectors=selectors, body=body)
        elif node.type == "at-rule" and node.content is not None:
            holds_rules = node.lower_at_keyword in _HOLDS_RULES
            parse = tinycss2.parse_rule_list if holds_rules else tinycss2.parse_blocks_contents
            prelude = tinycss2.serialize(node.prelude)
            yield Rule(
                head=f"@{node.at_keyword}{prelude}",
                body=tuple(_rules(parse(node.content), are_frames=not holds_rules)),
                defines=prelude.strip() if node.lower_at_keyword == "keyframes" else "",
            )


def _selector(tokens: list[Any]) -> Selector:
    tokens = _tightened(tokens, (*_NEEDS_NO_SPACE, "+"))
    choices = [part for part in tokens if part.type == "function" and part.lower_name in _CHOICES]
    return Selector(
        text=tinycss2.serialize(tokens),
        chains=tuple(tuple(map(_element, elements)) for elements in _chains(tokens)),
        choices=tuple(tuple(map(_selector, _alternatives(choice.arguments))) for choice in choices),
    )


def _chains(selector: list[Any]) -> Iterator[list[list[Any]]]:
    """Yield the chains of a selector, the elements as their tokens."""
    elements = list[list[Any]]([[]])
    for part in selector:
        if part in ("+", "~"):
            yield elements
            elements = [*elements[:-1], []]
        elif part == ">" or part.type == "whitespace":
            elements.append([])
        else:
            elements[-1].append(part)
    yield elements


def _element(tokens: list[Any]) -> Element:
    excluded = [list(_names(part.arguments)) for part in tokens if _excludes(part)]
    # Of several names that are excluded together, an element may have one; and one, where it is excluded in a state.
    return Element(has=frozenset(_names(tokens)), lacks=frozenset(one[0] for one in excluded if len(one) == 1))


def _excludes(part: Any) -> bool:
    return part.type == "function" and part.lower_name == "not" and ":" not in part.arguments


def _names(tokens: list[Any]) -> Iterator[str]:
    for before, part in pairwise([None, *tokens]):
        if part.type == "ident" and before != ":":
            yield f".{part.value}" if before == "." else part.lower_value
        elif part.type == "hash":
            yield f"#{part.value}"
        elif part.type == "[] block":
            name, *rest = part.content
            exactly = len(rest) > 1 and rest[0] == "="
            yield f"[{name.lower_value}={rest[1].value}]" if exactly else f"[{name.lower_value}]"


def _alternatives(tokens: list[Any]) -> Iterator[list[Any]]:
    """Yield what stands between the commas."""
    one = list[Any]()
    for part in tokens:
        if part == ",":
            yield one
            one = []
        else:
            one.append(part)
    yield one


def _words(tokens: Iterable[Any]) -> Iterator[str]:
    """Yield the names in a value, also inside its brackets."""
    for part in tokens:
        if part.type == "ident":
            yield part.value
        yield from _words(getattr(part, "arguments", ()) or getattr(part, "content", ()))


def _tightened(tokens: list[Any], needs_no_space: tuple[str, ...]) -> list[Any]:
    """Return tokens without the white space that says nothing, also inside their brackets."""
    kept = list[Any]()
    for part, after in zip_longest(tokens, tokens[1:]):
        for inside in ("arguments", "content"):
            if hasattr(part, inside):
                setattr(part, inside, _tightened(getattr(part, inside), needs_no_space))
        if part.type == "whitespace":
            part.value = " "
            if not kept or kept[-1] in (*needs_no_space, ":") or after is None or after in needs_no_space:
                continue
            if after.type == "{} block":
                continue
        kept.append(part)
    return kept
