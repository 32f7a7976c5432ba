"""What pages and files say of the document as a whole: who wrote it and when, what text of it this is."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from babel.lists import format_list

from instrumentarium.locales import dates
from instrumentarium.model.edition import Edition, Facts, Language
from instrumentarium.model.labels import Labels
from instrumentarium.model.releases import Release
from instrumentarium.model.site import SiteInfo
from instrumentarium.model.strings import Strings
from instrumentarium.presentation import formatting


@dataclass(frozen=True, kw_only=True)
class DocumentView:
    """The Edition in ``language``, on the site that ``site`` tells of."""

    edition: Edition
    language: Language
    site: SiteInfo = field(default_factory=SiteInfo)

    @property
    def facts(self) -> Facts:
        """The facts of the Edition."""
        return self.edition.facts

    @property
    def strings(self) -> Strings:
        """The strings of the language."""
        return self.language.strings

    @property
    def labels(self) -> Labels:
        """The interface's words in the language."""
        return self.language.interface.labels

    def date(self, date: str, /) -> str:
        """Return a day or a month in the language's own form: "22 July 2024", "December 2024"."""
        return dates.date(date, self.language.locale)

    def written(self) -> str | None:
        """Return when the note was written: its date, or what of that is inferred, and so marked; None: not known."""
        return formatting.dating(self.facts.dating, self.language)

    def number(self, number: float, /) -> str:
        """Return a number as the language writes it."""
        return formatting.number(number, self.language.locale)

    def joined(self, parts: Iterable[str], /) -> str:
        """Return the parts as a list in a sentence: "a, b and c"."""
        return format_list(list(parts), locale=self.language.locale)

    def bodies(self, ids: Iterable[str], /) -> list[tuple[str, str]]:
        """Return (id, name) of each body."""
        return [(id, self.strings.bodies[id].name) for id in ids]

    def authors(self) -> list[str]:
        """Return the names of the note's authors."""
        return [name for _, name in self.bodies(self.facts.note.authors)]

    def author(self) -> str:
        """Return the names of the note's authors, as in a sentence."""
        return self.joined(self.authors())

    def rights_holder(self) -> str | None:
        """Return the name of the body that has the rights in the note's text; None where it is not known."""
        holder = self.facts.note.rights.holder
        return self.strings.bodies[holder].name if holder else None

    def reference(self) -> str:
        """Return the author of the note with its number and its date, as far as they are known."""
        return ", ".join(filter(None, (self.author(), self.facts.note.register_number, self.written())))

    def title(self) -> str:
        """Return the note's title: the subject that its head gives."""
        return self.language.note.subject()

    @property
    def is_changed(self) -> bool:
        """Whether the edition has changed since its last version; in a preview, which every save changes, not told."""
        return not self.site.is_preview and self.edition.is_changed

    def changed_on(self) -> datetime.date | None:
        """Return the day on which the edition last changed: of its version, or of its last commit; None: not known."""
        release = self.edition.release
        if release and not self.is_changed:
            return release.date
        return self.site.build_date.date() if self.site.is_dated else None

    def version(self) -> str:
        """Return which version of the edition this is, with its date; "" where none was published yet."""
        release = self.edition.release
        if release is None:
            return ""
        said = self.version_of(release)
        return self.language.interface.versions.changed.format(version=said) if self.is_changed else said

    def version_of(self, release: Release, /) -> str:
        """Return the name of a version: "Version 2 of this edition, 22 July 2032"."""
        number, date = self.number(release.version), self.date(release.date.isoformat())
        return self.language.interface.versions.version.format(n=number, date=date)

    def standing(self) -> str:
        """Return the status of the text and which version of the edition it is in, for references and files."""
        return formatting.in_a_row(self.status(), self.version())

    def status(self) -> str:
        """Return the status of the text: text received, or unofficial translation and whether reviewed."""
        words = self.strings.language
        if words.status == "source":
            return self.labels.status_source
        status = self.labels.status_draft if words.status == "draft" else self.strings.site.translation
        if words.reviewers:
            return f"{status}, {self.labels.reviewed_by.format(names=self.joined(words.reviewers))}"
        return f"{status}, {self.labels.not_reviewed}"
