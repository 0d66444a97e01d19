"""The one way in which several processes share work: the results in the order of the items."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, TypeVar

from teiedition.errors import EnvironmentFault

Item = TypeVar("Item")
Made = TypeVar("Made")


def fitting(asked: int | None, size: int, share: int) -> int:
    """How many processes: as many as `asked`; else one for each `share` of `size`, up to one a processor."""
    return asked or max(1, min(os.cpu_count() or 1, size // share))


def shared_out(
    work: Callable[[Item], Made],
    items: Sequence[Item],
    processes: int,
    *,
    batch: int = 1,
    fork: bool = True,
    remedy: str = "Run again with fewer of them (--jobs 1).",
) -> Iterator[Made]:
    """What `work` makes of each item, in the order of the items; with one process, in this one.

    `work` is a function of a module, or a `partial` of one. Each process gets it once, and all that it holds;
    forked ones share it. Items go to the processes in batches of `batch`. What `work` raises is raised here,
    at its item. `fork=False` starts processes afresh everywhere. `remedy` is what to do where a process is
    ended from outside, which raises EnvironmentFault.
    """
    processes = min(processes, -(-len(items) // batch))
    if processes < 2:
        yield from map(work, items)
        return
    import multiprocessing  # these take long to load, and little work needs no processes
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context(_method() if fork else "spawn")
    with ProcessPoolExecutor(processes, context, _begin, (work,)) as pool:
        try:
            yield from pool.map(_do, items, chunksize=batch)
        except BrokenProcessPool:
            reason = "a worker process was ended from outside, perhaps for want of memory"
            raise EnvironmentFault(reason, remedy) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _method() -> str:
    """How processes are started: as copies of this one, unless it holds Saxon, which a copy can't use."""
    return "fork" if sys.platform == "linux" and "saxonche" not in sys.modules else "spawn"


# In a worker process

_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any]) -> None:
    """Keep the work that this process is for."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, _interrupted)


def _do(item: Any) -> Any:
    return _work(item)


def _interrupted(*_: object) -> NoReturn:
    """The user ends the program: leave the item at hand, tidily and without a word, and begin no other."""
    global _work
    _work = _interrupted
    sys.exit(130)
