"""data/offers.json: what a page says to a reader who may want it in another language."""

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.json_text import json_bytes


def offers_json(view: FileView, /) -> bytes:
    """Return what each language says, by its code."""
    labels = {code: language.strings.labels for code, language in view.edition.languages.items()}
    return json_bytes(
        {code: {"offer": one.offer, "read": one.offer_read, "close": one.close} for code, one in labels.items()}
    )
