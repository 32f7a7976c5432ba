"""How the search compares words: matching.js, run in a browser on the real words of matching.json."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.support import programs, servers
from tests.support.sources import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"
CASES: dict[str, Any] = json.loads(Path(__file__).with_name("matching.json").read_text(encoding="utf-8"))

COMPARE = """async (cases) => {
  const { plain, words, likeness } = await import("./matching.js");
  return {
    plain: cases.plain.map(({ text }) => [text, plain(text)]),
    words: cases.words.map(({ text }) => [text, words(text)]),
    likeness: Object.values(cases.likeness).flat().map(({ asked, word }) => (
      [[asked, word], likeness(plain(asked), plain(word))]
    )),
  };
}"""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What matching.js returned for each case."""

    plain: dict[str, str]
    words: dict[str, list[list[str | int]]]
    likeness: dict[tuple[str, str], float]


def compared(lock: Path) -> Answers:
    """Return what matching.js returns for every case, as a module of a page; one browser is got at a time."""
    with sync_playwright() as playwright, servers.below_a_path(SCRIPTS) as address:
        with FileLock(lock):
            browser = programs.chromium(playwright)
        page = browser.new_page()
        page.goto(address)
        found = page.evaluate(COMPARE, CASES)
        browser.close()
    return Answers(
        plain=dict(found["plain"]),
        words=dict(found["words"]),
        likeness={(asked, word): value for (asked, word), value in found["likeness"]},
    )


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return what matching.js returns; from a thread, as Playwright starts once in each, and other tests may have."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(compared, tmp_path_factory.getbasetemp().parent / "browser.lock").result()


def wrong(answers: Answers, kind: str) -> list[str]:
    """Return the cases of a kind for which matching.js returned another likeness than expected."""
    return [
        f"{case['language']}: '{case['asked']}' and '{case['word']}': {found}, expected {case['likeness']}"
        for case in CASES["likeness"][kind]
        if (found := answers.likeness[case["asked"], case["word"]]) != pytest.approx(case["likeness"], abs=1e-4)
    ]


@pytest.mark.parametrize("case", CASES["plain"], ids=lambda case: case["language"])
def test_plain_text_has_no_accents_and_no_capitals(answers: Answers, case: dict[str, str]) -> None:
    """Letters that carry an accent or a stroke become plain ones, and ligatures the letters they are made of."""
    assert answers.plain[case["text"]] == case["plain"]


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: case["language"])
def test_a_word_has_its_position_in_the_text(answers: Answers, case: dict[str, Any]) -> None:
    """Words are letters and digits; position and length are those of the text, also where the plain word is longer."""
    assert answers.words[case["text"]] == case["words"]


def test_the_same_word_answers_best(answers: Answers) -> None:
    """A word is the same whatever its capitals and accents, which many people do not type."""
    assert wrong(answers, "the same") == []


def test_a_beginning_answers_better_the_more_of_the_word_it_is(answers: Answers) -> None:
    """From two letters on, what the reader has typed so far finds the word."""
    assert wrong(answers, "a beginning") == []


def test_an_inflected_form_answers_by_the_share_of_common_letters(answers: Answers) -> None:
    """A word is found in another case, number, gender or person; the stem has to be most of it."""
    assert wrong(answers, "inflected") == []


def test_an_inflected_form_of_a_short_word_answers(answers: Answers) -> None:
    """Three letters in common are enough where no more than a short ending differs."""
    assert wrong(answers, "inflected, short") == []


def test_a_part_of_a_compound_answers(answers: Answers) -> None:
    """The last part is worth most, as it tells what the word is; then one before an ending, then any other."""
    assert wrong(answers, "a part") == []


def test_a_part_of_a_compound_answers_in_another_form(answers: Answers) -> None:
    """The stem of what was asked is enough, at the end of the word more than elsewhere."""
    assert wrong(answers, "a part, inflected") == []


def test_a_word_with_something_added_answers(answers: Answers) -> None:
    """Up to three letters more, as Irish puts before a word, do not hide it."""
    assert wrong(answers, "with something added") == []


def test_a_typing_error_is_forgiven(answers: Answers) -> None:
    """One letter may be wrong, missing, too many or swapped with the next, in a word or in its beginning."""
    assert wrong(answers, "misspelt") == []


def test_a_distant_form_answers_little(answers: Answers) -> None:
    """Words of which half is the same are perhaps of one family."""
    assert wrong(answers, "distantly") == []


def test_other_words_do_not_answer(answers: Answers) -> None:
    """Neither other words, however alike they look, nor other numbers, nor too few letters."""
    assert wrong(answers, "not") == []


def test_the_table_has_words_of_every_published_language() -> None:
    """The search is the same for all languages, so a change for one of them is tried on all."""
    languages = {case["language"] for cases in CASES["likeness"].values() for case in cases}
    published = {path.name for path in (ROOT / "docs").iterdir() if path.is_dir()}
    assert published <= languages
