"""Drafts: texts that a language lacks are replaced by those of the source language."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from instrumentarium.model.edition import Page
from instrumentarium.model.note import Heading, Note, Sentence
from instrumentarium.model.unit import GAP

_Text = TypeVar("_Text", Heading, Sentence)


def is_draft(strings: Any, /) -> bool:
    """Whether the plain content of a strings.yml says that its language is a draft."""
    return (
        isinstance(strings, dict)
        and isinstance(strings.get("language"), dict)
        and strings["language"].get("status") == "draft"
    )


def fill_strings(value: Any, source: Any, /) -> Any:
    """Return the strings of a draft, with the source language's for gaps and for what is not there."""
    if isinstance(source, Mapping):
        own = value if isinstance(value, Mapping) else {}
        if "other" in source:  # plural forms: the language has categories of its own
            return {key: fill_strings(own.get(key), source["other"]) for key in (own or source)}
        extra = {key: child for key, child in own.items() if key not in source}
        return {**{key: fill_strings(own.get(key), child) for key, child in source.items()}, **extra}
    if value is None or value == GAP or (isinstance(value, list) and (GAP in value or not value)):
        return source
    return value


def fill_note(note: Note, source: Note, language: str, /) -> Note:
    """Return the note of a draft, with the source note's sentences, which are in ``language``, for its gaps.

    A paragraph that has another number of sentences than the source's is replaced whole.
    """

    def filled(text: _Text, original: _Text) -> _Text:
        return replace(original, language=language) if text.text == GAP else text

    body = []
    for paragraph in source.body:
        own = note.by_id.get(paragraph.id)
        if own is None or len(own.sentences) != len(paragraph.sentences):
            sentences = tuple(replace(sentence, language=language) for sentence in paragraph.sentences)
        else:
            sentences = tuple(map(filled, own.sentences, paragraph.sentences))
        body.append(replace(paragraph, sentences=sentences))
    footnotes = note.footnotes if len(note.footnotes) == len(source.footnotes) else source.footnotes
    return replace(
        note,
        title=filled(note.title, source.title),
        questions_title=filled(note.questions_title, source.questions_title),
        head=tuple(map(filled, note.head, source.head)),
        body=tuple(body),
        footnotes=tuple(map(filled, footnotes, source.footnotes)),
    )


def fill_pages(pages: Mapping[str, Page], source: Mapping[str, Page], /) -> Mapping[str, Page]:
    """Return the pages of a draft, with the source language's titles and descriptions for gaps."""

    def filled(name: str, page: Page) -> Page:
        original = source.get(name, page)
        title = original.title if page.title == GAP else page.title
        description = original.description if page.description == GAP else page.description
        return replace(page, title=title, description=description)

    return {name: filled(name, page) for name, page in pages.items()}
