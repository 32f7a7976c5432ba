"""data/offers.json: the words that offer a page in the language that a reader prefers."""

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes


def offers_json(view: FileView, /) -> bytes:
    """Return the words of each language, by its code."""
    labels = {code: language.interface.labels for code, language in view.edition.languages.items()}
    return json_bytes(
        {code: {"offer": one.offer, "read": one.offer_read, "close": one.close} for code, one in labels.items()}
    )
