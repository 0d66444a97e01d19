"""Carrying out steps, in this process or in several; each finished object is written whole."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from teiedition import workers
from teiedition.build.store import write_object
from teiedition.errors import InputError
from teiedition.model import Problem
from teiedition.publish.step import Step

ALONE = 120
"""So few steps are done sooner than a second process is started."""
BATCH = 16


@dataclass(frozen=True, slots=True)
class Job:
    """A step and the file that its bytes go to."""

    step: Step
    object: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step: its messages, or the problem that stopped it."""

    step: Step
    messages: tuple[str, ...] = ()
    problem: Problem | None = None


def carry_out(jobs: Sequence[Job], processes: int | None = None) -> Iterator[Outcome]:
    """Carry out the jobs; outcomes come in the order of the jobs."""
    if len(jobs) <= ALONE:
        processes = 1
    remedy = "Run again with fewer of them (--jobs 1); what was finished is kept."
    # A forked SaxonC does not live.
    yield from workers.shared_out(
        _carry_out, jobs, processes or os.cpu_count() or 1, batch=BATCH, fork=False, remedy=remedy
    )


def carry_out_all(jobs: Sequence[Job]) -> list[Outcome]:
    """Carry out the jobs one after the other; their outcomes in the same order."""
    return [_carry_out(job) for job in jobs]


def _carry_out(job: Job) -> Outcome:
    from teiedition.publish import actions  # Saxon and Typst are loaded only where something is to be made

    try:
        data, messages = actions.make(job.step)
    except InputError as error:
        return Outcome(job.step, problem=problem_of(error, Path(job.step.output)))
    write_object(job.object, data)
    return Outcome(job.step, messages)


def problem_of(error: InputError, file: Path) -> Problem:
    """An error in an input file as a finding, so that the rest can go on."""
    return Problem(
        Path(error.file or file),
        error.line or 0,
        error.column or 0,
        "build",
        error.reason,
        remedy=error.remedy or "",
    )
