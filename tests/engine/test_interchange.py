"""The exchange with translators' tools: what goes out, what comes back, and what is left alone."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from instrumentarium import load
from instrumentarium.model.edition import Edition
from instrumentarium.model.unit import UnitKey
from instrumentarium.translation import interchange
from instrumentarium.translation.interchange import tags
from instrumentarium.translation.interchange.notes import Notes
from instrumentarium.translation.interchange.segments import segments
from tests.support import building, exchange, programs
from tests.support.exchange import XLIFF, export, give_back, said, told, translate
from tests.support.sources import Tree, edit
from tests.support.translating import change_the_source, left

FORMS = pytest.mark.parametrize("form", ["xliff", "po"])
CHANGE = ("Schließlich wird", "Zum Schluss wird")
"""A change of p3s1, on which the last meeting rests."""

STALE = "written, but stale"
UP_TO_DATE = "written, and up to date"


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "docs").rglob("*") if path.is_file()}


def _changed_lines(before: dict[Path, bytes]) -> int:
    """Return how many lines of files, but for pins, are others than before."""
    return sum(
        one != other
        for path, raw in before.items()
        for one, other in zip(raw.split(b"\n"), path.read_bytes().split(b"\n"), strict=path.name != "pins.yml")
        if path.name != "pins.yml"
    )


@pytest.mark.parametrize("code", ["en", "ar"])
@FORMS
def test_what_a_translators_tool_changes_comes_back_in_its_place(
    tree: Tree, tmp_path: Path, code: str, form: str
) -> None:
    """Whatever characters it holds; no other line changes, and without a change none at all."""
    root = tree("de", code)
    before, file = _files(root), export(root, code, form, tmp_path)
    give_back(root, code, file)
    assert _files(root) == before

    changes = {
        "note:p3s1": "X “1” : y",
        "about:privacy:4": "z",
        "strings:site.description": "a: 'b' # c",
        "strings:terms.meadow.forms": 'one, "two" | three',
    }
    if code == "ar":
        changes["interface:counts.terms.few"] = '{n} "q"'
    translate(file, changes)
    result = give_back(root, code, file)
    assert told(result, UP_TO_DATE) == list(changes)
    assert f"instrumentarium check {code}" in result.output
    assert {key: text for key, text in said(root, code).items() if key in changes} == changes
    assert _changed_lines(before) == len(changes)


@FORMS
def test_a_translation_of_todays_source_is_synced(tree: Tree, tmp_path: Path, form: str) -> None:
    """Also where the words are found to be right as they are."""
    root = tree("de", "en")
    change_the_source(root, *CHANGE)
    edit(root / "docs/de/about.md", "Nichts wird von", "Es wird nichts von")
    file = export(root, "en", form, tmp_path)
    own = said(root, "en")
    translate(file, {key: own[key].replace("Finally", "At last") for key in ("note:p3s1", "about:privacy:2")})
    result = give_back(root, "en", file)
    assert told(result, UP_TO_DATE) == ["note:p3s1"]
    assert told(result, "not changed, but up to date") == ["about:privacy:2"]
    assert left(root) == {"en": {}}


@FORMS
def test_a_translation_of_an_earlier_source_stays_stale(tree: Tree, tmp_path: Path, form: str) -> None:
    """It is written, and told by its key; what was translated anew meanwhile is not overwritten."""
    root = tree("de", "en")
    file = export(root, "en", form, tmp_path)
    change_the_source(root, *CHANGE)
    edit(root / "docs/de/about.md", "Nichts wird von", "Es wird nichts von")
    edit(root / "docs/en/about.md", "Nothing is loaded", "There is nothing loaded")
    building.command(root, "sync", "en", "about")
    earlier = said(root, "en")["note:p3s1"].replace("Finally", "At last")
    translate(file, {"note:p3s1": earlier, "about:privacy:2": "Of an earlier text."})
    result = give_back(root, "en", file)
    assert told(result, STALE) == ["note:p3s1"]
    assert told(result, "made from an earlier source") == ["about:privacy:2"]
    assert left(root) == {"en": {"note:p3s1": "stale"}}
    assert said(root, "en")["note:p3s1"] == earlier
    assert said(root, "en")["about:privacy:2"] == "There is nothing loaded from elsewhere."


@FORMS
def test_a_quote_of_an_earlier_sentence_is_left_alone(tree: Tree, tmp_path: Path, form: str) -> None:
    """It would not stand in the sentence of today."""
    root = tree("de", "en")
    file = export(root, "en", form, tmp_path)
    change_the_source(root, *CHANGE)
    quote = "strings:meetings.2031-09-12-council.quote"
    translate(file, {quote: "a first discussion"})
    assert told(give_back(root, "en", file), "made from an earlier source") == [quote]


@FORMS
def test_what_is_unfinished_is_left_alone(tree: Tree, tmp_path: Path, form: str) -> None:
    """Fuzzy in PO, in need of something in XLIFF; so is what goes out stale and comes back as it was."""
    root = tree("de", "en")
    edit(root / "docs/de/about.md", "Nichts wird von", "Es wird nichts von")
    file, before = export(root, "en", form, tmp_path), _files(root)
    translate(file, {"note:p3s1": "At last, perhaps"}, unfinished=True)
    assert told(give_back(root, "en", file), "unfinished, fuzzy") == ["note:p3s1", "about:privacy:2"]
    assert _files(root) == before


@FORMS
def test_a_dry_run_tells_and_writes_nothing(tree: Tree, tmp_path: Path, form: str) -> None:
    """The same counts and keys, and the files that would change."""
    root = tree("de", "en")
    file, before = export(root, "en", form, tmp_path), _files(root)
    translate(file, {"note:p3s1": "At last, it is so."})
    result = give_back(root, "en", file, "--dry-run")
    assert told(result, UP_TO_DATE) == ["note:p3s1"]
    assert "Nothing is written" in result.output
    assert str(root / "docs/en/note.md") in result.output
    assert _files(root) == before


def test_xliff_is_read_in_utf_16(tree: Tree, tmp_path: Path) -> None:
    """As XML may be written, and some tools do."""
    root = tree("de", "en")
    file = export(root, "en", "xliff", tmp_path)
    translate(file, {"note:p3s1": "At last, it is so."})
    etree.parse(file).write(file, encoding="UTF-16", xml_declaration=True)
    assert told(give_back(root, "en", file), UP_TO_DATE) == ["note:p3s1"]


@FORMS
def test_a_file_of_another_language_is_refused(tree: Tree, tmp_path: Path, form: str) -> None:
    """Both languages are named; nothing is written."""
    root = tree("de", "en", "ar")
    file, before = export(root, "ar", form, tmp_path), _files(root)
    result = building.command(root, "import", "en", str(file))
    assert result.exit_code == 1
    assert "it is in 'ar', not in 'en', and nothing is imported" in result.output
    assert "give a file that `instrumentarium export en` wrote" in result.output
    for name in ("target-language", "Language"):
        file.write_text(re.sub(rf'({name}(?:="|: ))ar', r"\1", file.read_text(encoding="utf-8")), encoding="utf-8")
    result = building.command(root, "import", "ar", str(file))
    assert result.exit_code == 1
    assert "it does not say which language it is in, and nothing is imported" in result.output
    assert _files(root) == before


@FORMS
def test_a_file_from_another_source_language_is_refused(tree: Tree, tmp_path: Path, form: str) -> None:
    """Its texts are not those of today in any case."""
    root = tree("de", "en")
    file = export(root, "en", form, tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('source-language="de"', 'source-language="fr"').replace("age: de", "age: fr"))
    result = building.command(root, "import", "en", str(file))
    assert result.exit_code == 1
    assert "it was translated from 'fr', not from 'de'" in result.output


@pytest.mark.parametrize(
    ("tag", "code", "expected"),
    [
        *(("en", "en", True), ("en-GB", "en", True), ("en_GB", "en", True), ("EN-gb", "en", True)),
        *(("en-US", "en", False), ("de", "en", False), ("", "en", False), ("en-", "en", False), ("ar", "ar", True)),
    ],
)
def test_a_language_is_known_however_its_code_is_written(
    edition: Edition, tag: str, code: str, *, expected: bool
) -> None:
    """With the region of its variety, as tools ask for one, but with no other."""
    assert tags.is_of(tag, edition.languages[code]) == expected


def test_codes_have_the_form_of_gettext_in_po() -> None:
    """With script and region; and each is read back as what it is."""
    codes = {"fr": "fr", "pt-BR": "pt_BR", "sr-Latn": "sr@latin", "zh-Hant": "zh_Hant", "hsb": "hsb"}
    assert {code: tags.in_gettext(code) for code in codes} == codes
    assert all(tags.is_same(written, code) for code, written in codes.items())
    assert not tags.is_same("sr@latin", "sr")


def test_a_gap_goes_out_as_the_source_and_is_skipped_until_it_says_something_else(tree: Tree, tmp_path: Path) -> None:
    """In the state ``new``, which tools that keep no states leave there."""
    root = tree("de", "en")
    edit(root / "docs/en/note.md", said(root, "en")["note:p3s1"], "___")
    before, file = _files(root), export(root, "en", "xliff", tmp_path)
    (target,) = etree.parse(file).xpath("//*[@id='note:p3s1']/*[local-name()='target']")
    assert (target.text, target.get("state")) == (said(root, "de")["note:p3s1"], "new")
    assert "   1 not translated" in give_back(root, "en", file).output
    assert _files(root) == before
    content = file.read_text(encoding="utf-8")
    file.write_text(content.replace(f'xml:lang="en">{target.text}<', 'xml:lang="en">At last.<'), encoding="utf-8")
    assert told(give_back(root, "en", file), UP_TO_DATE) == ["note:p3s1"]
    assert said(root, "en")["note:p3s1"] == "At last."


@pytest.mark.parametrize("reviewers", ["", "  reviewers: [A. Reader]\n"])
def test_xliff_says_no_more_than_is_known(tree: Tree, tmp_path: Path, reviewers: str) -> None:
    """A unit is approved only where the language names a reviewer and the unit is up to date."""
    root = tree("de", "en")
    edit(root / "docs/en/strings.yml", "  status: translation\n", f"  status: translation\n{reviewers}")
    change_the_source(root, *CHANGE)
    units = list(etree.parse(export(root, "en", "xliff", tmp_path)).iter(f"{XLIFF}trans-unit"))
    states = {unit.get("id"): (unit.get("approved"), unit.find(f"{XLIFF}target").get("state")) for unit in units}
    assert states.pop("note:p3s1") == (None, "needs-review-translation")
    assert set(states.values()) == {("yes", "signed-off") if reviewers else (None, "translated")}


def test_every_unit_has_its_file_and_a_note(tree: Tree, tmp_path: Path) -> None:
    """The files of the source language, and what English says, where it is neither of the two."""
    root = tree()
    file = export(root, "ar", "xliff", tmp_path)
    files = list(etree.parse(file).iter(f"{XLIFF}file"))
    assert [one.get("original") for one in files][:2] == ["docs/de/note.md", "docs/de/about.md"]
    repository = Path(__file__).parents[2]
    assert all((root / one.get("original")).is_file() or (repository / one.get("original")).is_file() for one in files)
    for unit in etree.parse(file).iter(f"{XLIFF}trans-unit"):
        assert unit.find(f"{XLIFF}note").text
        assert unit.find(f"{XLIFF}alt-trans/{XLIFF}target").get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert "alt-trans" not in export(root, "en", "xliff", tmp_path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("note:p1s3", ["Sentence 3 of paragraph 1", "note/#p1s3", "[^1] is the mark of a footnote"]),
        ("note:q1s2", ["Sentence 2 of question 1"]),
        ("note:p3s1", ["quoted letter for letter in strings:meetings.2031-09-12-council.quote"]),
        ("note:head-to", ["Line at the head"]),
        ("note:fn1", ["Footnote 1"]),
        ("note:questions", ["Heading of the note"]),
        ("about:title", ["Title of the page 'about'", "in the navigation"]),
        ("about:status:2", ["Line 2 in the section 'status' of the page 'about'", "keep data.md"]),
        ("about:status:0", ["Heading of the section 'status'"]),
        ("strings:meetings.2031-09-12-council.name", ["Name of '2031-09-12-council' in meetings", "sentence p3s1"]),
        (
            "strings:meetings.2031-09-12-council.quote",
            ["It must stand letter for letter in sentence p3s1.", "Sentence p3s1 in this language: وأخيرا"],
        ),
        ("strings:terms.meadow.forms", ["Forms are parted by ' | '", "one of them in sentence head-subject"]),
        ("strings:site.name", ["The site's name"]),
        ("interface:counts.terms.few", ["Plural form 'few' of 'terms', for 3, 4, 5, 6, 7, 8 and so on"]),
        ("interface:labels.paragraph", ["Name of a paragraph", "to be kept as it is: {n}"]),
    ],
)
def test_a_note_tells_what_a_unit_is(edition: Edition, key: str, told: list[str]) -> None:
    """Where it stands, what of it must stay as it is, and how its parts are parted."""
    arabic = edition.languages["ar"]
    (segment,) = [one for one in segments(edition, arabic) if one.key == key]
    note = "\n".join(Notes(edition, arabic).of(UnitKey(key), segment.source))
    assert [one for one in told if one not in note] == []


def test_a_note_names_no_unit_that_is_not_there(edition: Edition) -> None:
    """A meeting of which the source does not say where it is has no such phrase."""
    for segment in segments(edition, edition.languages["en"]):
        named = re.findall(r"strings:[\w.-]+\w", "\n".join(segment.note))
        assert set(named) <= edition.source.units.keys(), segment.key


def test_po_is_sound_and_the_same_each_time(tree: Tree, tmp_path: Path) -> None:
    """As gettext's own program has it: header, plural forms, placeholders. A placeholder that is lost is told."""
    root = tree()
    for code in ("en", "ar"):
        file = export(root, code, "po", tmp_path)
        content = file.read_bytes()
        command = [programs.msgfmt(), "--check", f"--output-file={os.devnull}", str(file)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (0, "")
        assert export(root, code, "po", tmp_path).read_bytes() == content
    assert b'"Plural-Forms: nplurals=6; plural=' in content
    assert b"#: docs/de/note.md:" in content
    paragraph = said(root, "ar")["interface:labels.paragraph"]
    file.write_bytes(content.replace(f'msgstr "{paragraph}"'.encode(), b'msgstr "x"'))
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_project_of_omegat_has_what_is_translated_as_its_memory(tree: Tree, tmp_path: Path, code: str) -> None:
    """What is translated comes back as it was; gaps and what is stale are to be translated."""
    root, project = tree("de", code), tmp_path / "project"
    words = said(root, code)["note:p1s1"]
    edit(root / f"docs/{code}/note.md", words, "___")
    change_the_source(root, *CHANGE)
    arguments = ("export", code, "--format", "omegat", "--output", str(project))
    assert building.command(root, *arguments).exit_code == 0
    assert building.command(root, *arguments).exit_code == 1, "a project that is there is not overwritten"
    assert said(root, code)["note:p3s1"] in (project / "tm/penalty-10/stale.tmx").read_text(encoding="utf-8")
    assert (project / "glossary/terms.utf8").read_text(encoding="utf-8").count("\n") == 5
    before, file = _files(root), exchange.as_omegat(project)
    edition = load.edition(root)
    found = segments(edition, edition.languages[code])
    number = sum(one.state != "done" for one in found)
    assert f" {number} not translated\n" in give_back(root, code, file).output
    assert _files(root) == before
    source, content = said(root, "de"), file.read_text(encoding="utf-8")
    for key, translation in (("note:p1s1", words), ("note:p3s1", said(root, code)["note:p3s1"])):
        content = content.replace(f"<target>{source[key]}<", f"<target>{translation}<")
    file.write_text(content, encoding="utf-8")
    result = give_back(root, code, file)
    assert told(result, UP_TO_DATE) == ["note:p1s1"]
    assert told(result, "not changed, but up to date") == ["note:p3s1"]
    assert said(root, code)["note:p1s1"] == words
    assert not {"note:p1s1", "note:p3s1"} & set(left(root)[code])


@FORMS
def test_a_translation_that_would_not_stand_in_its_place_is_told(tree: Tree, tmp_path: Path, form: str) -> None:
    """What begins like a heading is one; nothing else of the page is harmed, and the rest is written."""
    root = tree("de", "en")
    before, file = said(root, "en"), export(root, "en", form, tmp_path)
    translate(file, {"about:privacy:1": "# Privacy {: #other }", "about:privacy:2": "Nothing at all."})
    assert told(give_back(root, "en", file), "no place for it") == ["about:privacy:1"]
    assert said(root, "en") == {**before, "about:privacy:2": "Nothing at all."}


@FORMS
def test_what_is_no_more_in_the_source_is_told(tree: Tree, tmp_path: Path, form: str) -> None:
    """By its key."""
    root = tree("de", "en")
    file = export(root, "en", form, tmp_path)
    edit(root / "docs/de/about.md", "- nichts sonst\n", "")
    assert told(give_back(root, "en", file), "not in the source") == ["about:privacy:5"]


def test_a_file_of_no_such_kind_is_told(tree: Tree, tmp_path: Path) -> None:
    """No traceback."""
    root = tree("de", "en")
    two = b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>'
    for content, why in (
        (b"<html/>", "it is XML, but not XLIFF 1.2 with files in it"),
        (b"hello", "it is neither XLIFF nor PO"),
        (b"\xff\xfe\x00", "it is neither XLIFF nor PO"),
        (b"", "it is neither XLIFF nor PO with a key as the context of each entry"),
        (two, "it is XML, but not XLIFF 1.2 with files in it"),
        (b'<xliff version="1.2"/>', "it is XML, but not XLIFF 1.2 with files in it"),
        (b'<xliff version="1.2"><file', "it is XLIFF that is cut or damaged"),
        (b'msgid ""\nmsgstr ""\n', "it is neither XLIFF nor PO with a key as the context of each entry"),
        (b'msgid "a', "it is PO that is cut or damaged"),
    ):
        (tmp_path / "file").write_bytes(content)
        result = building.command(root, "import", "en", str(tmp_path / "file"))
        assert result.exit_code == 1
        mend = "give a file that `instrumentarium export` wrote"
        assert result.output == f"{tmp_path / 'file'}: {why}, and nothing is imported; {mend}\n"
        assert isinstance(result.exception, SystemExit)
    assert load.edition(root)


def test_half_a_text_of_a_file_that_was_cut_is_not_imported(tree: Tree, tmp_path: Path) -> None:
    """Wherever the file ends between two lines, each text of the folder stays whole."""
    root = tree("de", "en")
    file, before = export(root, "en", "po", tmp_path), said(root, "en")
    lines = file.read_bytes().splitlines(keepends=True)
    inside = [number for number, line in enumerate(lines) if number > 30 and line.startswith(b'"')]
    for number in inside:
        cut = interchange.returned(b"".join(lines[:number]))
        assert {unit.key: unit.target for unit in cut.units if unit.state == "translated"}.items() <= before.items()
    file.write_bytes(b"".join(lines[: inside[-1]]))
    give_back(root, "en", file)
    assert said(root, "en") == before
