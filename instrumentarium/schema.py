"""JSON Schemas of the YAML files, made from the model, so that an editor completes and checks them."""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from instrumentarium.records import FILES
from instrumentarium.strings import Strings

# The dialect that editors' YAML support reads everywhere.
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def texts() -> Mapping[str, str]:
    """Return the text of each schema, by the name of the file it describes."""
    models: Mapping[str, type[BaseModel]] = {**FILES, "strings": Strings}
    schemas = {name: {"$schema": _DIALECT, **model.model_json_schema()} for name, model in models.items()}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}
