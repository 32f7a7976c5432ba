"""Sites of other editions: built from the wheel, whole, and without what they have none of."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from instrumentarium import load
from instrumentarium.presentation import proof
from tests.support import building, pages
from tests.support.sources import edit

from .conftest import Built, build
from .variants import made

# What stands for each list of records: the ids, names and addresses of which nothing is left without any.
TRACES = {
    "without_meetings": r"timeline|\.ics\b|\.atom\b|#subscribe|#examples|meetings",
    "without_instruments": r"instruments",
    "without_questions": r"questions",
}


def test_the_sources_are_in_order(built: Built) -> None:
    """No error and no warning; nothing is missing, nothing stale."""
    assert building.command(built.root, "check", "--strict").stdout == "everything: all in order\n"
    assert all(not one["left"] for one in json.loads(built.files["data/translations.json"])["languages"].values())


def test_every_link_leads_somewhere(built: Built) -> None:
    """Within the site, to a file and a place on it."""
    assert [fault for fault in pages.broken(built.site) if "host.invalid/below" not in fault] == []


def test_the_page_of_the_note_has_every_text(built: Built) -> None:
    """Headings, lines above the title, items, cells and footnotes, each under its id, in every language."""
    for code, language in built.edition.languages.items():
        path = built.site / pages.beside(built.edition, code, "note/") / "index.html"
        assert list(proof.unproved(path.read_text(encoding="utf-8"), language.note)) == []


def test_every_language_has_every_page(built: Built) -> None:
    """Also those pages that the engine has, in its languages, and those of the folder in another."""
    for code in built.edition.languages:
        for name in built.edition.pages:
            page = pages.page(built.site, built.edition, code, "" if name == "index" else f"{name}/")
            assert page.get("lang") == code
            assert page.find("body").get("dir") == ("rtl" if code == "ar" else "ltr")


def test_of_what_there_is_none_there_is_no_trace(built: Built) -> None:
    """No page, file, link, count, section, search hit or line of a list."""
    if built.name not in TRACES:
        return
    trace = re.compile(TRACES[built.name])
    found = [(path, *found) for path, text in _addresses(built) if (found := trace.findall(text))]
    assert found == []


def _addresses(built: Built) -> Iterator[tuple[str, str]]:
    """Yield the names of all files, and the addresses, ids and names in those of which they are made."""
    for path in built.site.rglob("*"):
        name = path.relative_to(built.site).as_posix()
        if not path.is_file() or name.startswith("assets/"):
            continue
        yield name, name
        if path.suffix == ".html":
            root = pages.parse(path)
            yield name, " ".join(map(str, root.xpath("//main//@href | //nav//@href | //@id | //head//@href")))
        elif name.endswith("search.json"):
            yield name, " ".join(entry["url"] for entry in json.loads(path.read_bytes())["entries"])
        elif name.endswith("llms.txt"):
            yield name, " ".join(re.findall(r"\(\S+\)", path.read_text(encoding="utf-8")))
        elif name.endswith(("sitemap.xml", "index.json")):
            yield name, " ".join(re.findall(r'(?:https?:|": ")[^"<>]+', path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("p2", "1."),
        ("p1", "[1]"),
        ("q1", "[1]"),
        ("q2", "1)"),
        ("p10", "1."),
    ],
)
def test_a_paragraph_has_the_number_that_the_text_received_prints(whole: Built, id: str, text: str) -> None:
    """Without what is around it; where the text received prints none, ours, in square brackets."""
    page = pages.page(whole.site, whole.edition, "en", "note/")
    number = page.get_element_by_id(id).find_class("paragraph__number")[0]
    assert number.text == text.strip(".)")


def test_paragraphs_of_the_same_number_are_told_apart(whole: Built) -> None:
    """By the annex or the heading that they stand under; others need none."""
    view = building.view(whole.edition, "en", "note")
    names = [view.where(place) for place in ("p1", "p2s1", "p5s2", "p10s1", "q1s1", "q3s2", "annex")]
    assert names == [
        "Paragraph [1]",
        "I. Background, Paragraph 1, sentence 1",
        "Paragraph 4, sentence 2",
        "ANNEX, Paragraph 1, sentence 1",
        "Question [1]",
        "Question 2, sentence 2",
        "ANNEX",
    ]


def test_lists_and_tables_are_such(whole: Built) -> None:
    """Items in items, rows of cells; each with a place of its own."""
    page = pages.page(whole.site, whole.edition, "en", "note/")
    items = page.get_element_by_id("p7").xpath("ul/li")
    assert [[str(id) for id in item.xpath("./span[@class='sentence']/@id")] for item in items] == [
        ["p7s2", "p7s3"],
        ["p7s4"],
        ["p7s7"],
    ]
    assert [str(id) for id in items[1].xpath("ol/li/span[@class='sentence']/@id")] == ["p7s5", "p7s6"]
    assert [mark.text for mark in items[1].find_class("note-list__mark")] == ["a)", "b)"]
    rows = page.get_element_by_id("p8").xpath(".//tr")
    assert [[str(id) for id in row.xpath(".//span[@class='sentence']/@id")] for row in rows] == [
        ["p8s2", "p8s3", "p8s4"],
        ["p8s5", "p8s6", "p8s7"],
        ["p8s8", "p8s9"],
        ["p8s10", "p8s11", "p8s12"],
    ]
    assert [len(row.xpath("th | td")) for row in rows] == [3, 3, 3, 3]


def test_the_pages_of_the_text_received_are_marked_where_they_begin(whole: Built) -> None:
    """Before a paragraph, before the annex, and in the middle of a paragraph."""
    page = pages.page(whole.site, whole.edition, "fr", "note/")
    marks = [mark.text for mark in page.find_class("source-page")]
    assert marks == [f"Page {number} du texte reçu" for number in (1, 2, 3, 4)]
    inside = page.find_class("source-page--inside")[0]
    assert inside.getnext().get("id") == "p4s2"
    assert building.view(whole.edition, "en", "note").source_pages() == {
        **dict.fromkeys(("p1", "p2", "p3", "q1", "p4"), "p. 1 of the text received"),
        **dict.fromkeys(("p4s2", "p5", "p6", "p7"), "p. 2 of the text received"),
        **dict.fromkeys(("p8", "p9", "q2", "q3", "q4", "q5"), "p. 3 of the text received"),
        **dict.fromkeys(("p10", "p11"), "p. 4 of the text received"),
    }


def test_the_contents_of_the_note_are_its_headings_and_paragraphs(whole: Built) -> None:
    """Nested as they are, an annex beside the sections."""
    page = pages.page(whole.site, whole.edition, "en", "note/")
    (toc,) = page.xpath("//nav[contains(@class, 'toc')]/ul")
    assert _nested(toc) == {
        "#p1": {},
        "#context": {
            **{place: {} for place in ("#p2", "#p3", "#q1", "#p4")},
            "#stations": {"#p5": {}, "#access": {"#p6": {}}},
        },
        "#proposals": {"#p7": {}, "#p8": {}, "#p9": {}},
        "#questions": {"#q2": {}, "#q3": {}, "#q4": {}, "#q5": {}},
        "#annex": {"#calendar": {"#p10": {}, "#p11": {}}},
    }


def _nested(element: Any) -> dict[str, Any]:
    found = {}
    for item in element.xpath("li"):
        below = item.xpath("ul")
        found[str(item.xpath("a/@href")[0])] = _nested(below[0]) if below else {}
    return found


def test_an_edition_has_its_own_before_the_engines(engine: Path, tmp_path: Path) -> None:
    """A template, a style sheet and a picture in overrides/, and a page in docs/; the engine's stand behind them."""
    root, front = made("whole", tmp_path / "edition"), "---\ntitle: Ici\ndescription: Là.\n---\n\n"
    for path, text in {
        "overrides/components/ways.html": '<p class="ours">{{ pages | length }}</p>\n',
        "overrides/assets/css/ours.css": ".ours { color: red }\n",
        "overrides/assets/owl.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
        "docs/fr/about.md": f"{front}# Ici {{: #about }}\n\n![Un hibou](../assets/owl.svg)\n",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    edit(root / "mkdocs.yml", "\nplugins:", "\nextra_css: [assets/css/ours.css]\n\nplugins:")
    (root / "docs/ar/about.md").unlink()
    (root / "data/published.yml").write_text("languages: []\nin_each_language: []\nonce: []\nmoved: {}\n")
    site = tmp_path / "site"
    build(engine, root, site)
    assert pages.parse(site / "index.html").find_class("ours")[0].text == "9"
    assert pages.parse(site / "index.html").find_class("card")
    assert ".ours{color:red}" in (pages.assets(site) / "css/site.css").read_text(encoding="utf-8").replace(" ", "")
    for code in ("fr", "en", "ar"):
        about = pages.parse(site / pages.beside(load.edition(root), code, "about/") / "index.html")
        assert about.xpath("//img/@alt") == ["Un hibou"]
    assert (pages.assets(site) / "owl.svg").is_file()
    assert (pages.assets(site) / "js/site.js").is_file()


def test_a_question_of_two_sentences_is_named_as_one(whole: Built) -> None:
    """Its record is the question, whichever sentence it is quoted by."""
    page = pages.page(whole.site, whole.edition, "en", "questions/")
    numbers = [number.text for number in page.find_class("question__number")]
    assert numbers == ["Question [1]", "Question 1", "Question 2", "Question 3", "Question 4"]
