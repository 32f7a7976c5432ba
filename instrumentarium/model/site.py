"""Where and when an Edition is published: what its files say of their address and their date."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from instrumentarium.translation import history

_EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, kw_only=True)
class Release:
    """``address`` is that of the site's root, with its slash; "" where the host has not said which it is.

    ``moment`` is the date of the formats that want one: the same for the same commit, wherever and
    whenever it is built.
    """

    address: str = ""
    moment: datetime = _EPOCH


def moment_of(root: Path, /) -> datetime:
    """Return the moment that $SOURCE_DATE_EPOCH gives, else that of the last commit, else the epoch.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or history.seconds_of_last_commit(root)
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else _EPOCH
