"""Reporting an error in a sentence, and editing it: what the menu of a sentence leads to."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from instrumentarium.model.edition import Edition
from tests.support import building, pages, servers
from tests.support.sources import ROOT

from .axe import violations_in_both_schemes
from .conftest import Watch, below

REPOSITORY = "https://github.com/owner/name"
LONGEST = 1900
"""What mail programs take, in characters."""


@pytest.fixture(scope="module")
def reported_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site, built for a host that has a mail address and a public repository."""
    settings = {"CONTACT_URL": "mailto:editors@host.invalid", "REPO_URL": REPOSITORY}
    return building.shared(tmp_path_factory, "reported", lambda path: building.build(ROOT, path, **settings))


@pytest.fixture(scope="module")
def reported(reported_site: Path) -> Iterator[str]:
    """Return the address of that site."""
    with servers.below_a_path(reported_site) as address:
        yield address


@pytest.fixture
def reporter(still_context: BrowserContext, reported: str) -> Iterator[Page]:
    """Return a page of it; whatever goes wrong in it fails the test."""
    page, watch = still_context.new_page(), Watch()
    watch.of(page, reported)
    yield page
    page.close()
    assert watch.faults == []


def _sent(link: str | None) -> tuple[str, list[str]]:
    """Return the subject and the lines of the body of a mail."""
    assert link
    address, _, fields = link.partition("?")
    assert address == "mailto:editors@host.invalid"
    subject, body = (unquote(field.partition("=")[2]) for field in fields.split("&"))
    return subject, body.split("\r\n")


@pytest.mark.parametrize("code", ["nl", "de", "bg", "el", "mt"])
def test_a_sentence_is_reported_by_keyboard(reporter: Page, reported: str, edition: Edition, code: str) -> None:
    """Its place, its language, its address and its text stand in the mail; the menu can be used by everyone."""
    language = edition.languages[code]
    labels, words = language.interface.labels, language.strings
    reporter.goto(f"{reported}{below(code)}note/")
    reporter.locator("#p2s3 .sentence__link").focus()
    reporter.keyboard.press("Enter")
    report = reporter.locator("#cite-menu a[data-report]")
    expect(report).to_be_visible()
    for _ in range(3):
        reporter.keyboard.press("Tab")
    expect(report).to_be_focused()
    assert report.text_content() == labels.report_error
    place = f"{labels.paragraph.format(n=2)}, {labels.sentence.format(n=3)} (p2s3)"
    subject, body = _sent(report.get_attribute("href"))
    assert subject == f"{words.site.name} – {place}"
    note = f"{reported}{below(code)}note/#p2s3"
    text = language.note.sentences["p2s3"].text
    assert body == [place, f"{words.language.name} ({code})", note, "", text, ""]
    assert violations_in_both_schemes(reporter) == []


def test_a_sentence_is_edited_at_its_line(reporter: Page, reported: str, edition: Edition) -> None:
    """And a paragraph or a range at that of its first sentence."""
    for code in ("nl", "de"):
        reporter.goto(f"{reported}{below(code)}note/")
        edit = reporter.locator("#cite-menu a[data-lines]")
        for link, place in (("#p2s3 .sentence__link", "p2s3"), ("#p4 .paragraph__number", "p4s1")):
            reporter.locator(link).focus()
            reporter.keyboard.press("Enter")
            expect(edit).to_be_visible()
            line = edition.languages[code].note.sentences[place].line
            assert edit.get_attribute("href") == f"{REPOSITORY}/edit/main/docs/{code}/note.md#L{line}"
            reporter.keyboard.press("Escape")


def test_no_report_is_too_long(reporter: Page, reported: str, edition: Edition) -> None:
    """In no script, of no paragraph, and not of all of them: the text is cut after a word, and all else is there."""
    last = edition.source.note.body[-1]
    places = [*edition.source.note.by_id, *(one.id for one in edition.source.note.numbered())]
    hashes = [*(f"#{place}" for place in places), f"#p1s1-{last.sentences[-1].id}"]
    for code in edition.languages:
        reporter.goto(f"{reported}{below(code)}note/")
        links = reporter.evaluate(
            """async (hashes) => {
              const sheet = document.querySelector("[rel=stylesheet]").href;
              const { leadOn } = await import(new URL("../js/cite.js", sheet));
              const menu = document.getElementById("cite-menu");
              return hashes.map((hash) => {
                const text = (document.getElementById(hash.slice(1)) ?? document.body).textContent;
                leadOn(menu, hash, { place: "§", text, address: location.origin + hash });
                return menu.querySelector("[data-report]").href;
              });
            }""",
            hashes,
        )
        assert max(map(len, links)) <= LONGEST
        for hash, link in zip(hashes, links, strict=True):
            _, body = _sent(link)
            assert body[0] == f"§ ({hash[1:]})"
            assert body[2].endswith(hash)
        assert body[4].endswith(" …")
        assert len(links[-1]) > LONGEST - 200


def test_the_menu_fits_a_phone_and_a_finger(browser: Browser, reported: str) -> None:
    """Opened by touching the number of a paragraph; each of its links is as high as a finger needs."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for code in ("nl", "de", "bg", "el", "mt"):
        page.goto(f"{reported}{below(code)}note/")
        page.locator("#p2 .paragraph__number").tap()
        expect(page.locator("#cite-menu")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        menu = page.locator("#cite-menu").bounding_box()
        assert menu
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= 360
        for link in page.locator("#cite-menu a").all():
            box = link.bounding_box()
            assert box
            assert box["height"] >= 24
    context.close()


def test_each_page_leads_there_without_a_script(browser: Browser, reported: str, edition: Edition) -> None:
    """At its foot, beside the link to edit it, also on a narrow screen."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    for code in ("nl", "el"):
        language = edition.languages[code]
        page.goto(f"{reported}{below(code)}glossary/")
        link = page.get_by_role("link", name=language.interface.labels.report_error)
        expect(link).to_be_visible()
        subject, body = _sent(link.get_attribute("href"))
        assert subject.endswith(f"{language.pages['glossary'].title} (glossary)")
        assert body[1] == f"{language.strings.language.name} ({code})"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_note_stays_light(reported_site: Path, edition: Edition) -> None:
    """What a host sets costs a first view of the note some 300 bytes, compressed, and no request."""
    for code in ("nl", "en"):
        page = pages.beside(edition, code, "note/index.html")
        names = ("css/site.css", "js/site.js", "js/colours.js", "favicon.svg")
        assets = (pages.assets(reported_site) / name for name in names)
        sent = sum(len(gzip.compress(path.read_bytes())) for path in (reported_site / page, *assets))
        assert sent <= 20_000, code
