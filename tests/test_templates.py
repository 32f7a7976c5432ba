"""What the templates and exporters leave to the languages: marks of punctuation that are not everyone's.

French parts a colon from the word before it, and in Greek a semicolon asks. `view.labelled` gives a label its colon,
`view.joined` and `view.enumerated` give a list its commas.
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
PROGRAMS = sorted(
    path for folder in ("presentation", "exports") for path in (ROOT / "instrumentarium" / folder).rglob("*.py")
)
# A mark after what a template puts in, or between the parts of a list.
_MARK = re.compile(r"\}\}(</\w+>)?[:;](?=[ <]|$)|\{\{ \"[:;] \"", re.MULTILINE)
# For programs to read: a table's cells, the lines of data/published.yml.
_FOR_MACHINES = {"tables.py": ["; "], "addresses.py": [": ", ": "]}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_punctuates(path: Path) -> None:
    """Neither after a value nor between the parts of a list."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [match[0] for match in _MARK.finditer(text)] == []


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.name)
def test_no_program_punctuates(path: Path) -> None:
    """Nor what puts texts together for pages and files."""
    assert list(_marks(ast.parse(path.read_text(encoding="utf-8")))) == _FOR_MACHINES.get(path.name, [])


def test_the_printed_note_does_not_punctuate() -> None:
    """Nor its template."""
    text = (ROOT / "instrumentarium/exports/typst/note.typ").read_text(encoding="utf-8")
    assert re.findall(r"\"[:;] \"|\.\w+[:;] (?=#)", text) == []


def _marks(tree: ast.AST) -> Iterator[str]:
    """Yield each mark that follows what a text of a program puts in, and each that is a text of its own."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=parts):
                for before, after in pairwise(parts):
                    if isinstance(after, ast.Constant) and not isinstance(before, ast.Constant):
                        yield from re.findall(r"^[:;] ", str(after.value))
            case ast.Constant(value=(": " | "; ") as mark):
                yield mark
