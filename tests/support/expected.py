"""What several pages and files are to say, put together from the words of a language."""

from instrumentarium.locales import dates
from instrumentarium.model.edition import Edition, Language


def title(language: Language) -> str:
    """Return the note's title: the subject that its head gives."""
    return language.note.sentences["head-subject"].text.partition(":")[2].strip()


def status(language: Language) -> str:
    """Return the status of a text that nobody has reviewed: text received, or unofficial translation."""
    labels = language.interface.labels
    is_source = language.strings.language.status == "source"
    return labels.status_source if is_source else f"{language.strings.site.translation}, {labels.not_reviewed}"


def standing(edition: Edition, language: Language) -> str:
    """Return the status of a text, and the version of the edition that it is in."""
    return f"{status(language)}. {version(edition, language)}"


def version(edition: Edition, language: Language) -> str:
    """Return which version of the edition this is, and its date."""
    assert edition.release is not None
    date = dates.date(edition.release.date.isoformat(), language.locale)
    return language.interface.versions.version.format(n=edition.release.version, date=date)
