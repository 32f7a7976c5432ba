"""Which published version of the edition a file is of."""

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from instrumentarium.exports.file_view import FileView


class VersionText(BaseModel):
    """A published version of the edition."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = Field(description="Counted from 1.")
    date: datetime.date = Field(description="The day on which it was released.")
    changed: bool = Field(description="Whether anything has changed since then.")


Version = Annotated[VersionText | None, Field(description="The last published version of the edition; null: none was.")]


def version_text(view: FileView, /) -> VersionText | None:
    """Return the last version; a preview does not tell whether anything changed since."""
    if not (release := view.edition.release):
        return None
    return VersionText(number=release.version, date=release.date, changed=view.is_changed)
