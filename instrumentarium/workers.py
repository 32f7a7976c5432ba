"""Calls a function for each of several languages, in forks of this process, which has read everything already.

Where that cannot be done, or one worker is asked for, the languages follow one after the other, by the same
function: the result is the same.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

_Result = TypeVar("_Result")
_function: Callable[[str], Any] | None = None


def spread(function: Callable[[str], _Result], codes: Sequence[str], /, *, workers: int = 0) -> Iterator[_Result]:
    """Yield what ``function`` returns for each language, in the order of ``codes``, as it is done.

    ``workers`` is how many processes work at a time; 0: one for each processor.
    """
    workers = min(workers or _processors(), len(codes))
    if workers < 2 or not _can_fork():
        yield from map(function, codes)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_enter, initargs=(function,)) as pool:
        yield from pool.map(_call, codes)


def _can_fork() -> bool:
    """Whether the platform has forks, and this process a single thread: a fork copies the locks that others hold."""
    tasks = Path("/proc/self/task")  # threads of libraries, too, where the system lists them
    threads = len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()
    return threads == 1 and "fork" in multiprocessing.get_all_start_methods()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _enter(function: Callable[[str], Any]) -> None:
    global _function
    _function = function


def _call(code: str) -> Any:
    assert _function is not None
    return _function(code)
