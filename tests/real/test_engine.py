"""The engine knows no document: nothing in it is of the note of this repository."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from instrumentarium.exports import json_schemas
from instrumentarium.model.edition import Edition
from tests.support.sources import ROOT

# The same in most of the languages of the Union, whatever follows.
_STEMS = (
    "hungar|hongar|ungar|hongr|húngar|maďar|madžar|mađar|magyar|ungār|vengr|унгар|ουγγ|węgier|węgr|maghiar|ungeri|unkari|"
    "ungheres|ungersk|ungrisch|migra|migrá|migrà|migrã|мигра|μετανάστ|irregul|toolbox"
)
_SOURCES = ("*.py", "*.yml", "*.md", "*.html", "*.css", "*.js", "*.typ", "*.svg", "*.xml")
# Of one word and a name that any note may have, such as council or trade: a kind of body, a word of English.
_COMMON = re.compile(r"[a-z]+\d?")
# The level of an instrument, the addresses of any note's questions, and the package's own name.
_NOT_MEANT = ("eu", "q1", "q2", "instrumentarium")


def _texts() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of the engine, and of the schemas."""
    for folder in ("instrumentarium", "overrides"):
        for pattern in _SOURCES:
            for path in sorted((ROOT / folder).rglob(pattern)):
                if "pins" not in path.parts:
                    yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    yield from ((f"the schema {name}", text) for name, text in json_schemas.texts().items())


def _found(words: re.Pattern[str], *, besides: str = "") -> list[str]:
    """Return what of it stands in the engine, but for the files and folders of a language."""
    own = re.compile(rf"(^|/){re.escape(besides)}(\.yml|/)") if besides else None
    return [
        f"{path}: {found[0]}"
        for path, text in _texts()
        if not (own and own.search(path))
        for found in words.finditer(text)
    ]


def test_no_word_of_the_note_is_in_the_engine(edition: Edition) -> None:
    """Not what it is about, nor who wrote it; in no language, but for Hungarian's own name in its words."""
    assert _found(re.compile(_STEMS, re.IGNORECASE), besides="hu") == []


def test_the_names_of_this_edition_are_not_in_the_engine(edition: Edition) -> None:
    """Not the site's name in any language (but for the package's own), nor the toolbox that it is named after."""
    names = {language.strings.site.name for language in edition.languages.values()}
    terms = (language.strings.terms["instrumentarium"] for language in edition.languages.values())
    names |= {form for term in terms for form in term.forms}
    others = sorted(name for name in names if name.casefold() != "instrumentarium")
    found = _found(re.compile(rf"\b({'|'.join(map(re.escape, others))})\b"))
    assert found == []


@pytest.mark.parametrize("code", sorted(path.name for path in (ROOT / "docs").iterdir()))
def test_the_source_language_is_not_named(edition: Edition, code: str) -> None:
    """In no language, but for the words and pages that are in it."""
    name = Locale(code).languages[edition.source.code]
    stem = name[: max(len(name) - 2, 4)] if len(name) > 5 else name
    assert _found(re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE), besides=edition.source.code) == []


def test_no_record_is_named(edition: Edition) -> None:
    """By its id: what has two words anywhere, what has one as a string of the program."""
    ids = {record.id for _, records in edition.facts.records() for record in records}
    kinds = {kind for kinds in edition.facts.kinds.values() for kind in kinds}
    assert len(ids) > 40
    several = sorted(id for id in ids - kinds if not _COMMON.fullmatch(id))
    single = sorted(id for id in ids - kinds if _COMMON.fullmatch(id) and id not in _NOT_MEANT)
    assert _found(re.compile(rf"(?<![\w-])({'|'.join(several)})(?![\w-])")) == []
    assert _found(re.compile(rf"""(["'])({"|".join(single)})\1""")) == []


def test_the_check_can_fail() -> None:
    """The same search finds what is there."""
    assert _found(re.compile("wijzigen|RecordKind"))
    assert isinstance(ROOT, Path)
