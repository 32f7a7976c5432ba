"""All that is changed in other packages' objects: what, why, and the version it was written for.

``tests/test_patches.py`` fails where an upstream change makes one of them needless or wrong.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import jinja2
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from mkdocs_macros.plugin import MacrosPlugin

_WORDY = ("mkdocs.commands.build", "mkdocs.plugins.mkdocs_macros", "mkdocs.plugins.mkdocs_static_i18n")


def share_environment(theme: Theme, /) -> None:
    """Let a theme make its template environment once for all languages (MkDocs 1.6.1).

    Without it, each language's build compiles every template again, lists Material's thousands of icons
    (the slowest part), and copies the theme's files into that language's folder.
    """
    make = theme.get_env
    shared: list[jinja2.Environment] = []

    def environment() -> jinja2.Environment:
        if not shared:
            shared.append(make())
        else:
            shared[0].list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return shared[0]

    theme.get_env = environment  # type: ignore[method-assign]


@contextmanager
def macros_configured(config: MkDocsConfig, /) -> Iterator[None]:
    """Keep MacrosPlugin from being configured again in the builds inside (mkdocs-macros-plugin 1.5.0).

    Without it, each language's build imports the modules of macros again and asks git for the history.
    """
    events = config.plugins.events["config"]
    config.plugins.events["config"] = [
        event for event in events if not isinstance(getattr(event, "__self__", None), MacrosPlugin)
    ]
    try:
        yield
    finally:
        config.plugins.events["config"] = events


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


@contextmanager
def listing(files: Callable[[MkDocsConfig], Files], /) -> Iterator[None]:
    """Let the builds inside take their pages from ``files``, not look for them below docs/ (MkDocs 1.6.1).

    Without it, each language's build lists the files of every language, and static-i18n makes a copy of each.
    """
    names = vars(build)
    look, names["get_files"] = names["get_files"], files
    try:
        yield
    finally:
        names["get_files"] = look


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
