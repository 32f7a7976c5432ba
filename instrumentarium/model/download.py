"""A file to download from the site."""

from dataclasses import dataclass

from instrumentarium.model.licences import Licence


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file: its path from the site's root, its format, and its bytes.

    ``format`` is the format's own name, ``media_type`` its registered one (RFC 6838; with ``x-`` where there
    is none), ``page`` the page that it belongs to, ``language`` the code of its language; None: all.
    """

    path: str
    format: str
    media_type: str
    licence: Licence
    page: str
    language: str | None
    content: bytes
