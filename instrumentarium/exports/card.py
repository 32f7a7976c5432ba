"""What is known of the document beside its head, as its printed note and its documents for word processors say it."""

from instrumentarium.exports.file_view import FileView


def card_rows(view: FileView, /) -> list[tuple[str, str]]:
    """Return labels, each with what is known of the document, or that it is not."""
    card, labels = view.facts.note, view.labels
    return [
        (labels.source_language, view.language_name(card.language)),
        (labels.this_text, view.standing()),
        (labels.register_number, card.register_number or labels.unknown),
        (labels.date, _dated(view)),
    ]


def _dated(view: FileView) -> str:
    """Return the date of the note, with the sentences that it is inferred from where it is."""
    places = view.joined(map(view.where, view.facts.dating.sources))
    return f"{view.written() or view.labels.unknown}{f' – {places}' if places else ''}"
