"""How commands speak: progress, words and problems to standard error, reports to standard output."""

from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import click

from teiedition.model import Problem

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(path_type=Path)
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


@dataclass(slots=True)
class Voice:
    """What the user wants to hear. `level`: 0 only what went wrong, 1 the course of things, 2 every file."""

    level: int = 1
    as_json: bool = False
    told: list[Problem] = field(default_factory=list, init=False)
    """The problems that were told so far."""
    _shown: float = field(default=0.0, init=False)
    _start: float = field(default=0.0, init=False)

    def say(self, words: str, level: int = 1) -> None:
        """A sentence for people."""
        if level <= self.level:
            click.echo(words, err=True)

    def problem(self, problem: Problem) -> None:
        """A problem: place and severity, what is wrong, what to do. It is remembered in `told`."""
        self.told.append(problem)
        place = ":".join(
            str(part) for part in (problem.file, problem.line or "", problem.column or "") if part
        )
        severity = click.style(problem.severity, fg=_COLOURS.get(problem.severity), bold=True)
        click.echo(f"{place}: {severity}: {problem.message}", err=True)
        if problem.remedy:
            click.echo(f"  → {problem.remedy}", err=True)

    def report(self, facts: dict[str, Any]) -> None:
        """The report for machines, where it was asked for."""
        if self.as_json:
            click.echo(json.dumps(facts, ensure_ascii=False, indent=2, default=str))

    def progress(self, what: str, done: int, total: int) -> None:
        """Show how far a long piece of work has come, on a terminal; nothing elsewhere."""
        stream = sys.stderr
        if self.level < 1 or not stream.isatty() or not total:
            return
        now = time.monotonic()
        if done == 0:
            self._start = now
        if done < total and now - self._shown < 0.1:
            return
        self._shown = now
        rest = (now - self._start) / done * (total - done) if done else 0
        bar = "█" * (24 * done // total)
        ending = "\n" if done == total else ""
        stream.write(f"\r{what:<24} {bar:<24} {done}/{total}  {rest:3.0f} s left{ending}")
        stream.flush()


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 document", "3 documents"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def facts_of(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems for a report in JSON."""
    return [asdict(problem) | {"file": str(problem.file)} for problem in problems]


def voiced(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --json, -q and -v, and hand it a `voice`."""

    @click.option("--json", "as_json", is_flag=True, help="Print a report for machines on standard output.")
    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
    @click.option("-v", "--verbose", is_flag=True, help="Name every file.")
    @functools.wraps(command)
    def wrapped(*args: Any, as_json: bool, quiet: bool, verbose: bool, **options: Any) -> None:
        command(*args, voice=Voice(0 if quiet else 2 if verbose else 1, as_json), **options)

    return wrapped
