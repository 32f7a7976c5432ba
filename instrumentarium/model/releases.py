"""The versions of an edition that were published: when, and which texts of the note were new in each."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from instrumentarium.model.fields import Fact

Texts = Mapping[str, Mapping[str, str | None]]
"""Texts of the note by language and place; None where there is none any more."""


class Release(Fact):
    """data/releases/<version>.json: written by `instrumentarium release`, and never changed afterwards."""

    version: Annotated[int, Field(ge=1)]
    date: datetime.date
    content: str = Field(description="SHA-256 of the facts and of all words in every language, as they were then.")
    texts: Texts = Field(description="The texts that were new in it; null: taken out.")


def texts_after(releases: Iterable[Release], /) -> dict[str, dict[str, str | None]]:
    """Return what the note said in each language after the last of the releases, which are given in order."""
    found: dict[str, dict[str, str | None]] = {}
    for release in releases:
        for code, texts in release.texts.items():
            found.setdefault(code, {}).update(texts)
    return found


def differences(before: Texts, now: Texts, /) -> dict[str, dict[str, str | None]]:
    """Return those texts that are other than before, by language and place; None: taken out.

    A language that is no more is left out: its address, which is never lost, tells of it.
    """
    found = {}
    for code, texts in now.items():
        old = before.get(code, {})
        gone = dict.fromkeys(place for place, text in old.items() if text is not None and place not in texts)
        if changed := {place: text for place, text in texts.items() if old.get(place) != text} | gone:
            found[code] = changed
    return found
