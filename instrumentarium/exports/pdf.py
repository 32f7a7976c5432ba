"""The note as a printed document: PDF, tagged (PDF/UA-1) and fit for archives (PDF/A-2a)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from instrumentarium.exports.card import card_rows
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.pdf_annex import InHeading, annex
from instrumentarium.exports.typesetting import PDFStandard, typeset
from instrumentarium.locales.typography import runs, unbroken
from instrumentarium.model.blocks import Block, List, Table, Text, blocks
from instrumentarium.model.note import Heading, Part, Sentence
from instrumentarium.presentation.naming import shown_numbers

_STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
_WORDS = (
    *("page_of", "stale_sentence", "shown_in_source", "leading_sentences", "about_instruments"),
    *("name", "kind", "condition"),
)


def note_pdf(view: FileView, /) -> bytes:
    """Return the note in the language, with what it holds as an annex: pictures, questions, instruments, meetings."""
    moment = view.site.build_date
    data = {
        "language": view.language.code,
        "region": view.language.territory,
        "direction": view.language.direction,
        "source_language": view.edition.source.code,
        "title": view.title(),
        "authors": view.authors(),
        "description": view.strings.site.description,
        "date": {"year": moment.year, "month": moment.month, "day": moment.day},
        "address": view.url("note") if view.is_published else None,
        **_unbroken(_shown(view), view.language.code),
    }
    return typeset("note", data, "pdf", standards=_STANDARDS)


def _shown(view: FileView) -> Mapping[str, Any]:
    """Return the texts that are printed."""
    note = view.language.note
    return {
        "language_name": view.strings.language.name,
        "site": view.strings.site.name,
        "status": view.status(),
        "words": {name: view.labels[name] for name in _WORDS},
        "rights": " ".join(filter(None, (view.strings.site.rights, view.strings.site.official_versions))),
        "facts": card_rows(view),
        "note": {
            "top": [_sentence(view, line) for line in note.top],
            "title": _sentence(view, note.title, InHeading),
            "missing": view.labels.missing_page if any(line.language for line in note.lines()) else None,
            "head": [_head_line(view, line) for line in note.head],
            "parts": list(_parts(view)),
        },
        "annex": annex(view),
    }


def _unbroken(value: Any, code: str) -> Any:
    """Return data whose texts have no-break spaces where no line may end: much quicker than a rule of the template.

    Those of headings, which are bookmarks, too, keep their spaces, and come in runs.
    """
    match value:
        case InHeading():
            return runs(value, code)
        case str():
            return unbroken(value, code)
        case Mapping():
            return {key: _unbroken(one, code) for key, one in value.items()}
        case Sequence():
            return [_unbroken(one, code) for one in value]
    return value


def _parts(view: FileView) -> Iterator[Mapping[str, Any]]:
    """Yield headings that follow each other, and paragraphs that do: these are printed as one list."""
    for is_heading, parts in groupby(view.language.note.parts, key=lambda part: isinstance(part, Heading)):
        yield {"headings" if is_heading else "paragraphs": [_part(view, part) for part in parts]}


def _part(view: FileView, part: Part) -> Mapping[str, Any]:
    """Return a heading, with its level in the printed document, or a paragraph, with its number and its blocks."""
    if isinstance(part, Heading):
        level = view.language.note.levels[part.id]
        return {**_sentence(view, part, InHeading), "level": level, "is_annex": part.level == 1}
    number = part.mark or shown_numbers(view.language)[part.id]
    return {"number": number, "blocks": _blocks(view, blocks(part.sentences))}


def _blocks(view: FileView, found: Sequence[Block]) -> list[Mapping[str, Any]]:
    """Return blocks, each with what it is: running text, a list, a table."""
    return [_block(view, one) for one in found]


def _block(view: FileView, block: Block) -> Mapping[str, Any]:
    match block:
        case Text(sentences):
            return {"text": [_sentence(view, one) for one in sentences]}
        case List(items):
            return {"list": [{"mark": item.mark, "blocks": _blocks(view, item.blocks)} for item in items]}
        case Table(rows):
            return {"table": [[one and _sentence(view, one) for one in row] for row in rows]}


def _head_line(view: FileView, line: Sentence) -> Mapping[str, Any]:
    label, colon, text = line.text.partition(":")
    said_in = line.language or view.language.code
    notes = [_footnote(view, view.sentence(f"fn{number}")) for number in line.footnotes]
    return {"id": line.id, "language": said_in, "label": label + colon, "text": text.strip(), "footnotes": notes}


def _sentence(view: FileView, sentence: Sentence, kind: type[str] = str) -> Mapping[str, Any]:
    texts = view.language.note.sentences
    return {
        "id": sentence.id,
        "language": sentence.language or view.language.code,
        "source_text": view.stale.get(sentence.id),
        "pieces": [
            _footnote(view, texts[f"fn{piece}"]) if isinstance(piece, int) else {"text": kind(piece)}
            for piece in sentence.pieces
        ],
    }


def _footnote(view: FileView, footnote: Sentence) -> Mapping[str, str]:
    return {"id": footnote.id, "language": footnote.language or view.language.code, "footnote": footnote.text}
