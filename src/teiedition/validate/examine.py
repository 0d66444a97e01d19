"""Each file by itself: reading it, holding it against its schemas, gathering what it names and points at.

Where files are many, several processes share them.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from teiedition import tree
from teiedition.errors import EnvironmentFault, InputError
from teiedition.files import read_bytes
from teiedition.model import Problem
from teiedition.validate import references
from teiedition.validate.models import check
from teiedition.validate.references import Document

_ALONE = 200
"""So few files are done sooner than other processes are started."""
_FIRST = 16
"""How many files are done before, so that the others find the grammar's states made."""
_BATCH = 25


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file gave: its problems, and unless it can't be read, its identifiers and pointers."""

    problems: tuple[Problem, ...]
    document: Document | None = None


def examine(files: Sequence[Path], schema: Path | None) -> list[Examined]:
    """Examine every file, by itself. Raises InputError when a file or a schema is not there or no schema."""
    processes = os.cpu_count() or 1
    if processes == 1 or len(files) <= _ALONE:
        return [_examine(path, schema) for path in files]
    found = [_examine(path, schema) for path in files[:_FIRST]]
    with ProcessPoolExecutor(processes, multiprocessing.get_context(_method())) as pool:
        try:
            found += pool.map(partial(_examine, schema=schema), files[_FIRST:], chunksize=_BATCH)
        except BrokenProcessPool:
            raise EnvironmentFault(
                "a worker process was ended from outside, perhaps for want of memory",
                "Run again with fewer files at a time.",
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def read(path: Path) -> tree.Element:
    """The root of an XML file. Raises InputError when it is not there, empty, or not well-formed."""
    data = read_bytes(path)
    if not data.strip():
        remedy = "A TEI file has a TEI element at least; restore or delete it."
        raise InputError("is empty", path, 1, remedy=remedy)
    return tree.parse(data, path)


def _method() -> str:
    """How processes are started: as copies of this one, unless it holds Saxon, which a copy can't use."""
    return "fork" if sys.platform == "linux" and "saxonche" not in sys.modules else "spawn"


def _examine(path: Path, schema: Path | None) -> Examined:
    try:
        root = read(path)
    except InputError as error:
        return Examined((_unreadable(path, error),))
    return Examined(tuple(check(root, path, schema)), references.gather(root, path))


def _unreadable(path: Path, error: InputError) -> Problem:
    if not path.exists():
        raise error
    return Problem(
        path, error.line or 0, error.column or 0, "not-well-formed", error.reason, remedy=error.remedy or ""
    )
