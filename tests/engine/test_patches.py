"""What is changed in other packages is still needed, and still does what it was written for."""

import logging
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs_macros.plugin import MacrosPlugin

from instrumentarium import themes
from instrumentarium.mkdocs_plugin import patches
from instrumentarium.mkdocs_plugin.preview.banner import Banner
from tests.support.sources import ROOT, Tree


@pytest.fixture
def config(tree: Tree) -> MkDocsConfig:
    """Return MkDocs' configuration of the small edition, before any build."""
    return load_config(str(tree() / "mkdocs.yml"))


@pytest.mark.parametrize(
    ("package", "expected"),
    [
        ("mkdocs", "1.6.1"),
        ("mkdocs-macros-plugin", "1.5.0"),
        ("mkdocs-static-i18n", "1.3.1"),
        ("mkdocs-material", "9.8.1"),
    ],
)
def test_the_versions_are_those_that_it_was_written_for(package: str, expected: str) -> None:
    """After a new version, read patches.py again, and change both."""
    assert version(package) == expected
    if package in ("mkdocs", "mkdocs-macros-plugin"):
        assert f"{package} {expected}" in Path(patches.__file__).read_text(encoding="utf-8").replace("MkDocs", "mkdocs")


def test_a_theme_makes_its_environment_once(config: MkDocsConfig) -> None:
    """Unpatched, it makes one each time, and lists thousands of files; patched, one, which lists ours alone."""
    theme, files = config.theme, themes.files(ROOT, "**/*")
    assert theme.get_env() is not theme.get_env()
    assert len(theme.get_env().list_templates()) > 1000
    environment = patches.share_environment(theme, None, files)
    assert theme.get_env() is theme.get_env() is environment
    assert "assets/js/site.js" in environment.list_templates()
    assert environment.list_templates(filter_func=lambda name: name.endswith(".svg")) == ["assets/favicon.svg"]
    assert patches.share_environment(theme, environment, files) is environment


def test_a_build_makes_the_pages_that_are_wanted(tmp_path: Path) -> None:
    """Of those that it is given; afterwards, MkDocs looks for files again."""
    (tmp_path / "docs").mkdir()
    for name in ("index", "about", "other"):
        (tmp_path / f"docs/{name}.md").write_text("Of interest.", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Bees\ntheme: {name: mkdocs, locale: en}\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))

    def given(config: MkDocsConfig) -> Files:
        paths = ("index.md", "about.md")
        return Files([File(path, config.docs_dir, config.site_dir, use_directory_urls=True) for path in paths])

    with patches.pages_from(given, lambda page: page.is_homepage):
        build.build(config)
    assert [path.parent.name for path in tmp_path.glob("site/**/index.html")] == ["site"]
    build.build(config)
    assert {path.parent.name for path in tmp_path.glob("site/**/index.html")} == {"site", "about", "other"}


def test_a_server_looks_for_saves_often(tmp_path: Path) -> None:
    """In what it watched before, and in what it is told to watch later."""
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    server.watch(str(tmp_path))
    assert [emitter.timeout for emitter in server.observer.emitters] == [0.5]
    patches.watch_closely(server)
    server.watch(__file__)
    assert [emitter.timeout for emitter in server.observer.emitters] == [0.1, 0.1]
    server.server_close()


def _configures_macros(config: MkDocsConfig) -> bool:
    return any(isinstance(getattr(event, "__self__", None), MacrosPlugin) for event in config.plugins.events["config"])


def test_macros_are_not_configured_again(config: MkDocsConfig) -> None:
    """In the builds inside; after them, MkDocs has its events back."""
    before, also = config.plugins.events["config"], config.plugins.events["pre_build"]
    assert _configures_macros(config)
    with patches.macros_configured(config):
        assert not _configures_macros(config)
        assert len(config.plugins.events["config"]) == len(before) - 1
        assert len(config.plugins.events["pre_build"]) == len(also) - 1
    assert config.plugins.events["config"] is before
    assert config.plugins.events["pre_build"] is also


def test_a_server_goes_on_after_a_faulty_save(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The fault is told, on the terminal and in the banner, until a save is good."""
    found, banner = [("docs/x.md:1:1: a fault",), ()], Banner(tmp_path)
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    patches.keep_serving(server, lambda: found.pop(0), banner)
    with caplog.at_level(logging.ERROR):
        server.builder()
    assert "nothing is shown of this save:\ndocs/x.md:1:1: a fault" in caplog.text
    assert b"a fault" in banner.into(b"", epoch=1)
    server.builder()
    assert b"a fault" not in banner.into(b"", epoch=1)
    server.server_close()


def _asked(server: LiveReloadServer, path: str) -> tuple[str, bytes]:
    status = []
    answer = server.serve_request({"PATH_INFO": path}, lambda code, headers: status.append(code))
    return status[0], b"".join(answer)


def test_a_server_sends_the_banner_in_its_pages(tmp_path: Path) -> None:
    """Unpatched, a page has MkDocs' script; patched, ours in its place, also where a page is not found."""
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    server.error_handler = lambda code: b"<p>Not here.</p>"
    server.watch(str(tmp_path))
    (tmp_path / "index.html").write_text("<p>Bees</p>", encoding="utf-8")
    assert b"Enabled live reload" in _asked(server, "/")[1]
    banner = Banner(tmp_path)
    banner.saved((), epoch=server._visible_epoch)
    patches.show_banner(server, banner)
    for path, status in (("/", "200 OK"), ("/nowhere/", "404 Not Found")):
        told, page = _asked(server, path)
        assert told == status
        assert b"Enabled live reload" not in page
        assert b'<script src="/livereload/preview.js"' in page
    assert _asked(server, "/livereload/0/0") == ("200 OK", b"%d" % server._visible_epoch)
    assert _asked(server, "/livereload/preview.js")[1].startswith(b"/** Served only")
    server.server_close()


@pytest.mark.parametrize("options", [[], ["--no-livereload"]])
def test_a_preview_begins_with_a_faulty_build(options: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The first build is tried, the next ones are MkDocs' own; a preview that sees no save ends as ever."""
    calls: list[str] = []
    monkeypatch.setattr("mkdocs.commands.serve.build", lambda config, **how: calls.append(f"built {how}"))

    @click.command
    @click.option("--livereload/--no-livereload", default=True)
    def command(*, livereload: bool) -> None:
        patches.serve_a_first_fault(lambda build, config: calls.append("tried"))
        for _ in range(2):
            vars(serve)["build"](MkDocsConfig(), dirty=False)

    command.main(options, standalone_mode=False)
    assert calls == [*(["tried"] if not options else ["built {'dirty': False}"]), "built {'dirty': False}"]


def test_others_log_warnings_alone(caplog: pytest.LogCaptureFixture) -> None:
    """While languages are built; a contributor who asks for everything gets it."""
    logger = logging.getLogger("mkdocs.commands.build")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    with patches.quiet():
        assert not logger.isEnabledFor(logging.INFO)
        assert logger.isEnabledFor(logging.WARNING)
    assert logger.isEnabledFor(logging.INFO)
    logging.getLogger("mkdocs").setLevel(logging.DEBUG)
    with patches.quiet():
        assert logger.isEnabledFor(logging.DEBUG)
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)
