"""The live preview: what is saved is shown, and only what changed is built."""

import re
import urllib.error
from collections.abc import Iterator

import pytest
from lxml import html

from tests.support import building
from tests.support.previewing import Preview, previewed, previewing
from tests.support.sources import SMALL, Tree, copied, edit


@pytest.fixture
def preview(tree: Tree) -> Iterator[Preview]:
    """Return a preview of two languages."""
    with previewed(tree("de", "en")) as preview:
        yield preview


def test_a_save_in_a_language_builds_that_language_alone(preview: Preview) -> None:
    """The page shows what was saved; the other languages' pages still stand."""
    built = preview.told().count("[1/2]")
    preview.edit("docs/en/about.md", "This site collects no data", "This site receives no data")
    preview.wait_for(lambda: "This site receives no data" in preview.get("en/about/"))
    assert re.search(r"\[1/1\] en", preview.told())
    assert preview.told().count("[1/2]") == built
    assert "Diese Website erhebt keine Daten" in preview.get("about/")
    preview.edit("docs/de/about.md", "Diese Website erhebt keine Daten", "Diese Website sammelt keine Daten")
    preview.wait_for(lambda: "Diese Website sammelt keine Daten" in preview.get("about/"))
    assert preview.told().count("[1/2]") == built + 1  # the source language: every other depends on it
    assert "This site receives no data" in preview.get("en/about/")


def test_a_save_of_what_languages_share_builds_them_all(preview: Preview) -> None:
    """A template is of every language."""
    preview.edit("overrides/components/ways.html", 'class="ways"', 'class="ways ways--other"')
    preview.wait_for(lambda: "ways--other" in preview.get("") and "ways--other" in preview.get("en/"))


def test_a_save_of_a_fact_builds_the_pages_that_show_it(preview: Preview) -> None:
    """In every language; other pages stand."""
    discussions = preview.get("en/timeline/").count("· Discussion")
    preview.edit("data/meetings.yml", "format: meeting", "format: discussion")
    preview.wait_for(lambda: preview.get("en/timeline/").count("· Discussion") == discussions + 1)
    built = re.findall(r"\[\d/2\] (\w+)  (\d+) pages", preview.told())[2:]
    assert [code for code, _ in built] == ["de", "en"]
    assert all(0 < int(number) < 9 for _, number in built)


def test_a_save_of_the_source_language_marks_what_is_stale(preview: Preview) -> None:
    """In every translation, with the source's new words beside the sentence that is not theirs any more."""
    preview.edit("docs/de/about.md", "Diese Website erhebt keine Daten", "Diese Website sammelt keine Daten")
    preview.wait_for(lambda: "Diese Website sammelt keine Daten" in preview.get("en/about/"))
    (notice,) = html.fromstring(preview.get("en/about/")).xpath("//*[@class='stale']/q")
    assert notice.text == "Diese Website sammelt keine Daten."
    assert notice.get("lang") == "de"


def test_a_save_of_a_style_sheet_or_script_builds_no_page(preview: Preview) -> None:
    """It is served all the same: the style sheets as the one file that the pages ask for."""
    told = preview.told()
    preview.edit("overrides/assets/css/text.css", ".moved:not(:target)", ".moved-away:not(:target)")
    preview.wait_for(lambda: ".moved-away:not(:target)" in preview.get("assets/css/site.css"))
    preview.edit("overrides/assets/js/site.js", "/**", "/*! Saved. */ /**")
    preview.wait_for(lambda: preview.get("assets/js/site.js").startswith("/*! Saved. */"))
    assert re.findall(r"\[\d/\d\]", preview.told()) == re.findall(r"\[\d/\d\]", told)


def test_a_picture_that_was_saved_beside_a_fault_is_shown_with_the_next_good_save(preview: Preview) -> None:
    """Also where that is of a translation alone, while the assets come with the source language."""
    preview.edit("docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    preview.wait_for(lambda: "'nesting boxes' does not stand in sentence p2s2" in preview.told())
    preview.edit("overrides/assets/favicon.svg", "<svg", "<svg class='saved'")
    preview.edit("docs/en/strings.yml", "quote: nesting boxes", "quote: nest boxes")
    preview.edit("docs/en/strings.yml", "name: Nest boxes", "name: Boxes to nest in")
    preview.wait_for(lambda: "Boxes to nest in" in preview.get("en/instruments/"))
    assert "class='saved'" in preview.get("assets/favicon.svg")


def test_the_style_sheet_is_of_the_pages_that_stand(tree: Tree) -> None:
    """Of those that were not built again too, after a save of a language as of a style sheet."""
    root, rule = tree(), ".md-typeset .admonition>:last-child"
    page = root / "docs/en/about.md"
    added = '\n\n<div class="admonition"><p>Wait.</p></div>\n'
    page.write_text(page.read_text(encoding="utf-8") + added, encoding="utf-8")
    with previewed(root) as preview:
        assert rule in preview.get("assets/css/site.css")
        # As many bytes as before: the page of data, which gives the sizes of files, stays as it is.
        preview.edit("docs/ar/about.md", "خيالي لكي", "saved.saved.saved")
        preview.wait_for(lambda: "[1/1] ar" in preview.told() and "saved" in preview.get("ar/about/"))
        assert rule in preview.get("assets/css/site.css")
        preview.edit("overrides/assets/css/text.css", ".moved:not(:target)", ".moved-away:not(:target)")
        preview.wait_for(lambda: ".moved-away:not(:target)" in preview.get("assets/css/site.css"))
        assert rule in preview.get("assets/css/site.css")
        preview.edit("docs/en/about.md", added, "\n")
        preview.wait_for(lambda: "Wait." not in preview.get("en/about/"))
        preview.wait_for(lambda: rule not in preview.get("assets/css/site.css"))


def _errors(page: str) -> list[str]:
    """Return the errors that the banner of a page tells."""
    return [str(item.text_content()) for item in html.fromstring(page).xpath("//aside//*[@role='alert']//li")]


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview that each test leaves as it was."""
    root = copied(SMALL, tmp_path_factory.mktemp("mended") / "tree", ("de", "en"))
    with previewed(root) as preview:
        yield preview


def test_a_fault_is_told_and_the_preview_stands(mended: Preview) -> None:
    """With its place, on the terminal, in the page that stands, in another and in one that does not exist."""
    assert _errors(mended.get("en/instruments/")) == []
    mended.edit("docs/en/strings.yml", "quote: nest boxes", "quote: <b>nesting boxes</b>")
    mended.wait_for(lambda: bool(_errors(mended.get("en/instruments/"))))
    (error,) = _errors(mended.get("about/"))
    assert re.fullmatch(r"docs/en/strings\.yml:\d+:\d+: '<b>nesting boxes</b>' does not stand in .*", error)
    assert error in mended.told()
    with pytest.raises(urllib.error.HTTPError) as missing:
        mended.get("nowhere/")
    assert _errors(missing.value.read().decode()) == [error]
    mended.edit("docs/en/strings.yml", "quote: <b>nesting boxes</b>", "quote: no such boxes")
    mended.wait_for(lambda: "no such boxes" in _errors(mended.get(""))[0])
    assert "Nest boxes" in mended.get("en/instruments/")
    mended.edit("docs/en/strings.yml", "quote: no such boxes", "quote: nest boxes")
    mended.wait_for(lambda: not _errors(mended.get("en/instruments/")))


UNDEFINED = "UndefinedError: 'nothing' is undefined"
FRAME = [
    ("overrides/components/ways.html", 'class="ways"', 'class="{{ nothing.here }}"', "{{ nothing", UNDEFINED),
    ("overrides/main.html", "</title>", '{{ nothing.here if language.code == "en" }}</title>', "{{ nothing", UNDEFINED),
    (
        "overrides/main.html",
        "{% block libs %}",
        "{% block libs %}{% if %}",
        "{% if %}",
        "TemplateSyntaxError: Expected",
    ),
    ("macros.py", "macros import define_env", "macros from define_env", "macros from", "SyntaxError: invalid syntax"),
    ("mkdocs.yml", "nav:", "nav: : [", "nav: : [", "a colon stands inside the text"),
    ("mkdocs.yml", "name: material", "name: materials", "theme:", "Config value 'theme': Unrecognised theme name"),
]


def test_a_fault_of_the_frame_is_told_like_one_of_a_source(mended: Preview) -> None:
    """At its line, and the server answers; once it is mended, it is gone."""
    for file, find, put, at, message in FRAME:
        mended.edit(file, find, put)
        line = (mended.root / file).read_text(encoding="utf-8").partition(at)[0].count("\n") + 1
        mended.wait_for(lambda: bool(_errors(mended.get("en/about/"))))
        (error,) = _errors(mended.get("en/about/"))
        assert re.match(rf"{file}:{line}:\d+: {message}", error), error
        mended.edit(file, put, find)
        mended.wait_for(lambda: not _errors(mended.get("en/about/")))
    assert "An error happened during the rebuild" not in mended.told()


def test_what_is_saved_beside_a_fault_is_shown_once_that_is_mended(mended: Preview) -> None:
    """Also where MkDocs Macros has ended the build: nothing of it is left."""
    mended.edit("overrides/components/ways.html", 'class="ways"', 'class="{{ nothing.here }}"')
    mended.wait_for(lambda: bool(_errors(mended.get(""))))
    told = mended.told().count("Reloading")
    mended.edit("docs/en/strings.yml", "name: Nest boxes", "name: Boxes to nest in")
    mended.wait_for(lambda: mended.told().count("Reloading") > told)
    mended.edit("overrides/components/ways.html", 'class="{{ nothing.here }}"', 'class="ways"')
    mended.wait_for(lambda: not _errors(mended.get("")))
    assert "Boxes to nest in" in mended.get("en/instruments/")
    mended.edit("docs/en/strings.yml", "name: Boxes to nest in", "name: Nest boxes")
    mended.wait_for(lambda: "Boxes to nest in" not in mended.get("en/instruments/"))


def test_what_stops_a_strict_build_is_told_too(mended: Preview) -> None:
    """A link that leads nowhere in every language is a warning of MkDocs."""
    for code in ("de", "en"):
        mended.edit(f"docs/{code}/about.md", "\n\n", "\n\n[Bees](nowhere.md).\n\n")
    mended.wait_for(lambda: any("nowhere.md" in error for error in _errors(mended.get(""))))
    for code in ("de", "en"):
        mended.edit(f"docs/{code}/about.md", "\n\n[Bees](nowhere.md).\n\n", "\n\n")
    mended.wait_for(lambda: not _errors(mended.get("")))


def test_a_preview_begins_with_a_fault(tree: Tree) -> None:
    """The errors are the page; once they are mended, the site is."""
    root = tree("de", "en")
    edit(root / "docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    with previewing(root) as preview:
        preview.wait_for(lambda: "Serving on" in preview.told())
        assert "nothing can be shown yet:\ndocs/en/strings.yml:" in preview.told()
        with pytest.raises(urllib.error.HTTPError) as nothing:
            preview.get("en/about/")
        assert nothing.value.code == 503
        (error,) = _errors(nothing.value.read().decode())
        assert "'nesting boxes' does not stand in sentence p2s2" in error
        preview.edit("docs/en/strings.yml", "quote: nesting boxes", "quote: nest boxes")
        preview.wait_for(lambda: "This site collects no data" in preview.get("en/about/"))
        assert _errors(preview.get("en/about/")) == []


def test_a_draft_is_previewed_with_the_sources_words_in_its_gaps(tree: Tree) -> None:
    """A language in the making is in the switcher, and says what it lacks in the source language."""
    root = tree("de", "en")
    assert building.command(root, "new-language", "uk").exit_code == 0
    with previewed(root) as preview:
        note = html.fromstring(preview.get("uk/note/"))
        assert note.get_element_by_id("p3s1").get("lang") == "de"
        assert note.get_element_by_id("p3s1").text_content().startswith("Schließlich wird")
        assert "Übersetzung in Bearbeitung" in preview.get("uk/about/")
        assert "Translation in progress" not in preview.get("uk/about/")
        assert '<span lang="de">Diese Website erhebt keine Daten' in preview.get("uk/about/")
        assert 'hreflang="uk"' in preview.get("")
        preview.edit("docs/uk/about.md", "\n___\n", "\nЦей сайт.\n")
        preview.wait_for(lambda: "Цей сайт." in preview.get("uk/about/"))
