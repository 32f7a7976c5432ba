"""The 24 languages of the real edition: there, up to date, in their own words, and exchanged without a loss."""

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import py3langid
import pytest
from translate.storage import factory

from instrumentarium import load
from instrumentarium.model.edition import OFFICIAL_LANGUAGES, Edition
from instrumentarium.model.unit import UnitKey
from instrumentarium.sources import reader
from instrumentarium.sources.units import of_file
from instrumentarium.translation import interchange, status
from instrumentarium.translation.interchange.importing import imported
from instrumentarium.translation.interchange.segments import segments
from tests.support import building, programs
from tests.support.sources import ROOT, Tree, edit

DATE = datetime(2026, 1, 2, tzinfo=UTC)
TRANSLATIONS = sorted(path.name for path in (ROOT / "docs").iterdir() if path.name != "nl")


def test_all_official_languages_are_there_and_up_to_date(edition: Edition) -> None:
    """Twenty-four, in the institutions' order, nothing stale or missing."""
    assert tuple(edition.languages) == OFFICIAL_LANGUAGES
    for code, language in edition.languages.items():
        if code != "nl":
            assert set(status.states(edition.source, language).values()) == {"done"}, code


@pytest.mark.parametrize("code", TRANSLATIONS)
@pytest.mark.parametrize("form", ["xliff", "po"])
def test_a_language_goes_out_and_comes_back_unchanged(edition: Edition, code: str, form: str) -> None:
    """Byte for byte, pins and all; and what a translator's tool changes comes back in its place."""
    language = edition.languages[code]
    (content,) = interchange.exported(edition, language, form, DATE).values()
    found = interchange.returned(content)
    texts, templates = reader.texts(ROOT, code), reader.texts_for(ROOT, edition.source, code)
    back = imported(edition, language, texts, templates, found)
    assert (back.texts, back.pins) == ({}, language.pins)
    assert set(back.outcomes.values()) == {"unchanged"}

    changes = {"note:p3s1": "X “1” : y", "strings:site.description": "a: 'b' # c"}
    units = [replace(one, target=changes.get(one.key, one.target)) for one in found.units]
    back = imported(edition, language, texts, templates, replace(found, units=tuple(units)))
    said = {key: unit.text for name, text in back.texts.items() for key, unit in of_file(name, text).items()}
    assert {key: said[UnitKey(key)] for key in changes} == changes
    lines = [zip(text.split("\n"), texts[name].split("\n"), strict=True) for name, text in back.texts.items()]
    assert sum(one != other for pairs in lines for one, other in pairs) == len(changes)


def test_what_goes_out_passes_the_toolkits_checks(edition: Edition, tmp_path: Path) -> None:
    """Those that a sound text keeps; punctuation, capitals and acronyms are each language's own."""
    filters = (
        "blank untranslated isfuzzy pythonbraceformat variables escapes newlines tabs xmltags emails urls numbers "
        "functions printf startwhitespace endwhitespace doublespacing options validchars"
    )
    out, found = tmp_path / "out", tmp_path / "found"
    out.mkdir()
    for code in TRANSLATIONS:
        (out / f"{code}.po").write_bytes(_po(edition, code))
    arguments = [f"--test={name}" for name in filters.split()]
    command = ("translate.filters.pofilter", *arguments, "--progress=none", str(out), str(found))
    result = building.run(tmp_path, *command)
    assert result.returncode == 0, result.stderr
    told = {path.name: re.findall(r"\(pofilter\).*", path.read_text(encoding="utf-8")) for path in found.glob("*.po")}
    assert {name: one for name, one in told.items() if one} == {}


def test_the_toolkits_checks_can_find_fault(edition: Edition, tmp_path: Path) -> None:
    """A number that is another one is told."""
    content = _po(edition, "fr")
    lost = content.replace(b"22 juillet 2024", b"23 juillet 2024")
    assert lost != content
    (tmp_path / "fr.po").write_bytes(lost)
    found = tmp_path / "found.po"
    command = ("--test=numbers", "--progress=none", str(tmp_path / "fr.po"), str(found))
    building.run(tmp_path, "translate.filters.pofilter", *command)
    assert "(pofilter) numbers" in found.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_gettext_finds_nothing_wrong(edition: Edition, tmp_path: Path, code: str) -> None:
    """Header, plural forms and placeholders."""
    (tmp_path / f"{code}.po").write_bytes(_po(edition, code))
    command = [programs.msgfmt(), "--check", "--output-file=/dev/null", str(tmp_path / f"{code}.po")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def _po(edition: Edition, code: str) -> bytes:
    (content,) = interchange.exported(edition, edition.languages[code], "po", DATE).values()
    return content


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_xliff_has_every_unit_with_its_state(edition: Edition, tmp_path: Path, code: str) -> None:
    """As translators' tools read it: source and target, translated; approved by nobody."""
    (content,) = interchange.exported(edition, edition.languages[code], "xliff", DATE).values()
    (tmp_path / f"{code}.xlf").write_bytes(content)
    xliff = factory.getobject(str(tmp_path / f"{code}.xlf"))
    assert len(xliff.units) == len(segments(edition, edition.languages[code]))
    for unit in xliff.units:
        assert unit.source
        assert unit.target
        assert (unit.get_state_n(), unit.isapproved()) == (unit.S_UNREVIEWED, False)


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
    sentences = {str(form): text for form, text in language.interface.counts.sentences.items()}
    for number, form in forms.items():
        text = building.view(edition, code).count("sentences", number)
        assert text == sentences[form].format(n=number)
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
    english = load.edition(root).languages["en"].note.sentences["p2s4"].text
    french = load.edition(root).languages["fr"].note.sentences["p2s4"].text
    edit(root / "docs/fr/note.md", french, english)
    assert _untranslated(load.edition(root)) == ["fr:p2s4:en"]


# Words that are the same in Dutch or English by right.
SHARED_WORDS = {
    ("da", "International organisation"),
    ("ro", "Calendar (iCalendar)"),
    *((code, "Feed (Atom)") for code in ("da", "de", "en", "it", "mt", "nl", "pt")),
}


def _texts(edition: Edition, code: str) -> set[str]:
    """Return all that a language says that does not follow from its note: units, and interface words."""
    language = edition.languages[code]
    return {unit.text for unit in language.units.values() if not unit.derived} | {
        text for _, text in language.interface.texts()
    }


def test_no_label_is_left_untranslated(edition: Edition) -> None:
    """No string of more than one word is the same as the Dutch or the English one."""
    found = set()
    for code in edition.languages:
        for other in {"nl", "en"} - {code}:
            theirs = _texts(edition, other)
            found |= {
                (code, text) for text in _texts(edition, code) & theirs if " " in re.sub(r"\{\w+\}", "", text).strip()
            }
    assert found == SHARED_WORDS
