"""What a translator should know of a unit: what it is, where it stands, and what of it must stay as it is."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, get_args, get_origin

from babel import Locale
from pydantic import BaseModel

from instrumentarium.model.edition import Edition, Facts, Language
from instrumentarium.model.interface import Interface
from instrumentarium.model.place import Place
from instrumentarium.model.strings import PageMeta, Strings
from instrumentarium.model.unit import SEPARATOR, UnitKey

_PLACEHOLDER = re.compile(r"\{\w+\}")
_FOOTNOTE_MARK = re.compile(r"\[\^\d+\]")
_ADDRESS = re.compile(r"\]\(([^)\s]+)\)")
_MODELS: Mapping[str, type[BaseModel]] = {"strings": Strings, "interface": Interface}
_SOME = 6
"""Of how many numbers a plural form is shown to be used."""


def placeholders(text: str, /) -> tuple[str, ...]:
    """Return what is filled in where a text is shown: ``{n}``."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def quoted_sentences(facts: Facts, /) -> Mapping[UnitKey, Place]:
    """Return the sentence that each quote, and each list of a term's forms, is taken from, by its key."""
    fields = {"terms": ("forms",), "meetings": ("quote", "location")}
    return {
        UnitKey(f"strings:{kind.section}.{record.id}.{field}"): record.source
        for kind, records in facts.records()
        for record in records
        for field in fields.get(kind.section, ("quote",))
    }


class Notes:
    """The notes of a language's units."""

    def __init__(self, edition: Edition, language: Language, /) -> None:
        self.source, self.language = edition.source, language
        quoted = quoted_sentences(edition.facts)
        self.quoted = {key: place for key, place in quoted.items() if key in self.source.units}
        self.places = {key.path[:2]: place for key, place in self.quoted.items()}

    def of(self, key: UnitKey, text: str, /) -> Iterator[str]:
        """Yield the lines of the note of a unit, whose source text is given."""
        if key.is_front_matter:
            yield f"{key.name.capitalize()} of the page '{key.page}'. {PageMeta.model_fields[key.name].description}"
        elif key.path:
            yield from self._of_string(key)
        elif key.page == "note":
            yield from self._of_sentence(key)
        else:
            yield _of_line(key)
        if marks := _FOOTNOTE_MARK.findall(text):
            yield f"{', '.join(marks)} is the mark of a footnote: keep it at its place in the sentence."
        if not key.path and (addresses := _ADDRESS.findall(text)):
            yield f"A link is [words](address): translate the words and keep {', '.join(addresses)}."
        if key.path and (found := placeholders(text)):
            yield f"Filled in when it is shown, to be kept as it is: {', '.join(found)}."

    def _of_sentence(self, key: UnitKey) -> Iterator[str]:
        sentence = self.source.note.sentences.get(key.name)
        if sentence is None:
            return
        place = sentence.id
        if place.kind == "heading":
            yield "Heading of the note."
        elif place.kind == "top":
            yield "Line above the title of the note."
        elif place.kind == "head":
            yield "Line at the head of the note: a label, a colon and a text."
        elif place.kind == "footnote":
            yield f"Footnote {place.number} of the note."
        else:
            what = "Cell of a table" if sentence.cell else "Item of a list" if sentence.mark and sentence.depth else ""
            where = f"entence {place.sentence} of {place.kind} {place.number} of the note; shown at note/#{place}."
            yield f"{what}: s{where}" if what else f"S{where}"
        if quotes := [quote for quote, quoted in self.quoted.items() if quoted == place]:
            yield f"Phrases of it are quoted letter for letter in {', '.join(quotes)}."

    def _of_string(self, key: UnitKey) -> Iterator[str]:
        path, described = key.path, _description(_MODELS[key.page], key.path)
        place = self.places.get(path[:2]) if len(path) > 2 else None
        if key.is_count:
            yield f"Plural form '{path[-1]}' of '{path[1]}', {_numbers(self.language.locale, path[-1])}. {described}"
        elif place:
            what = f"{path[2].capitalize()} of '{path[1]}' in {path[0]}, which rests on sentence {place}."
            yield f"{what} {described}".rstrip()
        else:
            yield f"'{path[-1]}' in {path[0]}. {described}".rstrip()
        if key not in self.quoted:
            return
        if path[2] == "forms":
            yield f"Forms are parted by '{SEPARATOR}'; each must stand in the note, one of them in sentence {place}."
        else:
            yield f"It must stand letter for letter in sentence {place}."
        sentence = self.language.note.sentences.get(str(place))
        if sentence and not sentence.language:
            yield f"Sentence {place} in this language: {sentence.text}"


def _of_line(key: UnitKey) -> str:
    _, _, number = key.name.rpartition(":")
    if number == "0":
        return f"Heading of the section '{key.section}' of the page '{key.page}'."
    where = f"in the section '{key.section}'" if key.section else "above the first heading"
    return f"Line {number} {where} of the page '{key.page}'; Markdown."


def _numbers(locale: Locale, category: str) -> str:
    """Return for which numbers a plural form is used."""
    found = (str(number) for number in range(1000) if locale.plural_form(number) == category)
    if some := list(islice(found, _SOME)):
        return f"for {', '.join(some)}{' and so on' if len(some) == _SOME else ''}"
    return "for fractions or very large numbers alone"


def _description(model: Any, path: tuple[str, ...]) -> str:
    """Return how the model describes the string at a path; "" where it does not."""
    if get_origin(model) is not None:  # a mapping: by the id of a record, or by a plural category
        return _description(get_args(model)[-1], path[1:])
    if not path or not (isinstance(model, type) and issubclass(model, BaseModel)):
        return ""
    for name, field in model.model_fields.items():
        if path[0] == (field.alias or name):
            return _description(field.annotation, path[1:]) or field.description or ""
    return ""
