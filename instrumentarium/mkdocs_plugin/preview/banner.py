"""The banner over the pages that are served: the errors of the last save and the warnings, as text in HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import jinja2

from instrumentarium import load
from instrumentarium.sources.diagnostics import Diagnostic

_HERE = Path(__file__).parent
_PREFIX = "/livereload/"
"""MkDocs' own, below which no page stands."""

_SHOWN = 100
"""How many errors, and how many warnings, are shown: a page is no place for thousands."""

_PLACED = re.compile(r"(?P<place>\S+?:\d+(?::\d+)?)(?P<message>: .*)", re.DOTALL)
_TYPES = {".css": "text/css", ".js": "text/javascript"}

Fault = Diagnostic | str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a request of the preview's own gets."""

    status: str = "200 OK"
    type: str = "text/html; charset=utf-8"
    content: bytes


class Banner:
    """The banner of a preview of the sources below ``root``; one thread tells it of saves, others ask for it."""

    def __init__(self, root: Path, /) -> None:
        self._root = root
        self._templates = jinja2.Environment(loader=jinja2.FileSystemLoader(_HERE), autoescape=True, trim_blocks=True)
        self._errors: Sequence[Fault] = ()
        self._warnings: Sequence[Fault] = ()
        self._built = 0
        self._saves = 0
        self._checked = -1
        self._checking = Lock()

    def saved(self, errors: Sequence[Fault], /, *, epoch: int) -> None:
        """Take the errors of a save; where there are none, the site is as it was built at that moment."""
        self._errors, self._built = errors, self._built if errors else epoch
        self._saves += 1

    def into(self, page: bytes, /, epoch: int) -> bytes:
        """Return a page as it is served: with the banner, and the script that keeps it as at that moment or later."""
        body, end, rest = page.rpartition(b"</body>")
        served = self._render("served.html", epoch=epoch).encode()
        return body + served + end + rest if end else page + served

    def answer(self, path: str, /) -> Answer | None:
        """Return the answer to a request, None where it is the server's to give.

        Those for the banner, the same after the sources were checked for warnings, and its style and script; any
        other one, too, as long as there is no site.
        """
        if not path.startswith(_PREFIX):
            return None if self._built else Answer(status="503 Service Unavailable", content=self._nothing())
        name = path.removeprefix(_PREFIX)
        if name in ("preview.css", "preview.js"):
            return Answer(type=_TYPES[Path(name).suffix], content=(_HERE / name).read_bytes())
        if name == "checked":
            self._check()
        return Answer(content=self._render("banner.html").encode()) if name in ("banner", "checked") else None

    def _nothing(self) -> bytes:
        return self.into(self._render("nothing.html").encode(), epoch=0)

    def _check(self) -> None:
        """Look for warnings, once after each save: a page that is shown may wait for them, a save not."""
        with self._checking:
            if self._checked != self._saves:
                saves = self._saves
                self._warnings, self._checked = load.remarks(self._root), saves

    def _render(self, template: str, **values: int) -> str:
        lists = [(self._errors, "error"), (self._warnings, "warning")]
        parts = {f"{name}s": [_parted(str(fault)) for fault in faults] for faults, name in lists}
        return self._templates.get_template(template).render(built=self._built, shown=_SHOWN, **parts, **values)


def _parted(text: str) -> tuple[str, str]:
    """Return the place that a text begins with, and the rest of it."""
    placed = _PLACED.fullmatch(text)
    return (placed["place"], placed["message"]) if placed else ("", text)
