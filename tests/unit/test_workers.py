"""Several processes share work: what comes of it is the same, and so is what goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from teiedition.errors import EnvironmentFault, InputError
from teiedition.workers import fitting, shared_out


def doubled(number: int, refused: int | None = None) -> int:
    if number == refused:
        raise InputError("is no number for us", f"{number}.txt", remedy="Take another.")
    time.sleep(0.01 * (number == 0))  # the first is done last
    return 2 * number


def process(_: int) -> int:
    return os.getpid()


def ended(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("fork", [True, False])
@pytest.mark.parametrize(("processes", "batch"), [(1, 1), (2, 1), (2, 3)])
def test_results_have_the_order_of_the_items(processes: int, batch: int, fork: bool) -> None:
    made = shared_out(doubled, range(8), processes, batch=batch, fork=fork)
    assert list(made) == [0, 2, 4, 6, 8, 10, 12, 14]


def test_others_do_the_work_only_where_there_is_enough() -> None:
    assert set(shared_out(process, range(6), 1)) == {os.getpid()}
    assert set(shared_out(process, range(1), 2)) == {os.getpid()}
    assert os.getpid() not in set(shared_out(process, range(6), 2))


def test_an_error_comes_at_its_item() -> None:
    made = shared_out(partial(doubled, refused=2), range(6), 2)
    assert [next(made), next(made)] == [0, 2]
    with pytest.raises(InputError) as caught:
        next(made)
    assert (caught.value.file, caught.value.remedy) == ("2.txt", "Take another.")


def test_a_process_ended_from_outside_is_told() -> None:
    with pytest.raises(EnvironmentFault, match="ended from outside") as caught:
        list(shared_out(ended, range(4), 2))
    assert "--jobs 1" in str(caught.value)


@pytest.mark.parametrize(
    ("asked", "size", "processes"),
    [(3, 0, 3), (1, 10_000, 1), (None, 0, 1), (None, 99, 1), (None, 10**9, os.cpu_count())],
)
def test_little_work_is_not_shared_unless_asked_for(asked: int | None, size: int, processes: int) -> None:
    assert fitting(asked, size, 100) == processes


INTERRUPTED = """
import sys, time
from pathlib import Path
from teiedition.workers import shared_out

def work(number):
    Path(sys.argv[1], str(number)).touch()
    time.sleep(60)

try:
    list(shared_out(work, range(6), 2))
except KeyboardInterrupt:
    sys.exit("interrupted")
"""


def test_an_interrupted_program_ends_at_once_and_says_it_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(tmp_path)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    for _ in range(600):
        if len(list(tmp_path.iterdir())) == 2:
            break
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (1, "interrupted\n")
