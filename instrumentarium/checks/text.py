"""Rules for the note: the same paragraphs and sentences everywhere, and the text received word for word."""

import re
from collections.abc import Iterator

from instrumentarium.checks.parity import sentence_pairs
from instrumentarium.model.note import Heading, Note, Paragraph, Sentence
from instrumentarium.model.phrases import first_difference
from instrumentarium.model.place import Place
from instrumentarium.model.unit import GAP
from instrumentarium.sources.diagnostics import Cause, Diagnostic
from instrumentarium.sources.tree import NOTE, SourceTree, note_file

_MARKUP = re.compile(r"[*_`<>]|\]\(|\{\{|\{%")


def text_received_is_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """The note in the source language is the text received, word for word.

    Allowed to differ: white space, and the hyphen that a line break put into a word.
    """
    if tree.source is None or tree.received is None:
        return
    if any(footnotes_have_text(tree)):
        return  # another rule tells of a footnote without text
    received = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "", tree.received).split()
    ours = [(word, part) for part in tree.source.note.lines() for word in printed(part).split()]
    words = [word for word, _ in ours]
    if (index := first_difference(received, words)) is not None:
        wanted, found = " ".join(received[index : index + 4]), " ".join(words[index : index + 4])
        message = f"the text received says '{wanted}' where this says '{found}'; restore its words"
        first = ours[min(index, len(ours) - 1)][1]
        last = ours[max(len(ours) - 1 - (first_difference(received[::-1], words[::-1]) or 0), 0)][1]
        # Words of several paragraphs may be wrong, or a whole paragraph.
        cause = ("note", first.id.paragraph) if first.id.paragraph == last.id.paragraph else ("note",)
        yield Diagnostic(note_file(tree.source.code), first.line, 1, message).about(cause)


def printed(part: Sentence) -> str:
    """Return a text of the note as the document prints it: with its number or dash, and the marks of footnotes."""
    return " ".join(filter(None, (part.mark, "".join(map(str, part.pieces)))))


def paragraphs_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A paragraph has as many sentences as in the source language, which is shown instead of it otherwise."""
    for code, paragraph in _paragraphs(tree):
        counterpart = tree.source and tree.source.note.by_id.get(paragraph.id)
        if counterpart and len(paragraph.sentences) != len(counterpart.sentences):
            found, wanted, mend = len(paragraph.sentences), len(counterpart.sentences), "one line is one sentence"
            message = f"'{paragraph.id}' has {wanted} sentences, the translations {found}; {mend}"
            told = Diagnostic(note_file(tree.facts.note.language), counterpart.line, 1, message)
            message = f"'{paragraph.id}' has {found} sentences, the source text {wanted}; {mend}"
            one = Diagnostic(note_file(code), paragraph.line, 1, message)
            yield one.about(("note", paragraph.id)).or_in_source(told)


def paragraphs_are_of_the_source(tree: SourceTree) -> Iterator[Diagnostic]:
    """A translation has no paragraph that the source language lacks."""
    for code, paragraph in _paragraphs(tree):
        if (source := tree.source) and paragraph.id not in source.note.by_id:
            last = source.note.body[-1].line if source.note.body else source.note.title.line
            message = f"the translations have a paragraph '{paragraph.id}'; put it back"
            told = Diagnostic(note_file(source.code), last, 1, message)
            lacking = [id for id in source.note.by_id if id not in tree.notes[code].by_id]
            message = f"the source text has no paragraph '{paragraph.id}'; take it out"
            if lacking:
                message = f"the source text has no paragraph '{paragraph.id}', but '{lacking[0]}'; correct the id"
            one = Diagnostic(note_file(code), paragraph.line, 1, message)
            yield one.about(("note", lacking[0] if lacking else paragraph.id)).or_in_source(told)


def _paragraphs(tree: SourceTree) -> Iterator[tuple[str, Paragraph]]:
    """Yield the paragraphs of each language as its file has them."""
    for code, note in tree.notes.items():
        for paragraph in note.body:
            yield code, paragraph


def marks_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A paragraph has the number that it has in the source language; an item and a cell are such there, too."""
    if (source := tree.source) is None:
        return
    for code, paragraph in _paragraphs(tree):
        counterpart = source.note.by_id.get(paragraph.id)
        if counterpart is None or len(counterpart.sentences) != len(paragraph.sentences):
            continue  # other rules tell that
        for one, theirs in zip(paragraph.sentences, counterpart.sentences, strict=True):
            if problem := _unlike(one, theirs):
                found = Diagnostic(note_file(code), one.line, 1, f"'{one.id}' {problem}")
                yield found.about(("note", paragraph.id, one.id, "mark"), ("note", paragraph.id))
                break


def _unlike(one: Sentence, counterpart: Sentence) -> str:
    """Return how the layout of a sentence differs from the source text's, and how to mend it; "" where it does not."""
    if one.cell != counterpart.cell:
        what = "a cell of a table" if counterpart.cell else "no cell of a table"
        return f"is {what} in the source text, in another row or column; lay the table out as it is there"
    if one.mark and not counterpart.mark:
        written = f"{one.mark[:-1]}\\{one.mark[-1]}"
        return f"begins with '{one.mark}', which it does not in the source text; where that is text, write '{written}'"
    if bool(one.mark) != bool(counterpart.mark) or _digits(one.mark) != _digits(counterpart.mark):
        return f"begins with '{counterpart.mark}' in the source text; write it so"
    if one.depth != counterpart.depth:
        return "is indented otherwise than in the source text; an item in an item stands two spaces further in"
    return ""


def _digits(mark: str) -> str:
    return "".join(filter(str.isdecimal, mark))


def headings_have_their_level(tree: SourceTree) -> Iterator[Diagnostic]:
    """A heading of the note has the level that it has in the source language."""
    if (source := tree.source) is None:
        return
    for code, note in tree.notes.items():
        levels = {heading.id: heading.level for heading in _headings(source.note)}
        for heading in _headings(note):
            if (level := levels.get(heading.id, heading.level)) != heading.level:
                message = f"this heading begins with '{'#' * level}' in the source text; write it so"
                found = Diagnostic(note_file(code), heading.line, 1, message)
                yield found.about(("note", heading.id, "level"))


def _headings(note: Note) -> Iterator[Heading]:
    yield note.title
    yield from (part for part in note.parts if isinstance(part, Heading))


def footnotes_have_text(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each footnote that the source language refers to has its text, and each text a sentence that refers to it."""
    if (source := tree.source) is None:
        return
    file, known = note_file(source.code), {footnote.id for footnote in source.note.footnotes}
    used = [(sentence, Place(f"fn{number}")) for sentence in source.note.numbered() for number in sentence.footnotes]
    for sentence, place in used:
        if place not in known:
            message = f"footnote {place.number} has no text; write it below the paragraph: '[^{place.number}]: …'"
            yield Diagnostic(file, sentence.line, 1, message).about(("note", place))
    for footnote in source.note.footnotes:
        if footnote.id not in {place for _, place in used}:
            message = f"no sentence refers to this footnote; write [^{footnote.id.number}] where it belongs"
            yield Diagnostic(file, footnote.line, 1, message).about(("note", footnote.id))


def footnotes_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each sentence refers to the same footnotes as in the source language, and a footnote stands once."""
    if (source := tree.source) is None:
        return
    expected = list(dict.fromkeys(footnote.id for footnote in source.note.footnotes))
    for code, note in tree.notes.items():
        found = [footnote.id for footnote in note.footnotes]
        lines = {footnote.id: footnote.line for footnote in reversed(note.footnotes)}
        for footnote in note.footnotes:
            if footnote.line != lines[footnote.id]:
                message = f"footnote {footnote.id.number} has its text in line {lines[footnote.id]} already; keep one"
                yield Diagnostic(note_file(code), footnote.line, 1, message).about(("note", footnote.id))
        if any(id not in expected for id in found):
            message = f"the footnotes are {', '.join(found)}; the source text's are {', '.join(expected) or 'none'}"
            causes: list[Cause] = [("note", id) for id in found if id not in expected]
            causes += [("note", id) for id in expected if id not in found]
            told = Diagnostic(note_file(code), note.footnotes[0].line, 1, f"{message}; write '[^1]: …' for each")
            yield told.about(("note", "footnotes"), *causes)
    for code, counterpart, sentence in sentence_pairs(tree):
        if sentence.footnotes != counterpart.footnotes:
            marks = " ".join(f"[^{number}]" for number in counterpart.footnotes) or "none"
            message = f"'{sentence.id}' should have these footnote marks: {marks}; correct them"
            causes = [("note", f"fn{number}") for number in {*sentence.footnotes} ^ {*counterpart.footnotes}]
            told = Diagnostic(note_file(code), sentence.line, 1, message)
            yield told.about(("note", sentence.id.paragraph, sentence.id, "marks"), *causes)


def sentences_are_plain(tree: SourceTree) -> Iterator[Diagnostic]:
    """A sentence of the note is plain text: no emphasis, link, HTML or macro."""
    for code, note in tree.notes.items():
        for part in note.lines():
            if part.words != GAP and (mark := _MARKUP.search(part.words)):
                message = f"'{mark.group()}' is markup; the note's sentences are plain text: take it out"
                yield Diagnostic(note_file(code), part.line, part.column + mark.start(), message)


def pages_hold_the_text(tree: SourceTree) -> Iterator[Diagnostic]:
    """Where its pages are marked, every paragraph and footnote begins on one page of the text received."""
    if (source := tree.source) is None or not tree.facts.note.pages:
        return
    expected = {str(place) for place in (*source.note.by_id, *(one.id for one in source.note.footnotes))}
    # A page may begin with a heading, too, or with a sentence that is not the first of its paragraph.
    known = {*expected, *source.note.sentences} - {paragraph.sentences[0].id for paragraph in source.note.body}
    seen: set[str] = set()
    for index, page in enumerate(tree.facts.note.pages):
        for number, place in enumerate(page.holds):
            path = ("pages", index, "holds", number)
            if place in seen:
                yield tree.at(NOTE, path, f"'{place}' is already on an earlier page; keep one")
            elif place not in known:
                found = tree.at(NOTE, path, f"the note has no '{place}'; take it out")
                yield found.about(("pages", place), ("note", place))
            seen.add(place)
    for place in sorted(expected - seen):
        yield tree.at(NOTE, ("pages",), f"'{place}' is on no page; add it where it begins", of_key=True)


ERRORS = (
    footnotes_have_text,
    text_received_is_kept,
    paragraphs_are_of_the_source,
    marks_are_parallel,
    headings_have_their_level,
    footnotes_are_parallel,
    sentences_are_plain,
    pages_hold_the_text,
)
WARNINGS = (paragraphs_are_parallel,)
