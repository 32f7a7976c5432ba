"""What several pages and files are to say, put together from the words of a language."""

from instrumentarium.model.edition import Language


def title(language: Language) -> str:
    """Return the note's title: the subject that its head gives."""
    return language.note.sentences["head-subject"].text.partition(":")[2].strip()


def status(language: Language) -> str:
    """Return the status of a text that nobody has reviewed: original, or unofficial translation."""
    labels = language.interface.labels
    is_original = language.strings.language.status == "original"
    return labels.status_original if is_original else f"{language.strings.site.translation}, {labels.not_reviewed}"
