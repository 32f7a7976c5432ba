"""The note as a legal document: Akoma Ntoso 3.0 (OASIS LegalDocML), with the ids of the site."""

from collections.abc import Iterator
from typing import Any

from instrumentarium.exports.akoma_ntoso_meta import E, cited_work, meta
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.xml import XML, laid_out, written
from instrumentarium.model.note import Heading, Paragraph, Sentence
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.records import Body, Citation

# The inline element that names a body of a kind; a kind that is not here is an organisation.
_INLINE = {"presidency": E.role, "group": E.concept}


def note_xml(view: FileView, /) -> bytes:
    """Return the note in the language: what is known of it, its head, paragraphs, questions and footnotes."""
    note = view.language.note
    said_in = {f"{XML}lang": view.language.code}
    status = [E.remark(view.status(), status="editorial")]
    if any(line.language for line in note.lines()):
        status.append(E.remark(view.labels.missing_page, status="editorial"))
    document = E.doc(
        meta(view),
        E.preface(
            said_in,
            E.p(*status),
            E.p(_own(note.title), E.docType(note.title.text)),
            *(_head_line(view, line) for line in note.head),
        ),
        E.mainBody(
            said_in,
            *(_paragraph(view, one) for one in note.paragraphs),
            E.section(
                E.heading(_own(note.questions_title), note.questions_title.text),
                *(_paragraph(view, one) for one in note.questions),
                eId="questions",
            ),
        ),
        name="note",
    )
    return written(laid_out(E.akomaNtoso(document), E.p().tag), indented=False)


def _head_line(view: FileView, line: Sentence) -> Any:
    """Return a line of the head: its label, and its text in the element that the format has for it."""
    label, colon, said = line.text.partition(":")
    text = said.lstrip()
    elements = {
        "head-from": lambda: E.docProponent(text, refersTo=f"#{view.facts.note.author}"),
        "head-subject": lambda: E.docTitle(text),
    }
    inner = elements[line.id]() if line.id in elements else E.span(*_with_bodies(view, line.id, text))
    return E.p(_own(line), f"{label}{colon}{said[: len(said) - len(text)]}", inner, eId=line.id)


def _own(text: Heading | Sentence) -> dict[str, str]:
    """Return the attribute of a text's own language, where that is not the note's."""
    return {f"{XML}lang": text.language} if text.language else {}


def _paragraph(view: FileView, paragraph: Paragraph) -> Any:
    content = E.p()
    for index, sentence in enumerate(paragraph.sentences):
        if index:
            content[-1].tail = " "
        content.append(_sentence(view, sentence))
        if sentence.id in view.stale:
            told = f"{view.labels.stale_sentence} {view.stale[sentence.id]}"
            content.append(E.remark(told, status="editorial"))
    number = [E.num(f"{paragraph.number})")] if paragraph.is_question else []
    return E.paragraph(*number, E.content(content), eId=paragraph.id)


def _sentence(view: FileView, sentence: Sentence) -> Any:
    """Return a sentence as a span; its footnotes are where it refers to them."""
    parts = list[Any]()
    for piece in sentence.pieces:
        if isinstance(piece, int):
            parts.append(_footnote(view, view.language.note.sentences[f"fn{piece}"]))
        else:
            parts += _with_bodies(view, sentence.id, piece)
    return E.span(_own(sentence), *parts, eId=sentence.id)


def _footnote(view: FileView, footnote: Sentence) -> Any:
    """Return a footnote, in which the number of a document that it cites refers to that."""
    content = E.p(footnote.text)
    for citation in view.facts.note.cites:
        before, number, after = footnote.text.partition(citation.number)
        if citation.source == footnote.id and number:
            content = E.p(before, _reference(citation), after)
    return E.authorialNote(_own(footnote), content, marker=footnote.id[2:], eId=footnote.id)


def _reference(citation: Citation) -> Any:
    return E.ref(citation.number, href=cited_work(citation))


def _with_bodies(view: FileView, place: str, text: str) -> Iterator[Any]:
    """Yield a text in pieces, with an element around each body where the note first names it."""
    end = 0
    found = list[tuple[int, int, Body]]()
    for body in view.facts.bodies:
        quote = view.told_in("bodies", body).strings.bodies[body.id].quote
        start = find_phrase(quote, text) if body.source == place else None
        if start is not None:
            found.append((start, start + len(quote), body))
    for start, stop, body in sorted(found, key=lambda one: one[:2]):
        if start < end:  # within the name of another
            continue
        yield text[end:start]
        yield _INLINE.get(body.kind, E.organization)(text[start:stop], refersTo=f"#{body.id}")
        end = stop
    yield text[end:]
