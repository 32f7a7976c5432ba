"""Reads YAML with the position of each of its values.

Scalars are null, booleans, numbers and text; a date stays text, so that the model can say what is
wrong with it. Aliases and merge keys are not used here, so that a value is written where it is read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.yaml_faults import explained

Path = tuple[str | int, ...]
Place = tuple[int, int]

try:
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml: the same, slower
    _Loader = yaml.SafeLoader

_PLAIN = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}


@dataclass(frozen=True, kw_only=True)
class Document:
    """A YAML file as plain Python, with the position of every key and value in it.

    ``places`` and ``keys`` give line and column, ``spans`` the extent in characters.
    """

    value: Any
    places: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    spans: Mapping[Path, tuple[int, int]]

    def place(self, path: Path, /, *, of_key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of its key; else of the nearest thing above it."""
        if of_key and path in self.keys:
            return self.keys[path]
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (1, 1))


@lru_cache(maxsize=256)
def parse(text: str, file: str, /) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read YAML; return the document (None where it does not parse) with its faults."""
    lines = text.split("\n")
    tabs = [number for number, line in enumerate(lines) if line.lstrip(" ").startswith("\t")]
    if tabs:
        more = f" (and {len(tabs) - 1} more)" if len(tabs) > 1 else ""
        column = lines[tabs[0]].index("\t") + 1
        return None, (Diagnostic(file, tabs[0] + 1, column, f"a tab indents this line{more}; indent with spaces"),)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, (explained(error, text, file),)
    if node is None:
        return None, (Diagnostic(file, 1, 1, "the file is empty; data/schema/ says what it holds"),)
    reader = _Reader(file)
    value = reader.read(node, ())
    return Document(value=value, places=reader.places, keys=reader.keys, spans=reader.spans), tuple(reader.faults)


class _Reader:
    """Turns nodes into values, noting places and faults on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.spans: dict[Path, tuple[int, int]] = {}
        self.faults: list[Diagnostic] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path) -> Any:
        self.places.setdefault(path, self._place(node))
        self.spans.setdefault(path, (node.start_mark.index, node.end_mark.index))
        if id(node) in self._seen:
            # The node is the anchor's; the alias itself stands with the nearest key above.
            while path and path not in self.keys:
                path = path[:-1]
            place = self.keys.get(path, self._place(node))
            self.faults.append(Diagnostic(self.file, *place, "an alias stands here; write the value out"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _entries(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        lines: dict[str, int] = {}
        repeated = False
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
                self._fault(key, "a key is a plain word; write it so")
                continue
            name = str(key.value)
            if name in lines:
                if not repeated:  # the others follow: a dash that begins an entry may be missing
                    self._fault(key, f"key '{name}' is already in line {lines[name]}; keep one of the two")
                repeated = True
                continue
            lines[name] = key.start_mark.line + 1
            self.keys[(*path, name)] = self._place(key)
            yield name, self.read(child, (*path, name))

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag not in _PLAIN:
            return str(node.value)
        try:
            return yaml.SafeLoader("").construct_object(node)
        except (ValueError, yaml.YAMLError):
            self._fault(node, f"'{node.value}' is not a value that YAML knows; put it in quotes if it is text")
            return None

    def _place(self, node: yaml.Node) -> Place:
        return node.start_mark.line + 1, node.start_mark.column + 1

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.faults.append(Diagnostic(self.file, *self._place(node), message))
