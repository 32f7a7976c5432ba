"""The site as built: what stands on its pages, and where its links lead."""

import json
from pathlib import Path

from instrumentarium.locales import dates
from instrumentarium.model.edition import Edition
from instrumentarium.model.phrases import find_phrase
from tests.support import building, expected, pages


def test_every_language_has_every_page(site: Path, edition: Edition) -> None:
    """The same paths in every language, the source language's at the root."""
    assert set(pages.paths(site)) == {
        pages.beside(edition, code, page) for code in edition.languages for page in pages.NAMES
    }


def test_every_page_has_its_language_and_direction(site: Path, edition: Edition) -> None:
    """`lang` and `dir` are those of the page's folder."""
    for code, language in edition.languages.items():
        for name in pages.NAMES:
            root = pages.page(site, edition, code, name)
            assert root.get("lang") == code
            assert root.find("body").get("dir") == language.direction


def test_every_page_names_the_version_and_its_date(site: Path, edition: Edition) -> None:
    """At its foot, as the language writes a date, with a link to what changed in it."""
    release = edition.release
    assert release is not None
    for code, language in edition.languages.items():
        date = dates.date(release.date.isoformat(), language.locale)
        for name in pages.NAMES:
            (link,) = pages.page(site, edition, code, name).xpath("//footer//a[contains(@href, '#versions')]")
            assert f"{release.version}" in link.text.partition(date)[0], (code, name)
            assert date in link.text


def test_ids_are_the_same_in_every_language(site: Path, edition: Edition) -> None:
    """Whoever links to a place links to it in every language."""
    for name in pages.NAMES:
        wanted = pages.ids(pages.page(site, edition, "nl", name))
        for code in edition.languages:
            assert pages.ids(pages.page(site, edition, code, name)) == wanted, (code, name)


def test_ids_are_unique_on_a_page(site: Path) -> None:
    """No id stands twice."""
    for page in pages.paths(site):
        found = pages.parse(pages.file_of(site, pages.PREFIX + page)).xpath("//@id")
        assert sorted(found) == sorted(set(found)), page


def test_the_note_has_its_25_sentences_in_order(site: Path, edition: Edition) -> None:
    """p1s1 … q2s1."""
    ids = [sentence.id for sentence in edition.source.note.numbered()]
    assert len(ids) == 25
    assert (ids[0], ids[-1]) == ("p1s1", "q2s1")
    for code in edition.languages:
        found = pages.page(site, edition, code, "note/").xpath("//span[@class='sentence']/@id")
        assert found == ids


def test_nothing_of_the_preview_is_built(site: Path) -> None:
    """The banner and its script are served, not built."""
    texts = [path for path in site.rglob("*") if path.suffix in (".html", ".js", ".css")]
    assert [path for path in texts if "livereload" in path.read_text(encoding="utf-8")] == []
    assert not [path for path in texts if path.stem == "preview" or 'id="preview"' in path.read_text(encoding="utf-8")]


def test_no_link_is_broken(site: Path) -> None:
    """Every internal link leads to a file, and to an id where it names one; none leads elsewhere."""
    assert pages.broken(site) == []


def test_meetings_and_sentences_link_to_each_other(site: Path, edition: Edition) -> None:
    """A meeting shows its sentence and leads to it; its quote in the note leads back."""
    for code, language in edition.languages.items():
        root, note = pages.page(site, edition, code, "timeline/"), pages.page(site, edition, code, "note/")
        for record in edition.facts.meetings:
            element = root.get_element_by_id(record.id)
            quoted = element.find(".//blockquote").text_content().strip()
            assert quoted == language.note.sentences[record.source].text
            assert f"../note/#{record.source}" in element.xpath(".//figcaption/a/@href")
            quote = language.strings.meetings[record.id].quote
            assert "".join(element.xpath(".//mark//text()")) == quote
            back = note.get_element_by_id(record.source).xpath(f".//a[@href='../timeline/#{record.id}']")
            assert [link.text for link in back] == [quote]


def test_instruments_and_sentences_link_to_each_other(site: Path, edition: Edition) -> None:
    """A sentence is quoted once; each phrase in it leads to its row below, and its quote in the note leads there."""
    for code, language in edition.languages.items():
        root, note = pages.page(site, edition, code, "instruments/"), pages.page(site, edition, code, "note/")
        quoted = [block.text_content().strip() for block in root.iter("blockquote")]
        sources = {record.source for record in edition.facts.instruments}
        assert sorted(quoted) == sorted(language.note.sentences[place].text for place in sources)
        for record in edition.facts.instruments:
            row, sentence = root.get_element_by_id(record.id), root.get_element_by_id(record.source)
            assert row.getparent() is sentence.getparent()
            assert f"../note/#{record.source}" in sentence.xpath(".//a/@href")
            quote = language.strings.instruments[record.id].quote
            for place, page in ((sentence, ""), (note.get_element_by_id(record.source), "../instruments/")):
                assert [link.text for link in place.xpath(f".//a[@href='{page}#{record.id}']")] == [quote]


def test_the_marks_of_the_pictures_are_what_the_data_say(site: Path, edition: Edition) -> None:
    """On the home page of every language: a mark for each meeting, a bar for each sentence, by name and by target."""
    facts = edition.facts
    for code, language in edition.languages.items():
        home, view = pages.page(site, edition, code), building.view(edition, code)
        for kind in ("picture--wide", "picture--upright"):
            meetings, note = home.find_class(kind)
            marks = {mark.get("href"): mark.get("aria-label") for mark in meetings.find_class("mark")}
            assert list(marks) == [f"timeline/#{meeting.id}" for meeting in facts.meetings]
            for number, meeting in enumerate(facts.meetings, 1):
                name = language.strings.meetings[meeting.id].name
                assert marks[f"timeline/#{meeting.id}"] == f"{number}. {view.meeting_date(meeting)} – {name}"
            classes = {mark.get("href")[10:]: mark.get("class").split() for mark in meetings.find_class("mark")}
            for meeting in facts.meetings:
                assert f"mark--{meeting.status}" in classes[meeting.id]
                assert ("mark--inferred" in classes[meeting.id]) == bool(meeting.inferred)
            bars = {bar.get("href"): bar for bar in note.find_class("bar-link")}
            assert list(bars) == [f"note/#{one.id}" for one in language.note.numbered()]
            resting = {record.source for record in (*facts.meetings, *facts.instruments, *facts.conditions)}
            resting |= {place for question in facts.questions for place in question.sentences}
            for one in language.note.numbered():
                bar = bars[f"note/#{one.id}"]
                assert bar.get("aria-label").startswith(view.where(one.id))
                assert ("bar-link--bare" in bar.get("class")) == (one.id not in resting)
            assert meetings.find("title").text == language.pages["timeline"].title
            assert meetings.find("desc").text.startswith(view.count("meetings", 8))


def test_a_term_leads_to_every_sentence_that_uses_it(site: Path, edition: Edition) -> None:
    """To the first by name, to the others by number; each of them says one of its forms."""
    for code, language in edition.languages.items():
        root = pages.page(site, edition, code, "glossary/")
        for term in edition.facts.terms:
            forms = language.strings.terms[term.id].forms
            using = [
                one.id
                for one in language.note.numbered()
                if any(find_phrase(form, one.text) is not None for form in forms)
            ]
            entry = root.get_element_by_id(term.id)
            found = [address.partition("#")[2] for address in entry.xpath(".//dd//a[not(ancestor::table)]/@href")]
            assert found == [term.source, *(place for place in using if place != term.source)], (code, term.id)


def test_a_kind_of_instruments_has_a_shape_of_its_own(site: Path, edition: Edition) -> None:
    """The same on each row, and another than that of the other kinds."""
    root, shapes = pages.page(site, edition, "nl", "instruments/"), dict[str, set[str]]()
    for one in edition.facts.instruments:
        shapes.setdefault(one.kind, set()).update(root.get_element_by_id(one.id).xpath(".//svg/path/@d"))
    assert all(len(found) == 1 for found in shapes.values())
    assert len({shape for found in shapes.values() for shape in found}) == len(shapes) > 4


def test_the_key_points_are_the_notes_own_words(site: Path, edition: Edition) -> None:
    """Five on each home page, each a phrase of its sentence, with its address."""
    for code, language in edition.languages.items():
        (points,) = pages.page(site, edition, code).find_class("key-points")
        assert points.xpath(".//li/a/@href") == [f"note/#{place}" for place in ("p1s4", "p2s2", "p5s2", "p6s2", "p7s3")]
        for item in points.iter("li"):
            quote, place = item.find(".//p").text_content(), item.find("a").get("href").partition("#")[2]
            assert quote in language.note.sentences[place].text


def test_the_status_of_the_text_is_on_every_page(site: Path, edition: Edition) -> None:
    """Text received, or unofficial translation, in the language of the page."""
    for code, language in edition.languages.items():
        for name in pages.NAMES:
            (told,) = pages.page(site, edition, code, name).find_class("status")
            assert told.text_content().strip() == expected.status(language)


def test_what_is_unknown_is_told(site: Path, edition: Edition) -> None:
    """The register number on the home page; the day and year of a meeting on the timeline."""
    for code, language in edition.languages.items():
        labels = language.interface.labels
        home = pages.page(site, edition, code, "")
        (card,) = home.find_class("card")
        assert [element.text for element in card.find_class("unknown")] == [labels.unknown]
        meeting = pages.page(site, edition, code, "timeline/").get_element_by_id("2024-12-unhcr-iom-breakfast")
        doubts = [item.text for item in meeting.find_class("meeting__facts")[0].iter("em")]
        assert doubts == [labels.no_body, labels.no_day, labels.inferred_year]
        assert labels.no_body in meeting.text_content()


def test_each_language_has_a_search_index_of_its_own(site: Path, edition: Edition) -> None:
    """It leads to every sentence and record, in its own language, and to places that there are."""
    facts = edition.facts
    for code, language in edition.languages.items():
        folder = site / pages.beside(edition, code)
        entries = json.loads((folder / "search.json").read_text(encoding="utf-8"))["entries"]
        found = {entry["url"] for entry in entries}
        assert {f"note/#{sentence.id}" for sentence in language.note.numbered()} < found
        assert {f"timeline/#{one.id}" for one in facts.meetings} < found
        assert {f"instruments/#{one.id}" for one in facts.instruments} < found
        assert {f"questions/#{one.id}" for one in facts.questions} < found
        assert {f"glossary/#{one.id}" for one in (*facts.terms, *facts.bodies)} < found
        for url in found:
            page, _, fragment = url.partition("#")
            assert fragment in pages.ids(pages.parse(folder / page / "index.html")), url


def test_the_not_found_page_speaks_all_languages(site: Path, edition: Edition) -> None:
    """404.html is written once, and has a line for each language."""
    root = pages.parse(site / "404.html")
    lines = {item.get("lang"): item.text_content() for item in root.iter("li")}
    assert list(lines) == list(edition.languages)
    for code, language in edition.languages.items():
        assert language.interface.labels.not_found in lines[code]
    assert not list(site.glob("*/404.html"))


def test_without_a_site_url_nothing_is_absolute(site: Path) -> None:
    """No canonical or alternate address, no site map, nothing of an invented host."""
    assert not (site / "sitemap.xml").exists()
    for page in pages.paths(site):
        root = pages.parse(pages.file_of(site, pages.PREFIX + page))
        assert root.xpath("//link[@rel='canonical' or @hreflang]") == []
        assert root.xpath("//a[@rel='edit']") == []


def test_the_switcher_leads_to_the_same_page(site: Path, edition: Edition) -> None:
    """Each language by its own name, in its own language, at the same path."""
    for name in pages.NAMES:
        for code in edition.languages:
            found = pages.page(site, edition, code, name).xpath("//*[@class='languages__list']//a")
            assert [link.get("hreflang") for link in found] == list(edition.languages)
            assert [link.text for link in found] == [one.strings.language.name for one in edition.languages.values()]
            assert [link.get("hreflang") for link in found if link.get("aria-current")] == [code]


def test_the_sources_can_be_taken_away(site: Path, edition: Edition) -> None:
    """The text received, the facts and the schemas stand in the site as they are."""
    for path, content in edition.files.items():
        assert (site / path).read_bytes() == content
