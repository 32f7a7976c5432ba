"""Rules for the note: the same paragraphs and sentences everywhere, and the text received word for word."""

import re
from collections.abc import Iterator

from instrumentarium.model.edition import Language
from instrumentarium.model.note import Heading, Note, Sentence
from instrumentarium.model.phrases import first_difference
from instrumentarium.sources.diagnostics import Cause, Diagnostic
from instrumentarium.sources.tree import SourceTree, note_file

_NOTE = "data/note.yml"
_MARKUP = re.compile(r"[*_`<>]|\]\(|\{\{|\{%")


def text_received_is_kept(tree: SourceTree) -> Iterator[Diagnostic]:
    """The note in the source language is the text received, word for word.

    Allowed to differ: white space, and the hyphen that a line break put into a word.
    """
    if tree.source is None or tree.received is None:
        return
    if any(fault.language == tree.source.code for fault in footnotes_have_text(tree)):
        return  # another rule tells of a footnote without text
    received = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "", tree.received).split()
    ours = [(word, part) for part in tree.source.note.lines() for word in printed(part).split()]
    words = [word for word, _ in ours]
    if (index := first_difference(received, words)) is not None:
        wanted, found = " ".join(received[index : index + 4]), " ".join(words[index : index + 4])
        message = f"the original says '{wanted}' where this says '{found}'; restore the original's words"
        first = ours[min(index, len(ours) - 1)][1]
        last = ours[max(len(ours) - 1 - (first_difference(received[::-1], words[::-1]) or 0), 0)][1]
        # Words of several paragraphs may be wrong, or a whole paragraph.
        cause = ("note", _paragraph(first)) if _paragraph(first) == _paragraph(last) else ("note",)
        yield Diagnostic(note_file(tree.source.code), first.line, 1, message).about(cause)


def _paragraph(part: Heading | Sentence) -> str:
    return part.id.paragraph if isinstance(part, Sentence) else part.id


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
        for id, paragraph in source.note.by_id.items():
            ours, wanted = language.note.by_id.get(id), len(paragraph.sentences)
            if ours is None:
                line, message = _last_line(language), f"paragraph '{id}' is missing; add it with its sentences"
                in_source = f"the translations have no paragraph '{id}'; take it out, or add it to them"
            elif (found := len(ours.sentences)) != wanted:
                line, mend = ours.line, "one line is one sentence"
                message = f"'{id}' has {found} sentences, the original {wanted}; {mend}"
                in_source = f"'{id}' has {wanted} sentences, the translations {found}; {mend}"
            else:
                continue
            told = Diagnostic(note_file(source.code), paragraph.line, 1, in_source)
            yield Diagnostic(note_file(code), line, 1, message).about(("note", id)).or_in_source(told)
        for id, paragraph in language.note.by_id.items():
            if id not in source.note.by_id:
                message = f"the translations have a paragraph '{id}'; put it back"
                told = Diagnostic(note_file(source.code), _last_line(source), 1, message)
                message = f"the original has no paragraph '{id}'; take it out"
                yield Diagnostic(note_file(code), paragraph.line, 1, message).about(("note", id)).or_in_source(told)


def _last_line(language: Language) -> int:
    return language.note.body[-1].line if language.note.body else language.note.title.line


def footnotes_have_text(tree: SourceTree) -> Iterator[Diagnostic]:
    """Each footnote that a sentence refers to has its text, and each text, in the source, a sentence that does so."""
    for code, language in tree.languages.items():
        for sentence, number in _without_text(language.note):
            message = f"footnote {number} has no text; write it below the paragraph: '[^{number}]: …'"
            yield Diagnostic(note_file(code), sentence.line, 1, message).about(("note", f"fn{number}"))
    if source := tree.source:
        used = {number for sentence in source.note.sentences.values() for number in sentence.footnotes}
        for footnote in source.note.footnotes:
            if footnote.id.number not in used:
                message = f"no sentence refers to this footnote; write [^{footnote.id.number}] where it belongs"
                yield Diagnostic(note_file(source.code), footnote.line, 1, message).about(("note", footnote.id))


def _without_text(note: Note) -> Iterator[tuple[Sentence, int]]:
    """Yield each sentence with a footnote that it refers to, and that there is not."""
    known = {footnote.id.number for footnote in note.footnotes}
    for sentence in note.sentences.values():
        yield from ((sentence, number) for number in sentence.footnotes if number not in known)


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
            causes: list[Cause] = [("note", id) for id in sorted({*found} ^ {*expected})]
            told = Diagnostic(note_file(code), line, 1, f"{message}; write '[^1]: …' for each")
            yield told.about(("note", "footnotes"), *causes)
        for sentence in language.note.numbered():
            original = source.note.sentences.get(sentence.id)
            if original and sentence.footnotes != original.footnotes:
                marks = " ".join(f"[^{number}]" for number in original.footnotes) or "none"
                message = f"'{sentence.id}' should have these footnote marks: {marks}; correct them"
                causes = [("note", f"fn{number}") for number in {*sentence.footnotes} ^ {*original.footnotes}]
                told = Diagnostic(note_file(code), sentence.line, 1, message)
                yield told.about(("note", sentence.id.paragraph, sentence.id, "marks"), *causes)


def sentences_are_plain(tree: SourceTree) -> Iterator[Diagnostic]:
    """A sentence of the note is plain text: no emphasis, link, HTML or macro."""
    for code, language in tree.languages.items():
        for part in language.note.lines():
            if mark := _MARKUP.search(part.words):
                message = f"'{mark.group()}' is markup; the note's sentences are plain text: take it out"
                yield Diagnostic(note_file(code), part.line, part.column + mark.start(), message)


def pages_hold_the_text(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every paragraph and footnote begins on one page of the text received."""
    if (source := tree.source) is None:
        return
    expected = {str(place) for place in (*source.note.by_id, *(one.id for one in source.note.footnotes))}
    seen: set[str] = set()
    for index, page in enumerate(tree.facts.note.pages):
        for number, place in enumerate(page.holds):
            path = ("pages", index, "holds", number)
            if place in seen:
                yield tree.at(_NOTE, path, f"'{place}' is already on an earlier page; keep one")
            elif place not in expected:
                found = tree.at(_NOTE, path, f"the note has no '{place}'; take it out")
                yield found.about(("pages", place), ("note", place))
            seen.add(place)
    for place in sorted(expected - seen):
        yield tree.at(_NOTE, ("pages",), f"'{place}' is on no page; add it where it begins", of_key=True)


ERRORS = (
    footnotes_have_text,
    text_received_is_kept,
    paragraphs_are_parallel,
    footnotes_are_parallel,
    sentences_are_plain,
    pages_hold_the_text,
)
