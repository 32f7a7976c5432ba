"""All that is changed in other packages' objects: what, why, and the version it was written for.

``tests/engine/test_patches.py`` fails where an upstream change makes one of them needless or wrong.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs_macros.plugin import MacrosPlugin
from watchdog.observers.polling import PollingObserver

_WORDY = ("mkdocs.commands.build", "mkdocs.plugins.mkdocs_macros", "mkdocs.plugins.mkdocs_static_i18n")


def share_environment(theme: Theme, kept: jinja2.Environment | None, /) -> jinja2.Environment:
    """Let a theme use one template environment for all languages: ``kept``, or a new one; return it (MkDocs 1.6.1).

    Of its files, the site gets those of the custom folder alone. Without it, each language's build compiles every
    template again, lists Material's thousands of icons (the slowest part), and copies Material's scripts.
    """
    environment, own = kept or theme.get_env(), Path(str(theme.custom_dir))
    names = [path.relative_to(own).as_posix() for path in sorted(own.rglob("*")) if path.is_file()]
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


def keep_serving(server: LiveReloadServer, rebuild: Callable[[], None], /) -> None:
    """Let a server show what stood before where ``rebuild`` is aborted by a fault in the sources (MkDocs 1.6.1).

    Without it, the server ends its thread at the first faulty save, and answers nothing until it is mended.
    """
    log = get_plugin_logger("languages")

    def build_or_tell() -> None:
        try:
            rebuild()
        except Abort as fault:
            log.error(f"nothing is shown of this save:\n{fault}")

    server.builder = build_or_tell


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
