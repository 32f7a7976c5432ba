"""Text is text: markup in a string acts nowhere, neither on the site nor in a file to download."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pypdfium2
import pytest
import yaml
from icalendar import Calendar
from lxml import etree, html

from instrumentarium.locales import words_file
from tests.support import building
from tests.support.sources import SMALL, Tree, copied

# What HTML, templates, Markdown, Typst, and formats of lines would act on.
MARKUP = (
    "<img src=x onerror=alert(1)> \" onfocus=\"alert(2)\" ' onblur='alert(3)' </script><script>alert(4)</script> "
    '{{ 7*7 }} {% raw %} [x](javascript:alert(5)) `#` #eval("7*7") $x$ \\ *b* _i_ &amp; ]]> -->\n\nTY  - JOUR\n# h'
)
SHOWN = " ".join(MARKUP.split())


def _spoilt(value: Any, path: tuple[str, ...]) -> Any:
    """Return strings with markup at the end of each, but for the phrases of the note."""
    if isinstance(value, dict):
        return {key: _spoilt(child, (*path, key)) for key, child in value.items()}
    if not isinstance(value, str) or path[-1] == "quote" or path == ("language", "status"):
        return value
    is_template = path[0] == "counts" or "{" in value
    return f"{value} {MARKUP.replace('{', '{{').replace('}', '}}') if is_template else MARKUP}"


def _spoil(root: Path) -> None:
    """Put markup into every string, interface word and front matter of every language."""
    for folder in (root / "docs").iterdir():
        own = folder / "interface.yml"
        words = yaml.safe_load((own if own.is_file() else words_file(folder.name)).read_text(encoding="utf-8"))
        own.write_text(yaml.safe_dump(_spoilt(words, ()), allow_unicode=True, sort_keys=False), encoding="utf-8")
    for path in root.glob("docs/*/strings.yml"):
        strings = _spoilt(yaml.safe_load(path.read_text(encoding="utf-8")), ())
        strings["language"]["reviewers"] = [f"Ann {MARKUP}"]
        path.write_text(yaml.safe_dump(strings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for path in root.glob("docs/*/*.md"):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        meta = {key: f"{value} {MARKUP}" for key, value in yaml.safe_load(front).items()}
        path.write_text(f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{body}", encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with markup in every string, and a line that is stale in the translations."""
    root = copied(SMALL, tmp_path_factory.mktemp("markup") / "tree")
    _spoil(root)
    source = root / "docs/de/about.md"
    source.write_text(source.read_text(encoding="utf-8").replace(".\n", " (neu).\n", 1), encoding="utf-8")
    return building.build(root, root / "site", SITE_URL="https://host.invalid/below/")


def _acting(page: html.HtmlElement) -> Iterator[str]:
    """Yield what of the markup acts on a page."""
    for element in page.iter(etree.Element):
        yield from (f"{element.tag} {name}" for name in element.attrib if name.startswith("on"))
        for name in ("href", "src", "cite", "data-url"):
            if re.match(r"\s*(javascript:|x$)", element.get(name, "")):
                yield f"{element.tag} {name}={element.get(name)}"
        if element.tag == "script" and element.get("type") == "application/ld+json":
            json.loads(element.text)
        elif element.tag in ("img", "script", "b") and "alert" in html.tostring(element, encoding="unicode"):
            yield element.tag
    for comment in page.iter(etree.Comment):
        if "alert" in str(comment):
            yield "comment"


def test_markup_is_text_on_every_page(site: Path) -> None:
    """No element, attribute, link or script of it; nothing run by a template; nothing escaped twice."""
    found = 0
    for path in site.rglob("*.html"):
        page = html.document_fromstring(path.read_text(encoding="utf-8"))
        assert list(_acting(page)) == [], path
        text = " ".join(page.text_content().split())
        found += text.count(SHOWN)
        assert "&lt;" not in text, path
        assert "&quot;" not in text, path
        for label in page.xpath("//@title | //@aria-label | //@content | //@placeholder"):
            assert "&lt;" not in label, path
    assert found > 500
    notices = html.parse(site / "en/about/index.html").getroot().find_class("stale")
    assert any(SHOWN in " ".join(notice.text_content().split()) for notice in notices)


def test_markup_is_text_in_every_file(site: Path) -> None:
    """The PDF, the feed, the calendar, the tables, the references and the exchange files have it as text."""
    pdf = pypdfium2.PdfDocument((site / "note.pdf").read_bytes())
    printed = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert '#eval("7*7")' in printed
    assert "{{ 7*7 }}" in printed
    for path in [*site.rglob("*.xml"), *site.rglob("*.atom"), *site.rglob("*.tmx")]:
        root = etree.parse(path).getroot()
        assert root.xpath("//*[local-name()='img' or local-name()='script']") == []
    assert SHOWN in " ".join(feedparser.parse((site / "timeline.atom").read_bytes()).feed.title.split())
    calendar = Calendar.from_ical((site / "timeline.ics").read_bytes())
    for event in calendar.walk("VEVENT"):
        assert SHOWN in " ".join(str(event["SUMMARY"]).split())
    rows = list(csv.reader(io.StringIO((site / "data/meetings.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    for path in site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    assert [line[:2] for line in (site / "note.ris").read_text(encoding="utf-8").splitlines()].count("TY") == 1
    markdown = (site / "llms.txt").read_text(encoding="utf-8")
    assert "](javascript:" not in markdown.replace("\\]", "")
    assert "<img" not in markdown.replace("\\<", "")
    assert len(re.findall("^# ", markdown, re.MULTILINE)) == 1


@pytest.mark.parametrize("name", ["SITE_URL", "REPO_URL", "EDIT_URI"])
def test_an_address_that_is_a_script_is_refused(tree: Tree, name: str) -> None:
    """A setting that is an address is a web address."""
    root = tree()
    others = {"REPO_URL": "https://host.invalid/r"} if name == "EDIT_URI" else {}
    result = building.run(root, "mkdocs", "build", **{**others, name: "javascript://host.invalid/%0aalert(1)"})
    assert result.returncode == 1
    assert f"{name.lower()} (${name}): 'javascript://host.invalid/" in result.stdout
    assert "is no web address; begin it with https://" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert not (root / "site").exists()
