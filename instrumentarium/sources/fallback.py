"""Drafts: what a language in the making lacks, the original says for it, in the original's language."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from instrumentarium.model.edition import Page
from instrumentarium.sources.note_parser import Note
from instrumentarium.sources.units import GAP


def is_draft(strings: Any, /) -> bool:
    """Whether the plain content of a strings.yml says that its language is a draft."""
    return (
        isinstance(strings, dict)
        and isinstance(strings.get("language"), dict)
        and strings["language"].get("status") == "draft"
    )


def fill_strings(value: Any, original: Any, /) -> Any:
    """Return the strings of a draft with the original's in the place of gaps and of what is not there."""
    if isinstance(original, Mapping):
        own = value if isinstance(value, Mapping) else {}
        if "other" in original:  # plural forms: the language has categories of its own
            return {key: fill_strings(own.get(key), original["other"]) for key in (own or original)}
        extra = {key: child for key, child in own.items() if key not in original}
        return {**{key: fill_strings(own.get(key), child) for key, child in original.items()}, **extra}
    if value is None or value == GAP or (isinstance(value, list) and (GAP in value or not value)):
        return original
    return value


def fill_note(note: Note, original: Note, language: str, /) -> Note:
    """Return the note of a draft with the original's sentences in the place of gaps.

    Such a sentence knows that it is in ``language``, the original's. A paragraph that is not parallel
    to the original's is the original's whole.
    """

    def filled(sentence: Any, source: Any) -> Any:
        return replace(source, language=language) if sentence.text == GAP else sentence

    body = []
    for paragraph in original.body:
        own = note.paragraphs.get(paragraph.id)
        if own is None or len(own.sentences) != len(paragraph.sentences):
            sentences = tuple(replace(sentence, language=language) for sentence in paragraph.sentences)
        else:
            sentences = tuple(map(filled, own.sentences, paragraph.sentences))
        body.append(replace(paragraph, sentences=sentences))
    footnotes = note.footnotes if len(note.footnotes) == len(original.footnotes) else original.footnotes
    return replace(
        note,
        title=filled(note.title, original.title),
        questions_title=filled(note.questions_title, original.questions_title),
        head=tuple(map(filled, note.head, original.head)),
        body=tuple(body),
        footnotes=tuple(map(filled, footnotes, original.footnotes)),
    )


def fill_pages(pages: Mapping[str, Page], original: Mapping[str, Page], /) -> Mapping[str, Page]:
    """Return the pages of a draft with the original's titles and descriptions in the place of gaps."""

    def filled(name: str, page: Page) -> Page:
        source = original.get(name, page)
        title = source.title if page.title == GAP else page.title
        description = source.description if page.description == GAP else page.description
        return replace(page, title=title, description=description)

    return {name: filled(name, page) for name, page in pages.items()}
