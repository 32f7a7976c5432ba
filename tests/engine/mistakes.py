"""Mistakes that people make in the small edition, each with the one message that tells it.

Each is (name, change, message): what is done to a copy of the sources, in all three languages, and the line that
`instrumentarium check` prints; "" where it is no mistake.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.support import building
from tests.support.sources import edit


class Mistake(NamedTuple):
    """A mistake, and what is told of it."""

    name: str
    change: Callable[[Path], object]
    message: str


def _put(file: str, find: str, put: str) -> Callable[[Path], None]:
    """Return what replaces a text where it first stands in a file."""
    return lambda root: edit(root / file, find, put)


def _all(*changes: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def _bytes(file: str, change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda root: (root / file).write_bytes(change((root / file).read_bytes()))


def _text(file: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / file).write_text(text, encoding="utf-8")


def _rename(file: str, name: str) -> Callable[[Path], object]:
    return lambda root: (root / file).rename((root / file).with_name(name))


def _remove(*files: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        for file in files:
            (root / file).unlink()

    return change


def _leave_files(root: Path) -> None:
    for name in (
        *("about.md~", "#about.md#", "about.md.swp", ".about.md.swp", "about.md.orig", "strings.yml.bak"),
        *(".DS_Store", "Thumbs.db"),
    ):
        for folder in ("docs/en", "docs", "data"):
            (root / folder / name).write_text("left behind", encoding="utf-8")
    (root / "docs/en/.#about.md").symlink_to("someone@somewhere.1234:5678")


_PICTURE = "![x](../assets/favicon.svg)"
_PLUGIN = "- macros: {modules: [instrumentarium.mkdocs_plugin.macros], on_undefined: strict, on_error_fail: true}"
_CONFLICT = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n"

MISTAKES = (
    Mistake(
        "a line indented too far",
        _put("data/meetings.yml", "    body: council", "     body: council"),
        "data/meetings.yml:19:6: this line is indented by 5 spaces, the one above it by 4; indent them alike",
    ),
    Mistake(
        "a line indented too little",
        _put("data/meetings.yml", "    body: council", "   body: council"),
        "data/meetings.yml:19:4: this line is indented by 3 spaces, and no other above it; "
        "indent it as the fields that it belongs to",
    ),
    Mistake(
        "a field indented as an entry",
        _put("docs/en/strings.yml", "    summary: Nest boxes in", "  summary: Nest boxes in"),
        "docs/en/strings.yml:92:3: this line is indented by 2 spaces, those beside it by 4; indent them alike",
    ),
    Mistake(
        "the last field indented as an entry",
        _put("docs/en/strings.yml", "    quote: nest boxes", "  quote: nest boxes"),
        "docs/en/strings.yml:93:3: 'quote' is a field, and stands where an entry does; "
        "indent it as the other fields are",
    ),
    Mistake(
        "a list instead of words",
        _text("docs/en/strings.yml", "- language:\n    name: English\n"),
        "docs/en/strings.yml:1:1: expected a mapping of fields to values, found a list; rewrite the file",
    ),
    Mistake(
        "a text instead of the interface's words",
        _text("docs/en/interface.yml", "card\n"),
        "docs/en/interface.yml:1:1: expected a mapping of fields to values, found text; rewrite the file",
    ),
    Mistake(
        "curly quotes around a text with a colon",
        _put("docs/en/strings.yml", "name: Nest boxes", "name: “Nest boxes: for bees”"),
        'docs/en/strings.yml:91:11: “ is not a quotation mark of YAML; write " before and after the text',
    ),
    Mistake(
        "curly quotes in a list",
        _put("docs/de/strings.yml", "forms: [Rates, Rat]", "forms: [„{Rates}“, Rat]"),
        'docs/de/strings.yml:120:13: „ is not a quotation mark of YAML; write " before and after the text',
    ),
    Mistake(
        "curly quotes around a quote",
        _put("docs/en/strings.yml", "quote: nest boxes", "quote: “nest boxes”"),
        'docs/en/strings.yml:93:12: “…” are not quotation marks of YAML; take them out, or write "…"',
    ),
    Mistake(
        "curly quotes around a date",
        _put("data/meetings.yml", "date: 2031-05-20", "date: “2031-05-20”"),
        'data/meetings.yml:25:11: “ is not a quotation mark of YAML; write " before and after the text, or nothing',
    ),
    Mistake(
        "tabs",
        _put("data/bodies.yml", "    kind: presidency\n    source", "\tkind: presidency\n\tsource"),
        "data/bodies.yml:19:1: a tab indents this line (and 1 more); indent with spaces",
    ),
    Mistake(
        "a forgotten id",
        _put("data/instruments.yml", "  - id: seeds\n    kind", "  - kind"),
        "data/instruments.yml:15:5: 'id' is missing; add it",
    ),
    Mistake(
        "a forgotten dash",
        _put("data/instruments.yml", "  - id: shared-care", "    id: shared-care"),
        "data/instruments.yml:29:5: key 'id' is already in line 21; keep one of the two",
    ),
    Mistake(
        "a misspelt field in a translation",
        _put("docs/en/strings.yml", "    quote: nest boxes", "    qoute: nest boxes"),
        "docs/en/strings.yml:93:5: there is no field 'qoute' here; did you mean 'quote'?",
    ),
    Mistake(
        "a text instead of fields",
        _put("docs/en/strings.yml", "language:\n  name: English\n  status: translation\n", "language: English\n"),
        "docs/en/strings.yml:7:11: expected a mapping of fields to values, found text; rewrite 'language'",
    ),
    Mistake(
        "a text instead of plural forms",
        _text("docs/en/interface.yml", 'counts:\n  sentences: "{n} sentences"\n'),
        "docs/en/interface.yml:2:14: expected a mapping of keys to values, found text; rewrite 'sentences'",
    ),
    Mistake(
        "a placeholder at the beginning, without quotes",
        _text("docs/en/interface.yml", "labels:\n  written_in: {date} (inferred; before {end})\n  card: Card\n"),
        "docs/en/interface.yml:2:15: a text begins with {; put it in quotes",
    ),
    Mistake(
        "a misspelt field",
        _put("data/meetings.yml", "body: bee-group", "boddy: bee-group"),
        "data/meetings.yml:27:5: there is no field 'boddy' here; did you mean 'body'?",
    ),
    Mistake(
        "words of the interface in the words of the edition",
        _put("docs/en/strings.yml", "language:\n", "labels:\n  card: Card\n\nlanguage:\n"),
        "docs/en/strings.yml:7:1: there is no field 'labels' here; move it to interface.yml",
    ),
    Mistake(
        "misspelt words of the interface in the words of the edition",
        _put("docs/en/strings.yml", "language:\n", "lables:\n  card: Card\n\nlanguage:\n"),
        "docs/en/strings.yml:7:1: there is no field 'lables' here; did you mean 'labels', of interface.yml?",
    ),
    Mistake(
        "words of the edition in the words of the interface",
        _text("docs/en/interface.yml", "site:\n  name: Bees\n"),
        "docs/en/interface.yml:1:1: there is no field 'site' here; move it to strings.yml",
    ),
    Mistake(
        "a wrong quote in a translation",
        _put("docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes"),
        "docs/en/strings.yml:93:12: 'nesting boxes' does not stand in sentence p2s2; quote it letter for letter",
    ),
    Mistake(
        "a wrong quote in the source language",
        _put("docs/de/strings.yml", "quote: Nistkästen", "quote: Nistplätze"),
        "docs/de/strings.yml:93:12: 'Nistplätze' does not stand in sentence p2s2; quote it letter for letter",
    ),
    Mistake(
        "the 31st of November",
        _put("data/meetings.yml", "date: 2031-05-20", "date: 2031-11-31"),
        "data/meetings.yml:25:11: '2031-11-31': there is no such day in the calendar; correct the date",
    ),
    Mistake(
        "a wrong day",
        _put("data/meetings.yml", "date: 2031-03-04", "date: 2031-03-14"),
        "data/meetings.yml:18:11: sentence p1s2 says '4. März 2031', not 2031-03-14; correct the date "
        "(and in 2 translations)",
    ),
    Mistake(
        "a wrong month, which puts the meeting out of order",
        _put("data/meetings.yml", "date: 2031-05-20", "date: 2031-10-20"),
        "data/meetings.yml:25:11: sentence p2s1 says '20. Mai', not 2031-10-20; correct the date "
        "(and in 2 translations)",
    ),
    Mistake(
        "a wrong source of a record",
        _put("data/instruments.yml", "kind: solution\n    source: p1s2", "kind: solution\n    source: p1s3"),
        "data/instruments.yml:39:13: '„bienenfreundliche Wiese“' does not stand in sentence p1s3, but in p1s2; "
        "correct the source (and in 2 translations)",
    ),
    Mistake(
        "a wrong source of a meeting",
        _put("data/meetings.yml", "status: announced\n    source: p3s1", "status: announced\n    source: p2s3"),
        "data/meetings.yml:50:13: 'am 12. September im Rat eine erste Aussprache' does not stand in sentence p2s3, "
        "but in p3s1; correct the source (and in 2 translations)",
    ),
    Mistake(
        "a wrong source of a term",
        _put("data/terms.yml", "nest-box\n    source: p2s2", "nest-box\n    source: p2s3"),
        "data/terms.yml:17:13: 'Nistkästen' does not stand in sentence p2s3, but in p2s2; "
        "correct the source (and in 2 translations)",
    ),
    Mistake(
        "a duplicate id",
        _put("data/instruments.yml", "- id: shared-care", "- id: seeds"),
        "data/instruments.yml:29:9: id 'seeds' is already taken in this list; give the record one of its own "
        "(and in 2 translations)",
    ),
    Mistake(
        "a sentence twice",
        _put("data/questions.yml", "sentences: [p1s2, p1s3]", "sentences: [p1s2, p1s2]"),
        "data/questions.yml:9:23: 'p1s2' stands here for a second time; take one out",
    ),
    Mistake(
        "a body twice",
        _put("data/note.yml", "authors: [presidency]", "authors: [presidency, presidency]"),
        "data/note.yml:11:23: 'presidency' stands here for a second time; take one out",
    ),
    Mistake(
        "a misspelt body of a meeting",
        _put("data/meetings.yml", "body: council", "body: counsil"),
        "data/meetings.yml:19:11: there is no record 'counsil' in bodies; did you mean 'council'?",
    ),
    Mistake(
        "a misspelt instrument of a question",
        _put("data/questions.yml", "- seeds", "- seed"),
        "data/questions.yml:12:9: there is no record 'seed' in instruments; did you mean 'seeds'?",
    ),
    Mistake(
        "a format taken out that a meeting has",
        _put("data/meetings.yml", "  - discussion\n", ""),
        "data/meetings.yml:27:13: format 'discussion' is not declared; declare it in 'formats' above, or choose "
        "another (and in 2 translations)",
    ),
    Mistake(
        "a misspelt format of a meeting",
        _put("data/meetings.yml", "format: discussion", "format: discusion"),
        "data/meetings.yml:28:13: format 'discusion' is not declared; did you mean 'discussion'?",
    ),
    Mistake(
        "an id misspelt in data",
        _put("data/instruments.yml", "- id: nest-boxes", "- id: nestboxes"),
        "data/instruments.yml:21:9: no language has words for 'nestboxes', all have them for 'nest-boxes'; "
        "correct the id",
    ),
    Mistake(
        "an id misspelt in strings",
        _put("docs/en/strings.yml", "  nest-boxes:", "  nest-boxs:"),
        "docs/en/strings.yml:90:3: data/instruments.yml has no record 'nest-boxs', and 'nest-boxes' has no words "
        "here; correct the one or the other",
    ),
    Mistake(
        "strings deleted in the source language",
        _put(
            "docs/de/strings.yml",
            "  nest-boxes:\n    name: Nistkästen\n    summary: Nistkästen in den Städten.\n    quote: Nistkästen\n",
            "",
        ),
        "docs/de/strings.yml:85:1: 'nest-boxes' of data/instruments.yml has no words here; add an entry 'nest-boxes'",
    ),
    Mistake(
        "a deleted strings.yml",
        _remove("docs/de/strings.yml"),
        "docs/de:1:1: strings.yml cannot be read here (No such file or directory); put the file back",
    ),
    *(
        Mistake(
            f"pins that {what}",
            _bytes("docs/en/pins.yml", change),
            f"docs/en/pins.yml:{line}:1: this is no pin; put back the file as it was, or have the other pins kept by "
            "`instrumentarium sync en`",
        )
        for what, line, change in (
            ("were cut", 5, lambda raw: raw[: raw.index(b"about:description") + 30]),
            ("are a list", 1, lambda raw: b"- a\n- b\n"),
            ("are numbers", 3, lambda raw: raw.replace(b'"about:title": "', b'"about:title": 12 # "', 1)),
        )
    ),
    *(
        Mistake(
            f"{file} instead of {name}",
            _rename(f"{folder}/{name}", file),
            f"{folder}/{file}:1:1: this file is not read; rename it to {name}",
        )
        for folder, name, file in (
            ("docs/de", "strings.yml", "strings.yaml"),
            ("docs/en", "strings.yml", "string.yml"),
            ("docs/de", "about.md", "about.markdown"),
            ("docs/en", "about.md", "about.md.txt"),
            ("data", "terms.yml", "terms.yaml"),
            ("data", "terms.yml", "term.yml"),
            ("data", "note.yml", "note.yml.txt"),
        )
    ),
    *(
        Mistake(
            f"{file} beside {name}",
            _text(f"{folder}/{file}", "left behind"),
            f"{folder}/{file}:1:1: this file is not read, but {name} beside it; take it out",
        )
        for folder, name, file in (
            ("docs/en", "strings.yml", "strings.yaml"),
            ("docs/de", "about.md", "about.md.txt"),
            ("data", "terms.yml", "terms.yaml"),
        )
    ),
    Mistake(
        "a bad macro in the source language",
        _put("docs/de/index.md", 'sentence("q1s1")', 'sentense("q1s1")'),
        "docs/de/index.md:23:1: there is no macro 'sentense'; a page may call subject, key_points, read_note, card, "
        "counts, ways, rights, official_versions, sentence, verify, timeline, questions, instruments, glossary, "
        "timeline_picture, note_picture, downloads, subscriptions, examples, translations, versions",
    ),
    Mistake(
        "a missing brace",
        _put("docs/de/timeline.md", "{{ timeline() }}", "{{ timeline() }"),
        "docs/de/timeline.md:10:1: a brace is missing; a call is {{ timeline() }}",
    ),
    Mistake(
        "a missing brace before the macro",
        _put("docs/en/timeline.md", "{{ timeline() }}", "{ timeline() }}"),
        "docs/en/timeline.md:10:1: a brace is missing; a call is {{ timeline() }}",
    ),
    Mistake(
        "curly quotes in a call",
        _put("docs/de/index.md", '{{ sentence("q1s1") }}', "{{ sentence(“q1s1”) }}"),
        'docs/de/index.md:23:13: “ is not a quotation mark of a call; write " before and after the text',
    ),
    Mistake(
        "a missing bracket in a call",
        _put("docs/en/index.md", '{{ sentence("q1s1") }}', '{{ sentence("q1s1" }}'),
        "docs/en/index.md:23:1: 'sentence' is called wrongly (unexpected '}', expected ')'); "
        'call it as {{ sentence("p2s1") }}',
    ),
    Mistake(
        "a call without brackets",
        _put("docs/de/timeline.md", "{{ timeline() }}", "{{ timeline }}"),
        "docs/de/timeline.md:10:1: 'timeline' is named, not called; call it as {{ timeline() }}",
    ),
    Mistake(
        "a tag that is not closed",
        _put("docs/de/about.md", "Nichts wird", "<div>Nichts wird"),
        "docs/de/about.md:18:1: <div> is not closed; close it",
    ),
    Mistake(
        "a comment that is not closed",
        _put("docs/en/about.md", "Nothing is", "<!-- Nothing is"),
        "docs/en/about.md:18:1: this comment is not closed; end it with -->",
    ),
    Mistake(
        "a tag that closes nothing",
        _put("docs/en/about.md", "Nothing is", "</div>Nothing is"),
        "docs/en/about.md:18:1: </div> closes nothing here; take it out",
    ),
    Mistake(
        "a script in a page",
        _put("docs/de/about.md", "Nichts wird", "<script src='//example.org/a.js'></script>Nichts wird"),
        "docs/de/about.md:18:1: <script> does not belong in a page; take it out",
    ),
    Mistake(
        "a control character in a page",
        _put("docs/de/about.md", "Nichts wird von", "Nichts wird\0von"),
        "docs/de/about.md:18:12: a control character (U+0000) stands here; take it out",
    ),
    Mistake(
        "conflict markers in a page",
        _put("docs/de/about.md", "Nichts wird von anderswo geladen.\n", _CONFLICT.format("Nichts.", "Gar nichts.")),
        "docs/de/about.md:18:1: git's conflict marker <<<<<<<: two changes were not merged; "
        "keep what is right of both, and take out the lines with the markers",
    ),
    Mistake(
        "conflict markers in data",
        _put("data/terms.yml", "  - id: meadow\n", _CONFLICT.format("  - id: meadow", "  - id: meadows")),
        "data/terms.yml:11:1: git's conflict marker <<<<<<<: two changes were not merged; "
        "keep what is right of both, and take out the lines with the markers",
    ),
    Mistake(
        "a conflict marker that was forgotten",
        _put("docs/en/strings.yml", "  nest-boxes:\n", ">>>>>>> other\n  nest-boxes:\n"),
        "docs/en/strings.yml:90:1: git's conflict marker >>>>>>>: two changes were not merged; "
        "keep what is right of both, and take out the lines with the markers",
    ),
    Mistake(
        "conflict markers in pins",
        _bytes("docs/en/pins.yml", lambda raw: _CONFLICT.format("a", "b").encode() + raw),
        "docs/en/pins.yml:1:1: git's conflict marker <<<<<<<: two changes were not merged; "
        "run `instrumentarium sync en`",
    ),
    Mistake(
        "Latin-1",
        _bytes("docs/de/about.md", lambda raw: raw.decode().encode("latin-1")),
        "docs/de/about.md:2:8: the encoding is Latin-1, or another that is not UTF-8; save the file as UTF-8",
    ),
    Mistake(
        "Windows-1252",
        _bytes("docs/de/strings.yml", lambda raw: raw.decode().encode("cp1252")),
        "docs/de/strings.yml:13:39: the encoding is Windows-1252, or another that is not UTF-8; save the file as UTF-8",
    ),
    Mistake(
        "UTF-16",
        _bytes("docs/de/note.md", lambda raw: raw.decode().encode("utf-16")),
        "docs/de/note.md:1:1: the encoding is UTF-16; save the file as UTF-8",
    ),
    Mistake("a byte order mark", _bytes("docs/de/note.md", lambda raw: b"\xef\xbb\xbf" + raw), ""),
    Mistake("files that editors leave", _leave_files, ""),
    Mistake(
        "a page renamed in the source language",
        _rename("docs/de/about.md", "impressum.md"),
        "docs/de/impressum.md:1:1: 'nav' in mkdocs.yml names about.md, which is not here, and not this page; "
        "rename the one or the other (and in 2 translations)",
    ),
    Mistake(
        "a page renamed in a translation",
        _rename("docs/en/about.md", "imprint.md"),
        "docs/en/imprint.md:1:1: this page is about.md in the other languages; rename it",
    ),
    Mistake(
        "a page renamed in the navigation",
        _put("mkdocs.yml", "- about.md", "- aboutt.md"),
        "mkdocs.yml:22:5: there is no page aboutt.md in docs/de/; did you mean about.md?",
    ),
    Mistake(
        "a page twice in the navigation",
        _put("mkdocs.yml", "- about.md", "- about.md\n  - data.md"),
        "mkdocs.yml:23:5: data.md stands here for a second time; take one out",
    ),
    Mistake(
        "a plugin deleted",
        _put("mkdocs.yml", "macros:\n      module_name", "search:\n      module_name"),
        f"mkdocs.yml:31:1: the plugin 'macros' is missing; add '{_PLUGIN}'",
    ),
    Mistake(
        "the plugins deleted",
        _put("mkdocs.yml", "plugins:", "other:"),
        f"mkdocs.yml:5:1: the plugins 'languages' and 'macros' are missing; add '- languages' and '{_PLUGIN}'",
    ),
    Mistake(
        "a plugin without its settings",
        _put("mkdocs.yml", "      on_undefined: strict\n", ""),
        "mkdocs.yml:31:1: the plugin 'macros' is not set to 'on_undefined: strict'; write it there",
    ),
    Mistake(
        "a page deleted in several languages",
        _remove("docs/en/glossary.md", "docs/ar/glossary.md"),
        "docs/de/glossary.md:2:1: warning: the page 'glossary.md' is missing in en, ar, where this is shown; "
        "translate it",
    ),
    Mistake(
        "the source language's folder deleted",
        lambda root: shutil.rmtree(root / "docs/de"),
        "docs:1:1: the folder 'de', of the source language, is missing here; put it back",
    ),
    Mistake(
        "an empty page",
        _text("docs/de/about.md", "\n"),
        "docs/de/about.md:1:1: the file is empty; put back what it held",
    ),
    Mistake(
        "an empty data file",
        _text("data/terms.yml", ""),
        "data/terms.yml:1:1: the file is empty; put back what it held",
    ),
    Mistake(
        "a broken link in the source language",
        _put("docs/de/about.md", "(data.md)", "(dato.md)"),
        "docs/de/about.md:13:43: there is no page dato.md; did you mean data.md?",
    ),
    Mistake(
        "a broken link in all languages",
        _all(*(_put(f"docs/{code}/about.md", "(data.md)", "(dato.md)") for code in ("de", "en", "ar"))),
        "docs/de/about.md:13:43: there is no page dato.md; did you mean data.md? (and in 2 translations)",
    ),
    Mistake(
        "a link to a paragraph that is not there, in all languages",
        _all(*(_put(f"docs/{code}/about.md", "(data.md)", "(note.md#p99)") for code in ("de", "en", "ar"))),
        "docs/de/about.md:13:43: there is no place 'p99' on the page note; correct the link (and in 2 translations)",
    ),
    Mistake(
        "a link to a heading that is not there, in all languages",
        _all(*(_put(f"docs/{code}/about.md", "(data.md)", "(note.md#backgrund)") for code in ("de", "en", "ar"))),
        "docs/de/about.md:13:43: there is no place 'backgrund' on the page note; correct the link "
        "(and in 2 translations)",
    ),
    Mistake(
        "a link to a paragraph that is not there, in a translation",
        _put("docs/en/about.md", "(data.md)", "(data.md) [x](note.md#p99)"),
        "docs/en/about.md:13:47: there is no place 'p99' on the page note; correct the link",
    ),
    Mistake(
        "a link to a heading of its page that is not there, in a translation",
        _put("docs/en/about.md", "(data.md)", "(data.md) [x](#privcy)"),
        "docs/en/about.md:13:47: there is no place 'privcy' on the page about; did you mean 'privacy'?",
    ),
    Mistake(
        "links to places that are there",
        _all(
            *(
                _put(f"docs/{code}/about.md", "(data.md)", f"(data.md) [x]({to})")
                for code in ("de", "en", "ar")
                for to in ("note.md#p2s1", "note.md#fn:1", "#privacy", "data.md#files-text", "translations.md#ar")
            )
        ),
        "",
    ),
    Mistake(
        "a link that a translation lacks",
        _put("docs/en/about.md", "[Data](data.md)", "Data"),
        "docs/en/about.md:13:1: the link 'data.md' is missing here, which stands in docs/de/about.md; "
        "put it in, or take it out there",
    ),
    Mistake(
        "a link taken from a line of the source language, which is stale then",
        _put("docs/de/about.md", "[Daten](data.md)", "Daten"),
        "",
    ),
    Mistake(
        "a link added to a line of the source language, which is stale then",
        _put("docs/de/about.md", "(data.md)", "(data.md) und [im Vermerk](note.md#p1)"),
        "",
    ),
    Mistake(
        "a link added to a line of the source language, and lost in another",
        _all(
            _put("docs/de/about.md", "Nichts wird", "Nichts wird [im Vermerk](note.md)"),
            _put("docs/en/about.md", "[Data](data.md)", "Data"),
        ),
        "docs/en/about.md:13:1: the link 'data.md' is missing here, which stands in docs/de/about.md; "
        "put it in, or take it out there",
    ),
    Mistake(
        "a picture that a translation lacks, which is said to be up to date",
        _all(
            *(
                _put(f"docs/{code}/about.md", "(data.md)", "(data.md) ![x](../assets/favicon.svg)")
                for code in ("de", "ar")
            ),
            lambda root: building.command(root, "sync", "en", "about:status:2"),
        ),
        "docs/en/about.md:13:1: the link '../assets/favicon.svg' is missing here, which stands in docs/de/about.md; "
        "put it in, or take it out there",
    ),
    Mistake(
        "another id of a heading in the source language",
        _put("docs/de/about.md", "{: #privacy }", "{: #datenschutz }"),
        "docs/de/about.md:15:1: the heading is '#datenschutz' here, '#privacy' in the translations; make them the same",
    ),
    Mistake(
        "a footnote without text in the source language",
        _put("docs/de/note.md", "[^1]: Dok. 7/31 – Rat (4. März 2031) – Schlussfolgerungen.\n", ""),
        "docs/de/note.md:15:1: footnote 1 has no text; write it below the paragraph: '[^1]: …' (and in 2 translations)",
    ),
    Mistake(
        "a mark of a footnote without text in a translation",
        _put("docs/en/note.md", "a joint plan.", "a joint plan[^3]."),
        "docs/en/note.md:22:1: 'p2s3' should have these footnote marks: none; correct them",
    ),
    Mistake(
        "a footnote twice in the source language",
        _put("docs/de/note.md", "[^1]: Dok.", "[^1]: Dok. 7/31\n[^1]: Dok."),
        "docs/de/note.md:19:1: footnote 1 has its text in line 18 already; keep one",
    ),
    Mistake(
        "a footnote twice in a translation",
        _put("docs/en/note.md", "[^1]: Doc.", "[^1]: Doc. 7\n[^1]: Doc."),
        "docs/en/note.md:19:1: footnote 1 has its text in line 18 already; keep one",
    ),
    Mistake(
        "a footnote with another number in a translation",
        _put("docs/en/note.md", "[^1]: Doc.", "[^3]: Doc."),
        "docs/en/note.md:18:1: the footnotes are fn3, fn2; the source text's are fn1, fn2; write '[^1]: …' for each",
    ),
    Mistake(
        "a footnote without text on a page",
        _put("docs/en/about.md", "from elsewhere.", "from elsewhere[^a]."),
        "docs/en/about.md:18:33: footnote a has no text; write it below: '[^a]: …'",
    ),
    Mistake(
        "an unclosed quote",
        _put("docs/en/strings.yml", "summary: Seeds for the meadows.", 'summary: "Seeds for the meadows.'),
        'docs/en/strings.yml:88:14: the quotation mark " is not closed; close it at the end of the text',
    ),
    Mistake(
        "an unclosed quote in a list",
        _put("docs/de/strings.yml", "forms: [Rates, Rat]", 'forms: ["Rates, "Rat"]'),
        'docs/de/strings.yml:120:13: the quotation mark " is not closed; close it at the end of the text',
    ),
    Mistake(
        "an unclosed quote in front matter",
        _put("docs/de/about.md", "title: Über", 'title: "Über'),
        'docs/de/about.md:2:8: the quotation mark " is not closed; close it at the end of the text',
    ),
    Mistake(
        "an apostrophe in single quotes",
        _put("docs/en/strings.yml", "name: Nest boxes", "name: 'The bees' boxes'"),
        "docs/en/strings.yml:91:11: text follows the closing '; write '' for an apostrophe, or put the text in \"…\"",
    ),
    Mistake(
        "a colon in a text",
        _put("docs/en/strings.yml", "summary: Seeds for the meadows.", "summary: Seeds: for the meadows."),
        "docs/en/strings.yml:88:19: a colon stands inside the text; put the text in quotes",
    ),
    Mistake(
        "a colon in the first text of an entry",
        _put("docs/en/strings.yml", "name: Nest boxes", "name: Nest boxes: for bees"),
        "docs/en/strings.yml:91:21: a colon stands inside the text; put the text in quotes",
    ),
    Mistake(
        "a colon without a space",
        _put("data/meetings.yml", "    body: council", "    body:council"),
        "data/meetings.yml:19:5: there is no colon with a space after it; write 'key: value'",
    ),
    Mistake(
        "an unclosed list",
        _put("data/questions.yml", "sentences: [p1s2, p1s3]", "sentences: [p1s2, p1s3"),
        "data/questions.yml:9:16: the bracket [ is not closed; close it at the end of the list",
    ),
    Mistake(
        "front matter that does not end",
        _put("docs/de/about.md", "nicht ist.\n---\n", "nicht ist.\n"),
        "docs/de/about.md:1:1: the front matter is not closed; end it with a line '---'",
    ),
    Mistake(
        "no front matter",
        _put("docs/en/about.md", "---\ntitle:", "\ntitle:"),
        "docs/en/about.md:1:1: the page does not begin with '---', 'title: …', 'description: …' and '---'; add them",
    ),
    Mistake(
        "a typing error in the text received",
        _put("docs/de/note.md", "gefolgt von einem informellen", "gefolgt von einen informellen"),
        "docs/de/note.md:20:1: the text received says 'einem informellen Frühstück mit' where this says "
        "'einen informellen Frühstück mit'; restore its words",
    ),
    Mistake(
        "a sentence divided in the source language",
        _put("docs/de/note.md", "Pflege der Wiesen, gefolgt", "Pflege der Wiesen,\ngefolgt"),
        "docs/de/note.md:24:1: records of 'p2' stand in other sentences than they say: beekeepers in p2s2, "
        "weather-service in p2s2, 2031-06-breakfast in p2s2, local-rules in p2s3, seeds in p2s3, nest-boxes in p2s3, "
        "shared-care in p2s3, nest-box in p2s3; put the sentences back, or correct the source of each "
        "(and in 2 translations)",
    ),
    Mistake(
        "a sentence divided in a translation",
        _put("docs/en/note.md", "the meadows, followed", "the meadows,\nfollowed"),
        "docs/en/note.md:24:1: warning: 'p2' has 4 sentences, the source text 3; one line is one sentence",
    ),
    Mistake(
        "a sentence deleted in the source language",
        _put("docs/de/note.md", "Ziel der Aussprache war ein gemeinsamer Plan.\n", ""),
        "docs/de/note.md:24:1: the text received says 'Ziel der Aussprache war' where this says "
        "'Schließlich wird am 12.'; restore its words (and in 2 translations)",
    ),
    Mistake(
        "a paragraph joined with the next in the source language",
        _put("docs/de/note.md", "{: #p2 }\n\nSchließlich wird am 12.", "Schließlich wird am 12."),
        "docs/de/note.md:24:5: 'p2' comes here, not 'p3'; correct the id, or put 'p2' back",
    ),
    Mistake(
        "a new line with a link in the source language",
        _put("docs/de/about.md", "Nichts wird", "Siehe [Daten](data.md).\nNichts wird"),
        "docs/de/about.md:15:1: warning: this section has 6 sentences, the translations' 5; one line is one sentence",
    ),
    Mistake(
        "a new line in the source language",
        _put("docs/de/about.md", "Nichts wird", "Das ist neu.\nNichts wird"),
        "docs/de/about.md:15:1: warning: this section has 6 sentences, the translations' 5; one line is one sentence",
    ),
    Mistake(
        "an id of two headings",
        _put("docs/de/about.md", "{: #privacy }", "{: #status }"),
        "docs/de/about.md:15:1: the id 'status' is that of the heading in line 10; give it one of its own",
    ),
    Mistake(
        "a heading of another level in a translation",
        _put("docs/en/note.md", "## Questions", "### Questions"),
        "docs/en/note.md:28:1: this heading begins with '##' in the source text; write it so",
    ),
    Mistake(
        "an id of two headings in a translation",
        _put("docs/en/about.md", "{: #privacy }", "{: #status }"),
        "docs/en/about.md:15:1: the id 'status' is that of the heading in line 10; give it one of its own",
    ),
    Mistake(
        "a heading without a space",
        _put("docs/de/note.md", "# VERMERK", "#VERMERK"),
        "docs/de/note.md:6:1: a heading has a space after its #; write it so",
    ),
    Mistake(
        "the heading of the questions deleted",
        _put("docs/de/note.md", "## Fragen an die Ministerinnen und Minister: {: #questions }\n", ""),
        "docs/de/note.md:29:1: the text received says 'Fragen an die Ministerinnen' where this says "
        "'1) Sollten die Städte'; restore its words (and in 2 translations)",
    ),
    Mistake(
        "a paragraph's id deleted in the source language",
        _put("docs/de/note.md", "{: #p2 }\n", ""),
        "docs/de/note.md:22:1: the paragraph has no id; end it with a line '{: #p2 }'",
    ),
    Mistake(
        "another id of a paragraph in the source language",
        _put("docs/de/note.md", "{: #p3 }", "{: #p8 }"),
        "docs/de/note.md:26:5: 'p3' comes here, not 'p8'; correct the id, or put 'p3' back",
    ),
    Mistake(
        "no empty line between paragraphs",
        _put("docs/de/note.md", "{: #p2 }\n\n", "{: #p2 }\n"),
        "docs/de/note.md:23:1: put an empty line between a paragraph's id and what follows it",
    ),
    Mistake(
        "another number in a translation",
        _put("docs/en/note.md", "Doc. 7/31", "Doc. 8/31"),
        "docs/en/note.md:18:1: 'fn1' has the numbers 2031, 31, 4, 8, the source text 2031, 31, 4, 7; correct them",
    ),
    Mistake(
        "a term misspelt in the source language",
        _put("docs/de/strings.yml", "forms: [Nistkästen]", "forms: [Nistkasten]"),
        "docs/de/strings.yml:132:13: the form 'Nistkasten' stands nowhere in the note; take it out or correct it",
    ),
)
"""Each is told in one message, on the terminal and in the browser."""
