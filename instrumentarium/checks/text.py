"""Rules for note.md: the same paragraphs and sentences everywhere, and the original word for word."""

import re
from collections.abc import Iterator

from instrumentarium.model.phrases import first_difference
from instrumentarium.sources.diagnostics import Fault
from instrumentarium.sources.note_parser import FOOTNOTE_REFERENCE, Note, plain_text
from instrumentarium.sources.tree import Reading, note_file

_MARKUP = re.compile(r"[*_`<>]|\]\(|\{\{|\{%")


def original_is_kept(reading: Reading) -> Iterator[Fault]:
    """The note in its own language is the original word for word.

    Allowed to differ: white space, and the hyphen that a line break put into a word.
    """
    code = reading.facts.card.language
    language = reading.languages.get(code)
    if language is None or reading.original is None:
        return
    original = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "", reading.original).split()
    ours = plain_text(language.note).split()
    if (index := first_difference(original, ours)) is not None:
        line = _line_of_word(language.note, index)
        wanted, found = " ".join(original[index : index + 4]), " ".join(ours[index : index + 4])
        message = f"the original says '{wanted}' where this says '{found}'; restore the original's words"
        yield Fault(note_file(code), line, 1, message)


def _line_of_word(note: Note, index: int) -> int:
    count, line = 0, note.title.line
    parts = sorted(
        [(s.line, s.text if s is note.title or s is note.questions_title else s.source)
         for s in (note.title, note.questions_title, *note.head, *note.numbered(), *note.footnotes)]
    )  # fmt: skip
    for line, text in parts:
        count += len(FOOTNOTE_REFERENCE.sub("", text).split())
        if index < count:
            return line
    return line


def paragraphs_are_parallel(reading: Reading) -> Iterator[Fault]:
    """Each language has the paragraphs of the original, each with as many sentences."""
    source = reading.languages.get(reading.facts.card.language)
    if source is None:
        return
    for code, language in reading.languages.items():
        file = note_file(code)
        for id, paragraph in source.note.paragraphs.items():
            ours = language.note.paragraphs.get(id)
            if ours is None:
                last = language.note.body[-1].line if language.note.body else language.note.title.line
                yield Fault(file, last, 1, f"paragraph '{id}' is missing; add it with its sentences")
            elif len(ours.sentences) != len(paragraph.sentences):
                found, wanted = len(ours.sentences), len(paragraph.sentences)
                message = f"'{id}' has {found} sentences, the original {wanted}; one line is one sentence"
                yield Fault(file, ours.line, 1, message)
        for id, paragraph in language.note.paragraphs.items():
            if id not in source.note.paragraphs:
                yield Fault(file, paragraph.line, 1, f"the original has no paragraph '{id}'; take it out")


def footnotes_are_parallel(reading: Reading) -> Iterator[Fault]:
    """Each sentence refers to the same footnotes as in the original, and each footnote stands once."""
    source = reading.languages.get(reading.facts.card.language)
    if source is None:
        return
    expected = [footnote.id for footnote in source.note.footnotes]
    for code, language in reading.languages.items():
        found = [footnote.id for footnote in language.note.footnotes]
        if found != expected:
            line = language.note.footnotes[0].line if found else language.note.title.line
            message = f"the footnotes are {', '.join(found) or 'none'}; the original's are {', '.join(expected)}"
            yield Fault(note_file(code), line, 1, f"{message}; write '[^1]: …' for each")
        for sentence in language.note.numbered():
            original = source.note.sentences.get(sentence.id)
            if original and sentence.footnotes != original.footnotes:
                marks = " ".join(f"[^{number}]" for number in original.footnotes) or "none"
                message = f"'{sentence.id}' should have these footnote marks: {marks}; correct them"
                yield Fault(note_file(code), sentence.line, 1, message)


def sentences_are_plain(reading: Reading) -> Iterator[Fault]:
    """A sentence of the note is plain text: no emphasis, link, HTML or macro."""
    for code, language in reading.languages.items():
        for sentence in (*language.note.head, *language.note.numbered(), *language.note.footnotes):
            if mark := _MARKUP.search(sentence.source):
                message = f"'{mark.group()}' is markup; the note's sentences are plain text: take it out"
                yield Fault(note_file(code), sentence.line, mark.start() + 1, message)


RULES = (original_is_kept, paragraphs_are_parallel, footnotes_are_parallel, sentences_are_plain)
