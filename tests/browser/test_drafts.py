"""A draft that others preview, in a browser: found in the list of languages, offered to nobody, reported as it is."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.support import building, servers
from tests.support.sources import SMALL, copied

from .axe import violations_in_both_schemes
from .conftest import Watch

SETTINGS = {"DRAFTS": "1", "CONTACT_URL": "https://host.invalid/form", "REPO_URL": "https://gitlab.com/owner/name"}


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site of the small edition, with a draft of which one sentence is translated."""

    def make(path: Path) -> None:
        root = copied(SMALL, path / "tree", ("de", "en"))
        assert building.command(root, "new-language", "uk").exit_code == 0
        note = root / "docs/uk/note.md"
        text = note.read_text(encoding="utf-8")
        note.write_text(text.replace("\n___\n{: #p3 }", "\nРада обговорить план.\n{: #p3 }"), encoding="utf-8")
        building.build(root, path / "site", EDIT_URI="-/edit/main/docs/", **SETTINGS)

    with servers.below_a_path(building.shared(tmp_path_factory, "drafted", make) / "site") as address:
        yield address


def test_a_draft_is_offered_to_nobody_and_found_in_the_list(browser: Browser, drafted: str) -> None:
    """A reader of its language gets no offer of it; the list leads there, and says what it is."""
    context = browser.new_context(locale="uk", reduced_motion="reduce", viewport={"width": 360, "height": 800})
    page, watch = context.new_page(), Watch()
    watch.of(page, drafted)
    page.goto(f"{drafted}en/timeline/", wait_until="networkidle")
    expect(page.locator(".offer")).to_have_count(0)
    page.locator(".languages summary").click()
    draft = page.locator(".languages__list li", has_text="українська")
    expect(draft).to_contain_text("Translation in progress")
    assert violations_in_both_schemes(page) == []
    draft.get_by_role("link").click()
    page.wait_for_url(f"{drafted}uk/timeline/")
    assert page.locator("html").get_attribute("lang") == "uk"
    expect(page.locator(".status")).to_contain_text("Übersetzung in Bearbeitung")
    context.close()
    assert watch.faults == []


def test_where_the_source_stands_in_it_is_what_is_reported(browser: Browser, drafted: str) -> None:
    """Its text, its language, its address and its line; a sentence that is translated is the draft's own."""
    context = browser.new_context(locale="uk")
    page = context.new_page()
    page.goto(f"{drafted}uk/note/")
    for place, code, language, begins in (
        ("p2s3", "de", "Deutsch (de)", "Ziel der Aussprache"),
        ("p3s1", "uk", "українська (uk)", "Рада обговорить план."),
    ):
        page.locator(f"#{place} .sentence__link").focus()
        page.keyboard.press("Enter")
        report, edit = (page.locator(f"#cite-menu a[data-{name}]") for name in ("report", "lines"))
        expect(report).to_be_visible()
        asked = parse_qs(urlsplit(report.get_attribute("href") or "").query)
        assert asked["language"] == [language]
        assert asked["text"][0].startswith(begins)
        assert asked["place"][0].endswith(f" ({place})")
        assert asked["address"] == [f"{drafted}{'uk/' if code == 'uk' else ''}note/#{place}"]
        address, _, line = (edit.get_attribute("href") or "").partition("#L")
        assert address == f"https://gitlab.com/owner/name/-/edit/main/docs/{code}/note.md"
        if code == "de":
            lines = (SMALL / "docs/de/note.md").read_text(encoding="utf-8").split("\n")
            assert lines[int(line) - 1] == asked["text"][0]
        page.keyboard.press("Escape")
    context.close()
