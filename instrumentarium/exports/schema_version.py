"""The version of the schemas of the tables and of the whole edition: the files name it, and so do the schemas."""

from typing import Annotated

from pydantic import Field

SCHEMA_VERSION = "1.0"
"""Major.minor: a new field makes another minor version, one that is renamed or taken out another major one."""

SchemaVersion = Annotated[
    str,
    Field(
        description="The version of the schema: a new field makes another minor version, one that is renamed or taken "
        "out another major one.",
        json_schema_extra={"const": SCHEMA_VERSION},
    ),
]
