"""Calls a function for each of several languages, in forks of this process, which has read everything already.

Where the platform has no fork, or one worker is asked for, the languages follow one after the other, by
the same function: the result is the same.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

_Result = TypeVar("_Result")
_function: Callable[[str], Any] | None = None


def spread(function: Callable[[str], _Result], codes: Sequence[str], /, *, workers: int = 0) -> Iterator[_Result]:
    """Yield what ``function`` returns for each language, in the order of ``codes``, as it is done.

    ``workers`` is how many processes work at a time; 0: one for each processor.
    """
    workers = min(workers or _processors(), len(codes))
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(function, codes)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_enter, initargs=(function,)) as pool:
        yield from pool.map(_call, codes)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _enter(function: Callable[[str], Any]) -> None:
    global _function
    _function = function


def _call(code: str) -> Any:
    assert _function is not None
    return _function(code)
