"""Rules for the note: the same paragraphs and sentences everywhere, and the text received word for word."""

import re
from collections.abc import Iterator

from instrumentarium.checks.parity import sentence_pairs
from instrumentarium.model.note import Heading, Paragraph, Sentence
from instrumentarium.model.phrases import first_difference
from instrumentarium.model.place import Place
from instrumentarium.model.unit import GAP
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree, note_file

_MARKUP = re.compile(r"[*_`<>]|\]\(|\{\{|\{%")


def text_received_is_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """The note in the source language is the text received, word for word.

    Allowed to differ: white space, and the hyphen that a line break put into a word.
    """
    if tree.source is None or tree.received is None:
        return
    received = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "", tree.received).split()
    ours = [(word, part.line) for part in tree.source.note.lines() for word in printed(part).split()]
    words = [word for word, _ in ours]
    if (index := first_difference(received, words)) is not None:
        wanted, found = " ".join(received[index : index + 4]), " ".join(words[index : index + 4])
        message = f"the original says '{wanted}' where this says '{found}'; restore the original's words"
        yield Diagnostic(note_file(tree.source.code), ours[min(index, len(ours) - 1)][1], 1, message)


def printed(part: Heading | Sentence) -> str:
    """Return a text of the note as the document prints it: with the numbers of questions and footnotes."""
    if isinstance(part, Heading):
        return part.text
    text = "".join(map(str, part.pieces))
    if part.id.kind == "footnote":
        return f"{part.id.number} {text}"
    return f"{part.id.number}) {text}" if part.id.kind == "question" and part.id.sentence == 1 else text


def paragraphs_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A paragraph has as many sentences as in the source language, which is shown instead of it otherwise."""
    for code, paragraph in _paragraphs(tree):
        original = tree.source and tree.source.note.by_id.get(paragraph.id)
        if original and len(paragraph.sentences) != len(original.sentences):
            found, wanted = len(paragraph.sentences), len(original.sentences)
            message = f"'{paragraph.id}' has {found} sentences, the original {wanted}; one line is one sentence"
            yield Diagnostic(note_file(code), paragraph.line, 1, message)


def paragraphs_are_of_the_source(tree: SourceTree) -> Iterator[Diagnostic]:
    """A translation has no paragraph that the source language lacks."""
    for code, paragraph in _paragraphs(tree):
        if tree.source and paragraph.id not in tree.source.note.by_id:
            message = f"the original has no paragraph '{paragraph.id}'; take it out"
            yield Diagnostic(note_file(code), paragraph.line, 1, message)


def _paragraphs(tree: SourceTree) -> Iterator[tuple[str, Paragraph]]:
    """Yield the paragraphs of each language as its file has them."""
    for code, note in tree.notes.items():
        for paragraph in note.body:
            yield code, paragraph


def footnotes_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each sentence refers to the same footnotes as in the source language, and a footnote stands once."""
    if (source := tree.source) is None:
        return
    expected = [footnote.id for footnote in source.note.footnotes]
    for code, note in tree.notes.items():
        found = [footnote.id for footnote in note.footnotes]
        if any(id not in expected or found.count(id) > 1 for id in found):
            message = f"the footnotes are {', '.join(found)}; the original's are {', '.join(expected) or 'none'}"
            yield Diagnostic(note_file(code), note.footnotes[0].line, 1, f"{message}; write '[^1]: …' for each")
    for code, original, sentence in sentence_pairs(tree):
        if sentence.footnotes != original.footnotes:
            marks = " ".join(f"[^{number}]" for number in original.footnotes) or "none"
            message = f"'{sentence.id}' should have these footnote marks: {marks}; correct them"
            yield Diagnostic(note_file(code), sentence.line, 1, message)


def footnotes_are_there(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every footnote that the source language refers to stands in it, once, and it has no other."""
    note = tree.source.note if tree.source else None
    if note is None:
        return
    referred = {Place(f"fn{number}"): sentence for sentence in note.numbered() for number in sentence.footnotes}
    for place, sentence in referred.items():
        if place not in note.sentences:
            message = f"there is no footnote '[^{place.number}]: …'; write it at the end of the page"
            yield Diagnostic(note_file(tree.facts.note.language), sentence.line, 1, message)


def sentences_are_plain(tree: SourceTree) -> Iterator[Diagnostic]:
    """A sentence of the note is plain text: no emphasis, link, HTML or macro."""
    for code, note in tree.notes.items():
        for part in note.lines():
            if part.words != GAP and (mark := _MARKUP.search(part.words)):
                message = f"'{mark.group()}' is markup; the note's sentences are plain text: take it out"
                yield Diagnostic(note_file(code), part.line, part.column + mark.start(), message)


ERRORS = (
    text_received_is_kept,
    paragraphs_are_of_the_source,
    footnotes_are_there,
    footnotes_are_parallel,
    sentences_are_plain,
)
WARNINGS = (paragraphs_are_parallel,)
