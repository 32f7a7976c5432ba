"""Each published version is recorded, and the site tells what changed from one to the next."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from lxml import html

from instrumentarium import load
from instrumentarium.exports.atom import timeline_atom
from instrumentarium.exports.file_view import FileView
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation.version_components import versions
from instrumentarium.presentation.view import View
from tests.support import building
from tests.support.sources import Tree, edit

Texts = Mapping[str, Mapping[str, str | None]]


def _released(root: Path) -> str:
    result = building.command(root, "release")
    assert result.exit_code == 0, result.output
    return result.stdout


def _texts(root: Path, version: int) -> Texts:
    texts: Texts = json.loads((root / f"data/releases/{version}.json").read_text(encoding="utf-8"))["texts"]
    return texts


def _told(root: Path) -> list[str]:
    """Return what `check` says of the records."""
    lines = building.command(root, "check").stdout.splitlines()
    return [line for line in lines if line.startswith("data/releases")]


def _view(root: Path, code: str, *, is_preview: bool = False) -> View:
    edition = load.edition(root)
    site = SiteInfo(is_preview=is_preview)
    return View(edition=edition, language=edition.languages[code], path="translations/", site=site)


def test_a_version_has_the_texts_that_are_new_in_it(tree: Tree) -> None:
    """The first all, in every language; the next those that changed."""
    root = tree("de", "en")
    assert "version 1" in _released(root)
    first = _texts(root, 1)
    edition = load.edition(root)
    assert {code: set(texts) for code, texts in first.items()} == {
        code: set(language.note.sentences) for code, language in edition.languages.items()
    }
    edit(root / "docs/en/note.md", "The aim of the discussion", "The purpose of the discussion")
    assert "version 2" in _released(root)
    assert _texts(root, 2) == {"en": {"p2s3": "The purpose of the discussion was a joint plan."}}


def test_a_version_is_only_where_something_changed(tree: Tree) -> None:
    """Any word of the edition, a fact too; the engine's words are its own."""
    root = tree("de", "en")
    _released(root)
    assert "nothing changed since the last version" in _released(root)
    edit(root / "docs/en/strings.yml", "Bee", "bee")
    assert "version 2" in _released(root)
    assert _texts(root, 2) == {}
    edit(root / "data/terms.yml", "\n", "\n# A remark.\n")
    assert "version 3" in _released(root)


def test_a_sentence_that_is_no_more_is_told(tree: Tree) -> None:
    """With what it said."""
    root = tree("de", "en")
    _released(root)
    for code, text in (("de", "Welches Saatgut wird dafür gebraucht?\n"), ("en", "Which seeds are needed for this?\n")):
        edit(root / f"docs/{code}/note.md", text, "")
    received = root / "data/source/note.de.txt"
    text = received.read_text(encoding="utf-8")
    received.write_text(re.sub(r"\sWelches\s+Saatgut\s+wird\s+dafür\s+gebraucht\?", "", text), encoding="utf-8")
    edit(root / "data/published.yml", "moved: {}", 'moved:\n  "note/#q1s2": "note/#q1s1"')
    _released(root)
    assert _texts(root, 2)["de"] == {"q1s2": None}
    last = versions(_view(root, "de"))["versions"][0]
    assert [(one.before, one.after) for one in last.changes] == [("Welches Saatgut wird dafür gebraucht?", None)]
    assert last.others == {"en": 1}


def test_what_came_after_the_last_version_is_told_but_not_in_a_preview(tree: Tree) -> None:
    """A site that is not what was released says so, wherever it gives its version."""
    root = tree("de", "en")
    assert _view(root, "en").version() == ""
    _released(root)
    said = _view(root, "en").version()
    assert said.startswith("Version 1 of this site, ")
    edit(root / "docs/en/note.md", "The aim of the discussion", "The purpose of the discussion")
    assert _view(root, "en").version() == f"{said}, with later changes"
    assert _view(root, "en", is_preview=True).version() == said
    latest, first = versions(_view(root, "en"))["versions"]
    assert latest.title == "Changes since version 1"
    assert [(one.name, one.after) for one in latest.changes] == [
        ("Paragraph 2, sentence 3", "The purpose of the discussion was a joint plan.")
    ]
    assert first.number == 1
    assert not first.changes


def test_a_day_that_nobody_told_is_not_known(tree: Tree) -> None:
    """Neither a version, nor a commit, nor the host: then no page says when it changed; 1970 is no answer."""
    root = tree("de", "en")
    view = _view(root, "en")
    assert view.changed_on() is None
    dated = replace(view, site=SiteInfo(build_date=datetime(2033, 2, 3, tzinfo=UTC)))
    assert dated.changed_on() == date(2033, 2, 3)
    _released(root)
    released = load.edition(root).release
    assert released
    assert _view(root, "en").changed_on() == released.date


def test_a_language_that_is_added_is_new(tree: Tree) -> None:
    """It is told so, and not all of its sentences as changed."""
    root = tree("de", "en")
    (root / "docs/en").rename(root / "en")
    edit(root / "data/published.yml", "languages: [de, en]", "languages: [de]")
    _released(root)
    (root / "en").rename(root / "docs/en")
    _released(root)
    latest = versions(_view(root, "en"))["versions"][0]
    assert latest.is_new
    assert not latest.changes
    elsewhere = versions(_view(root, "de"))["versions"][0]
    assert not elsewhere.is_new
    assert elsewhere.others == {"en": len(load.edition(root).languages["en"].note.sentences)}


def test_a_record_that_was_touched_is_told_with_its_place(tree: Tree) -> None:
    """Each with how to mend it, and without a traceback."""
    root = tree("de", "en")
    _released(root)
    edit(root / "docs/en/note.md", "The aim of the discussion", "The purpose of the discussion")
    _released(root)
    mend = "`instrumentarium release` wrote it, and it never changes: put it back as it was"
    first, second = (root / f"data/releases/{version}.json" for version in (1, 2))
    right = second.read_text(encoding="utf-8")
    second.write_text(right.replace(",\n", "\n", 1), encoding="utf-8")
    assert _told(root) == [f"data/releases/2.json:3:2: not JSON: Expecting ',' delimiter; {mend}"]
    second.write_text(right.replace('"version": 2', '"version": 3'), encoding="utf-8")
    assert _told(root) == [f"data/releases/2.json:1:1: this is the record of version 3; {mend}"]
    second.write_text(right.replace('"content"', '"contents"'), encoding="utf-8")
    assert _told(root) == [f"data/releases/2.json:1:1: content: Field required; {mend}"]
    second.write_text(right, encoding="utf-8")
    assert _told(root) == []
    (root / "data/releases/notes.txt").write_text("x", encoding="utf-8")
    assert _told(root) == ["data/releases/notes.txt:1:1: nothing reads this file; move it elsewhere"]
    (root / "data/releases/notes.txt").unlink()
    first.unlink()
    assert _told(root) == [f"data/releases:1:1: 1.json is not there; {mend}"]


def test_the_page_shows_a_change_as_taken_out_and_put_in(tree: Tree) -> None:
    """With its place, as `del` and `ins`; each version has an address."""
    root = tree("de", "en")
    _released(root)
    edit(root / "docs/en/note.md", "The aim of the discussion", "The purpose of the discussion")
    _released(root)
    shown = html.fromstring(load.renderer(root).render(versions, _view(root, "en")))
    assert [heading.get("id") for heading in shown.iter("h3")] == ["version-2", "version-1"]
    assert [one.text for one in shown.iter("del", "ins")] == [
        "The aim of the discussion was a joint plan.",
        "The purpose of the discussion was a joint plan.",
    ]
    assert "translations/#version-2" in (root / "data/published.yml").read_text(encoding="utf-8")


def test_the_feed_changes_with_the_version(tree: Tree) -> None:
    """An entry on the day of the version in which its sentence changed, one second after the meeting before it.

    To build the same version later makes nothing new; what is changed since is of the date of its build.
    """
    root = tree("de", "en")
    built = datetime(2033, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert _updated(root, built)[1:] == [f"2033-02-03T04:05:{6 + rank:02}Z" for rank in (3, 2, 1, 0)]
    _released(root)
    release = load.edition(root).release
    assert release
    feed, *entries = _updated(root, built)
    assert entries == [f"{release.date}T00:00:0{rank}Z" for rank in (3, 2, 1, 0)]
    assert feed == max(entries)
    edit(root / "docs/en/note.md", "Finally, a first", "At last, a first")
    feed, *entries = _updated(root, built)
    assert entries == ["2033-02-03T04:05:09Z", *(f"{release.date}T00:00:0{rank}Z" for rank in (2, 1, 0))]
    assert feed == max(entries)


def _updated(root: Path, built: datetime) -> list[str]:
    """Return when the feed says that it changed, and each of its entries."""
    edition, site = load.edition(root), SiteInfo(build_date=built)
    view = FileView(edition=edition, language=edition.languages["en"], path="en/timeline.atom", site=site)
    found = re.findall(r"<updated>(.+?)</updated>", timeline_atom(view).decode())
    assert len(found) == 1 + len(edition.facts.meetings)
    return found
