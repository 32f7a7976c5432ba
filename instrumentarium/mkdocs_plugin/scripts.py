"""The scripts as they are sent: without the comments and the spaces, which only those who write them read."""

from pathlib import Path

import rjsmin


def sent(path: Path, /) -> bytes:
    """Return the content of an asset as it is sent; only a script is another than it was written."""
    content = path.read_bytes()
    # A comment that begins with "!" is to be kept by those who pass a script on, such as a licence.
    return rjsmin.jsmin(content, keep_bang_comments=True) if path.suffix == ".js" else content
