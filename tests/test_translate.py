"""Translations: what a change of the original does, and the way of a new language."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import py3langid
import pytest
from click.testing import CliRunner, Result
from translate.storage import factory

from instrumentarium import load
from instrumentarium.cli import main
from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from instrumentarium.model.unit import GAP
from instrumentarium.sources import reader
from instrumentarium.sources.units import of_file
from instrumentarium.translation import interchange, status

from . import building, pages
from .conftest import ROOT

Tree = Callable[..., Path]
CHANGE = ("Tot slot zal", "Ten slotte zal")
TRANSLATIONS = sorted(path.name for path in (ROOT / "docs").iterdir() if path.name != "nl")


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(root)])


def _edit(path: Path, find: str, put: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")


def _change_the_original(root: Path) -> None:
    """Change p3s1, in the original as received too, as if another version had been received."""
    for file in ("docs/nl/note.md", "data/source/note.nl.txt"):
        _edit(root / file, *CHANGE)


def _left(root: Path) -> dict[str, dict[str, str]]:
    """Return what is not done, by language and key."""
    result = _run(root, "status", "--json")
    return {code: one["left"] for code, one in json.loads(result.stdout)["languages"].items()}


def test_all_official_languages_are_there_and_up_to_date(edition: Edition) -> None:
    """Twenty-four, in the institutions' order, nothing stale or missing."""
    assert tuple(edition.languages) == OFFICIAL_LANGUAGES
    for code, language in edition.languages.items():
        if code != "nl":
            assert set(status.states(edition.source, language).values()) == {"done"}, code


def test_a_changed_sentence_is_stale_in_every_translation_and_nothing_else_is(tree: Tree, tmp_path: Path) -> None:
    """On the pages, on the translations page, in the JSON and in the command; until a translator syncs it."""
    root = tree()
    _change_the_original(root)
    stale = {"note:p3s1": "stale"}
    assert _left(root) == {code: stale for code in OFFICIAL_LANGUAGES if code != "nl"}

    site = building.build(root, tmp_path / "site")
    told = json.loads((site / "data/translations.json").read_text(encoding="utf-8"))["languages"]
    assert {code: one["left"] for code, one in told.items()} == _left(root)
    edition = load.edition(root)
    for code, language in edition.languages.items():
        if code == "nl":
            continue
        note = pages.parse(site / code / "note/index.html")
        assert [one.get("id") for one in note.find_class("sentence--stale")] == ["p3s1"]
        (mark,) = note.xpath("//p[@id='p3']/span[@class='stale']")
        assert mark.text_content().startswith(language.strings.labels.stale_sentence)
        (original,) = mark.iter("q")
        assert original.get("lang") == "nl"
        assert original.text == edition.sentence("nl", "p3s1").text
        assert language.strings.labels.stale_page in note.find_class("stale--page")[0].text_content()
        timeline = pages.parse(site / code / "timeline/index.html")
        assert len(timeline.xpath("//*[@id='2024-12-11-coreper']//p[@class='stale']")) == 1
        assert len(timeline.find_class("stale")) == 1
        row = pages.parse(site / code / "translations/index.html").get_element_by_id(code)
        assert f"{language.strings.labels.stale}: 1" in row.text_content()
    assert pages.parse(site / "note/index.html").find_class("stale") == []

    result = _run(root, "sync", "fr", "p3s1")
    assert "1 of 1 synced" in result.stdout
    assert _left(root) == {code: {} if code == "fr" else stale for code in OFFICIAL_LANGUAGES if code != "nl"}


def test_a_stale_line_of_a_page_shows_the_original(tree: Tree, tmp_path: Path) -> None:
    """As in the note, on the page's own line."""
    root = tree("nl", "en")
    _edit(root / "docs/nl/about.md", "Niets wordt van elders geladen.", "Er wordt niets & niemand van elders geladen.")
    site = building.build(root, tmp_path / "site")
    about = pages.parse(site / "en/about/index.html")
    (line,) = about.find_class("sentence--stale")
    assert line.text == "Nothing is loaded from elsewhere."
    (original,) = about.xpath("//span[@class='stale']/q[@lang='nl']")
    assert original.text == "Er wordt niets & niemand van elders geladen."


def test_a_changed_string_is_stale_and_its_page_says_so(tree: Tree, tmp_path: Path) -> None:
    """A record's words are translated too."""
    root = tree("nl", "en")
    _edit(root / "docs/nl/strings.yml", "name: Diplomatie", "name: De diplomatie")
    assert _left(root) == {"en": {"strings:instruments.diplomacy.name": "stale"}}
    site = building.build(root, tmp_path / "site")
    assert pages.parse(site / "en/instruments/index.html").find_class("stale--page")
    assert not pages.parse(site / "en/timeline/index.html").find_class("stale--page")


def test_neither_editing_nor_touching_a_translation_changes_what_is_stale(tree: Tree) -> None:
    """Only `sync` says that a translation says what the source says."""
    root = tree("nl", "en")
    for path in (root / "docs").rglob("*.md"):
        path.touch()
    _edit(root / "docs/en/note.md", "Finally, on 11 December", "Lastly, on 11 December")
    assert _left(root) == {"en": {}}
    _change_the_original(root)
    _edit(root / "docs/en/note.md", "Lastly, on 11 December", "Finally, on 11 December")
    assert _left(root) == {"en": {"note:p3s1": "stale"}}


def test_status_shows_what_changed_in_the_source(tree: Tree) -> None:
    """From git's history: the text of then, the text of now, and the place of the translation."""
    root = tree("nl", "fr")
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@host.invalid"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    before = load.edition(root).sentence("nl", "p3s1").text
    _change_the_original(root)
    after = load.edition(root).sentence("nl", "p3s1")
    result = _run(root, "status", "fr", "--diff")
    line = load.edition(root).sentence("fr", "p3s1").line
    assert f"  docs/fr/note.md:{line}: p3s1 stale\n    - {before}\n    + {after.text}\n" in result.stdout


def test_without_a_history_status_says_that_there_is_none(tree: Tree) -> None:
    """Nothing is invented."""
    root = tree("nl", "fr")
    _change_the_original(root)
    assert "(not in the history of this checkout)" in _run(root, "status", "fr", "--diff").stdout


def test_a_page_or_all_can_be_synced(tree: Tree) -> None:
    """By name; a name that is none is told."""
    root = tree("nl", "en")
    _change_the_original(root)
    _edit(root / "docs/nl/about.md", "Niets wordt van", "Er wordt niets van")
    assert "1 of 32 synced" in _run(root, "sync", "en", "about").stdout
    assert _left(root) == {"en": {"note:p3s1": "stale"}}
    assert _run(root, "sync", "en", "p9s9").exit_code == 1
    assert _run(root, "sync", "xx").exit_code == 1
    _run(root, "sync", "en")
    assert _left(root) == {"en": {}}


def _fill(root: Path, code: str) -> None:
    """Fill every gap of a new language with the source's words, and publish it."""
    source = load.edition(root).source
    for name, text in reader.texts(root, code).items():
        units = of_file(name, text)
        words = {
            key: source.units[key if key in source.units else f"{key.rpartition('.')[0]}.other"].text for key in units
        }
        (root / "docs" / code / name).write_text(interchange.merged(text, units, words), encoding="utf-8")
    _edit(root / f"docs/{code}/strings.yml", "status: draft", "status: translation")


@pytest.mark.parametrize(
    ("code", "name", "direction", "date", "counts"),
    [
        ("uk", "українська", "ltr", "22 липня 2024", {"one", "few", "many", "other"}),
        ("ar", "العربية", "rtl", "22 يوليو 2024", {"zero", "one", "two", "few", "many", "other"}),
    ],
)
def test_a_new_language_is_a_command_and_its_gaps(
    tree: Tree, tmp_path: Path, code: str, name: str, direction: str, date: str, counts: set[str]
) -> None:
    """A draft is not published; filled and set to `translation` it is, with no other file touched."""
    root = tree("nl", "en")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert _run(root, "new-language", code).exit_code == 0
    assert _run(root, "new-language", code).exit_code == 1
    assert set(_left(root)[code].values()) == {"missing"}
    site = building.build(root, tmp_path / "draft")
    assert not (site / code).exists()
    row = pages.parse(site / "en/translations/index.html").get_element_by_id(code)
    assert row.xpath(".//th/span/@dir") == [direction]
    assert "Translation in progress" in row.text_content()

    _fill(root, code)
    assert _left(root)[code] == {}
    assert {path: path.read_bytes() for path in before} == before
    assert {path.relative_to(root).parts[:2] for path in root.rglob("*") if path.is_file() and path not in before} == {
        ("docs", code)
    }
    site = building.build(root, tmp_path / "site")
    page = pages.parse(site / code / "timeline/index.html")
    assert page.get("lang") == code
    assert page.find("body").get("dir") == direction
    assert date in page.get_element_by_id("2024-07-22-jha-informal").text_content()
    assert pages.parse(site / "index.html").xpath(f"//a[@hreflang='{code}']/text()") == [name]
    assert set(load.edition(root).languages[code].strings.counts.meetings) == counts
    assert pages.broken(site) == []
    assert GAP not in "".join(path.read_text(encoding="utf-8") for path in (site / code).rglob("*.html"))


def test_a_gap_in_a_published_language_stops_the_build(tree: Tree) -> None:
    """It is told with its place; in a draft it is not in the way of the others."""
    root = tree("nl", "en")
    _run(root, "new-language", "uk")
    assert _run(root, "check").exit_code == 0
    assert "a gap: write 'note:p3s1' in this language" in _run(root, "check", "uk").stdout
    _edit(root / "docs/uk/strings.yml", "status: draft", "status: translation")
    result = _run(root, "check")
    assert result.exit_code == 1
    assert "docs/uk/note.md:" in result.stdout


@pytest.mark.parametrize("code", TRANSLATIONS)
@pytest.mark.parametrize("form", ["xliff", "po"])
def test_a_language_goes_out_and_comes_back_unchanged(tree: Tree, tmp_path: Path, code: str, form: str) -> None:
    """Byte for byte; and what a translator's tool changes comes back in its place."""
    root, file = tree("nl", code), tmp_path / f"{code}.{'xlf' if form == 'xliff' else 'po'}"
    before = {path: path.read_bytes() for path in (root / "docs").rglob("*") if path.is_file()}
    assert _run(root, "export", code, "--format", form, "--output", str(file)).exit_code == 0
    assert "0 files changed" in _run(root, "import", code, str(file)).stdout
    assert {path: path.read_bytes() for path in before} == before

    store = factory.getobject(str(file))
    changes = {"note:p3s1": "X “1” : y", "strings:labels.card": "a: 'b' # c", "strings:counts.terms.other": '{n} "q"'}
    for unit in store.units:
        key = unit.getcontext() if form == "po" else unit.getid().rpartition("\x04")[2]
        if key in changes:
            unit.target = changes.pop(key)
    assert changes == {}
    store.savefile(str(file))
    _run(root, "import", code, str(file))
    texts = reader.texts(root, code)
    found = of_file("note.md", texts["note.md"]) | of_file("strings.yml", texts["strings.yml"])
    assert found["note:p3s1"].text == "X “1” : y"
    assert found["strings:labels.card"].text == "a: 'b' # c"
    assert found["strings:counts.terms.other"].text == '{n} "q"'
    changed = sum(
        one != other
        for path, raw in before.items()
        for one, other in zip(raw.split(b"\n"), path.read_bytes().split(b"\n"), strict=True)
    )
    assert changed == 3


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_what_goes_out_passes_the_toolkits_checks(edition: Edition, tmp_path: Path, code: str) -> None:
    """Those that a sound text keeps; punctuation, capitals and acronyms are each language's own."""
    filters = (
        "blank untranslated isfuzzy pythonbraceformat variables escapes newlines tabs xmltags emails urls numbers "
        "functions printf startwhitespace endwhitespace doublespacing options validchars"
    )
    file, found = tmp_path / f"{code}.po", tmp_path / "found.po"
    file.write_bytes(interchange.to_po(edition.source, edition.languages[code]))
    arguments = [f"--test={name}" for name in filters.split()]
    building.run(tmp_path, "translate.filters.pofilter", *arguments, "--progress=none", str(file), str(found))
    told = found.read_text(encoding="utf-8") if found.exists() else ""
    assert re.findall(r"\(pofilter\).*", told) == []
    (tmp_path / f"{code}.xlf").write_bytes(interchange.to_xliff(edition.source, edition.languages[code]))
    xliff = factory.getobject(str(tmp_path / f"{code}.xlf"))
    assert len(xliff.units) == len(list(interchange.segments(edition.source, edition.languages[code])))
    assert all(unit.source and unit.target and unit.isapproved() for unit in xliff.units)


def test_a_file_of_no_such_kind_is_told(tree: Tree, tmp_path: Path) -> None:
    """No traceback."""
    root = tree("nl", "en")
    for content in (b"<html/>", b"hello", b"\xff\xfe\x00", b""):
        (tmp_path / "file").write_bytes(content)
        result = _run(root, "import", "en", str(tmp_path / "file"))
        assert result.exit_code in (0, 1)
        assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("pl", {1: "one", 2: "few", 3: "few", 5: "many", 11: "many", 22: "few"}),
        ("sl", {1: "one", 2: "two", 3: "few", 5: "other", 11: "other", 22: "other"}),
        ("ga", {1: "one", 2: "two", 3: "few", 5: "few", 11: "other", 22: "other"}),
        ("mt", {1: "one", 2: "two", 3: "few", 5: "few", 11: "many", 22: "other"}),
    ],
)
def test_counts_take_the_languages_plural_forms(edition: Edition, code: str, forms: dict[int, str]) -> None:
    """The number decides the form, and the form is the language's own."""
    language = edition.languages[code]
    assert {number: language.locale.plural_form(number) for number in forms} == forms
    for number, form in forms.items():
        text = building.view(edition, code).count("sentences", number)
        assert text == language.strings.counts.sentences[form].format(n=number)
        assert str(number) in text


def _untranslated(edition: Edition) -> list[str]:
    """Return the sentences of translations that are not in their language, but in Dutch or English."""
    found = []
    for code, language in edition.languages.items():
        py3langid.set_languages(list({code, "nl", "en"}))
        for sentence in language.note.numbered():
            guess, _ = py3langid.classify(sentence.text)
            if guess != code:
                found.append(f"{code}:{sentence.id}:{guess}")
    return found


def test_no_sentence_is_left_in_dutch_or_english(edition: Edition) -> None:
    """By a model of languages that knows nothing of ours."""
    assert _untranslated(edition) == []


def test_a_sentence_left_in_english_is_found(tree: Tree) -> None:
    """The test above can fail."""
    root = tree("nl", "en", "fr")
    english = load.edition(root).sentence("en", "p2s4").text
    french = load.edition(root).sentence("fr", "p2s4").text
    _edit(root / "docs/fr/note.md", french, english)
    assert _untranslated(load.edition(root)) == ["fr:p2s4:en"]


# Words that are the same in Dutch or English by right.
SHARED_WORDS = {
    ("da", "International organisation"),
    ("ro", "Calendar (iCalendar)"),
    *((code, "Feed (Atom)") for code in ("da", "de", "en", "it", "mt", "nl", "pt")),
}


def test_no_label_is_left_untranslated(edition: Edition) -> None:
    """No string of more than one word is the same as the Dutch or the English one."""
    found = set()
    for code, language in edition.languages.items():
        for other in {"nl", "en"} - {code}:
            theirs = {unit.text for unit in edition.languages[other].units.values()}
            for unit in language.units.values():
                words = re.sub(r"\{\w+\}", "", unit.text).strip()
                if not unit.derived and " " in words and unit.text in theirs:
                    found.add((code, unit.text))
    assert found == SHARED_WORDS
