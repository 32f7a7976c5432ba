"""Which language of the site a reader asks for: languages.js, run in a browser."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.support import programs, servers
from tests.support.sources import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"
CASES = [
    # What the browser asks for, what the site has, what the reader gets.
    (["fr-FR", "fr"], ["nl", "fr"], "fr"),
    (["de-AT", "en"], ["nl", "en", "de"], "de"),
    (["pt-BR"], ["pt", "pt-BR"], "pt-BR"),
    (["pt-PT"], ["pt-BR", "pt"], "pt"),
    (["pt"], ["pt", "pt-BR"], "pt"),
    (["pt-PT"], ["nl", "pt-BR"], "pt-BR"),
    (["zh-TW"], ["zh", "zh-Hant"], "zh-Hant"),
    (["zh-Hant-HK"], ["zh", "zh-Hant"], "zh-Hant"),
    (["zh-CN"], ["zh", "zh-Hant"], "zh"),
    (["sr-RS"], ["sr-Latn", "sr"], "sr"),
    (["sr-Latn-RS"], ["sr", "sr-Latn"], "sr-Latn"),
    (["hsb-DE", "de"], ["de", "hsb"], "hsb"),
    (["ga", "en-IE"], ["nl", "en"], "en"),
    (["ja"], ["nl", "en"], None),
    ([], ["nl", "en"], None),
]
PREFER = """async (cases) => {
  const { preferred } = await import("./languages.js");
  return cases.map(([asked, codes]) => {
    Object.defineProperty(navigator, "languages", { value: asked, configurable: true });
    return preferred(codes) ?? null;
  });
}"""


def _preferred(lock: Path) -> list[Any]:
    with sync_playwright() as playwright, servers.below_a_path(SCRIPTS) as address:
        with FileLock(lock):
            browser = programs.chromium(playwright)
        page = browser.new_page()
        page.goto(address)
        found: list[Any] = page.evaluate(PREFER, CASES)
        browser.close()
    return found


def test_a_reader_gets_their_own_variety_or_another(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of the first of their languages that the site has."""
    lock = tmp_path_factory.getbasetemp().parent / "browser.lock"
    with ThreadPoolExecutor(max_workers=1) as thread:  # Playwright starts once in each, and other tests may have
        assert thread.submit(_preferred, lock).result() == [wanted for _, _, wanted in CASES]
