"""Words that must agree with something, read where they stand on the built site, in languages that tell a fault."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html

from instrumentarium.model.edition import Edition
from tests.support import pages

READ = yaml.safe_load(Path(__file__).with_name("words_in_place.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", READ)
def test_each_word_agrees_with_what_it_stands_beside(site: Path, edition: Edition, code: str) -> None:
    """As someone who knows the language has read it."""
    assert list(_said(site, edition, code)) == READ[code]


def _said(site: Path, edition: Edition, code: str) -> Iterator[str]:
    """Yield what stands at each place with a word that agrees, the word with what it agrees with."""
    home, timeline, instruments, translations = (
        pages.page(site, edition, code, name) for name in ("", "timeline/", "instruments/", "translations/")
    )
    number, date = home.xpath("//section[@class='card']//div")[5:7]
    yield " | ".join(map(_text, number.xpath("./dt | ./dd")))
    yield f"{_text(date[0])} | {str(date[1].text).strip()}"
    yield from (_text(one) for one in home.xpath("//ul[@class='counts']/li"))
    yield _text(home.xpath("//p[contains(@class, 'status')]")[0])
    yield " | ".join(map(_text, instruments.xpath("//thead//th")))
    for id in ("2024-10-17-european-council", "2024-12-unhcr-iom-breakfast", "2024-12-11-coreper"):
        yield _text(timeline.get_element_by_id(id).find_class("meeting__facts")[0])
    yield _text(timeline.get_element_by_id("2024-12-unhcr-iom-breakfast").xpath(".//time")[0])
    yield _text(translations.find_class("complete")[0]).partition(",")[0]
    yield from map(_text, translations.xpath("//ul[@class='bar-key']/li"))
    yield " | ".join(map(_text, translations.xpath("//thead//th")[1:3]))
    yield _text(translations.xpath("//tbody/tr[1]/td[1]")[0])
    yield translations.xpath("//svg/@aria-label")[0]


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _visible(site: Path, code: str) -> Iterator[tuple[str, str]]:
    """Yield the page and each text that a reader of a language sees, or hears, on its pages."""
    for page in pages.paths(site):
        if page.startswith(f"{code}/"):
            root = pages.parse(site / page / "index.html")
            foreign = f"ancestor::*[@lang][1][not(starts-with(@lang, '{code}'))]"
            for text in root.xpath(
                f"//body//text()[not(ancestor::script or ancestor::pre or ancestor::code or {foreign})]"
            ):
                yield page, str(text)
            for name in ("aria-label", "title", "placeholder", "alt"):
                yield from ((page, str(text)) for text in root.xpath(f"//body//@{name}"))


def test_a_colon_is_parted_in_french(site: Path) -> None:
    """By a no-break space, after each word on each page, from whatever template it comes."""
    found = {text for _, text in _visible(site, "fr") if re.search(r"[^\W\d]:(\s|$)|\w ?;(\s|$)", text)}
    assert found == set()


def test_nothing_but_a_question_ends_in_a_question_mark_in_greek(site: Path, edition: Edition) -> None:
    """Where ; stands, a sentence of the note or a word of the site asks: it parts no list."""
    greek = edition.languages["el"]
    asking = {unit.text for unit in greek.units.values() if ";" in unit.text}
    asking |= {text for _, text in greek.interface.texts() if ";" in text}
    whole = " ".join(asking)
    found = {text.strip() for _, text in _visible(site, "el") if ";" in text}
    assert {text for text in found if text.strip(" «»") not in whole} == set()
