"""The meetings as a feed: read by feedparser, and held against the rules of RFC 4287."""

import re
from collections.abc import Iterator
from typing import Any

import feedparser
from lxml import etree

from instrumentarium.model.edition import Edition, Language
from tests.support.pages import beside

from .conftest import Files

A = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ONCE_IN_A_FEED = ("id", "title", "updated", "subtitle", "rights")
ONCE_IN_AN_ENTRY = ("id", "title", "updated", "summary", "content")


def _feeds(edition: Edition, files: Files) -> Iterator[tuple[Language, Any, Any]]:
    for code in edition.languages:
        content = files[beside(edition, code, "timeline.atom")]
        yield edition.languages[code], feedparser.parse(content), etree.fromstring(content)


def test_a_server_that_names_another_encoding_does_no_harm(edition: Edition, files: Files) -> None:
    """A feed is ASCII: any encoding that a server may name reads it alike."""
    for code in edition.languages:
        content = files[beside(edition, code, "timeline.atom")]
        assert content.isascii()
        names = {encoding: feedparser.parse(content.decode(encoding)).feed.title for encoding in ("cp1252", "utf-8")}
        assert len(set(names.values())) == 1
        assert edition.languages[code].pages["timeline"].title in names["utf-8"]


def test_a_reader_finds_the_meetings(edition: Edition, files: Files) -> None:
    """Eight entries, the latest first, each with its name, its date in words and its status."""
    for language, feed, _ in _feeds(edition, files):
        assert not feed.bozo
        assert feed.version == "atom10"
        assert feed.feed.language == language.code
        for entry, meeting in zip(feed.entries, reversed(edition.facts.meetings), strict=True):
            words = language.strings.meetings[meeting.id]
            assert entry.title.startswith(f"{words.name} (")
            assert meeting.date[:4] in entry.title
            assert entry.summary == words.summary
            assert [tag.term for tag in entry.tags] == [meeting.status]


def test_no_two_entries_changed_at_one_moment(edition: Edition, files: Files) -> None:
    """So that a reader that sorts by it has the latest meeting first."""
    for _, feed, _ in _feeds(edition, files):
        moments = [entry.updated for entry in feed.entries]
        assert moments == sorted(set(moments), reverse=True)
        assert feed.feed.updated == moments[0]


def test_it_keeps_the_rules(edition: Edition, files: Files, address: str) -> None:
    """What must stand, stands once (RFC 4287, 4.1); dates are of RFC 3339; at most one alternate of a kind."""
    for language, _, root in _feeds(edition, files):
        assert root.tag == f"{A}feed"
        assert root.get(f"{XML}lang") == language.code
        assert root.find(f"{A}author/{A}name").text
        rules = [(root, ONCE_IN_A_FEED), *((entry, ONCE_IN_AN_ENTRY) for entry in root.iter(f"{A}entry"))]
        for element, names in rules:
            for name in names:
                assert len(element.findall(f"{A}{name}")) == 1, name
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.find(f"{A}updated").text)
            links = element.findall(f"{A}link")
            kinds = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in links]
            assert len(kinds) == len(set(kinds))
            assert ("alternate", "text/html", language.code) in kinds
            assert all(link.get("href").startswith(address) for link in links)
        itself = [link.get("href") for link in root.findall(f"{A}link") if link.get("rel") == "self"]
        assert itself == ([address + beside(edition, language.code, "timeline.atom")] if address else [])


def test_ids_stay(edition: Edition, files: Files) -> None:
    """Each text has an id of its own, the same at every host."""
    ids = [entry.id for _, feed, _ in _feeds(edition, files) for entry in (feed.feed, *feed.entries)]
    assert len(ids) == len(set(ids)) == 9 * 24
    assert all(id.startswith("urn:uuid:") for id in ids)
    assert "urn:uuid:2ebc4a67-6d8d-584f-a534-92cf9eaba96a" in ids  # the English of 2024-12-11-coreper
