"""Editions made from that of tests/edition/: without a list of records, with many meetings, from right to left."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from instrumentarium.checks.text import printed
from instrumentarium.model.phrases import find_phrase
from instrumentarium.sources import note_parser, text_files
from tests.support import building
from tests.support.sources import FULL, edit

CODES = ("fr", "en", "ar")
_MONTHS = {"fr": "juillet", "en": "July", "ar": "يوليو"}
_MEETS = {
    "fr": "Le {day} {month} 2032 à {hour} h {minute}, le groupe {number} tiendra une audition à Vienne.",
    "en": "On {day} {month} 2032 at {hour}.{minute}, group {number} will hold a hearing in Vienna.",
    "ar": "في {day} {month} 2032 الساعة {hour}:{minute} تعقد المجموعة {number} جلسة استماع في فيينا.",
}
_PLACES = {"fr": "Vienne", "en": "Vienna", "ar": "فيينا"}


def whole(root: Path) -> None:
    """Change nothing: every construct of the grammar and of the records is in it."""


def without_meetings(root: Path) -> None:
    """Take the meetings out, and what is said of them."""
    (root / "data/meetings.yml").unlink()
    for code in CODES:
        path = root / f"docs/{code}/strings.yml"
        _without_section(path, "meetings")
        for id in ("exchange-of-views", "hearing", "site-visit", "workshop", "policy-debate"):
            _without_line(path, f"  {id}:")


def without_instruments(root: Path) -> None:
    """Take the instruments and the conditions out, also of the questions, which then are about none."""
    (root / "data/instruments.yml").unlink()
    questions = root / "data/questions.yml"
    text = re.sub(r"about:(\n +- .*)+", "about: []", questions.read_text(encoding="utf-8"))
    questions.write_text(text, encoding="utf-8")
    for code in CODES:
        path = root / f"docs/{code}/strings.yml"
        for section in ("conditions", "instruments"):
            _without_section(path, section)
        for id in ("infrastructure", "tariff", "pilot"):
            _without_line(path, f"  {id}:")


def without_questions(root: Path) -> None:
    """Take the questions out of the note, with their heading, and the records of them."""
    (root / "data/questions.yml").unlink()
    edit(root / "data/note.yml", ", q1, p4]", ", p4]")
    edit(root / "data/note.yml", "p9, q2, q3, q4, q5]", "p9]")
    for code in CODES:
        note = root / f"docs/{code}/note.md"
        blocks = note.read_text(encoding="utf-8").split("\n\n")
        kept = [one for one in blocks if not re.search(r"\{: #(q\d|questions) \}\s*$", one)]
        note.write_text("\n\n".join(kept), encoding="utf-8")
        strings = root / f"docs/{code}/strings.yml"
        _without_section(strings, "questions")
        _without_entry(strings, "  ministers:")
        _without_forms(strings, "\n\n".join(kept))
    _without_entry(root / "data/bodies.yml", "  - id: ministers")
    _receive(root, "fr")


def with_many_meetings(root: Path) -> None:
    """Add twenty meetings with hours, a time zone and a place, each of which a sentence of the annex gives."""
    meetings = root / "data/meetings.yml"
    records = [
        f"  - id: 2032-07-{number:02}-group-{number}\n    date: 2032-07-{number:02}\n"
        f'    time: "{9 + number % 8:02}:30"\n    zone: Europe/Vienna\n    inferred: [zone]\n    body: null\n'
        f"    format: hearing\n    status: announced\n    source: p12s{number}\n"
        for number in range(1, 21)
    ]
    meetings.write_text(meetings.read_text(encoding="utf-8").rstrip() + "\n\n" + "\n".join(records), encoding="utf-8")
    edit(root / "data/note.yml", "p10, p11]", "p10, p11, p12]")
    for code in CODES:
        lines, words = [], []
        for number in range(1, 21):
            hour = 9 + number % 8
            said = _MEETS[code].format(day=number, month=_MONTHS[code], hour=hour, minute=30, number=number)
            lines.append(said)
            words.append(
                f'  2032-07-{number:02}-group-{number}:\n    name: "{number}"\n    summary: "{said}"\n'
                f'    quote: "{said[:-1]}"\n    location: {_PLACES[code]}\n'
            )
        note, strings = root / f"docs/{code}/note.md", root / f"docs/{code}/strings.yml"
        text = note.read_text(encoding="utf-8").rstrip()
        note.write_text("\n".join([text, "", *lines, "{: #p12 }", ""]), encoding="utf-8")
        edit(strings, "\nmeetings:\n", "\nmeetings:\n" + "".join(words))
    _receive(root, "fr")
    _sync(root, "en", "ar")


def from_right_to_left(root: Path) -> None:
    """Take the Arabic text for the one received, and the French one for a translation of it."""
    edit(root / "data/note.yml", "language: fr", "language: ar")
    edit(root / "docs/fr/strings.yml", "status: source", "status: translation")
    edit(root / "docs/ar/strings.yml", "status: translation", "status: source")
    (root / "docs/ar/pins.yml").unlink()
    _sync(root, "fr", "en")


VARIANTS: dict[str, Callable[[Path], None]] = {
    change.__name__: change
    for change in (
        *(whole, without_meetings, without_instruments, without_questions),
        *(with_many_meetings, from_right_to_left),
    )
}


def made(name: str, root: Path) -> Path:
    """Write the sources of a variant to a folder; return it. Only the whole edition has published its addresses."""
    shutil.copytree(FULL, root)
    if name != "whole":
        published = root / "data/published.yml"
        published.write_text("languages: []\nin_each_language: []\nonce: []\nmoved: {}\n", encoding="utf-8")
    VARIANTS[name](root)
    return root


def _without(path: Path, pattern: str) -> None:
    text = path.read_text(encoding="utf-8")
    shorter = re.sub(pattern, "", text, flags=re.MULTILINE)
    assert shorter != text, pattern
    path.write_text(shorter, encoding="utf-8")


def _without_section(path: Path, section: str) -> None:
    _without(path, rf"^{section}:\n(?:[ #].*\n|\n(?=[ #]))*")


def _without_line(path: Path, begin: str) -> None:
    _without(path, rf"^{re.escape(begin)}.*\n")


def _without_entry(path: Path, begin: str) -> None:
    """Take an entry out: a line, and those below it that are further in."""
    _without(path, rf"^{re.escape(begin)}\n(?:    .*\n)*")


def _without_forms(path: Path, note: str) -> None:
    """Take those forms of terms out that a note has no more."""

    def kept(found: re.Match[str]) -> str:
        return f"forms: [{', '.join(one for one in found[1].split(', ') if find_phrase(one, note) is not None)}]"

    path.write_text(re.sub(r"forms: \[(.*)\]", kept, path.read_text(encoding="utf-8")), encoding="utf-8")


def _receive(root: Path, code: str) -> None:
    """Take what the note of a language says now for the text received."""
    body, first_line = text_files.body((root / f"docs/{code}/note.md").read_text(encoding="utf-8"))
    note, faults = note_parser.parse(body, first_line=first_line)
    assert note
    assert faults == []
    text = "\n".join(map(printed, note.lines())) + "\n"
    (root / f"data/source/note.{code}.txt").write_text(text, encoding="utf-8")


def _sync(root: Path, *codes: str) -> None:
    for code in codes:
        result = building.command(root, "sync", code)
        assert result.exit_code == 0, result.output
