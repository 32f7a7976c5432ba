"""Files in one ZIP file, the same bytes each time."""

import io
import zipfile
from collections.abc import Iterable

# The first moment that the format has: no clock is asked.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def zipped(files: Iterable[tuple[str, bytes]], /, *, stored: str = "") -> bytes:
    """Return a ZIP file of files by their paths, in that order; that at ``stored`` is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
            archive.writestr(entry, content, zipfile.ZIP_STORED if path == stored else zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
