"""The files of a site once more, compressed: what a server sends without the work of compressing it each time.

Beside ``note.xml`` stand ``note.xml.gz`` (RFC 1952) and ``note.xml.br`` (RFC 7932); they are no addresses of their own.
"""

import gzip
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

_LEAST = 1024
"""The size, in bytes, below which a file is sent in as many packets, compressed or not."""


def compress(site: Path, /) -> None:
    """Write each text below a folder compressed; pictures and PDF are so already, or nearly."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.stat().st_size >= _LEAST]
    with ThreadPoolExecutor() as pool:
        list(pool.map(_compress, files))


def _compress(path: Path) -> None:
    content = path.read_bytes()
    if _is_text(content):
        for suffix, packed in (("gz", _gzipped(content)), ("br", brotli.compress(content))):
            if len(packed) < len(content):
                path.with_name(f"{path.name}.{suffix}").write_bytes(packed)


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _gzipped(content: bytes) -> bytes:
    """Return bytes compressed as well as gzip can, without a date and a name: the same at any time."""
    target = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, target, mtime=0) as file:
        file.write(content)
    return target.getvalue()
