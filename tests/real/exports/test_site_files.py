"""The files as they stand in the built site: all of them, the same bytes everywhere, and told on the data page."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from instrumentarium.model.edition import Edition
from tests.conftest import ADDRESS, MOMENT
from tests.support import building, pages, programs, servers
from tests.support.pages import beside
from tests.support.sources import Tree, edit

PATHS = (
    *("note.pdf", "note.docx", "note.odt", "note.epub", "note.xml", "note.bib", "note.ris", "note.csl.json"),
    *("timeline.ics", "timeline.atom"),
    *("card.png", "search.json", "data/tables.xlsx", "data/datapackage.json"),
    *(f"data/{table}.{format}" for table in ("meetings", "instruments", "terms") for format in ("json", "csv")),
)
FIRST = ("note.pdf", "timeline.ics", "data/tables.xlsx", "data/meetings.csv", "data/instruments.csv", "data/terms.csv")
COMMON = (
    *("data/edition.json", "data/note.tmx", "data/translations.json", "data/index.json", "robots.txt", "llms.txt"),
    *("data/source/note.nl.txt", "data/schema/edition.json", "data/meetings.yml"),
)


def _listed(site: Path, edition: Edition, code: str) -> list[str]:
    """Return the files that the data page of a language lists."""
    root = pages.page(site, edition, code, "data/")
    return [str(href).replace("../", "") for href in root.xpath("//main//a[@download]/@href")]


def test_every_file_is_there_and_listed(site: Path, edition: Edition) -> None:
    """In each language its own and the common ones, with format, size and licence."""
    for code, language in edition.languages.items():
        expected = [beside(edition, code, path) for path in PATHS]
        expected += [beside(edition, code, f"timeline/{meeting.id}.ics") for meeting in edition.facts.meetings]
        listed = _listed(site, edition, code)
        assert len(listed) == len(set(listed))
        assert {*expected, *COMMON} <= set(listed), code
        assert listed[:7] == [
            *(beside(edition, code, path) for path in FIRST),
            "data/edition.json",
        ]
        root = pages.page(site, edition, code, "data/")
        wanted = [one.text_content() for one in root.xpath("//ul[@class='files-first']/li/small")]
        rows = [[str(cell.text) for cell in row.iter("td")] for row in root.xpath("//table//tr[td]")]
        for path, told in zip(listed, [*(one.split(" · ") for one in wanted), *rows], strict=True):
            assert (site / path).is_file(), path
            format, size, licence = told
            assert format
            assert re.search(r"\d", size)
            assert licence in ("CC BY 4.0", language.strings.site.licence)


def test_nothing_is_in_the_site_that_is_not_listed(site: Path, edition: Edition) -> None:
    """Beside the pages, the assets and the site's own 404.html, every file is listed in some language."""
    listed = {path for code in edition.languages for path in _listed(site, edition, code)}
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    others = {path for path in found if not path.endswith(".html") and not path.startswith("assets/")}
    assert others == listed


def test_the_catalogue_is_of_this_site(published_site: Path) -> None:
    """Every file it lists stands there, with that number of bytes."""
    content = json.loads((published_site / "data/index.json").read_text(encoding="utf-8"))
    entries = [file for one in content["datasets"] for file in one["files"]]
    assert len(entries) > 500
    for entry in entries:
        assert (published_site / entry["path"]).stat().st_size == entry["bytes"]
        assert entry["address"] == ADDRESS + entry["path"]


def test_two_builds_have_the_same_bytes(published_site: Path, tree: Tree, tmp_path: Path) -> None:
    """In another folder, time zone and locale, with the files' times changed, and without forks."""
    other = tmp_path / "deeper" / "in" / "another"
    shutil.copytree(tree(), other)
    for path in other.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    edit(other / "mkdocs.yml", "  - languages:\n", "  - languages:\n      workers: 1\n")
    second = building.build(
        other,
        tmp_path / "x" / "b",
        TZ="America/St_Johns",
        LC_ALL="tr_TR.UTF-8",
        LANG="de_DE",
        PYTHONHASHSEED="7",
        SITE_URL=ADDRESS,
        SOURCE_DATE_EPOCH=MOMENT,
    )
    result = subprocess.run(
        ["diff", "-r", str(published_site), str(second)], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (0, "")
    assert b"DTSTAMP:20260102T030405Z" in (published_site / "timeline.ics").read_bytes()


@pytest.mark.parametrize("program", ["curl", "Python"])
def test_the_examples_work(site: Path, edition: Edition, program: str) -> None:
    """As they stand on the page, with the site's address for the example's."""
    with servers.below_a_path(site) as address:
        assert servers.PREFIX in address
        for code in ("nl", "bg"):
            root = pages.page(site, edition, code, "data/")
            codes = {block.getparent().getprevious().text: block.text_content() for block in root.xpath("//pre/code")}
            text = codes[program].replace("https://example.org/", address)
            if program == "curl":
                name, *arguments = text.split()
                assert name == "curl"
                command = [programs.curl(), *arguments]
            else:
                command = [sys.executable, "-X", "utf8", "-c", text]
            told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
            for meeting in edition.facts.meetings:
                assert edition.languages[code].strings.meetings[meeting.id].name in told


def test_where_to_subscribe_is_told(site: Path, published_site: Path, edition: Edition) -> None:
    """The calendar and the feed of the language; a calendar program opens where the address is known."""
    for code in edition.languages:
        for root, prefix in ((site, ""), (published_site, ADDRESS)):
            links = pages.page(root, edition, code, "data/").xpath("//*[@class='subscriptions']//a")
            texts = [link.text for link in links if not link.get("href").startswith("webcal:")]
            assert texts == [prefix + beside(edition, code, f"timeline.{format}") for format in ("ics", "atom")]
            calls = [link.get("href") for link in links if link.get("href").startswith("webcal:")]
            expected = "webcal:" + ADDRESS.partition(":")[2] + beside(edition, code, "timeline.ics")
            assert calls == ([expected] if prefix else [])


def test_a_link_to_a_page_shows_a_card(published_site: Path, edition: Edition) -> None:
    """Title, description, languages and a picture of the language, with what it shows in words."""
    locales = {code: f"{code}_{language.territory}" for code, language in edition.languages.items()}
    assert (locales["nl"], locales["en"], locales["pt"], locales["el"]) == ("nl_NL", "en_GB", "pt_PT", "el_GR")
    for code, language in edition.languages.items():
        for name in ("", "note/", "timeline/"):
            told: dict[str, list[str]] = {}
            for element in pages.page(published_site, edition, code, name).xpath(
                "//meta[starts-with(@property, 'og:')]"
            ):
                told.setdefault(element.get("property"), []).append(element.get("content"))
            assert told["og:locale"] == [locales[code]]
            assert told["og:locale:alternate"] == [locales[other] for other in edition.languages if other != code]
            assert told["og:url"] == [ADDRESS + beside(edition, code, name)]
            assert told["og:image"] == [ADDRESS + beside(edition, code, "card.png")]
            assert language.strings.language.name in told["og:image:alt"][0]
            assert told["og:title"][0]
            assert told["og:description"][0]
        with Image.open(published_site / beside(edition, code, "card.png")) as card:
            assert (card.size, card.format) == ((1200, 630), "PNG")


def test_cards_are_of_their_language(site: Path, edition: Edition) -> None:
    """No two are the same."""
    cards = [(site / beside(edition, code, "card.png")).read_bytes() for code in edition.languages]
    assert len(set(cards)) == 24


def test_crawlers_are_told_what_there_is(site: Path, published_site: Path, edition: Edition) -> None:
    """robots.txt names the site map where the address is known; llms.txt leads to every page, file and language."""
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in (published_site / "robots.txt").read_text(encoding="utf-8")
    for root, prefix in ((site, ""), (published_site, ADDRESS)):
        text = (root / "llms.txt").read_text(encoding="utf-8")
        assert text.startswith("\ufeff\n# Instrumentarium\n\n> ")
        links = re.findall(r"^- \[.+\]\((\S+?)\)", text, re.MULTILINE)
        for link in links:
            target = root / link.removeprefix(prefix)
            assert (target / "index.html" if target.is_dir() else target).is_file(), link
        assert {prefix + beside(edition, code) for code in edition.languages if code != "nl"} <= set(links)
        assert {prefix + path for path in COMMON if path not in ("llms.txt", "data/index.json")} <= set(links)
        assert prefix + "en/note.pdf" in links


def test_the_site_map_keeps_its_rules(published_site: Path, edition: Edition) -> None:
    """Fewer than 50,000 addresses, each once, absolute, with alternates that are reciprocal and an x-default."""
    root = etree.parse(str(published_site / "sitemap.xml")).getroot()
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    assert root.tag == f"{{{names['s']}}}urlset"
    alternates = {}
    for url in root.findall("s:url", names):
        (place,) = url.findall("s:loc", names)
        alternates[place.text] = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
    assert len(alternates) == len(root) == 24 * 10
    for place, others in alternates.items():
        assert place.startswith(ADDRESS)
        assert set(others) == {*edition.languages, "x-default"}
        assert others["x-default"] == others["nl"]
        assert place in others.values()
        assert all(alternates[other] == others for other in others.values())
