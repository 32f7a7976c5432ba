"""The note as a printed document: PDF, tagged (PDF/UA-1) and fit for archives (PDF/A-2a)."""

from collections.abc import Mapping
from typing import Any

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.typesetting import PDFStandard, typeset
from instrumentarium.model.note import Heading, Paragraph, Sentence
from instrumentarium.model.records import Meeting, Question, Record

_STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
_WORDS = ("annex", "page_of", "stale_sentence", "shown_in_source", "leading_sentences", "about_instruments")


def note_pdf(view: FileView, /) -> bytes:
    """Return the note in the language, with its questions and the meetings as an annex."""
    note, moment = view.language.note, view.site.build_date
    data = {
        "language": view.language.code,
        "region": view.language.territory,
        "direction": view.language.direction,
        "source_language": view.edition.source.code,
        "language_name": view.strings.language.name,
        "site": view.strings.site.name,
        "title": view.title(),
        "author": view.author(),
        "description": view.strings.site.description,
        "status": view.status(),
        "date": {"year": moment.year, "month": moment.month, "day": moment.day},
        "address": view.url("note") if view.is_published else None,
        "words": {name: view.labels[name] for name in _WORDS},
        "rights": view.strings.site.rights,
        "facts": _facts(view),
        "note": {
            "title": _heading(view, note.title),
            "missing": view.labels.missing_page if any(line.language for line in note.lines()) else None,
            "head": [_head_line(view, line) for line in note.head],
            "paragraphs": [_paragraph(view, one) for one in note.paragraphs],
            "questions_title": _heading(view, note.questions_title),
            "questions": [_paragraph(view, one) for one in note.questions],
        },
        "annex": {
            "questions": _section(view, "questions", [_question(view, one) for one in view.facts.questions]),
            "timeline": _section(view, "timeline", [_meeting(view, one) for one in view.facts.meetings]),
        },
    }
    return typeset("note", data, "pdf", standards=_STANDARDS)


def _heading(view: FileView, heading: Heading) -> Mapping[str, str]:
    return {"language": heading.language or view.language.code, "text": heading.text}


def _section(view: FileView, page: str, records: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    meta = view.language.pages[page]
    return {"title": meta.title, "about": meta.description, "records": records}


def _facts(view: FileView) -> list[tuple[str, str]]:
    """Return what is known of the document beside its head, and what is not."""
    card, labels = view.facts.note, view.labels
    return [
        (labels.source_language, view.edition.source.strings.language.name),
        (labels.this_text, view.status()),
        (labels.register_number, card.register_number or labels.unknown),
        (labels.date, view.date(card.date) if card.date else labels.unknown),
    ]


def _head_line(view: FileView, line: Sentence) -> Mapping[str, str]:
    label, colon, text = line.text.partition(":")
    said_in = line.language or view.language.code
    return {"id": line.id, "language": said_in, "label": label + colon, "text": text.strip()}


def _paragraph(view: FileView, paragraph: Paragraph) -> Mapping[str, Any]:
    return {"number": paragraph.number, "sentences": [_sentence(view, one) for one in paragraph.sentences]}


def _sentence(view: FileView, sentence: Sentence) -> Mapping[str, Any]:
    texts = view.language.note.sentences
    return {
        "id": sentence.id,
        "language": sentence.language or view.language.code,
        "original": view.stale.get(sentence.id),
        "pieces": [
            _footnote(view, texts[f"fn{piece}"]) if isinstance(piece, int) else {"text": piece}
            for piece in sentence.pieces
        ],
    }


def _footnote(view: FileView, footnote: Sentence) -> Mapping[str, str]:
    return {"id": footnote.id, "language": footnote.language or view.language.code, "footnote": footnote.text}


def _question(view: FileView, question: Question) -> Mapping[str, Any]:
    return {
        **_shown(view, "questions", question),
        "sentence": question.source,
        "where": view.where(question.source),
        "sentences": [(place, view.where(place)) for place in question.sentences],
        "instruments": [view.strings.instruments[id].name for id in question.about],
    }


def _shown(view: FileView, section: str, record: Record) -> Mapping[str, Any]:
    """Return the name of a record, with the language in which it is shown and whether that is not the view's."""
    shown, words = view.told_in(section, record), view.words(section, record)
    return {"name": words.name, "language": shown.code, "is_borrowed": shown is not view.language}


def _meeting(view: FileView, meeting: Meeting) -> Mapping[str, Any]:
    words, labels, shown = view.strings, view.labels, view.told_in("meetings", meeting)
    body = words.bodies[meeting.body].name if meeting.body else labels.no_body
    participants = "; ".join(name for _, name in view.bodies(meeting.participants))
    return {
        **_shown(view, "meetings", meeting),
        "date": view.meeting_date(meeting),
        "summary": view.words("meetings", meeting).summary,
        "text": shown.note.sentences[meeting.source].text,
        "sentence": meeting.source,
        "where": view.where(meeting.source),
        "facts": [
            (labels.body, body),
            *([(labels.participants, participants)] if participants else []),
            (labels.meeting_format, view.language.kinds[meeting.format]),
            (labels.status, view.language.kinds[meeting.status]),
        ],
        "doubts": view.doubts(meeting),
    }
