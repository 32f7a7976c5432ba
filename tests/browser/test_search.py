"""The search: what it answers to readers' questions, what it says of words that are not there, and how it shows it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from tests.support import servers
from tests.support.sources import ROOT

from .conftest import below

QUESTIONS = ROOT / "benchmarks" / "questions" / "open"
"""Written in each language from the site alone, without sight of the search; others are held back."""

ASK = """async ([index, queries]) => {
  const { find, prepare } = await import("./ranking.js");
  const ready = prepare(index);
  return queries.map((query) => {
    const { said, similar, absent } = find(ready, query);
    const places = (entries) => entries.slice(0, 3).map(({ url }) => url);
    return { said: places(said), similar: places(similar), absent };
  });
}"""

PAIRS = ROOT / "benchmarks" / "pairs"
"""Of each language 50 forms of words of the note, and 50 other words that look like one; they stand nowhere."""

SAID = """async ([index, pairs]) => {
  const { find, prepare } = await import("./ranking.js");
  const { words } = await import("./matching.js");
  const ready = prepare(index);
  return pairs.map(([asked, other]) => {
    const { said, marks } = find(ready, asked);
    return said.length > 0 && words(other).every(([word]) => marks.has(word));
  });
}"""

Answered = list[tuple[dict[str, Any], dict[str, Any]]]
"""Questions, each with the answer."""


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """Return a page beside the scripts, as they are written."""
    page = browser.new_page()
    with servers.below_a_path(ROOT / "overrides" / "assets" / "js") as address:
        page.goto(address)
        yield page
    page.close()


def _index(site: Path, code: str) -> Any:
    return json.loads((site / below(code) / "search.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def answered(scripts: Page, site: Path) -> dict[str, Answered]:
    """Return the questions of each language, with what the search answers."""
    found = dict[str, Answered]()
    for code in OFFICIAL_LANGUAGES:
        asked = yaml.safe_load((QUESTIONS / f"{code}.yml").read_text(encoding="utf-8"))
        queries = [str(one["query"]) for one in asked]
        answers = scripts.evaluate(ASK, [_index(site, code), queries])
        found[code] = list(zip(asked, answers, strict=True))
    return found


def _is_right(question: dict[str, Any], answer: dict[str, Any]) -> bool:
    """Whether a right place is among the first three that say it; of a typing error, among those that are similar."""
    if question["kind"] == "absent":
        return not answer["said"] or bool(answer["absent"])
    shown = answer["said"] or (answer["similar"] if question["kind"] == "word" else [])
    return not set(question["places"]).isdisjoint(shown)


def test_readers_get_an_answer(answered: dict[str, Answered]) -> None:
    """Nearly always, in every language and to every kind of question."""
    kinds: dict[str, list[bool]] = {}
    for code, pairs in answered.items():
        right = [_is_right(*pair) for pair in pairs]
        wrong = [question["query"] for (question, _), is_right in zip(pairs, right, strict=True) if not is_right]
        assert sum(right) >= 19, (code, wrong)
        for (question, _), is_right in zip(pairs, right, strict=True):
            kinds.setdefault(question["kind"], []).append(is_right)
    for kind, right in kinds.items():
        assert sum(right) >= 0.92 * len(right), (kind, sum(right), len(right))


def test_nothing_is_asserted_that_is_not_there(answered: dict[str, Answered]) -> None:
    """A word that occurs nowhere is told as such, and no entry is said to say it."""
    asserted = [
        (code, question["query"])
        for code, pairs in answered.items()
        for question, answer in pairs
        if question["kind"] == "absent" and answer["said"] and not answer["absent"]
    ]
    assert asserted == []


def test_a_form_is_said_and_another_word_is_not(scripts: Page, site: Path) -> None:
    """Of words that were written without sight of the search, the others chosen to look as much alike as they can."""
    wrong = 0
    for code in OFFICIAL_LANGUAGES:
        pairs = yaml.safe_load((PAIRS / f"{code}.yml").read_text(encoding="utf-8"))
        index = _index(site, code)
        said = {kind: scripts.evaluate(SAID, [index, pairs[kind]]) for kind in ("forms", "others")}
        missed = [pair for pair, is_said in zip(pairs["forms"], said["forms"], strict=True) if not is_said]
        assert len(missed) <= 0.05 * len(pairs["forms"]), (code, missed)
        taken = [pair for pair, is_said in zip(pairs["others"], said["others"], strict=True) if is_said]
        assert len(taken) <= 0.04 * len(pairs["others"]), (code, taken)
        wrong += len(taken)
    assert wrong <= 0.01 * 50 * len(OFFICIAL_LANGUAGES)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Return a page of a reader whom no language is offered."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja-JP")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("code", ["en", "el"])
def test_similar_words_stand_apart(reader: Page, address: str, edition: Edition, code: str) -> None:
    """Below a heading in the page's language; what is not there is told; keys go over both."""
    labels = edition.languages[code].interface.labels
    query = {"en": "Frontex", "el": "Frontex διπλωματία"}[code]
    reader.goto(f"{address}{below(code)}?q={query}")
    told = reader.locator(".search__told")
    expect(told).to_contain_text(labels.search_absent.format(words="Frontex"))
    assert reader.locator(".search__told").get_attribute("data-absent") == "Frontex"
    said, similar = (reader.locator(f"[role=option][data-match={match}]") for match in ("said", "similar"))
    if code == "en":
        expect(said).to_have_count(0)
        expect(similar.first).to_be_visible()
        expect(reader.locator(".search__heading")).to_have_text(labels.search_similar)
    else:
        expect(said.first).to_contain_text("διπλωματία")
    reader.keyboard.press("ArrowDown")
    expect(reader.locator("[role=option][aria-selected=true]")).to_have_count(1)


def test_a_date_is_found_however_it_is_written(reader: Page, address: str) -> None:
    """With digits or words, with a year or without, inferred or said."""
    place = "en/timeline/#2024-10-30-coreper"
    for query in ("30/10/2024", "30.10.2024", "2024-10-30", "30-10", "the 30th of October", "October 30, 2024"):
        reader.goto(f"{address}en/?q={query}")
        expect(reader.locator("[role=option]").first).to_be_visible()
        found = [link.evaluate("link => link.href") for link in reader.locator("[role=option]").all()]
        assert address + place in found[:3], query
        expect(reader.locator("[data-match=similar]")).to_have_count(0)


def test_a_phrase_is_searched_as_it_stands(reader: Page, address: str) -> None:
    """In quotation marks of any kind; its words in another order are no answer."""
    for query, number in (("“voluntary return”", True), ('"return voluntary"', False)):
        reader.goto(f"{address}en/?q={query}")
        expect(reader.locator(".search__told")).not_to_be_empty()
        reader.wait_for_timeout(300)
        assert bool(reader.locator("[data-match=said]").count()) is number, query


def test_another_languages_words_lead_to_the_place(reader: Page, address: str, edition: Edition) -> None:
    """In the page's own language; the other index is asked for only then."""
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(f"{address}bg/note/")
    reader.keyboard.press("/")
    reader.keyboard.type("център за връщане")
    expect(reader.locator("[data-match=said]").first).to_be_visible()
    reader.wait_for_timeout(600)
    assert not any("/en/" in url for url in asked)
    reader.locator(".search input").fill("mutual trust")
    expect(reader.locator("[data-match=other]").first).to_be_visible()
    labels = edition.languages["bg"].interface.labels
    expect(reader.locator(".search__heading").first).to_have_text(labels.search_other.format(language="English"))
    option = reader.locator("[data-match=other]").first
    assert option.evaluate("link => link.href") == f"{address}bg/note/#p7s1"
    expect(option).to_contain_text(edition.languages["bg"].note.sentences["p7s1"].text[-40:])


def test_filtering_the_terms_hides_those_beside_them(reader: Page, address: str) -> None:
    """What is typed is looked for in the page's language; each term keeps its counterpart."""
    reader.goto(f"{address}glossary/?with=de")
    expect(reader.locator(".glossary > .counterpart").first).to_be_visible()
    reader.locator("[data-filter]").fill("asielzoekers")
    shown = reader.locator(".glossary > div:visible")
    expect(shown).to_have_count(2)
    expect(shown.first).to_have_attribute("id", "asylum-seeker")
    expect(shown.nth(1)).to_have_attribute("lang", "de")
    reader.locator("[data-filter]").fill("")
    expect(reader.locator(".glossary > div[hidden]")).to_have_count(0)
