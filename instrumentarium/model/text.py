"""The texts in strings.yml: a line, or plural forms."""

import html
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

# A string is one line in every format: line breaks and indentation of the file are spaces.
Text = Annotated[
    str, Field(min_length=1, pattern=r"\S"), AfterValidator(lambda text: re.sub(r"\s*[\r\n]\s*", " ", text))
]


def _has_other(forms: Mapping[str, str]) -> Mapping[str, str]:
    if "other" not in forms:
        raise PydanticCustomError("missing_other", "the form 'other' is missing; add it")
    return forms


Plural = Annotated[
    Mapping[Literal["zero", "one", "two", "few", "many", "other"], Text],
    Field(
        description="A form for each plural category that CLDR knows in the language, `other` at the least; "
        "{n} is the number.",
        examples=[{"one": "{n} meeting", "other": "{n} meetings"}],
    ),
    AfterValidator(_has_other),
]


class Borrowed(str):
    """A text in the source language that stands in for one that a language lacks.

    In HTML it stands between two marks, which the finished page replaces by an element with its language.
    """

    __slots__ = ()

    BEGIN, END = "\ue000", "\ue001"

    def __html__(self) -> str:
        """Return the text between its marks, escaped: what templates write."""
        return f"{self.BEGIN}{html.escape(self)}{self.END}"

    def format(self, *arguments: object, **named: object) -> "Borrowed":
        """Return the text with its placeholders filled; it remains borrowed."""
        return Borrowed(super().format(*arguments, **named))


def borrowed(value: Any, /) -> Any:
    """Return a value with all its texts marked as borrowed: a text, a model, a mapping, a tuple."""
    match value:
        case str():
            return Borrowed(value)
        case BaseModel():
            return value.model_copy(update={name: borrowed(getattr(value, name)) for name in type(value).model_fields})
        case Mapping():
            return {key: borrowed(child) for key, child in value.items()}
        case tuple():
            return tuple(map(borrowed, value))
    return value


class StringsModel(BaseModel):
    """A part of strings.yml: frozen, with no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)
