"""What forks of this process do for it."""

import subprocess
import sys
from multiprocessing import get_all_start_methods

import pytest

from tests.support.sources import ROOT

pytestmark = pytest.mark.skipif("fork" not in get_all_start_methods(), reason="the system has no forks")

APART = """
import os, sys, threading
from mkdocs.exceptions import Abort
from instrumentarium import workers

calls = []

def function():
    calls.append(os.getpid())
    print(len(calls), len(set(calls)), flush=True)
    with workers.spread(lambda code: f"{code}{os.getpid() == calls[0]}", ["a", "b"]) as results:
        print(*results, flush=True)
    if len(calls) == 2:
        raise Abort("a fault")
    if len(calls) == 3:
        raise ValueError("a defect")

apart = workers.apart(function)
threading.Thread(target=sys.stdin.read, daemon=True).start()
for _ in range(4):
    try:
        apart()
    except Abort as fault:
        print("Abort:", fault.message, flush=True)
    except RuntimeError as error:
        print("told:", str(error).splitlines()[-1], flush=True)
print(calls, flush=True)
"""


def started(program: str) -> "subprocess.Popen[str]":
    """Start a Python program that goes on until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_a_fork_apart_keeps_what_it_has_and_answers_with_what_was_raised() -> None:
    """It makes forks of its own, though this process has threads; a fault is raised here as it was there."""
    told, _ = started(APART).communicate(timeout=60)
    assert told.splitlines() == [
        *("1 1", "aFalse bFalse"),
        *("2 1", "aFalse bFalse", "Abort: a fault"),
        *("3 1", "aFalse bFalse", "told: ValueError: a defect"),
        *("4 1", "aFalse bFalse"),
        "[]",
    ]


@pytest.mark.parametrize("how", ["terminate", "kill"])
def test_a_fork_apart_ends_with_its_process(how: str) -> None:
    """However that ends: nobody writes to its output any more."""
    program = "import time\nfrom instrumentarium import workers\n"
    program += "workers.apart(lambda: print('called', flush=True))()\ntime.sleep(60)"
    with started(program) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "called\n"
        getattr(process, how)()
        assert process.communicate(timeout=10)[0] == ""
