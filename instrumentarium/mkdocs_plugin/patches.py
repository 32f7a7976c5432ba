"""All that is changed in other packages' objects: what, why, and the version it was written for.

``tests/engine/test_patches.py`` fails where an upstream change makes one of them needless or wrong.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import click
import jinja2
from mkdocs.commands import build, serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs_macros.plugin import MacrosPlugin
from watchdog.observers.polling import PollingObserver

from instrumentarium.mkdocs_plugin.preview.banner import Banner

_WORDY = ("mkdocs.commands.build", "mkdocs.plugins.mkdocs_macros", "mkdocs.plugins.mkdocs_static_i18n")


def share_environment(theme: Theme, kept: jinja2.Environment | None, files: Iterable[str], /) -> jinja2.Environment:
    """Let a theme use one template environment for all languages: ``kept``, or a new one; return it (MkDocs 1.6.1).

    Of its files, the site gets ``files`` alone. Without it, each language's build compiles every
    template again, lists Material's thousands of icons (the slowest part), and copies Material's scripts.
    """
    environment, names = kept or theme.get_env(), sorted(files)
    theme.get_env = lambda: environment  # type: ignore[method-assign]
    environment.list_templates = lambda _=None, filter_func=bool: list(filter(filter_func, names))  # type: ignore[assignment]
    return environment


@contextmanager
def macros_configured(config: MkDocsConfig, /) -> Iterator[None]:
    """Keep MacrosPlugin from being configured again in the builds inside (mkdocs-macros-plugin 1.5.0).

    Without it, each language's build imports the modules of macros again, asks git for the history, and writes out
    all variables as JSON.
    """
    events = config.plugins.events
    before = {name: events[name] for name in ("config", "pre_build")}
    for name, methods in before.items():
        events[name] = [one for one in methods if not isinstance(getattr(one, "__self__", None), MacrosPlugin)]
    try:
        yield
    finally:
        events.update(before)


def serve_a_first_fault(tried: Callable[[Callable[[], None], MkDocsConfig], None], /) -> None:
    """Let a preview begin though the site cannot be built: ``tried`` calls its first build (MkDocs 1.6.1).

    Without it, `mkdocs serve` ends with what a browser could tell, and has to be started again once that is mended.
    A preview that does not look for saves (`--no-livereload`) does end with it.
    """
    command = click.get_current_context(silent=True)
    if command and not command.params.get("livereload", True):
        return
    names = vars(serve)
    build_site = names["build"]

    def first(config: MkDocsConfig, **how: Any) -> None:
        names["build"] = build_site
        tried(partial(build_site, config, **how), config)

    names["build"] = first


def keep_serving(server: LiveReloadServer, rebuild: Callable[[], Sequence[str]], banner: Banner, /) -> None:
    """Let a server show what stood before where ``rebuild`` returns faults, below a banner with them (MkDocs 1.6.1).

    Without it, the server ends its thread at the first faulty save, and answers nothing until it is mended.
    """

    def build_and_tell() -> None:
        errors = rebuild()
        if errors:
            lines = "\n".join(errors)
            get_plugin_logger("languages").error(f"nothing is shown of this save:\n{lines}")
        banner.saved(errors, epoch=server._wanted_epoch)

    server.builder = build_and_tell


def show_banner(server: LiveReloadServer, banner: Banner, /) -> None:
    """Let a server send a banner in its pages, in place of its own script, and answer what that asks (MkDocs 1.6.1).

    Without it, a page is loaded again after a faulty save, too, and says nothing of the fault.
    """
    serve_request, failed = server._serve_request, server.error_handler

    def answered(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        answer = banner.answer(environ["PATH_INFO"])
        if answer is None:
            return serve_request(environ, start_response)
        start_response(answer.status, [("Content-Type", answer.type), ("Cache-Control", "no-store")])
        return [answer.content]

    def failed_with_banner(code: int) -> bytes | None:
        page = failed(code)
        return page and banner.into(page, epoch=server._visible_epoch)

    server._serve_request = answered  # type: ignore[method-assign]
    server._inject_js_into_html = banner.into  # type: ignore[method-assign]
    server.error_handler = failed_with_banner


def watch_closely(server: LiveReloadServer, /) -> None:
    """Let a server look for saved files ten times a second, and wait less for others to come (MkDocs 1.6.1).

    Without it, it looks twice a second, and half of the time that a small save takes is waiting.
    """
    server.build_delay = 0.05
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    for path in watched:
        server.watch(path)


@contextmanager
def pages_from(files: Callable[[MkDocsConfig], Files], wanted: Callable[[Page], bool], /) -> Iterator[None]:
    """Let the builds inside take their pages from ``files``, and make those alone that are ``wanted`` (MkDocs 1.6.1).

    Without it, each language's build lists the files of every language, of which static-i18n makes copies, and a
    preview makes every page of a language for one that changed.
    """

    def only(make: Callable[..., None]) -> Callable[..., None]:
        return lambda page, *rest, **named: make(page, *rest, **named) if wanted(page) else None

    names = vars(build)
    before = {name: names[name] for name in ("get_files", "_populate_page", "_build_page")}
    names.update(
        get_files=files, _populate_page=only(before["_populate_page"]), _build_page=only(before["_build_page"])
    )
    try:
        yield
    finally:
        names.update(before)


@contextmanager
def quiet() -> Iterator[None]:
    """Log of other packages only warnings while languages are built; ours has a line for each (MkDocs 1.6.1).

    Without it, a build of 24 languages logs some 200 lines, with the folders where languages are staged.
    """
    loggers = [logging.getLogger(name) for name in _WORDY]
    hushed = [logger for logger in loggers if logger.getEffectiveLevel() == logging.INFO]
    for logger in hushed:
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger in hushed:
            logger.setLevel(logging.NOTSET)
