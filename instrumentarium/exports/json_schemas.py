"""JSON Schemas of the files of data/, made from the model, so that editors and programs can check them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from instrumentarium.exports.edition_json import WholeEdition
from instrumentarium.exports.json_text import json_bytes
from instrumentarium.exports.tables import TABLES, schema_name
from instrumentarium.model.files import FILES, PublishedAddresses
from instrumentarium.model.interface import Interface
from instrumentarium.model.strings import Strings
from instrumentarium.translation.status import TranslationStatus

# The dialect that editors' YAML support reads everywhere.
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


MODELS: Mapping[str, Any] = {
    **FILES,
    "published": PublishedAddresses,
    "strings": Strings,
    "interface": Interface,
    "edition": WholeEdition,
    **{schema_name(name): model for name, (model, *_) in TABLES.items()},
    "translations": TranslationStatus,
}
"""What has a schema, by the schema's name: the files of the sources, then those made from them."""


@cache
def schema(name: str, /) -> bytes:
    """Return a schema, by its name."""
    return json_bytes({"$schema": _DIALECT, **TypeAdapter(MODELS[name]).json_schema(by_alias=True)}, indent=2)


def texts() -> Mapping[str, str]:
    """Return the text of each schema, by its name."""
    return {name: schema(name).decode() for name in MODELS}
