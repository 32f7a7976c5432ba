"""Calls a function for each of several languages, in forks of this process, which has read everything already.

Where that cannot be done, or one worker is asked for, the languages follow one after the other, by the same
function: the result is the same.
"""

import atexit
import gc
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar, cast

_Result = TypeVar("_Result")
_function: Callable[[str], Any] | None = None


@contextmanager
def spread(
    function: Callable[[str], _Result], codes: Sequence[str], /, *, workers: int = 0
) -> Iterator[Iterator[_Result]]:
    """Give what ``function`` returns for each language, in the order of ``codes``, as it is done.

    Forks begin at once: this process may do something else before it takes what they return. Where the block ends
    before all of it was taken, what has not begun is left out. ``workers`` is how many processes work at a time; 0:
    one for each processor. One language has a fork, too: the threads that a library starts for it end there.
    """
    if not codes or workers == 1 or not _can_fork():
        yield map(function, codes)
        return
    context, number = multiprocessing.get_context("fork"), min(workers or _processors(), len(codes))
    pool = ProcessPoolExecutor(number, context, initializer=_enter, initargs=(function,))
    gc.freeze()  # a fork that looks for garbage would look through all that it has from here, and so copy it
    try:
        yield pool.map(_call, codes)
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def apart(function: Callable[[], _Result], /) -> Callable[[], _Result]:
    """Return a function that lets a fork of this process, made now, call ``function``; it returns or raises the same.

    The fork has the one thread that it needs to make forks of its own, whatever threads this process starts, and
    keeps what it has made from call to call; it ends with this process. Without forks, ``function`` itself.
    """
    if not _can_fork():
        return function
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def call() -> _Result:
        ours.send(None)
        result, error = ours.recv()
        if error:
            raise error
        return cast(_Result, result)

    context.Process(target=_answer, args=(function, ours, theirs)).start()
    theirs.close()
    atexit.register(ours.close)  # before Python waits for the fork to end
    return call


def _answer(function: Callable[[], object], parents: Connection, own: Connection) -> None:
    """Call a function each time that the parent process asks for it; answer with what it returns and what it raises."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent has it too, and ends
    parents.close()
    with suppress(EOFError, BrokenPipeError):  # the parent has ended
        while True:
            own.recv()
            try:
                own.send((function(), None))
            except SystemExit as error:
                own.send((None, error))
            except Exception as error:
                # Not every error can be sent.
                own.send((None, RuntimeError("".join(traceback.format_exception(error)))))


def _can_fork() -> bool:
    """Whether the platform has forks, and this process a single thread: a fork copies the locks that others hold."""
    if threading.active_count() > 1 or "fork" not in multiprocessing.get_all_start_methods():
        return False
    tasks = Path("/proc/self/task")  # threads of libraries, too, where the system lists them
    for _ in range(20):  # a thread that has ended may be listed for a moment
        if not tasks.is_dir() or len(list(tasks.iterdir())) == 1:
            return True
        time.sleep(0.005)
    return False


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _enter(function: Callable[[str], Any]) -> None:
    global _function
    _function = function


def _call(code: str) -> Any:
    assert _function is not None
    return _function(code)
