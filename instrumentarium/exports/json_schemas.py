"""JSON Schemas of the files of data/, made from the model, so that editors and programs can check them."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from instrumentarium.exports.edition_json import WholeEdition
from instrumentarium.exports.tables import TABLES, schema_name
from instrumentarium.model.files import FILES, PublishedAddresses
from instrumentarium.model.interface import Interface
from instrumentarium.model.strings import Strings
from instrumentarium.translation.status import TranslationStatus

# The dialect that editors' YAML support reads everywhere.
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def texts() -> Mapping[str, str]:
    """Return the text of each schema, by its name: those of the sources, then those of the files made from them."""
    models: Mapping[str, Any] = {
        **FILES,
        "published": PublishedAddresses,
        "strings": Strings,
        "interface": Interface,
        "edition": WholeEdition,
        **{schema_name(name): model for name, (model, *_) in TABLES.items()},
        "translations": TranslationStatus,
    }
    schemas = {
        name: {"$schema": _DIALECT, **TypeAdapter(model).json_schema(by_alias=True)} for name, model in models.items()
    }
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}
