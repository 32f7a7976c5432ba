"""The picture that goes with a link to the site in a language: a PNG of 1200 by 630 pixels."""

from instrumentarium.exports import drawings
from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.typesetting import typeset

WIDTH, HEIGHT = 1200, 630
# In points: a title that is longer than this many characters is set smaller.
_SIZES = ((90, 56), (120, 48), (10_000, 42))


def card_png(view: FileView, /) -> bytes:
    """Return the note's title and author, its meetings to scale, the language and the status of its text."""
    title = view.title()
    data = {
        "language": view.language.code,
        "language_name": view.strings.language.name,
        "site": view.strings.site.name,
        "title": title,
        "author": view.reference(),
        "status": view.status(),
        "meetings": drawings.meetings(view),
        "size": next(size for length, size in _SIZES if len(title) <= length),
    }
    return typeset("card", data, "png")
