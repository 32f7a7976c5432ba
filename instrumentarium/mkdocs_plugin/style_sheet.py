"""The style sheet of the site: what its pages use of the theme's rules, in a layer, and then our own.

A rule outside of layers wins over one in a layer, whatever their selectors (CSS Cascading and Inheritance 5,
6.4.3), so that ours need not outweigh the theme's. A rule of the theme is used where the pages have what its
selector asks for, or where our scripts name it, which may add to a page what it does not have yet. A custom
property or an animation is used where what is used names it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from instrumentarium.mkdocs_plugin import css
from instrumentarium.mkdocs_plugin.css import Element, Rule, Selector
from instrumentarium.mkdocs_plugin.page_elements import Tree, merged

# Words in quotation marks, and names of properties: a script makes elements, classes and attributes of them.
_QUOTED = re.compile(r"""(["'`])([\w-]+(?: [\w-]+)*)\1""")
_PROPERTY = re.compile(r"\.([a-z]+)\b")
# What opens in its place is styled by our own sheets alone: the theme makes a box with a picture of it.
_OURS = frozenset({"details", "summary"})
# What a browser puts into a page where it is not written.
_IMPLIED = frozenset({"html", "head", "body", "tbody"})


@dataclass(frozen=True, kw_only=True)
class StyleSheet:
    """What the style sheet of the site is made of: that of the theme, our own, and our scripts."""

    theme: Path
    own: tuple[Path, ...]
    scripts: tuple[Path, ...]

    @cached_property
    def asked(self) -> frozenset[str]:
        """All names of elements that the theme's selectors ask for."""
        return frozenset(_asked(_parsed(self.theme)))

    def read(self) -> None:
        """Read the sheets, which takes a moment: what they say is kept until they say something else."""
        _parsed(self.theme)
        css.parse(self.texts()[0])

    def texts(self) -> tuple[str, str]:
        """Return our sheets and our scripts, as they are now."""
        own, scripts = (
            "\n".join(path.read_text(encoding="utf-8") for path in paths) for paths in (self.own, self.scripts)
        )
        return own, scripts

    def of(self, trees: Iterable[Tree], own: str, scripts: str, /) -> bytes:
        """Return the style sheet of pages with these elements, with our sheets and scripts."""
        ours, named = css.parse(own), frozenset(_made_by(scripts))
        usable = _Usable(merged(trees), _IMPLIED | named)
        theirs = _without_those_of(ours, usable.rules(_parsed(self.theme)))
        return _written([Rule(head="@layer theme", body=tuple(theirs)), *ours], named).encode()


def _parsed(path: Path) -> tuple[Rule, ...]:
    return css.parse(path.read_text(encoding="utf-8"))


def _without_those_of(ours: Iterable[Rule], theirs: Iterable[Rule]) -> Iterator[Rule]:
    """Yield their rules without the custom properties of the root that are ours there."""
    roots = [rule.body or () for rule in ours if _is_of_the_root(rule)]
    names = {one.defines for body in roots for one in body} - {""}
    for rule in theirs:
        is_left = rule.body and tuple(one for one in rule.body if one.defines not in names)
        yield replace(rule, body=is_left) if _is_of_the_root(rule) else rule


def _is_of_the_root(rule: Rule) -> bool:
    return [selector.text for selector in rule.selectors] == [":root"]


def _written(sheet: Sequence[Rule], named: frozenset[str]) -> str:
    """Return rules as they are sent, without the definitions that no rule uses and that are not ``named`` elsewhere."""
    used, more = None, named
    while used != more:
        used, more = more, named.union(_named(sheet, more))
    return "".join(map(str, _without_unused(sheet, more)))


def _made_by(scripts: str) -> Iterator[str]:
    """Yield the names that an element may have by scripts."""
    for _, words in _QUOTED.findall(scripts):
        for word in words.split():
            yield from (word, f".{word}", f"#{word}", f"[{word}]")
    yield from (f"[{name}]" for name in _PROPERTY.findall(scripts))


class _Usable:
    """Tells which rules may apply in pages, to which scripts add what has the names ``made``."""

    def __init__(self, pages: Tree, made: frozenset[str], /) -> None:
        self._pages, self._names, self._made = pages, frozenset(_all_names(pages)), made

    def rules(self, rules: Iterable[Rule], /) -> Iterator[Rule]:
        """Yield the rules that may apply, with those of their selectors that may match."""
        for rule in rules:
            selectors = tuple(selector for selector in rule.selectors if self._may_match(selector))
            if selectors or not rule.selectors:
                yield replace(rule, selectors=selectors, body=rule.body and tuple(self.rules(rule.body)))

    def _may_match(self, selector: Selector) -> bool:
        return (
            _OURS.isdisjoint(selector.names())
            and all(map(self._may_stand, selector.chains))
            and all(any(map(self._may_match, choice)) for choice in selector.choices)
        )

    def _may_stand(self, elements: Iterable[Element]) -> bool:
        asked = [Element(has=one.has - self._made, lacks=one.lacks - self._made) for one in elements]
        asked = [one for one in asked if one.has]
        return all(one.has <= self._names for one in asked) and _stand(asked, self._pages)


def _stand(asked: Sequence[Element], pages: Tree) -> bool:
    """Whether such elements stand in a page, each inside the one before."""
    return not asked or any(
        _stand(asked[1:] if asked[0].has <= names and not asked[0].lacks & names else asked, inside)
        for names, inside in pages.items()
    )


def _all_names(pages: Tree) -> Iterator[str]:
    for element, inside in pages.items():
        yield from element
        yield from _all_names(inside)


def _asked(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        for selector in rule.selectors:
            yield from selector.names()
        yield from _asked(rule.body or ())


def _named(rules: Iterable[Rule], used: frozenset[str]) -> Iterator[str]:
    """Yield what is named in rules, if they define nothing or what is used."""
    for rule in rules:
        if not rule.defines or rule.defines in used:
            yield from rule.words
            yield from _named(rule.body or (), used)


def _without_unused(rules: Iterable[Rule], used: frozenset[str]) -> Iterator[Rule]:
    """Yield rules without the definitions that are not used and what is empty then."""
    for rule in rules:
        if not rule.defines or rule.defines in used:
            body = rule.body and tuple(_without_unused(rule.body, used))
            if body is None or body:
                yield replace(rule, body=body)
