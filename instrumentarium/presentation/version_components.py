"""The component that tells what changed from one published version to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from instrumentarium.model.releases import Texts, texts_after
from instrumentarium.presentation.view import View


@dataclass(frozen=True)
class Change:
    """A text of the note before and after a version; None where there was or is none. ``name`` tells its place."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Version:
    """What is shown of a version, or, with no ``number``, of what came after the last.

    ``changes`` are those in the language; of the ``others`` each has a number. ``is_new``: the language came with it.
    """

    number: int | None
    title: str
    is_new: bool
    changes: tuple[Change, ...]
    others: Mapping[str, int]


def versions(view: View) -> Mapping[str, Any]:
    """{{ versions() }}: the versions of the edition, the latest first, with the sentences that changed in each."""
    return {"versions": list(_versions(view))[::-1]}


def _versions(view: View) -> Iterator[Version]:
    releases, edition = view.edition.releases, view.edition
    for index, release in enumerate(releases):
        title = view.version_of(release)
        yield _version(view, texts_after(releases[:index]), release.texts, title, release.version)
    if releases and edition.unreleased:
        title = view.language.interface.versions.since.format(n=view.number(releases[-1].version))
        yield _version(view, texts_after(releases), edition.unreleased, title, None)


def _version(view: View, before: Texts, texts: Texts, title: str, number: int | None) -> Version:
    code = view.language.code
    old, new = before.get(code, {}), texts.get(code, {})
    is_first = not before
    changes = (Change(_name(view, place), old.get(place), text) for place, text in new.items())
    return Version(
        number=number,
        title=title,
        is_new=bool(new) and not old,
        changes=tuple(changes) if old else (),
        others={}
        if is_first
        else {other: len(texts[other]) for other in view.edition.languages if other in texts and other != code},
    )


def _name(view: View, place: str) -> str:
    """Return the name of a place; its id where the note has it no more."""
    return view.where(place) if place in view.language.note.sentences else place
