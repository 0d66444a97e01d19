"""Problems for people: place, what is wrong, the line with a caret, what to do."""

from __future__ import annotations

from collections.abc import Sequence

import click

from teiedition.model import Problem
from teiedition.validate.report.excerpt import excerpt

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_FEW = 8


def as_text(problems: Sequence[Problem], colour: bool) -> str:
    """The problems, an empty line between two; in colour if wanted."""
    text = "\n".join(_one(problem) for problem in problems)
    return text if colour else click.unstyle(text)


def _one(problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    severity = click.style(problem.severity, fg=_COLOURS.get(problem.severity), bold=True)
    rule = click.style(f"[{problem.rule}]", dim=True)
    lines = [f"{click.style(place, bold=True)}: {severity}: {problem.message} {rule}", *_shown(problem)]
    if problem.remedy:
        lines.append(f"  → {problem.remedy}")
    if _worth_listing(problem):
        lines.append(f"  allowed: {', '.join(problem.allowed)}")
    return "\n".join(lines) + "\n"


def _shown(problem: Problem) -> list[str]:
    found = excerpt(problem)
    if found is None:
        return []
    margin = f"{problem.line:>5} | "
    lines = [click.style(margin, dim=True) + found.text]
    if found.length:
        bar = click.style(" " * (len(margin) - 2) + "| ", dim=True)
        caret = click.style("^" * found.length, fg=_COLOURS.get(problem.severity), bold=True)
        lines.append(bar + " " * found.offset + caret)
    return lines


def _worth_listing(problem: Problem) -> bool:
    """Whether the list of what is allowed is short and says more than the message and the remedy do."""
    said = problem.message + problem.remedy
    return 0 < len(problem.allowed) <= _FEW and not all(item in said for item in problem.allowed)
