"""Carrying out steps on a Dask cluster: the same steps, on machines that see the same folders.

The workers are started by whoever owns the cluster, with `dask worker ADDRESS --nthreads 1`: one step at a
time in each process, since the XSLT processor belongs to the thread that began with it. This package must be
installed where they run, and the edition's folder lie at the same path.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from teiedition.build.workers import BATCH, Job, Outcome, carry_out_all
from teiedition.errors import EnvironmentFault

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10
"""Seconds in which a scheduler must answer."""


def carry_out(jobs: Sequence[Job], address: str) -> Iterator[Outcome]:
    """Carry out the jobs on the cluster whose scheduler is at `address`; outcomes come as they are done.

    Raises EnvironmentFault where no scheduler answers, its workers are not fit, or they see other folders.
    """
    if not jobs:
        return
    batches = [jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH)]
    with _connected(address) as client:
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        here = Path.cwd()
        futures = {client.submit(_in_folder, here, batch, pure=False): batch for batch in batches}
        try:
            for future in as_completed(futures):
                outcomes = future.result()
                _check_written(futures[future], outcomes, address)
                yield from outcomes
        except KilledWorker as error:
            raise EnvironmentFault(
                f"a worker of {address} was ended, perhaps for want of memory: {error}",
                "Give the workers more memory, or run again; what was finished is kept.",
            ) from None


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    if find_spec("distributed") is None:
        raise EnvironmentFault("Dask's library is missing", "Run: pip install 'teiedition[cluster]'")
    from distributed import Client

    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise EnvironmentFault(
            f"{address}: no Dask scheduler answers there: {error}",
            "Start one with `dask scheduler`, and give the address that it prints.",
        ) from None
    with client:
        _check_workers(client, address)
        yield client


def _check_workers(client: Client, address: str) -> None:
    threads = client.nthreads()
    if not threads:
        raise EnvironmentFault(
            f"{address}: the scheduler has no workers", f"Start some: dask worker {address} --nthreads 1"
        )
    busy = [worker for worker, count in threads.items() if count > 1]
    if busy:
        raise EnvironmentFault(
            f"the worker {busy[0]} would do several steps at once in one process, which XSLT can't",
            f"Start the workers with one thread each: dask worker {address} --nthreads 1",
        )


def _in_folder(folder: Path, jobs: Sequence[Job]) -> list[Outcome]:
    """Carry out jobs as if from the folder in which the build was started: their paths are relative to it."""
    with contextlib.chdir(folder):
        return carry_out_all(jobs)


def _check_written(jobs: Sequence[Job], outcomes: Sequence[Outcome], address: str) -> None:
    """What a worker wrote must be here: its machine may have a folder of that name which is another one."""
    for job, outcome in zip(jobs, outcomes, strict=True):
        if outcome.problem is None and not job.object.exists():
            raise EnvironmentFault(
                f"{job.object}: a worker of {address} wrote this file, and it is not here",
                "The workers must see the edition's folder at the same path, on a shared file system.",
            )
