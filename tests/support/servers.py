"""Servers of this machine for built sites."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.base import AXE_FILE_PATH

PREFIX = "/some/where/"
"""The path below which a site is served."""

AXE = "axe.js"
"""The path of axe-core beside each site: of a file, unlike of a text, a browser keeps what it has compiled."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder whose assets a browser may keep, over connections that stay open, and logs nothing."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        if "/assets/" in self.path or self.path.endswith(AXE):
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        return str(AXE_FILE_PATH) if path == f"/{AXE}" else super().translate_path(path)

    def log_message(self, *_: object) -> None:
        pass


class _Below(_Quiet):
    """Serves a folder below PREFIX, and nothing outside it."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "outside")
        return super().translate_path("/" + path.removeprefix(PREFIX))


class _AtTheRoot(_Quiet):
    """Serves a site at its root, and 404.html where there is nothing."""

    def send_error(self, code: int, *_: object, **__: object) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Lost(_AtTheRoot, _Below):
    """Serves a site below PREFIX, and 404.html where there is nothing."""


@contextmanager
def _serving(handler: type[_Quiet], folder: Path) -> Iterator[str]:
    """Serve a folder; give the address of the server, without a path."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def below_a_path(folder: Path, *, has_page_for_nothing: bool = False) -> Iterator[str]:
    """Serve a site below PREFIX, with its page for what does not exist or without; give the address of its root."""
    with _serving(_Lost if has_page_for_nothing else _Below, folder) as host:
        yield host + PREFIX


@contextmanager
def at_the_root(folder: Path) -> Iterator[str]:
    """Serve a site as a host of its own, with its page for what does not exist; give the address of its root."""
    with _serving(_AtTheRoot, folder) as host:
        yield f"{host}/"
