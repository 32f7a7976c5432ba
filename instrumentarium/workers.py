"""Works on languages beside each other, in forks of the process that has read everything already.

Where the platform has no fork, or forking is not wanted, the languages follow one after the other, by
the same function: the output is the same.
"""

import logging
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from mkdocs.commands.build import build as build_site
from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, kw_only=True)
class Built:
    """A language that was built: pages, seconds, what its build logged, and why it failed if it did."""

    code: str
    pages: int
    seconds: float
    records: tuple[logging.LogRecord, ...] = ()
    failure: str | None = None


_Result = TypeVar("_Result")
_function: Callable[[str], Any] | None = None


def spread(function: Callable[[str], _Result], codes: Sequence[str], /, *, fork: bool) -> Iterator[_Result]:
    """Yield what ``function`` returns for each language, in the order of ``codes``, as it is done."""
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, len(codes))
    if not fork or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(function, codes)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_enter, initargs=(function,)) as pool:
        yield from pool.map(_call, codes)


def _enter(function: Callable[[str], Any]) -> None:
    global _function
    _function = function


def _call(code: str) -> Any:
    assert _function is not None
    return _function(code)


def build(plugin: Any, config: MkDocsConfig, codes: Sequence[str], /, *, fork: bool) -> Iterator[Built]:
    """Build each language in its room; yield them in the order of ``codes`` as they are done."""
    yield from spread(partial(_build_language, plugin, config), codes, fork=fork)


def _build_language(plugin: Any, config: MkDocsConfig, code: str) -> Built:
    plugin.current_language, failure, started, before = code, None, time.monotonic(), len(plugin._views)
    logger, collected, strict = logging.getLogger("mkdocs"), _Collector(), config.strict
    handlers, logger.handlers, config.strict = logger.handlers, [collected], False
    try:
        build_site(config)
    except (Exception, SystemExit) as error:
        failure = f"{code}: {error}"
    finally:
        logger.handlers, config.strict = handlers, strict
    return Built(
        code=code,
        pages=len(plugin._views) - before,
        seconds=time.monotonic() - started,
        records=tuple(collected.records),
        failure=failure,
    )


class _Collector(logging.Handler):
    """Keeps warnings and errors, to be told by the process that started the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.records.append(record)
