"""A file to download from the site."""

from dataclasses import dataclass
from typing import Literal

from instrumentarium.model.licences import Licence

Use = Literal["first", "text", "meetings", "data", "programs"]
"""What a file is for: most readers, who want few; those of the text, of the meetings, of data; programs."""


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file: its path from the site's root, its format, and its bytes.

    ``format`` is the format's own name, ``media_type`` its registered one (RFC 6838; with ``x-`` where there
    is none), ``page`` the page that it belongs to, ``use`` what it is for, ``language`` the code of its language;
    None: all.
    """

    path: str
    format: str
    media_type: str
    licence: Licence
    page: str
    use: Use
    language: str | None
    content: bytes
