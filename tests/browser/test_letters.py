"""What a browser shows of a text whose encoding no server has told."""

from pathlib import Path

from playwright.sync_api import Browser

from instrumentarium.model.edition import Edition
from tests.support import servers


def test_the_letters_of_a_text_are_its_own(browser: Browser, site: Path, edition: Edition) -> None:
    """llms.txt names each language in its own letters."""
    page = browser.new_page()
    with servers.at_the_root(site) as root:
        answer = page.goto(f"{root}llms.txt")
        assert answer
        assert answer.headers["content-type"] == "text/plain"
        text = page.inner_text("body")
    for language in edition.languages.values():
        assert f"[{language.strings.language.name}](" in text
    page.close()
