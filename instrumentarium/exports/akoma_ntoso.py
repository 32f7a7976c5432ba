"""The note as a legal document: Akoma Ntoso 3.0 (OASIS LegalDocML), with the ids of the site."""

from collections.abc import Iterator, Sequence
from typing import Any

from instrumentarium.exports.akoma_ntoso_meta import CLASSES, E, cited_work, meta
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.xml import XML, laid_out, written
from instrumentarium.model.blocks import Block, Item, List, Table, Text, blocks
from instrumentarium.model.document import Citation
from instrumentarium.model.note import Heading, Paragraph, Part, Sentence
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.records import Body


def note_xml(view: FileView, /) -> bytes:
    """Return the note in the language: what is known of it, its head, headings, paragraphs and footnotes."""
    note = view.language.note
    said_in = {f"{XML}lang": view.language.code}
    status = [E.remark(view.standing(), status="editorial")]
    if any(line.language for line in note.lines()):
        status.append(E.remark(view.labels.missing_page, status="editorial"))
    document = E.doc(
        meta(view),
        E.preface(
            said_in,
            E.p(*status),
            *(_top_line(view, line) for line in note.top),
            E.p(_own(note.title), E.docType(*_inline(view, note.title))),
            *(_head_line(view, line) for line in note.head),
        ),
        E.mainBody(said_in, *_hierarchy(view, note.parts)),
        name=view.facts.note.kind,
    )
    return written(laid_out(E.akomaNtoso(document), E.p().tag), indented=False)


def _top_line(view: FileView, line: Sentence) -> Any:
    """Return a line above the title: the number or the date of the document, where it says that."""
    card = view.facts.note
    text = list(_inline(view, line))
    if card.register_number and card.sources.get("register_number") == line.id:
        before, number, after = line.text.partition(card.register_number)
        text = [before, E.docNumber(number), after] if number else [E.docNumber(line.text)]
    elif card.date and card.sources.get("date") == line.id:
        text = [E.docDate(line.text, date=card.date)]
    return E.p(_own(line), *text, eId=line.id)


def _head_line(view: FileView, line: Sentence) -> Any:
    """Return a line of the head: its label, and its text in the element that the format has for it."""
    label, colon, said = line.text.partition(":")
    text = said.lstrip()
    elements = {
        "head-from": lambda: E.docProponent(text, refersTo=f"#{view.facts.note.authors[0]}"),
        "head-subject": lambda: E.docTitle(text),
    }
    inner = elements[line.id]() if line.id in elements else E.span(*_with_bodies(view, line.id, text))
    notes = [_footnote(view, view.sentence(f"fn{number}")) for number in line.footnotes]
    return E.p(_own(line), f"{label}{colon}{said[: len(said) - len(text)]}", inner, *notes, eId=line.id)


def _own(text: Sentence) -> dict[str, str]:
    """Return the attribute of a text's own language, where that is not the note's."""
    return {f"{XML}lang": text.language} if text.language else {}


def _hierarchy(view: FileView, parts: Sequence[Part]) -> Iterator[Any]:
    """Yield paragraphs, and a section for each heading with what stands below it: an annex, a section in a section."""
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if isinstance(part, Paragraph):
            yield _paragraph(view, part)
            continue
        end = index
        while end < len(parts) and not _is_beside(parts[end], part):
            end += 1
        inside = list(_hierarchy(view, parts[index:end])) or [E.content(E.p())]
        heading = E.heading(_own(part), *_inline(view, part))
        element = E.hcontainer if part.level == 1 else E.section
        yield element(heading, *inside, eId=part.id, **({"name": "annex"} if part.level == 1 else {}))
        index = end


def _is_beside(part: Part, heading: Heading) -> bool:
    """Whether a part ends what stands below a heading: a heading of the same level, or of a higher one."""
    return isinstance(part, Heading) and part.level <= heading.level


def _paragraph(view: FileView, paragraph: Paragraph) -> Any:
    number = [E.num(paragraph.mark)] if paragraph.mark else []
    content = _blocks(view, blocks(paragraph.sentences), paragraph.id)
    return E.paragraph(*number, E.content(*content), eId=paragraph.id)


def _blocks(view: FileView, found: Sequence[Block], id: str) -> Iterator[Any]:
    """Yield the blocks of a paragraph or an item; ``id`` is what the ids of its lists begin with."""
    for number, block in enumerate(found, 1):
        match block:
            case Text(sentences):
                yield _text(view, sentences)
            case List(items):
                list_id = f"{id}__list_{number}"
                inside = (_item(view, item, f"{list_id}__item_{count}") for count, item in enumerate(items, 1))
                yield E.blockList(*inside, eId=list_id)
            case Table(rows):
                yield E.table(
                    *(_row(view, row, is_head=not index) for index, row in enumerate(rows)), eId=f"{id}__table"
                )


def _item(view: FileView, item: Item, id: str) -> Any:
    return E.item(E.num(item.mark), *_blocks(view, item.blocks, id), eId=id)


def _row(view: FileView, row: Sequence[Sentence | None], *, is_head: bool) -> Any:
    cell = E.th if is_head else E.td
    return E.tr(*(cell(_text(view, [one] if one else ())) for one in row))


def _text(view: FileView, sentences: Sequence[Sentence]) -> Any:
    content = E.p()
    for index, sentence in enumerate(sentences):
        if index:
            content[-1].tail = " "
        content.append(E.inline(_own(sentence), *_inline(view, sentence), name="sentence", eId=sentence.id))
        if sentence.id in view.stale:
            told = f"{view.labels.stale_sentence} {view.stale[sentence.id]}"
            content.append(E.remark(told, status="editorial"))
    return content


def _inline(view: FileView, sentence: Sentence) -> Iterator[Any]:
    """Yield the pieces of a text: bodies have elements, and footnotes are where it refers to them."""
    for piece in sentence.pieces:
        if isinstance(piece, int):
            yield _footnote(view, view.sentence(f"fn{piece}"))
        else:
            yield from _with_bodies(view, sentence.id, piece)


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
        inline, _ = CLASSES[view.facts.body_kinds[body.kind]]
        yield inline(text[start:stop], refersTo=f"#{body.id}")
        end = stop
    yield text[end:]
