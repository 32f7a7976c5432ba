"""What the site says of where its text comes from, and when the note was written: no more than the text proves."""

import re
from pathlib import Path

import pytest
from babel import Locale

from instrumentarium.model.edition import Edition, Language
from tests.support import building, pages

# Words for an original, by language: nothing says that the text received is that.
ORIGINAL = {
    "bg": "оригинал|първоначал",
    "cs": "originál|původní",
    "da": "original|oprindelig",
    "de": "original|ursprünglich",
    "el": "πρωτότυπ|πρωτοτύπ",
    "en": "original|written in",
    "es": "original",
    "et": "originaal|algtekst|algne",
    "fi": "alkuperäi",
    "fr": "original|originaux|rédigé en",
    "ga": "bunleagan|buntéacs|bunteanga",
    "hr": "original|izvornik",
    "hu": "eredeti",
    "it": "original",
    "lt": "original",
    "lv": "oriģināl",
    "mt": "oriġinal",
    "nl": "origine|oorspronkelijk",
    "pl": "oryginał|oryginal|pierwotn",
    "pt": "original",
    "ro": "original",
    "sk": "originál|pôvodn",
    "sl": "izvirnik|izvirn|original",
    "sv": "original|ursprunglig",
}


def _texts(language: Language) -> dict[str, str]:
    """Return every text of a language but the note's own sentences: the site's words, and the interface's."""
    own = {str(key): unit.text for key, unit in language.units.items() if key.page != "note" or key.is_front_matter}
    return own | {".".join(path): text for path, text in language.interface.texts()}


def test_nothing_is_called_the_original(edition: Edition) -> None:
    """In no language, of the site or of the interface."""
    for code, language in edition.languages.items():
        words = re.compile(ORIGINAL[code], re.IGNORECASE)
        assert {key: text for key, text in _texts(language).items() if words.search(text)} == {}, code


def test_the_name_of_the_source_language_is_in_the_pages_own(site: Path, edition: Edition) -> None:
    """CLDR's; the language's own name for itself stands only where it is said to be in that language."""
    own = edition.source.strings.language.name
    for code, language in edition.languages.items():
        if code == "nl":
            continue
        name = Locale.parse("nl").get_display_name(language.locale)
        card = pages.page(site, edition, code).xpath("//section[@class='card']//dd/text()")
        assert name in card, code
        for page in pages.paths(site):
            if page.startswith(f"{code}/"):
                root = pages.parse(site / page / "index.html")
                found = root.xpath(f"//body//*[contains(text(), '{own}')]/ancestor-or-self::*[@lang][1]/@lang")
                assert set(found) <= {"nl"}, page


def test_official_versions_are_told_of(site: Path, edition: Edition) -> None:
    """On About and on Translations: by the name of the register, with no address that we have not seen."""
    for code, language in edition.languages.items():
        told = language.strings.site.official_versions
        for name in ("about/", "translations/"):
            (found,) = pages.page(site, edition, code, name).xpath(f"//p[. = {_literal(told)}]")
            assert found.xpath(".//a") == [], code


def test_the_date_is_inferred_and_says_from_where(site: Path, edition: Edition) -> None:
    """The month, before the meeting that is announced, from two sentences; in words that each language has."""
    dating = edition.facts.dating
    assert (dating.date, dating.is_inferred, dating.sources) == ("2024-12", True, ("p4s1", "p3s1"))
    assert building.view(edition, "en").written() == "December 2024 (inferred; before 11 December 2024)"
    assert building.view(edition, "nl").written() == "december 2024 (afgeleid; vóór 11 december 2024)"
    for code in edition.languages:
        view = building.view(edition, code)
        card = pages.page(site, edition, code).xpath("//section[@class='card']")[0]
        (value,) = card.xpath(f".//dd[starts-with(., {_literal(view.written())})]")
        assert value.xpath("./a/@href") == ["note/#p4s1", "note/#p3s1"]
        note = pages.page(site, edition, code, "note/").get_element_by_id("cite-menu")
        assert str(view.written()) in note.get("data-author")
    told = {code: building.view(edition, code).written() for code in edition.languages}
    assert all("2024" in text and "11" in text for text in map(str, told.values()))


@pytest.mark.parametrize(
    ("code", "early"),
    [
        ("cs", "začátkem prosince 2024"), ("de", "Anfang Dezember 2024"), ("ga", "tús mhí na Nollag 2024"),
        ("el", "αρχές Δεκεμβρίου 2024"), ("lt", "2024 m. gruodžio pradžia"), ("nl", "begin december 2024"),
    ],
)  # fmt: skip
def test_the_beginning_of_a_month_is_written_as_it_is(edition: Edition, code: str, early: str) -> None:
    """With the form of the month that the language has there."""
    (meeting,) = (one for one in edition.facts.meetings if one.when)
    assert building.view(edition, code).meeting_date(meeting) == early


def test_what_the_note_does_not_say_it_does_not_say(site: Path, edition: Edition) -> None:
    """Each line of About's list is true of the text received; the list has as many lines in every language."""
    text = " ".join(sentence.text for sentence in edition.source.note.sentences.values())
    territories = {str(code): str(name) for code, name in Locale("nl").territories.items()}
    countries = {name.casefold() for code, name in territories.items() if code.isalpha()}
    named = {name for name in countries - {"europese unie"} if re.search(rf"\b{re.escape(name)}\b", text.casefold())}
    assert named == set()  # neither a country for a hub, nor the member states that spoke of hubs
    assert not re.search(r"€|\beuro\b|\bmiljo|\bmiljard|\d{1,2}[.,]\d{3}", text, re.IGNORECASE)
    numbers = re.findall(r"\b\d+/\d+\b", text)
    assert numbers == ["25/24"]  # that of the conclusions, in the footnote
    assert "oorspronkelijk" not in text
    assert "(OR." not in text
    (breakfast,) = (one for one in edition.facts.meetings if one.id == "2024-12-unhcr-iom-breakfast")
    assert (
        "gevolgd door een informeel ontbijt met het UNHCR en de IOM begin december."
        in edition.source.note.sentences["p4s1"].text
    )
    assert breakfast.body is None
    for code in edition.languages:
        items = pages.page(site, edition, code, "about/").xpath("//h2[@id='unknown']/following-sibling::ul[1]/li")
        assert len(items) == 7, code


def _literal(text: str | None) -> str:
    """Return a text as XPath writes it."""
    assert text is not None
    return '"' + text + '"' if '"' not in text else f"'{text}'"
