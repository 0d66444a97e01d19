"""A file that can't be used, as a finding, so that the others can go on."""

from __future__ import annotations

from pathlib import Path

from teiedition.errors import InputError
from teiedition.model import Problem


def problem_of(error: InputError, path: Path) -> Problem:
    """The problem that an error with the file at `path` is."""
    return Problem(
        Path(error.file or path),
        error.line or 0,
        error.column or 0,
        "source",
        error.reason,
        remedy=error.remedy or "",
    )
