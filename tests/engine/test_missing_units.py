"""Imports into a folder that lacks what is translated: it is put where the source language has it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from instrumentarium.model.unit import GAP, UnitKey
from instrumentarium.translation.interchange import missing_lines, missing_strings
from tests.support import building
from tests.support.exchange import export, give_back, said, told, translate
from tests.support.sources import Tree, edit
from tests.support.translating import left

FORMS = pytest.mark.parametrize("form", ["xliff", "po"])

MEETING = "strings:meetings.2031-05-20-bee-group"
P3 = "Finally, a first discussion on the plan will take place in the Council on 12 September."


def _words(root: Path, *starts: str) -> dict[str, str]:
    """Return what English says under the keys that begin so."""
    return {key: text for key, text in said(root, "en").items() if key.startswith(starts)}


@dataclass(frozen=True, kw_only=True)
class Missing:
    """What is taken out of a file of the English folder, from one text to the end of another, and its keys."""

    file: str
    first: str
    last: str
    keys: tuple[str, ...]


MISSING = {
    "record": Missing(
        file="strings.yml",
        first="  2031-05-20-bee-group:\n",
        last="discussed\n",
        keys=tuple(f"{MEETING}.{field}" for field in ("name", "summary", "quote")),
    ),
    "section": Missing(
        file="strings.yml",
        first="\nquestions:\n",
        last="which measures\n",
        keys=tuple(f"strings:questions.{id}.{field}" for id in ("q1", "q2") for field in ("name", "summary", "quote")),
    ),
    "forms": Missing(
        file="strings.yml", first="    forms: [meadows, meadow]\n", last="\n", keys=("strings:terms.meadow.forms",)
    ),
    "string": Missing(file="strings.yml", first="  name: Bees in the city\n", last="\n", keys=("strings:site.name",)),
    "paragraph": Missing(file="note.md", first=P3, last="{: #p3 }\n\n", keys=("note:p3s1",)),
    "sentence": Missing(file="note.md", first="Which seeds", last="\n", keys=("note:q1s1", "note:q1s2")),
    "footnote": Missing(file="note.md", first="[^2]: For", last="\n", keys=("note:fn2",)),
    "line": Missing(file="about.md", first="- nothing else", last="\n", keys=("about:privacy:5",)),
    "lines": Missing(
        file="about.md",
        first="Nothing is loaded",
        last="- nothing else\n",
        keys=tuple(f"about:privacy:{number}" for number in (2, 3, 4, 5)),
    ),
}


@FORMS
@pytest.mark.parametrize("case", MISSING)
def test_what_is_missing_comes_back_to_its_place(tree: Tree, tmp_path: Path, form: str, case: str) -> None:
    """But for empty lines, all is as it was."""
    root, missing = tree("de", "en"), MISSING[case]
    path, words = root / "docs/en" / missing.file, said(root, "en")
    before = path.read_text(encoding="utf-8")
    start = before.index(missing.first)
    end = before.index(missing.last, start) + len(missing.last)
    path.write_text(before[:start] + before[end:], encoding="utf-8")
    exported = export(root, "en", form, tmp_path)
    translate(exported, {key: words[key] for key in missing.keys})
    assert sorted(told(give_back(root, "en", exported), "written, and up to date")) == sorted(missing.keys)
    after = path.read_text(encoding="utf-8").replace('["meadows", "meadow"]', "[meadows, meadow]")
    assert [line for line in after.split("\n") if line] == [line for line in before.split("\n") if line]
    assert left(root) == {"en": {}}


@FORMS
def test_of_what_is_missing_only_what_is_translated_is_written(tree: Tree, tmp_path: Path, form: str) -> None:
    """The rest stays missing: words of a record that are not there, lines of a page that are gaps."""
    root = tree("de", "en")
    words = _words(root, MEETING, "timeline:")
    record = (root / "docs/en/strings.yml").read_text(encoding="utf-8").partition("  2031-05-20-bee-group:\n")[2]
    edit(root / "docs/en/strings.yml", "  2031-05-20-bee-group:\n" + "".join(record.splitlines(keepends=True)[:3]), "")
    (root / "docs/en/timeline.md").unlink()
    file = export(root, "en", form, tmp_path)
    done = (f"{MEETING}.name", "timeline:title")
    translate(file, {key: words[key] for key in done})
    give_back(root, "en", file)
    assert {key: said(root, "en").get(key) for key in words if key not in done} == {
        f"{MEETING}.summary": None,
        f"{MEETING}.quote": None,
        "timeline:description": GAP,
        "timeline:timeline:0": GAP,
        "timeline:timeline:1": GAP,
    }
    missing = {*words} - {*done}
    assert left(root) == {"en": dict.fromkeys(sorted(missing, key=lambda key: key.startswith("strings")), "missing")}
    text = (root / "docs/en/timeline.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Timeline\n# de: ")
    assert "{{ timeline() }}" in text
    assert building.command(root, "check").exit_code == 0


@FORMS
def test_a_page_of_which_nothing_is_translated_is_not_made(tree: Tree, tmp_path: Path, form: str) -> None:
    """No file of gaps."""
    root = tree("de", "en")
    (root / "docs/en/timeline.md").unlink()
    give_back(root, "en", export(root, "en", form, tmp_path))
    assert not (root / "docs/en/timeline.md").exists()


@FORMS
def test_a_paragraph_with_another_number_of_sentences_needs_all_of_them(tree: Tree, tmp_path: Path, form: str) -> None:
    """Which of them it lacks is not known; its own lines stay as they are until the whole is translated."""
    root = tree("de", "en")
    words = _words(root, "note:p2s")
    edit(root / "docs/en/note.md", "The aim of the discussion was a joint plan.\n", "")
    before = (root / "docs/en/note.md").read_text(encoding="utf-8")
    file = export(root, "en", form, tmp_path)
    translate(file, {"note:p2s3": words["note:p2s3"]})
    assert told(give_back(root, "en", file), "needs all its sentences") == ["note:p2s3"]
    assert (root / "docs/en/note.md").read_text(encoding="utf-8") == before
    translate(file, words)
    assert told(give_back(root, "en", file), "written, and up to date") == list(words)
    assert left(root) == {"en": {}}


SOURCE = """\
top:
  one: a
  two: b
  three: {x: c, z: d}
records:
  first:
    name: e
    forms: [f]
  second:
    name: g
    note: h
"""


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("top:\n  one: A\n  three: C\n", ["top.two"], "top:\n  one: A\n  two: ___\n  three: C\n"),
        ("top:\n  two: B\n", ["top.one"], "top:\n  one: ___\n  two: B\n"),
        ("top:\n    one: A  # why\n    # next\n", ["top.two"], "top:\n    one: A  # why\n    two: ___\n    # next\n"),
        ("top:\n  one: >\n    A\n    B\n\nx: y\n", ["top.two"], "top:\n  one: >\n    A\n    B\n  two: ___\n\nx: y\n"),
        ("top:\n  one:\n", ["top.two"], "top:\n  one:\n  two: ___\n"),
        ("top:\n", ["top.two"], "top:\n  two: ___\n"),
        ("top: {}\n", ["top.two"], "top: {two: ___}\n"),
        ("top: {two: B}\n", ["top.one"], "top: {one: ___, two: B}\n"),
        ("top:\n  three: {x: C}\n", ["top.three.z"], "top:\n  three: {x: C, z: ___}\n"),
        ("top:\n  one: A\n", ["records.first.forms"], "top:\n  one: A\n\nrecords:\n  first:\n    forms: [___]\n"),
        ("records:\n  first:\n    name: E\n", ["top.one"], "top:\n  one: ___\n\nrecords:\n  first:\n    name: E\n"),
        (
            "records: {}\n",
            ["records.first.name", "records.first.forms"],
            "records: {first: {name: ___, forms: [___]}}\n",
        ),
        (
            "records:\n  first:\n    name: E\n\n# end\n",
            ["records.second.name", "records.second.note"],
            "records:\n  first:\n    name: E\n  second:\n    name: ___\n    note: ___\n\n# end\n",
        ),
        ("top: text\n", ["top.one"], "top: text\n"),
        ("top: [a]\n", ["top.one.two"], "top: [a]\n"),
    ],
)
def test_a_gap_stands_where_the_source_has_the_string(text: str, keys: list[str], expected: str) -> None:
    """In the order and the indentation of the file; comments, braces and long texts stay as they are."""
    wanted = [UnitKey(f"strings:{key}") for key in keys]
    assert missing_strings.with_gaps("strings.yml", text, SOURCE, wanted) == expected


def test_the_plural_forms_stand_in_their_order() -> None:
    """Also those that the source language lacks."""
    source, text = "counts:\n  terms: {one: a, other: b}\n", "counts:\n  terms: {one: A, many: B, other: C}\n"
    wanted = [UnitKey(f"interface:counts.terms.{category}") for category in ("few", "zero")]
    found = missing_strings.with_gaps("interface.yml", text, source, wanted)
    assert found == "counts:\n  terms: {zero: ___, one: A, few: ___, many: B, other: C}\n"


PAGE = """\
---
title: a
description: b
---

# One {: #one }

First.

- item
{{ timeline() }}

## Two {: #two }

Last.
"""


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("---\ntitle: A\n---\n\n# One {: #one }\n", ["one:2"], "# One {: #one }\n\n___\n\n- ___\n"),
        ("---\ntitle: A\n---\n\n# One {: #one }\n", ["two:1"], "# One {: #one }\n\n## ___ {: #two }\n\n___\n"),
        ("---\ntitle: A\n---\n\n## Two {: #two }\n", ["one:0"], None),
    ],
)
def test_a_gap_stands_where_the_source_has_the_line(text: str, keys: list[str], expected: str | None) -> None:
    """With the marks of items and headings; a section that is missing comes whole, with what it calls."""
    found = missing_lines.with_gaps("page.md", text, PAGE, [UnitKey(f"page:{key}") for key in keys])
    whole = "# ___ {: #one }\n\n___\n\n- ___\n{{ timeline() }}\n\n## Two {: #two }\n"
    assert found == f"---\ntitle: A\n---\n\n{expected or whole}"
