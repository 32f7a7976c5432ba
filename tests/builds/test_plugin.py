"""The edge to MkDocs: failures, several workers or one, what is left out, what is built again."""

import gc
import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from instrumentarium import load
from instrumentarium.exports.akoma_ntoso_meta import written_on
from instrumentarium.exports.registry import Exports
from instrumentarium.mkdocs_plugin.changes import Snapshot, changed_pages
from instrumentarium.mkdocs_plugin.staging import StagingArea
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import components
from instrumentarium.presentation.proof import unproved
from instrumentarium.sources import note_parser
from tests.support import building, pages
from tests.support.sources import ONE_WORKER, Tree, edit


@pytest.mark.parametrize("workers", ["one", "many"])
def test_a_language_that_fails_is_told_by_its_own_error(tree: Tree, workers: str) -> None:
    """Once, after the others; the site that stood still stands, and nothing else is left."""
    root = tree()
    standing = root / "site/index.html"
    standing.parent.mkdir()
    standing.write_text("what stood before", encoding="utf-8")
    if workers == "one":
        edit(root / "mkdocs.yml", *ONE_WORKER)
    main = root / "overrides/main.html"
    broken = '{% if language.code == "en" and page and page.title %}{{ 1 // (page.title | length * 0) }}{% endif %}'
    main.write_text(main.read_text(encoding="utf-8").replace("{% block htmltitle %}", "{% block htmltitle %}" + broken))
    result = building.run(root, "mkdocs", "build", "--strict")
    assert result.returncode == 1
    assert re.search(
        r"ERROR +-  overrides/main.html:\d+:1: ZeroDivisionError: integer division or modulo by", result.stderr
    )
    assert "ar  10 pages" in result.stderr
    assert "Directory not empty" not in result.stderr
    assert "Traceback" not in result.stderr
    assert [path.name for path in (root / "site").iterdir()] == ["index.html"]
    assert standing.read_text(encoding="utf-8") == "what stood before"
    assert not list(root.glob(".site-*"))


def test_a_build_needs_no_startup(tree: Tree) -> None:
    """Whoever calls MkDocs from Python gets the same site, and a second one after it."""
    root = tree()
    for _ in range(2):
        build(load_config(str(root / "mkdocs.yml")))
        assert (root / "site/en/note/index.html").is_file()
        assert not list(root.glob(".site-*"))
    assert logging.getLogger("mkdocs.commands.build").level == logging.NOTSET


def test_one_worker_builds_the_same_site(tree: Tree, tmp_path: Path) -> None:
    """Byte for byte: it works where there is no fork."""
    root = tree()
    many = building.build(root, tmp_path / "many")
    edit(root / "mkdocs.yml", *ONE_WORKER)
    assert building.same(many, building.build(root, tmp_path / "one"))


def test_a_site_that_cannot_be_renamed_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An open folder cannot be renamed everywhere; what was in it is gone all the same."""
    site, rename = tmp_path / "site", Path.rename
    (site / "old").mkdir(parents=True)
    (site / "old.txt").touch()

    def refusing(self: Path, target: Path) -> Path:
        if site in (self, target):
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    staging = StagingArea(site)
    for code, file in (("de", "index.html"), ("en", "en/index.html")):
        (staging.of(code) / file).parent.mkdir(parents=True, exist_ok=True)
        (staging.of(code) / file).write_text(code, encoding="utf-8")
    staging.publish("de", ["de", "en"], {"data/x.json": b"{}"}, everything=True)
    staging.close()
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert found == ["data/x.json", "en/index.html", "index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        *((mark, mark) for mark in ("> ", "# ", "    ", "+ ", "=== ", "2024. ", "Art. ", "M. ")),
        *(("11. ", "11\\. "), ("- ", "\\- "), ("1) ", "1\\) "), ("(a) ", "(a\\) "), ("| ", "\\| ")),
    ],
)
def test_a_sentence_is_text_whatever_it_begins_with(edition: Edition, mark: str, written: str) -> None:
    """What is block syntax in Markdown is a sentence in the note, under its id; what it counts, has a backslash."""
    text = f"Zuerst ein Satz.\n{written}Oktober war es.\n{{: #p1 }}"
    head = "# NOTIZ {: #note }\n\nVon: A\nAn: B\nBetreff: C\n{: #head }\n\n"
    note, faults = note_parser.parse(f"{head}{text}\n\n## Fragen {{: #questions }}\n")
    assert faults == []
    assert note is not None
    assert note.sentences["p1s2"].text == f"{mark}Oktober war es.".strip()
    language = replace(edition.source, note=note)
    view = building.view(replace(edition, languages={**edition.languages, "de": language}), "de", "note")
    renderer = load.renderer(Path(__file__).parent.parent.parent)
    page = renderer.part(
        "note", view, **{**components.note(view), "page_starts": {}, "links": {"p1s1": [], "p1s2": []}}
    )
    assert list(unproved(page, note)) == []


def test_a_page_that_does_not_show_the_note_stops_the_build(tree: Tree) -> None:
    """The finished page is held against the note, in every language."""
    root = tree()
    edit(root / "overrides/components/_sentence.html", "{% else %}{{ one.text }}", "{% else %}{{ one.text | upper }}")
    result = building.run(root, "mkdocs", "build")
    assert result.returncode == 1
    assert "de/note.md: 'p1s1' says '" in result.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("about", "'nav' lacks about.md, to which other pages lead; add it"),
        ("timeline", "'nav' lacks timeline.md, which shows the meetings; add it"),
    ],
)
def test_a_page_that_is_needed_is_asked_for(tree: Tree, page: str, message: str) -> None:
    """Out of the navigation, or out of every language: one message, no traceback."""
    root = tree()
    edit(root / "mkdocs.yml", f"  - {page}.md\n", "")
    for _ in range(2):
        told = building.command(root, "check").stdout.splitlines()
        assert [line.partition(": ")[2] for line in told] == [message]
        result = building.run(root, "mkdocs", "build")
        assert result.returncode == 1
        assert message in result.stdout
        assert "Traceback" not in result.stdout + result.stderr
        for path in root.glob(f"docs/*/{page}.md"):
            path.unlink()


def test_a_page_of_no_language_is_told_at_the_navigation(tree: Tree) -> None:
    """And a page that the navigation lacks at the page; one of each is likely the same, by another name."""
    root = tree()

    def told() -> list[str]:
        return [line.partition(": ")[2] for line in building.command(root, "check").stdout.splitlines()]

    edit(root / "mkdocs.yml", "  - translations.md\n", "  - elsewhere.md\n")
    assert told() == ["there is no page elsewhere.md in docs/de/; did you mean translations.md?"]
    edit(root / "mkdocs.yml", "  - elsewhere.md\n", "  - translations.md\n  - elsewhere.md\n")
    assert told() == ["there is no page elsewhere.md in docs/de/; write it, or take the entry out"]
    edit(root / "mkdocs.yml", "  - translations.md\n  - elsewhere.md\n", "")
    assert told() == ["'nav' in mkdocs.yml does not name this page; add it there, or take the page out"]


def test_a_page_can_be_done_without(tree: Tree, tmp_path: Path) -> None:
    """The page of translations has a successor; nothing else leads to it."""
    root = tree()
    edit(root / "mkdocs.yml", "  - translations.md\n", "")
    for path in root.glob("docs/*/translations.md"):
        path.unlink()
    moved = 'moved:\n  "translations/": "about/"\n  "data/#all-languages-translations": "data/#data"\n'
    edit(root / "data/published.yml", "moved: {}", moved)
    for path in root.glob("docs/*/*.md"):
        assert "translations.md" not in path.read_text(encoding="utf-8"), path
    site = building.build(root, tmp_path / "site")
    old = html.parse(site / "en/translations/index.html").getroot()
    assert old.xpath("//a/@href") == ["../about/"]


def test_without_meetings_there_is_no_calendar(tree: Tree, tmp_path: Path) -> None:
    """No file without an entry in it, and no link to one."""
    root = tree()
    meetings = root / "data/meetings.yml"
    text = meetings.read_text(encoding="utf-8")
    meetings.write_text(text[: text.index("\nmeetings:")] + "\nmeetings: []\n", encoding="utf-8")
    for path in root.glob("docs/*/strings.yml"):
        lines, dropped, inside = path.read_text(encoding="utf-8").split("\n"), list[str](), False
        for line in lines:
            if not line.startswith((" ", "#")) and line:
                inside = line.startswith("meetings:")
                dropped += ["meetings: {}"] if inside else []
            dropped += [] if inside else [line]
        path.write_text("\n".join(dropped), encoding="utf-8")
    published = root / "data/published.yml"
    kept = [
        line
        for line in published.read_text(encoding="utf-8").split("\n")
        if not any(
            mark in line
            for mark in (
                "timeline/#20",
                "timeline/20",
                "timeline.",
                "timeline-picture",
                "data/meetings.",
                "schema/meetings",
                "files-meetings",
            )
        )
    ]
    published.write_text("\n".join(kept), encoding="utf-8")
    site = building.build(root, tmp_path / "site", SITE_URL="https://host.invalid/")
    assert not list(site.rglob("*.ics"))
    assert not list(site.rglob("*.atom"))
    assert not list(site.rglob("data/meetings.csv"))
    for path in site.rglob("*.html"):
        assert html.parse(path).getroot().xpath("//@href[contains(., '.ics') or contains(., '.atom')]") == []


def test_a_month_is_not_shown_as_a_day(edition: Edition) -> None:
    """Where only the month of the document is known, no file gives a day."""
    note = edition.facts.note
    known = replace(edition, facts=replace(edition.facts, note=note.model_copy(update={"date": "2024-12"})))
    assert building.view(known, "en").date("2024-12") == "December 2024"
    assert building.view(known, "de").date("2024-12-24") == "24. Dezember 2024"
    bounds = [("2024-12-01", "notBefore"), ("2024-12-31", "notAfter")]
    assert written_on(known.facts.dating) == [("2024-12-01", "document"), *bounds]
    day = replace(known.facts, note=note.model_copy(update={"date": "2024-12-24"}))
    assert written_on(day.dating) == [("2024-12-24", "document")]
    renderer = load.renderer(Path(__file__).parent.parent.parent)
    card = renderer.render(components.card, building.view(known, "en"))
    assert "<dd>December 2024</dd>" in card
    files = {file.path: file.content for file in Exports().make(known, SiteInfo(), processes=1)}
    assert b'date="2024-12-01" name="notBefore"' in files["en/note.xml"]


def test_a_faulty_source_leaves_the_process_as_it_was(tree: Tree) -> None:
    """What is changed for a build is put back, also where it ends before a page is built."""
    root = tree("de", "en")
    edit(root / "docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    handlers = list(logging.getLogger("mkdocs").handlers)
    with pytest.raises(Abort, match="'nesting boxes' does not stand in sentence"):
        build(load_config(str(root / "mkdocs.yml")))
    assert gc.isenabled()
    assert logging.getLogger("mkdocs").handlers == handlers
    assert logging.getLogger("mkdocs.commands.build").level == logging.NOTSET
    assert not list(root.glob(".site-*"))


def test_a_style_sheet_or_a_script_is_all_that_changed(tree: Tree) -> None:
    """Told from a save of anything else, and from one that comes with it."""
    root = tree()
    before = Snapshot.of(root)
    assert not Snapshot.of(root).only_assets_changed(before)
    for name in ("assets/css/text.css", "assets/js/site.js"):
        edit(root / "overrides" / name, "/*", "/* ")
        assert Snapshot.of(root).only_assets_changed(before)
    edit(root / "docs/en/about.md", "This site", "The site")
    assert not Snapshot.of(root).only_assets_changed(before)


def test_the_pages_that_change_are_those_made_of_what_was_saved(tree: Tree) -> None:
    """Those of the language; of others, what shows how far it is, or what the source says; of facts, what read them."""
    every = {name.rstrip("/") or "index" for name in pages.NAMES}
    cases: dict[tuple[str, str, str], dict[str, set[str]]] = {
        ("docs/en/about.md", "This site collects", "This site gathers"): {"en": every},
        ("docs/de/about.md", "Diese Website erhebt", "Diese Website sammelt"): {
            "de": every,
            "en": {"about", "translations"},
            "ar": {"about", "translations"},
        },
        ("docs/de/strings.yml", "name: Nistkästen", "name: Kästen"): {
            "de": every,
            "en": {"instruments", "translations"},
            "ar": {"instruments", "translations"},
        },
        ("docs/en/strings.yml", "name: English", "name: British"): dict.fromkeys(("de", "en", "ar"), every),
        ("data/meetings.yml", "format: meeting", "format: discussion"): {
            code: {"timeline"} for code in ("de", "en", "ar")
        },
    }
    reads = {
        code: {name: {"meetings" if name == "timeline" else "note"} for name in every} for code in ("de", "en", "ar")
    }
    root = tree()
    before = load.edition(root)
    files = Exports().make(before, SiteInfo(), processes=1)
    for (name, find, put), expected in cases.items():
        edit(root / name, find, put)
        after = load.edition(root)
        edit(root / name, put, find)
        changed = changed_pages(after, files, before, files, reads)
        assert {code: set(pages) for code, pages in changed.items() if pages} == expected, name
