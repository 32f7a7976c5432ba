"""Where and when a site is published, and by whom: what its pages and files say of that."""

from dataclasses import dataclass
from datetime import UTC, datetime

_EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, kw_only=True)
class SiteInfo:
    """``url`` is the address of the site's root, with its slash; "" where the host has not told it.

    ``build_date`` is the date of the formats that want one (UTC): the same for the same commit,
    wherever and whenever it is built. ``contact`` is where its readers report errors: the address of a
    form or a mail address; "" where the host has named none. ``is_preview``: it is not published, but edited.
    """

    url: str = ""
    build_date: datetime = _EPOCH
    contact: str = ""
    is_preview: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether the date is known: neither a commit nor the host may have told it, and it then stands for none."""
        return self.build_date != _EPOCH
