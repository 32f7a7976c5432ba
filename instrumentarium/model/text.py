"""The texts in strings.yml: a line, or plural forms."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

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


class StringsModel(BaseModel):
    """A part of strings.yml: frozen, with no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)
