"""Where and when a site is published: what its files say of their address and their date."""

from dataclasses import dataclass
from datetime import UTC, datetime

_EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, kw_only=True)
class SiteInfo:
    """``url`` is the address of the site's root, with its slash; "" where the host has not told it.

    ``build_date`` is the date of the formats that want one (UTC): the same for the same commit,
    wherever and whenever it is built.
    """

    url: str = ""
    build_date: datetime = _EPOCH
