"""Rules for the note: the same paragraphs and sentences everywhere, and the text received word for word."""

import re
from collections.abc import Iterator

from instrumentarium.model.note import Heading, Sentence
from instrumentarium.model.phrases import first_difference
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
    """Each language has the paragraphs of the source language, each with as many sentences."""
    if (source := tree.source) is None:
        return
    for code, language in tree.languages.items():
        file = note_file(code)
        for id, paragraph in source.note.by_id.items():
            ours = language.note.by_id.get(id)
            if ours is None:
                last = language.note.body[-1].line if language.note.body else language.note.title.line
                yield Diagnostic(file, last, 1, f"paragraph '{id}' is missing; add it with its sentences")
            elif len(ours.sentences) != len(paragraph.sentences):
                found, wanted = len(ours.sentences), len(paragraph.sentences)
                message = f"'{id}' has {found} sentences, the original {wanted}; one line is one sentence"
                yield Diagnostic(file, ours.line, 1, message)
        for id, paragraph in language.note.by_id.items():
            if id not in source.note.by_id:
                yield Diagnostic(file, paragraph.line, 1, f"the original has no paragraph '{id}'; take it out")


def footnotes_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each sentence refers to the same footnotes as in the source language, and has each footnote once."""
    if (source := tree.source) is None:
        return
    expected = [footnote.id for footnote in source.note.footnotes]
    for code, language in tree.languages.items():
        found = [footnote.id for footnote in language.note.footnotes]
        if found != expected:
            line = language.note.footnotes[0].line if found else language.note.title.line
            message = f"the footnotes are {', '.join(found) or 'none'}; the original's are {', '.join(expected)}"
            yield Diagnostic(note_file(code), line, 1, f"{message}; write '[^1]: …' for each")
        for sentence in language.note.numbered():
            original = source.note.sentences.get(sentence.id)
            if original and sentence.footnotes != original.footnotes:
                marks = " ".join(f"[^{number}]" for number in original.footnotes) or "none"
                message = f"'{sentence.id}' should have these footnote marks: {marks}; correct them"
                yield Diagnostic(note_file(code), sentence.line, 1, message)


def sentences_are_plain(tree: SourceTree) -> Iterator[Diagnostic]:
    """A sentence of the note is plain text: no emphasis, link, HTML or macro."""
    for code, language in tree.languages.items():
        for part in language.note.lines():
            if mark := _MARKUP.search(part.words):
                message = f"'{mark.group()}' is markup; the note's sentences are plain text: take it out"
                yield Diagnostic(note_file(code), part.line, part.column + mark.start(), message)


ERRORS = (text_received_is_kept, paragraphs_are_parallel, footnotes_are_parallel, sentences_are_plain)
