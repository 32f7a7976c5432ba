"""Where a reader reports an error or mends it: what a host may set, and what the pages say then."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from instrumentarium.model.edition import Edition
from instrumentarium.presentation import reporting
from tests.support import building, pages
from tests.support.sources import Tree, edit

MAIL, FORM = "mailto:editors@host.invalid", "https://host.invalid/form"
VALUES = {
    "place": "Absatz 2, Satz 1 (p2s1)",
    "language": "Deutsch (de)",
    "text": "100 % „Bienen“ & mehr?",
    "address": "https://a.b/#p2s1",
}


@pytest.mark.parametrize(
    "contact", ["", MAIL, f"{MAIL}?cc=other@host.invalid", FORM, "HTTPS://host.invalid", f" {FORM}\n"]
)
def test_a_form_or_a_mail_address_will_do(contact: str) -> None:
    """Or none."""
    assert reporting.fault(contact) == ""


@pytest.mark.parametrize(
    "contact",
    ["javascript:alert(1)", "editors@host.invalid", "host.invalid/form", "https://", "mailto:", "{place}", "ftp://a/b"],
)
def test_nothing_else_will_do(contact: str) -> None:
    """Neither a program, nor an address without its beginning."""
    expected = f"'{contact}' is neither a form nor a mail address; begin it with https:// or mailto:"
    assert reporting.fault(contact) == expected


def test_a_field_that_nothing_fills_is_told() -> None:
    """With those that there are."""
    known = "there are {place}, {language}, {text}, {address}"
    assert (
        reporting.fault(f"{FORM}?q={{sentence}}")
        == f"'{FORM}?q={{sentence}}' has {{sentence}}, which nothing fills; {known}"
    )


def test_a_mail_has_its_subject_and_body() -> None:
    """Percent-encoded, also a space and a line break (RFC 6068), after what the host has there already."""
    address = reporting.filled(reporting.template(f"{MAIL}?cc=other@host.invalid", "Bienen & Stadt"), **VALUES)
    assert address.startswith(
        f"{MAIL}?cc=other@host.invalid&subject=Bienen%20%26%20Stadt%20%E2%80%93%20Absatz%202%2C%20Satz%201"
    )
    asked = dict(field.split("=") for field in address.partition("?")[2].split("&"))
    assert unquote(asked["subject"]) == f"Bienen & Stadt – {VALUES['place']}"
    assert unquote(asked["body"]).split("\r\n") == [
        *(VALUES[one] for one in ("place", "language", "address")),
        "",
        VALUES["text"],
        "",
    ]
    assert not set(address) & set(' "<>\r\n')


def test_a_form_has_a_parameter_for_each_field() -> None:
    """After those that its address has, before its fragment."""
    address = reporting.filled(reporting.template(f"{FORM}?lang=any#top", "Bienen"), **VALUES)
    parts = urlsplit(address)
    assert parse_qs(parts.query) == {"lang": ["any"], **{name: [value] for name, value in VALUES.items()}}
    assert parts.fragment == "top"


def test_a_form_may_say_where_each_field_goes() -> None:
    """Then nothing is added to its address."""
    address = reporting.filled(reporting.template(f"{FORM}?entry.1={{place}}&entry.2={{text}}", "Bienen"), **VALUES)
    assert parse_qs(urlsplit(address).query) == {"entry.1": [VALUES["place"]], "entry.2": [VALUES["text"]]}


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("https://github.com/o/n/edit/main/docs/de/note.md", True),
        ("https://gitlab.host.invalid/o/n/-/edit/main/docs/de/note.md", True),
        ("https://code.host.invalid/o/n/-/blob/main/docs/de/note.md", True),
        ("https://host.invalid/o/n/_edit/main/docs/de/note.md", False),
        ("", False),
    ],
)
def test_the_editors_that_go_to_a_line_are_known(editor: str, *, expected: bool) -> None:
    """By the name of their host, or by the form of their addresses."""
    assert reporting.opens_at_a_line(editor) == expected


def test_each_page_leads_to_the_host(tree: Tree, tmp_path: Path, edition: Edition) -> None:
    """Without a script: with the page's name, its language and its address, in the page's own words."""
    settings = {"SITE_URL": "https://host.invalid/below/", "CONTACT_URL": FORM}
    site = building.build(tree(), tmp_path / "site", **settings)
    for code, language in edition.languages.items():
        folder = pages.beside(edition, code)
        for name, page in language.pages.items():
            path = folder + ("" if name == "index" else f"{name}/")
            (link,) = pages.parse(pages.file_of(site, pages.PREFIX + path)).xpath("//p[@class='edit']/a")
            assert link.text == language.interface.labels.report_error
            assert parse_qs(urlsplit(link.get("href")).query) == {
                "place": [f"{page.title} ({name})"],
                "language": [f"{language.strings.language.name} ({code})"],
                "address": [f"https://host.invalid/below/{path}"],
            }


def test_the_lines_of_sentences_are_those_of_the_file(tree: Tree, tmp_path: Path, edition: Edition) -> None:
    """In the order of the sentences on the page, for an editor that goes to a line; for another there are none."""
    root = tree()
    site = building.build(root, tmp_path / "site", REPO_URL="https://github.com/owner/name")
    for code, language in edition.languages.items():
        page = pages.page(site, edition, code, "note/")
        numbers = page.xpath("string(//a/@data-lines)").split()
        lines = (root / f"docs/{code}/note.md").read_text(encoding="utf-8").split("\n")
        shown = page.xpath("//span[contains(@class, 'sentence')]/@id")
        assert len(shown) == len(numbers) == 10
        for id, number in zip(shown, numbers, strict=True):
            assert language.note.sentences[id].words in lines[int(number) - 1]
    site = building.build(root, tmp_path / "other", REPO_URL="https://host.invalid/owner/name")
    assert pages.page(site, edition, "en", "note/").xpath("//a/@data-lines") == [""]


def test_without_settings_there_is_no_trace(tree: Tree, tmp_path: Path, edition: Edition) -> None:
    """Neither an attribute nor a word of it."""
    site = building.build(tree(), tmp_path / "site")
    labels = [language.interface.labels for language in edition.languages.values()]
    traces = ["data-report", "data-lines", *(word for one in labels for word in (one.report_error, one.edit_text))]
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert [trace for trace in traces if trace in text] == []


def test_an_address_that_will_not_do_stops_the_build(tree: Tree) -> None:
    """In one line, before anything is written."""
    root = tree("de", "en")
    result = building.run(root, "mkdocs", "build", CONTACT_URL="javascript:alert(1)")
    assert result.returncode == 1
    told = [line for line in (result.stdout + result.stderr).splitlines() if line]
    assert told == ["contact_url ($CONTACT_URL): " + reporting.fault("javascript:alert(1)")]
    assert not (root / "site").exists()


def test_pages_that_are_no_folders_stop_the_build(tree: Tree) -> None:
    """Their addresses are published, and links lead to them: the setting that changes them is told, in one line."""
    root = tree("de", "en")
    edit(root / "mkdocs.yml", "use_directory_urls: true", "use_directory_urls: false")
    result = building.run(root, "mkdocs", "build")
    assert result.returncode == 1
    (told,) = [line for line in (result.stdout + result.stderr).splitlines() if line]
    assert told.startswith("use_directory_urls: ")
    assert told.endswith("set it to true")
    assert not (root / "site").exists()
