"""Problems in the forms that people and programs read: text, JSON, SARIF, JUnit, GitHub's annotations."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from teiedition.model import Problem
from teiedition.validate.report.annotations import as_github, as_junit
from teiedition.validate.report.data import as_json, as_sarif
from teiedition.validate.report.text import as_text

FORMATS = ("text", "json", "sarif", "junit", "github")

__all__ = ["FORMATS", "render"]


def render(problems: Sequence[Problem], format: str = "text", *, colour: bool | None = None) -> str:
    """The problems in one of `FORMATS`, ending with a line end.

    `colour` is for text; without it, there is colour where standard output is a terminal (and the
    environment has no NO_COLOR). Excerpts are read from the files as they are now.
    """
    if format == "text":
        tty = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        return as_text(problems, tty if colour is None else colour)
    return {"json": as_json, "sarif": as_sarif, "junit": as_junit, "github": as_github}[format](problems)
