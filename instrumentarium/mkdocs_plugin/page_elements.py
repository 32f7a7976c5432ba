"""The elements of built pages, as far as selectors ask for them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_TAG = re.compile(r"""</?[a-zA-Z][^"'>]*+(?:(?:"[^"]*"|'[^']*')[^"'>]*+)*+>""")
_PARTS = re.compile(r"<(/?)([^\s/>]+)(.*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
_INDENTATION = re.compile(r"\n\s+")
_VOID = {*("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")}

Tree = dict[frozenset[str], "Tree"]
"""Different elements, each with those inside it; an element is the names by which a selector may ask for it."""


class PageElements:
    """The different elements of pages, each inside those that it stands in.

    Of an element's names, those that are ``asked`` for are kept: ``p``, ``.class``, ``#id``, ``[attribute]``,
    ``[attribute=value]``. That two elements stand beside each other, or one directly inside the other, is not kept.
    """

    def __init__(self, asked: frozenset[str], /) -> None:
        self.tree: Tree = {}
        self._asked = asked

    def add(self, html: str, /) -> None:
        """Add the elements of a page."""
        names, trees, asked = [""], [self.tree], self._asked
        for tag in _TAG.findall(html):
            name, element, is_empty = _read(tag, asked)
            if element is not None:
                inside = trees[-1].get(element)
                if inside is None:
                    inside = trees[-1][element] = {}
                if not is_empty:
                    names.append(name)
                    trees.append(inside)
            elif name == names[-1]:
                names.pop()
                trees.pop()
            elif name in names:
                while names.pop() != name:
                    trees.pop()
                trees.pop()


def merged(trees: Iterable[Tree], /) -> Tree:
    """Return all elements of several trees."""
    whole: Tree = {}
    for tree in trees:
        _merge(whole, tree)
    return whole


def _merge(whole: Tree, tree: Tree) -> None:
    for element, inside in tree.items():
        _merge(whole.setdefault(element, {}), inside)


@lru_cache(maxsize=20_000)  # pages of other languages have the same addresses, ids and classes
def _read(tag: str, asked: frozenset[str]) -> tuple[str, frozenset[str] | None, bool]:
    """Return a tag's name, its element's names that are asked for (None: it ends one), and whether it has no inside."""
    found = _PARTS.fullmatch(tag)
    assert found
    close, name, attributes = found.groups()
    if close:
        return name, None, True
    return name, asked.intersection(_names(name, attributes)), name in _VOID or attributes.endswith("/")


def _names(element: str, attributes: str) -> Iterator[str]:
    """Yield the names by which a selector may ask for an element."""
    yield element.lower()
    for attribute, *values in _ATTRIBUTE.findall(attributes):
        name, value = attribute.lower(), "".join(values)
        yield f"[{name}]"
        yield f"[{name}={value}]"
        if name == "class":
            yield from (f".{one}" for one in value.split())
        elif name == "id":
            yield f"#{value}"


def unindented(page: str, /) -> str:
    """Return a page whose frame has lost the indentation of its templates; its text, which may hold code, keeps it."""
    before, start, rest = page.partition("<article")
    if not start:
        return page
    text, end, after = rest.rpartition("</article>")
    return "".join([_INDENTATION.sub("\n", before), start, text, end, _INDENTATION.sub("\n", after)])
