"""What the search knows of a language: which words are forms of one, what a compound is made of, when a date is."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from filelock import FileLock
from playwright.sync_api import sync_playwright

from instrumentarium.locales import dates, forms
from tests.support import programs, servers
from tests.support.sources import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"
PAIRS: dict[str, list[tuple[str, str, str]]] = json.loads(
    Path(__file__).with_name("forms.json").read_text(encoding="utf-8")
)
DATES = [
    ("en", "on 11/12/2024", [{"year": 2024, "month": 12, "day": 11}]),
    ("en", "2024-12-11", [{"year": 2024, "month": 12, "day": 11}]),
    ("en", "the 11th of December", [{"month": 12, "day": 11}]),
    ("en", "December 2024", [{"month": 12, "year": 2024}]),
    ("en", "what may happen", []),
    ("en", "EUCO 25/24", []),
    ("fr", "le 1er octobre", [{"month": 10, "day": 1}]),
    ("hu", "2024. október 17-én", [{"year": 2024, "month": 10, "day": 17}]),
    ("lv", "2024. gada 11. decembrī", [{"year": 2024, "month": 12, "day": 11}]),
    ("fi", "11. joulukuuta", [{"month": 12, "day": 11}]),
    ("es", "el 11 de diciembre de 2024", [{"year": 2024, "month": 12, "day": 11}]),
    ("ga", "an 17 Deireadh Fómhair 2024", [{"year": 2024, "month": 10, "day": 17}]),
    ("mt", "fis-17 ta’ Ottubru", [{"month": 10, "day": 17}]),
]

COMPARE = """async ([pairs, known, asked, months]) => {
  const { plain, words } = await import("./matching.js");
  const { grammar } = await import("./forms.js");
  const { dates } = await import("./dates.js");
  const isForm = ([code, one, other]) => grammar(known[code], new Map()).isForm(plain(one), plain(other));
  const names = (code) => months[code].map((ones) => ones.map((name) => words(name).map(([word]) => word)));
  const hubs = new Map(["terugkeer", "terugkeerhubs", "beleid", "migratie"].map((word) => [word, new Map()]));
  const dutch = grammar(known.nl, hubs);
  return {
    pairs: pairs.map(isForm),
    dates: asked.map(([code, text]) => dates(text, names(code), grammar(known[code], new Map()).isForm).dates),
    isPart: [["hub", "terugkeerhubs"], ["keer", "terugkeerhubs"], ["ugke", "terugkeerhubs"]].map((pair) => (
      dutch.isPart(...pair)
    )),
    partsOf: ["terugkeerbeleid", "migratiebeleid", "grensbeleid"].map((word) => (
      dutch.partsOf(word)?.map((part) => [...part]) ?? null
    )),
  };
}"""


def _compared(lock: Path) -> dict[str, Any]:
    codes = {code for code, *_ in (*PAIRS["forms"], *PAIRS["others"])}
    known = {code: dict(forms.of(code)) for code in codes}
    months = {code: dates.names_of_months(Locale(code)) for code in codes}
    asked = [(code, text) for code, text, _ in DATES]
    with sync_playwright() as playwright, servers.below_a_path(SCRIPTS) as address:
        with FileLock(lock):
            browser = programs.chromium(playwright)
        page = browser.new_page()
        page.goto(address)
        found: dict[str, Any] = page.evaluate(COMPARE, [[*PAIRS["forms"], *PAIRS["others"]], known, asked, months])
        browser.close()
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the scripts say; from a thread, as Playwright starts once in each, and other tests may have."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(_compared, tmp_path_factory.getbasetemp().parent / "browser.lock").result()


def test_forms_of_a_word_are_told_from_other_words(found: dict[str, Any]) -> None:
    """In each language by its own endings."""
    wrong = [
        pair
        for pair, is_form in zip((*PAIRS["forms"], *PAIRS["others"]), found["pairs"], strict=True)
        if is_form != (pair in PAIRS["forms"])
    ]
    assert wrong == []


def test_a_compound_has_two_known_parts(found: dict[str, Any]) -> None:
    """A part of it is one only where the other is a word, too."""
    assert found["isPart"] == [True, False, False]
    assert found["partsOf"] == [[["terugkeer"], ["beleid"]], [["migratie"], ["beleid"]], None]


def test_a_date_is_read_however_it_is_written(found: dict[str, Any]) -> None:
    """By the names of the months in the language; a number with strokes that is none stays what it is."""
    for (_, text, wanted), read in zip(DATES, found["dates"], strict=True):
        assert [{name: value for name, value in one.items() if value} for one in read] == wanted, text
