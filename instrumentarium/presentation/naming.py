"""The names of places, as a reference to the note gives them: "Paragraph 2, sentence 1".

A paragraph is named by the number that the text received prints before it. Where that numbers its paragraphs but
not this one, the name has our own count in square brackets, as editors write what is not in a text. A number that
occurs more than once has the heading before it under which it stands.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from instrumentarium.model.edition import Language
from instrumentarium.model.note import Note, Paragraph
from instrumentarium.model.place import Place


def shown_numbers(language: Language, /) -> Mapping[str, str]:
    """Return the number that stands beside each paragraph and question of the note, by id."""
    return {id: number for id, (number, _) in _named(language).items()}


def name_of_paragraph(language: Language, id: str, /) -> str:
    """Return the name of a paragraph or a question; KeyError where there is none."""
    number, heading = _named(language)[id]
    labels = language.interface.labels
    name = (labels.question if id.startswith("q") else labels.paragraph).format(n=number)
    return f"{heading}, {name}" if heading else name


def short_name(language: Language, place: Place, /) -> str:
    """Return the number of a sentence, for a list of many: "2.1"; that of a question has a mark before it: "?1"."""
    number = ("?" if place.kind == "question" else "") + shown_numbers(language)[place.paragraph]
    return f"{number}.{place.sentence}" if names_sentence(language.note, place) else number


def names_sentence(note: Note, place: Place, /) -> bool:
    """Whether the name of a sentence says which one it is: a question often is one sentence alone."""
    return place.kind == "paragraph" or len(note.by_id[place.paragraph].sentences) > 1


@lru_cache(maxsize=64)
def _named(language: Language) -> Mapping[str, tuple[str, str]]:
    """Return the number of each paragraph and question, with the heading that it needs beside it, by id."""
    note = language.note
    return {id: named for group in (note.paragraphs, note.questions) for id, named in _numbers(note, group)}


def _numbers(note: Note, group: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[str, str]]]:
    printed = Counter(one.printed_number for one in group)
    above = _headings(note)
    for one in group:
        number = one.printed_number
        if not number:
            yield one.id, (f"[{one.number}]" if len(printed) > 1 else str(one.number), "")
        else:
            yield one.id, (number, above[one.id] if printed[number] > 1 else "")


def _headings(note: Note) -> Mapping[str, str]:
    """Return the text of the annex, or else of the heading, that each paragraph stands under, by its id."""
    found, annex, heading = dict[str, str](), "", ""
    for part in note.parts:
        if isinstance(part, Paragraph):
            found[part.id] = annex or heading
        elif part.level == 1:
            annex = part.text
        else:
            heading = part.text
    return found
