"""Whatever happens to a YAML file, reading it gives an edition or faults, never a traceback.

$MUTATIONS is how many files are changed; 100 unless given.
"""

import copy
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instrumentarium import load
from instrumentarium.exports.registry import Exports
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import links
from instrumentarium.presentation.components import MACROS, Renderer
from instrumentarium.sources.diagnostics import Diagnostic, SourceErrors
from tests.support import building
from tests.support.sources import ROOT, SMALL, Tree, copied, edit

FILES = [
    *(f"data/{path.name}" for path in sorted(SMALL.glob("data/*.yml"))),
    "docs/de/strings.yml",
    "docs/ar/strings.yml",
]
OTHER_VALUES: list[Any] = [None, True, 7, 1.5, "", "x", "p9s9", "2024-02-31", [], ["x"], {}, {"x": "y"}, "<b>"]
OTHER_CHARACTERS = "\t{}[]&*!|>'\"%@`:,#-?\x00é"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a tree of two languages to do harm in; it must be whole again after that."""
    root = copied(SMALL, tmp_path_factory.mktemp("mutations") / "tree", ("de", "ar"))
    yield root
    assert _faults(root) == ()


def _nodes(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(node for key, child in children for node in _nodes(child, (*path, key)))]


def _mutated(value: Any, kind: str, chance: random.Random) -> Any:
    """Drop, swap, retype or duplicate one part of the value."""
    value = copy.deepcopy(value)
    *above, key = chance.choice(_nodes(value)[1:])
    holder = value
    for step in above:
        holder = holder[step]
    if kind == "drop":
        del holder[key]
    elif kind == "retype":
        holder[key] = chance.choice(OTHER_VALUES)
    elif kind == "swap":
        other = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        holder[key], holder[other] = holder[other], holder[key]
    elif isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[f"{key}-2"] = holder[key]
    return value


def _faults(root: Path) -> tuple[Diagnostic, ...]:
    """Return the faults of a tree; where it has none, what it says must be fit to be shown."""
    try:
        edition = load.edition(root)
    except SourceErrors as faults:
        return faults.diagnostics or pytest.fail("faults without a fault")
    renderer = Renderer(ROOT / "overrides" / "components")
    files = Exports().make(edition, SiteInfo(), processes=1)
    for language in edition.languages.values():
        links.of_note(edition, language)
        view = replace(building.view(edition, language.code), files=files)
        for component in MACROS.values():
            renderer.render(component, view, *(["p1s1"] if component is MACROS["sentence"] else []))
    return ()


@settings(max_examples=int(os.environ.get("MUTATIONS", "100")), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    file=st.sampled_from(FILES),
    kind=st.sampled_from(["drop", "retype", "swap", "duplicate", "truncate", "scramble"]),
    seed=st.integers(0, 10**9),
)
def test_a_mutated_file_is_read_or_told(root: Path, file: str, kind: str, seed: int) -> None:
    """Every fault has a file, a place in it and words; nothing else is raised."""
    chance, path = random.Random(seed), root / file
    text = path.read_text(encoding="utf-8")
    try:
        if kind == "truncate":
            changed = text[: chance.randrange(len(text))]
        elif kind == "scramble":
            index = chance.randrange(len(text))
            changed = text[:index] + chance.choice(OTHER_CHARACTERS) + text[index + 1 :]
        else:
            value = _mutated(yaml.safe_load(text), kind, chance)
            changed = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
        path.write_text(changed, encoding="utf-8")
        for fault in _faults(root):
            assert (root / fault.file).exists()
            assert 1 <= fault.line <= (root / fault.file).read_text(encoding="utf-8").count("\n") + 1
            assert fault.column >= 1
            assert len(fault.message) > 10
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_cited_document_without_a_number_is_read_or_told(tree: Tree) -> None:
    """As the test above found: `number: ""` is told, or shown."""
    root = tree("de", "ar")
    edit(root / "data/note.yml", 'number: "7/31"', 'number: ""')
    for fault in _faults(root):
        assert fault.file == "data/note.yml"
