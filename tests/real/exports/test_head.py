"""What programs take from the head of a page: reference managers, and whatever looks for the date of a page."""

import re
from pathlib import Path

import pytest

from instrumentarium.model.edition import Edition
from tests.conftest import ADDRESS
from tests.support import building, expected, pages
from tests.support.pages import beside


def _told(root: object) -> dict[str, list[str]]:
    """Return what the head says under each name."""
    found: dict[str, list[str]] = {}
    for element in root.xpath("/html/head/meta[@name]"):  # type: ignore[attr-defined]
        found.setdefault(element.get("name"), []).append(element.get("content"))
    return found


@pytest.mark.parametrize("which", ["site", "published_site"])
def test_the_note_is_a_reference(request: pytest.FixtureRequest, edition: Edition, which: str) -> None:
    """Title, authors, date as inferred, language and status; of no other page: it is no document of the Council."""
    site: Path = request.getfixturevalue(which)
    for code, language in edition.languages.items():
        view = building.view(edition, code)
        for page in pages.NAMES:
            told = _told(pages.page(site, edition, code, page))
            if page not in ("", "note/"):
                assert not any(name.startswith("citation_") for name in told), (code, page)
                continue
            assert told["citation_title"] == [expected.title(language)]
            assert told["citation_author"] == [f"{language.strings.bodies['presidency'].name},"]
            assert told["citation_date"] == [view.written()]
            assert told["citation_language"] == [code]
            assert told["dc.rights"] == [expected.standing(edition, language)]
            assert "citation_technical_report_number" not in told
            pdf = [f"{ADDRESS}{beside(edition, code, 'note.pdf')}"] if which == "published_site" else None
            assert told.get("citation_pdf_url") == pdf


def test_no_page_has_the_date_of_a_meeting(site: Path, edition: Edition) -> None:
    """The note has its own, uncertain as it is; other pages have the day on which the edition last changed."""
    assert edition.release is not None
    meetings = {meeting.date for meeting in edition.facts.meetings}
    for code in edition.languages:
        for page in pages.NAMES:
            (date,) = _told(pages.page(site, edition, code, page))["dcterms.date"]
            assert date == ("2024-12?" if page in ("", "note/") else edition.release.date.isoformat()), (code, page)
            assert date not in meetings


def test_the_site_map_says_when_the_edition_last_changed(published_site: Path, edition: Edition) -> None:
    """Of every address."""
    assert edition.release is not None
    text = (published_site / "sitemap.xml").read_text(encoding="utf-8")
    days = re.findall(r"<lastmod>(.*?)</lastmod>", text)
    assert len(days) == text.count("<loc>") == len(pages.NAMES) * len(edition.languages)
    assert set(days) == {edition.release.date.isoformat()}
