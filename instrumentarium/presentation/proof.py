"""Proves on a finished page that it shows each sentence of the note, under its id, word for word."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import html

from instrumentarium.model.note import Note


def unproved(page: str, note: Note, /) -> Iterator[str]:
    """Yield what is wrong for each text that the page lacks, or shows otherwise than the note has it."""
    root = html.document_fromstring(page)
    places = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    for sentence in note.sentences.values():
        element = places.get(sentence.id.anchor)
        if element is None:
            yield f"'{sentence.id}' is not on the page"
        elif (shown := _text(element)) != _squeezed(sentence.text):
            yield f"'{sentence.id}' says '{shown}', not '{sentence.text}'"


def _text(element: html.HtmlElement) -> str:
    """Return the text of an element without marks of footnotes and ways back from them."""
    copy = deepcopy(element)
    copy.tail = None
    for mark in copy.xpath(".//sup | .//a[@class='footnote-backref']"):
        mark.drop_tree()
    parts = [part.text_content() for part in copy.xpath("./dt | ./dd")] or [copy.text_content()]
    return _squeezed(" ".join(parts))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
