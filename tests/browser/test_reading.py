"""What a reader of an official text does: find, compare, cite, print, change the language."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from instrumentarium.locales import dates
from instrumentarium.model.edition import Edition
from tests.support import building, expected
from tests.support.sources import ROOT

from .conftest import Watch, below

LANGUAGES = ["nl", "fr", "bg", "el", "mt"]


@pytest.fixture(scope="module")
def reading_context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a profile that may read the clipboard and asks for no language of the site; nothing is kept in it."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, permissions=["clipboard-read", "clipboard-write"], locale="ja-JP"
    )
    yield context
    context.close()


@pytest.fixture
def reader(reading_context: BrowserContext, address: str) -> Iterator[Page]:
    """Return a page of that profile; whatever goes wrong in it fails the test."""
    page, watch = reading_context.new_page(), Watch()
    watch.of(page, address)
    yield page
    assert page.evaluate("localStorage.length") == 0
    page.close()
    assert watch.faults == []


def _copied(page: Page) -> str:
    told = page.locator("#copied")
    expect(told).not_to_be_empty()
    told.evaluate("element => (element.textContent = '')")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_is_cited_in_the_pages_language(reader: Page, address: str, edition: Edition, code: str) -> None:
    """Its address, its citation, its text with the citation: by keyboard, in the words of the language."""
    language = edition.languages[code]
    labels = language.interface.labels
    note = f"{address}{below(code)}note/"
    reader.goto(note)
    reader.locator("#p2s3 .sentence__link").focus()
    reader.keyboard.press("Enter")
    menu = reader.locator("#cite-menu")
    expect(menu).to_be_visible()
    assert reader.url == f"{note}#p2s3"
    reader.keyboard.press("Enter")
    assert _copied(reader) == f"{note}#p2s3"

    place = f"{labels.paragraph.format(n=2)}, {labels.sentence.format(n=3)}"
    before, after = labels.citation.format(
        author=f"{language.strings.bodies['presidency'].name}, {building.view(edition, code).written()}",
        title=expected.title(language),
        place=f"{place} ({labels.citation_page.format(n=2)})",
        language=language.strings.language.name,
        status=expected.standing(edition, language),
        address=f"{note}#p2s3",
        date="\0",
    ).split("\0")
    for name, text in ((labels.copy_citation, ""), (labels.copy_text, language.note.sentences["p2s3"].text + "\n")):
        reader.locator("#p2s3 .sentence__link").focus()
        reader.keyboard.press("Enter")
        expect(menu).to_be_visible()
        menu.get_by_role("button", name=name, exact=True).press("Enter")
        copied = _copied(reader)
        assert copied.startswith(text + before)
        assert copied.endswith(after)
        assert str(datetime.datetime.now(tz=datetime.UTC).year) in copied.removeprefix(text + before)
    reader.locator("#p2s3 .sentence__link").focus()
    reader.keyboard.press("Enter")
    expect(menu).to_be_visible()
    reader.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_the_date_of_access_is_in_the_form_of_the_language(reader: Page, address: str, edition: Edition) -> None:
    """As CLDR has it; the year alone would not show that. In French and Italian the first of a month is no 1."""
    today = datetime.datetime.now().astimezone().date()
    for code in ("nl", "en", "fr", "el"):
        assert dates.date(today.isoformat(), edition.languages[code].locale) in _cited(reader, address, edition, code)
    reader.clock.set_fixed_time(datetime.datetime(2031, 12, 1, 12, tzinfo=datetime.UTC))
    for code, first in (("nl", "1 december"), ("fr", "1er décembre"), ("it", "1º dicembre"), ("de", "1. Dezember")):
        assert f"{first} 2031" in _cited(reader, address, edition, code)


def _cited(reader: Page, address: str, edition: Edition, code: str) -> str:
    """Return the citation of the whole document: it names no place in it."""
    reader.goto(f"{address}{below(code)}note/")
    reader.locator(".tools > summary").click()
    reader.get_by_role("button", name=edition.languages[code].interface.labels.copy_citation).first.click()
    cited = _copied(reader)
    assert "{" not in cited
    standing = expected.standing(edition, edition.languages[code])
    assert re.search(rf"\w\s?[”“»]\. {re.escape(standing)} \(", cited)
    return cited


def test_a_paragraph_and_a_range_are_cited(reader: Page, address: str, edition: Edition) -> None:
    """A paragraph by its number; a range from the marked sentence with Shift."""
    english = edition.languages["en"].note.sentences
    reader.goto(f"{address}en/note/")
    reader.locator("#p3 .paragraph__number").click()
    reader.get_by_role("button", name="Copy the text").click()
    assert _copied(reader).startswith(english["p3s1"].text + "\n")
    reader.locator("#p2s1 .sentence__link").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("#cite-menu")).to_be_visible()
    reader.keyboard.press("Escape")
    reader.locator("#p2s3 .sentence__link").click(modifiers=["Shift"], force=True)
    reader.wait_for_url("**/note/#p2s1-p2s3")
    reader.get_by_role("button", name="Copy the text").click()
    text = " ".join(english[f"p2s{number}"].text for number in (1, 2, 3))
    copied = _copied(reader)
    assert copied.startswith(f"{text}\nPresidency of the Council")
    assert "Paragraph 2, sentence 1 – Paragraph 2, sentence 3" in copied


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("place", "marked"),
    [("p2s1", ["p2s1"]), ("p2s1-p2s3", ["p2s1", "p2s2", "p2s3"]), ("p1s4-p2s1", ["p1s4", "p2s1"]), ("p4", ["p4s1"])],
)
def test_an_address_marks_what_it_names(reader: Page, address: str, code: str, place: str, marked: list[str]) -> None:
    """A sentence, a range, also across paragraphs, a paragraph."""
    reader.goto(f"{address}{below(code)}note/#{place}")
    expect(reader.locator(".is-marked")).to_have_count(len(marked))
    assert [one.get_attribute("id") for one in reader.locator(".is-marked").all()] == marked
    expect(reader.locator(f"#{marked[0]}")).to_be_in_viewport()


def test_references_can_be_read_by_other_programs(site: Path, edition: Edition) -> None:
    """BibTeX and RIS in every language, by parsers that are not ours."""
    for code, language in edition.languages.items():
        folder = site / below(code)
        (entry,) = bibtexparser.loads((folder / "note.bib").read_text(encoding="utf-8")).entries
        assert entry["title"].replace("\\", "") == f"{{{expected.title(language)}}}"
        assert entry["author"].strip("{}") == language.strings.bodies["presidency"].name
        assert entry["year"] == "[2024]"
        (record,) = rispy.loads((folder / "note.ris").read_text(encoding="utf-8"))
        assert record["type_of_reference"] == "GOVDOC"
        assert record["title"] == expected.title(language)
        assert record["language"] == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_two_languages_stand_side_by_side(reader: Page, address: str, edition: Edition, code: str) -> None:
    """Sentence beside sentence, each with its language; kept on reload and on the next page; swapped in place."""
    other = "en" if code != "en" else "nl"
    reader.goto(f"{address}{below(code)}note/#p2s1")
    reader.locator("[data-compare] select").select_option(other)
    reader.wait_for_url(f"**/note/?with={other}#p2s1")
    for _ in range(2):
        pairs = reader.locator(".sentence.counterpart")
        expect(pairs).to_have_count(25)
        assert all(pair.get_attribute("lang") == other for pair in pairs.all())
        own = reader.locator("#p4s1").bounding_box()
        theirs = reader.locator("#p4s1 + .counterpart").bounding_box()
        assert own
        assert theirs
        assert abs(own["y"] - theirs["y"]) < 2
        assert theirs["x"] > own["x"] + own["width"]
        text = reader.locator("#p4s1 + .counterpart").inner_text()
        assert text == edition.languages[other].note.sentences["p4s1"].text
        reader.reload()
    reader.locator("#p4s1").hover()
    expect(reader.locator("#p4s1 + .counterpart")).to_have_class(re.compile("is-paired"))

    reader.locator(".nav a", has_text=edition.languages[code].pages["timeline"].title).click()
    expect(reader.locator(".meeting.columns")).to_have_count(len(edition.facts.meetings))
    assert f"with={other}" in reader.url
    reader.goto(f"{address}{below(code)}note/?with={other}#p3s1")
    reader.get_by_role("button", name=edition.languages[code].interface.labels.compare_swap).click()
    reader.wait_for_url(f"{address}{below(other)}note/?with={code}#p3s1")
    expect(reader.locator("#p3s1 + .counterpart")).to_have_text(edition.languages[code].note.sentences["p3s1"].text)


def test_a_second_language_moves_no_line(reader: Page, address: str) -> None:
    """What the reader sees does not shift when it comes, on a phone and on a desk."""
    reader.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    for width in (360, 1440):
        reader.set_viewport_size({"width": width, "height": 740})
        for path in ("note/?with=fr", "note/?with=fr#p7s5", "timeline/?with=fr", "instruments/?with=fr"):
            reader.goto("about:blank")
            reader.goto(address + path)
            expect(reader.locator(".counterpart").first).to_be_attached()
            expect(reader.get_by_role("heading", level=1)).to_be_visible()
            reader.wait_for_timeout(200)
            assert reader.evaluate("window.shifts") <= 0.05, (width, path)


def test_a_place_is_marked_in_both_languages(reader: Page, address: str) -> None:
    """The text of the sentences that the address names, not the columns around it, and no other."""
    colour = "element => getComputedStyle(element).backgroundColor"
    for address_of, named in (("#p7s5", ["p7s5"]), ("#p2s1-p2s2", ["p2s1", "p2s2"])):
        reader.goto("about:blank")
        reader.goto(f"{address}note/?with=fr{address_of}")
        expect(reader.locator(".is-marked")).to_have_count(len(named))
        sentences = reader.locator(".sentence:not(.counterpart)")
        for sentence in sentences.all():
            both = [sentence, reader.locator(f"#{sentence.get_attribute('id')} + .counterpart")]
            for one in both:
                assert one.evaluate(colour) == "rgba(0, 0, 0, 0)"
                painted = one.locator(".sentence__text").evaluate(colour) != "rgba(0, 0, 0, 0)"
                assert painted == (sentence.get_attribute("id") in named)


@pytest.mark.parametrize("missing", ["**/fr/note/", "**/compare.js", "**/site.js"])
@pytest.mark.parametrize("how", ["fails", "hangs"])
def test_a_second_language_that_does_not_come_hides_nothing(
    browser: Browser, address: str, missing: str, how: str
) -> None:
    """Whether it fails or hangs: the page that the reader is on stands."""
    context = browser.new_context()
    page = context.new_page()
    page.route(missing, lambda route: route.abort() if how == "fails" else None)
    page.goto(f"{address}note/?with=fr", wait_until="commit")
    expect(page.locator("#p1s1")).to_be_visible()
    page.unroute_all(behavior="ignoreErrors")
    context.close()


def test_on_a_narrow_screen_the_second_language_stands_under_the_first(reader: Page, address: str) -> None:
    """Sentence by sentence, and nothing scrolls sideways."""
    reader.set_viewport_size({"width": 360, "height": 800})
    for name in ("note", "questions", "timeline", "instruments"):
        reader.goto(f"{address}{name}/?with=bg")
        expect(reader.locator(".counterpart").first).to_be_visible()
        assert reader.evaluate("document.documentElement.scrollWidth") <= 360
    reader.goto(f"{address}note/?with=bg")
    own, theirs = reader.locator("#p4s1").bounding_box(), reader.locator("#p4s1 + .counterpart").bounding_box()
    assert own
    assert theirs
    assert theirs["y"] >= own["y"] + own["height"]
    assert abs(own["x"] - theirs["x"]) < 2


def test_side_by_side_prints_as_it_is_seen(reader: Page, address: str) -> None:
    """Two columns on A4 too."""
    reader.goto(f"{address}note/?with=fr")
    expect(reader.locator("#p4s1 + .counterpart")).to_be_visible()
    reader.set_viewport_size({"width": 794, "height": 1123})
    reader.emulate_media(media="print")
    own, theirs = reader.locator("#p4s1").bounding_box(), reader.locator("#p4s1 + .counterpart").bounding_box()
    assert own
    assert theirs
    assert theirs["x"] > own["x"] + own["width"]


def test_changing_the_language_keeps_the_place(reader: Page, address: str) -> None:
    """The marked sentence, and the language beside; a language is never beside itself."""
    reader.goto(f"{address}note/?with=fr#p2s1")
    reader.locator(".languages summary").click()
    reader.locator(".languages a[hreflang=el]").click()
    reader.wait_for_url(f"{address}el/note/?with=fr#p2s1")
    reader.locator(".languages summary").click()
    reader.locator(".languages a[hreflang=fr]").click()
    reader.wait_for_url(f"{address}fr/note/?with=el#p2s1")


def test_changing_the_language_at_once_keeps_the_place(reader: Page, address: str) -> None:
    """On a slow line, too, where the reader chooses before every script is there."""
    reader.goto(f"{address}note/?with=fr#p2s1")
    line = {"offline": False, "latency": 1000, "downloadThroughput": -1, "uploadThroughput": -1}
    reader.context.new_cdp_session(reader).send("Network.emulateNetworkConditions", line)
    reader.locator(".languages summary").click()
    reader.locator(".languages a[hreflang=el]").click()
    reader.wait_for_url("**/el/note/**")
    assert reader.url == f"{address}el/note/?with=fr#p2s1"


@pytest.mark.parametrize("width", [320, 1440])
def test_an_offer_covers_nothing_that_is_scrolled_to(browser: Browser, address: str, width: int) -> None:
    """The end of the page stands above it, and so does a link that the keyboard comes to; closed, it leaves no gap."""
    context = browser.new_context(locale="de", viewport={"width": width, "height": 600}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}en/note/")
    line, last = page.locator("aside.offer"), page.locator(".site-footer a").last
    expect(line).to_be_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    for other in (320, 1440):
        box, over = last.bounding_box(), line.bounding_box()
        assert box
        assert over
        assert box["y"] + box["height"] <= over["y"]
        page.set_viewport_size({"width": other, "height": 600})
        page.evaluate("scrollTo(0, 0)")
        last.focus()
    line.get_by_role("button").click()
    expect(page.locator("body")).to_have_css("padding-bottom", "0px")
    context.close()


@pytest.mark.parametrize("code", [*LANGUAGES[1:], "en"])
def test_a_language_is_offered_once_in_itself(browser: Browser, address: str, edition: Edition, code: str) -> None:
    """In the reader's language, on another's page; closed, it stays away; nobody is redirected."""
    context = browser.new_context(locale=code)
    page = context.new_page()
    page.goto(f"{address}timeline/")
    labels = edition.languages[code].interface.labels
    offer = page.locator(".offer")
    expect(offer).to_contain_text(labels.offer)
    assert offer.get_attribute("lang") == code
    assert page.url == f"{address}timeline/"
    offer.get_by_role("button", name=labels.close).click()
    expect(offer).to_have_count(0)
    page.goto(f"{address}note/")
    page.wait_for_timeout(300)
    expect(offer).to_have_count(0)
    context.close()
    context = browser.new_context(locale=code)
    page = context.new_page()
    page.goto(f"{address}timeline/")
    page.get_by_role("link", name=labels.offer_read).click()
    page.wait_for_url(f"{address}{code}/timeline/")
    page.goto(f"{address}{code}/note/")
    page.wait_for_timeout(300)
    expect(page.locator(".offer")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    ("code", "query", "place"),
    [
        ("nl", "hub", "instruments/#return-hubs"),
        ("cs", "navratovych center", "glossary/#return-hub"),
        ("mt", "HOBZA", None),
        ("el", "ΠΡΟΣΦΥΓΑΣ", "glossary/#refugee"),
        ("bg", "бежанец", "glossary/#refugee"),
        ("fi", "keskus", "instruments/#return-hubs"),
        ("fr", "rinstallation", "glossary/#resettlement"),
        ("en", "2024-11-14-scifa", "timeline/#2024-11-14-scifa"),
        ("de", "22. Juli", "timeline/#2024-07-22-jha-informal"),
        ("en", "privacy", "about/#privacy"),
        # What a footnote says, and what the text calls by another word.
        ("en", "25/24", "note/#fn:1"),
        ("el", "Κομισιόν", "glossary/#commission"),
        ("de", "JI-Rat", "glossary/#jha-council"),
    ],
)
def test_search_by_keyboard_finds_the_place(
    reader: Page, address: str, code: str, query: str, place: str | None
) -> None:
    """Opened with "/", it forgives accents, capitals, inflection, compounds and a typing error."""
    reader.goto(f"{address}{below(code)}note/")
    loaded: list[str] = []
    reader.on("request", lambda request: loaded.append(request.url))
    reader.wait_for_timeout(200)
    assert [url for url in loaded if "search" in url] == []
    reader.keyboard.press("/")
    reader.keyboard.type(query)
    told = reader.locator(".search__told")
    if place is None:
        expect(told).to_contain_text(query)
        expect(reader.locator(".search__results li")).to_have_count(0)
        reader.keyboard.press("Escape")
        expect(reader.locator("dialog.search")).to_be_hidden()
        return
    expect(reader.locator(".search__results li").first).to_be_visible()
    addresses = [link.get_attribute("href") or "" for link in reader.locator(".search__results a").all()]
    top = [link.rpartition(f"{address}{below(code)}")[2].lstrip("./") for link in addresses[:3]]
    assert any(link.endswith(place) for link in top), addresses[:3]
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("ArrowUp")
    expect(reader.locator("[aria-selected=true]")).to_have_count(1)
    reader.keyboard.press("Enter")
    expect(reader.locator("dialog.search")).to_be_hidden()
    assert reader.locator("html").get_attribute("lang") == code


def test_results_stand_there_at_once(page: Page, address: str) -> None:
    """Within 100 ms of a keystroke, once the index is there; the index and its script are below 40 KB."""
    page.goto(f"{address}el/note/")
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.keyboard.press("/")
    expect(page.locator(".search__told")).not_to_be_empty()
    page.wait_for_timeout(300)
    page.evaluate(
        """() => {
          const input = document.querySelector("dialog.search input");
          const list = document.querySelector(".search__results");
          window.took = [];
          for (const query of ["ε", "επιστροφή", "κέντρα επιστροφής", "προσφυγας", "xyzxyz"]) {
            const times = [];  // the shortest of three: the machine has other things to do
            for (let round = 0; round < 3; round += 1) {
              input.value = query;
              const before = performance.now();
              input.dispatchEvent(new Event("input"));
              list.getBoundingClientRect();
              times.push(performance.now() - before);
            }
            window.took.push(Math.min(...times));
          }
        }"""
    )
    assert max(page.evaluate("window.took")) < 100
    assert 0 < sum(sizes) < 120_000  # as they stand on the disk; a server sends a third of it


# Material's style sheet draws its marks with pictures of its own.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "require-trusted-types-for 'script'"
)


def test_a_strict_policy_is_enough(browser: Browser, address: str) -> None:
    """The pages have no inline script or style, load nothing from elsewhere, and make no markup of texts."""
    assert POLICY in (ROOT / "README.md").read_text(encoding="utf-8")
    context: BrowserContext = browser.new_context()
    page, watch = context.new_page(), Watch()
    watch.of(page, address)

    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    context.route("**/*", with_policy)
    for name in ("", "note/?with=fr", "instruments/", "translations/"):
        page.goto(address + name)
        if "?with=" in name:
            expect(page.locator(".counterpart").first).to_be_visible()
            page.locator("a.term").first.focus()
            expect(page.get_by_role("tooltip")).to_be_visible()
            page.locator("#p2 .paragraph__number").click()
            expect(page.locator("#cite-menu")).to_be_visible()
            page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.keyboard.type("terugkeer")
        expect(page.locator(".search__results li").first).to_be_visible()
        page.keyboard.press("Escape")
    context.close()
    assert watch.faults == []
