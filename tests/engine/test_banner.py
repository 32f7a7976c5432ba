"""What is wrong with the last save, as a preview tells it: why a build failed, and the banner with it."""

import logging
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from lxml import html
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from instrumentarium.mkdocs_plugin.preview import faults
from instrumentarium.mkdocs_plugin.preview.banner import Banner
from instrumentarium.sources.diagnostics import Diagnostic, SourceErrors
from tests.support import building
from tests.support.sources import Tree, edit

PAGE = b"<!doctype html><html><body><p>Bees</p></body></html>"


def raising(error: BaseException, *logged: str, cause: BaseException | None = None) -> Callable[[], None]:
    """Return a build that logs warnings, and fails."""

    def build() -> None:
        for text in logged:
            logging.getLogger("mkdocs.commands.build").warning(text)
        raise error from cause

    return build


def test_a_build_that_succeeds_has_no_fault(tmp_path: Path) -> None:
    """Whatever it logs."""
    log = logging.getLogger("mkdocs")
    before = list(log.handlers)
    assert faults.of_build(lambda: log.warning("a warning"), tmp_path) == ()
    assert log.handlers == before


def test_errors_of_the_sources_are_told_one_by_one(tmp_path: Path) -> None:
    """Also where they are what another error came from."""
    errors = SourceErrors(
        [Diagnostic("docs/en/note.md", 3, 5, "a fault"), Diagnostic("data/note.yml", 1, 2, "another")]
    )
    build = raising(Abort(str(errors)), "something", cause=errors)
    assert faults.of_build(build, tmp_path) == ("data/note.yml:1:2: another", "docs/en/note.md:3:5: a fault")


def test_what_stops_a_strict_build_is_what_was_logged(tmp_path: Path) -> None:
    """Each text once."""
    build = raising(Abort("Aborted with 3 warnings in strict mode!"), "no x.md", "no y.md", "no x.md")
    assert faults.of_build(build, tmp_path) == ("no x.md", "no y.md")


def test_what_a_plugin_says_is_told_line_by_line(tmp_path: Path) -> None:
    """MkDocs aborts with "a BuildError", which says nothing."""
    build = raising(Abort("Aborted with a BuildError!"), "Error", cause=PluginError("fr: a fault\nde: a fault"))
    assert faults.of_build(build, tmp_path) == ("fr: a fault", "de: a fault")


def test_an_abort_says_itself_what_is_wrong(tmp_path: Path) -> None:
    """As where an address is none."""
    assert faults.of_build(raising(Abort("site_url is no web address")), tmp_path) == ("site_url is no web address",)


def test_a_setting_that_is_wrong_is_told_at_its_line(tmp_path: Path) -> None:
    """As MkDocs tells it, which knows no lines."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Bees\ntheme: hive\n", encoding="utf-8")
    build = raising(Abort("Aborted with a configuration error!"), "Config value 'theme': Unrecognised")
    assert faults.of_build(build, tmp_path) == ("mkdocs.yml:2:1: Config value 'theme': Unrecognised",)


def test_settings_that_are_no_yaml_are_told_as_the_reader_tells_them(tree: Tree) -> None:
    """With the place; what the reader does not see is told as MkDocs tells it."""
    root, build = tree(), raising(ConfigurationError("MkDocs encountered an error"))
    assert faults.of_build(build, root) == ("mkdocs.yml:1:1: MkDocs encountered an error",)
    edit(root / "mkdocs.yml", "strict: true", "strict: : true")
    (fault,) = faults.of_build(build, root)
    assert fault.startswith("mkdocs.yml:9:9: a colon stands inside the text")


def test_an_error_in_a_template_is_told_at_its_line(tmp_path: Path) -> None:
    """Also where a program ends itself because of it, as MkDocs Macros does."""
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/card.html").write_text("<p>\n{{ bee.wings }}", encoding="utf-8")
    template = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path / "overrides")).get_template("card.html")

    def build() -> None:
        try:
            template.render()
        except jinja2.UndefinedError:
            raise SystemExit(100)  # noqa: B904

    place = "overrides/card.html:2:1"
    assert faults.of_build(build, tmp_path) == (
        f"{place}: UndefinedError: 'bee' is undefined; correct this line, or what it calls",
    )


def test_a_defect_is_told_with_its_traceback_on_the_terminal(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is no fault of a source: who mends it needs to know where it was."""
    assert faults.of_build(raising(ValueError("7 legs")), tmp_path) == ("ValueError: 7 legs; the terminal tells where",)
    assert "Traceback" in caplog.text


def test_a_page_is_served_with_the_errors_as_text(tmp_path: Path) -> None:
    """The place apart, nothing of a message is markup; it stands in the page before the script that renews it."""
    banner, message = Banner(tmp_path), "<script>alert(1)</script> & 'so'"
    banner.saved([Diagnostic("docs/ar/note.md", 3, 5, message), "no place: <b>"], epoch=7)
    page = html.fromstring(banner.into(PAGE, epoch=7))
    (aside,) = page.xpath("//body/aside")
    assert [item.text_content() for item in aside.xpath(".//*[@role='alert']//li")] == [
        f"docs/ar/note.md:3:5: {message}",
        "no place: <b>",
    ]
    assert [code.text for code in aside.xpath(".//code")] == ["docs/ar/note.md:3:5"]
    assert (aside.get("lang"), aside.get("dir")) == ("en", "ltr")
    assert aside.xpath(".//summary")[0].text == "2 errors: nothing is shown of the last save"
    (script,) = page.xpath("//script")
    assert script.get("data-epoch") == "7"
    assert script.text is None


def test_a_page_without_an_end_has_the_banner_at_its_end(tmp_path: Path) -> None:
    """HTML asks for no end of the body."""
    assert Banner(tmp_path).into(b"<p>Bees", epoch=1).startswith(b"<p>Bees<link")


def test_more_errors_than_a_page_can_show_are_counted(tmp_path: Path) -> None:
    """And the command that tells them all is named."""
    banner = Banner(tmp_path)
    banner.saved([f"docs/en/note.md:{line}:1: a fault" for line in range(1, 131)], epoch=1)
    items = html.fromstring(banner.into(PAGE, epoch=1)).xpath("//aside//li")
    assert len(items) == 101
    assert items[-1].text_content() == "And 30 more: instrumentarium check tells all of them."


def test_a_good_save_takes_the_errors_away(tmp_path: Path) -> None:
    """And says since when the site is as it is, so that pages are loaded again."""
    banner = Banner(tmp_path)
    for errors, epoch, built in (((), 5, "5"), (("a fault",), 6, "5"), (("another",), 7, "5"), ((), 8, "8")):
        banner.saved(errors, epoch=epoch)
        answer = banner.answer("/livereload/banner")
        assert answer is not None
        aside = html.fromstring(answer.content)
        assert aside.get("data-built") == built
        assert [item.text for item in aside.xpath(".//li")] == list(errors)


def test_warnings_are_folded_and_looked_for_once_after_a_save(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only when a page asks for them: a save does not wait."""
    root = tree("de", "en")
    edit(root / "docs/en/about.md", "\n\n", "\n\nSo-called “bees«.\n\n")
    banner = Banner(root)
    banner.saved([], epoch=1)

    def told(path: str) -> list[str]:
        answer = banner.answer(path)
        assert answer is not None
        aside = html.fromstring(answer.content)
        assert not aside.xpath(".//*[@role='alert']/details")
        return [str(details.xpath(".//code")[0].text) for details in aside.xpath(".//details[not(@open)]")]

    assert told("/livereload/banner") == []
    (place,) = told("/livereload/checked")
    assert place.startswith("docs/en/about.md:")
    assert told("/livereload/banner") == [place]
    monkeypatch.setattr("instrumentarium.load.remarks", lambda root: [])
    assert told("/livereload/checked") == [place]
    banner.saved([], epoch=2)
    assert told("/livereload/checked") == []


def test_as_long_as_there_is_no_site_the_errors_are_the_page(tmp_path: Path) -> None:
    """At each address; afterwards only what belongs to the banner is answered."""
    banner = Banner(tmp_path)
    banner.saved(["mkdocs.yml:1:1: a fault"], epoch=3)
    answer = banner.answer("/en/about/")
    assert answer is not None
    assert answer.status.startswith("503")
    page = html.fromstring(answer.content)
    assert page.xpath("//h1")[0].text == "Nothing to show yet"
    assert page.xpath("//aside//li")[0].text_content() == "mkdocs.yml:1:1: a fault"
    assert page.xpath("//script/@data-epoch") == ["0"]  # older than any site
    banner.saved([], epoch=4)
    assert banner.answer("/en/about/") is None
    assert banner.answer("/livereload/4/4") is None
    types = {name: banner.answer(f"/livereload/{name}") for name in ("preview.css", "preview.js")}
    assert [answer.type for answer in types.values() if answer] == ["text/css", "text/javascript"]


def test_an_error_of_a_draft_is_told_though_it_stops_nobody(tree: Tree) -> None:
    """The draft is left out of the preview, and its translator learns why; its gaps are none."""
    root = tree("de", "en")
    building.command(root, "new-language", "uk")
    edit(root / "docs/uk/timeline.md", "{{ timeline() }}", "{{ timelin() }}")
    banner = Banner(root)
    banner.saved([], epoch=1)
    answer = banner.answer("/livereload/checked")
    assert answer is not None
    (place,) = html.fromstring(answer.content).xpath("//li/code/text()")
    assert place.startswith("docs/uk/timeline.md:")
