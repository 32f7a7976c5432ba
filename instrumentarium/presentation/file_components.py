"""The components of the page with the files to download."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from instrumentarium.model.download import Download, Use
from instrumentarium.presentation.view import View

# Stands for the site's address where it is not known; a script in the reader's browser puts the real one there.
EXAMPLE = "https://example.org/"
PYTHON = """\
import json
from urllib.request import urlopen

with urlopen("{address}") as file:
    meetings = json.load(file)["meetings"]
for meeting in meetings:
    print(meeting["date"], meeting["name"], meeting["sentence"])"""


def downloads(view: View) -> Mapping[str, Any]:
    """{{ downloads() }}: every file to download: those that most readers want, then the others by what they are for."""
    own, common = ([file for file in view.files if file.language == code] for code in (view.language.code, None))
    return {
        "first": [file for file in (*own, *common) if file.use == "first"],
        "groups": [
            (use, scopes)
            for use in get_args(Use)
            if use != "first"
            if (scopes := list(_scopes(use, this_language=own, all_languages=common)))
        ],
    }


def _scopes(use: Use, **files: Sequence[Download]) -> Iterator[tuple[str, Sequence[Download]]]:
    """Yield the files of that use, by the languages that they are for, where there are any."""
    for scope, ones in files.items():
        if found := [file for file in ones if file.use == use]:
            yield scope, found


def subscriptions(view: View) -> Mapping[str, Any]:
    """{{ subscriptions() }}: the calendar and the feed, where there are any, each with the address to subscribe to."""
    found = [("calendar", _own(view, "timeline.ics")), ("feed", _own(view, "timeline.atom"))]
    return {"subscriptions": [(label, file.path) for label, file in found if file], "site_url": view.site.url}


def examples(view: View) -> Mapping[str, Any]:
    """{{ examples() }}: how to read the data with a program."""
    file = _own(view, "data/meetings.json")
    address = (view.site.url or EXAMPLE) + file.path if file else ""
    programs = [("curl", f"curl {address}"), ("Python", PYTHON.format(address=address))]
    return {"programs": programs if file else [], "is_known": bool(view.site.url)}


def _own(view: View, path: str) -> Download | None:
    """Return the file of the view's language at that path below the language's folder; None where there is none."""
    own = (file for file in view.files if file.language == view.language.code)
    return next((file for file in own if file.path.removeprefix(f"{file.language}/") == path), None)
