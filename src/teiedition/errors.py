"""What stops the program, and how it says so.

    TeiEditionError              (click.ClickException: the command line prints it, without a traceback)
    ├── InputError       exit 1  something in the user's files: names file, line, and the remedy
    └── EnvironmentFault exit 2  wrong use, or this machine lacks something: names what to install or set

Findings that do not stop the program are values: `teiedition.model.Problem`.
"""

from __future__ import annotations

from pathlib import Path

import click


class TeiEditionError(click.ClickException):
    """Base of all errors that the program raises on purpose."""


class InputError(TeiEditionError):
    """A file of the user's can't be worked with. `line` and `column` count from 1."""

    exit_code = 1

    def __init__(
        self,
        message: str,
        file: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
        remedy: str | None = None,
    ) -> None:
        self.reason, self.file, self.line, self.column, self.remedy = message, file, line, column, remedy
        place = ":".join(str(part) for part in (file, line, column) if part is not None)
        text = f"{place}: {message}" if place else message
        super().__init__(f"{text}\n  → {remedy}" if remedy else text)

    def __reduce__(self) -> tuple[type[InputError], tuple[object, ...]]:
        """Errors cross from worker processes to the main one."""
        return InputError, (self.reason, self.file, self.line, self.column, self.remedy)


class EnvironmentFault(TeiEditionError):
    """The command was used wrongly, or the machine lacks what it needs."""

    exit_code = 2

    def __init__(self, message: str, remedy: str | None = None) -> None:
        self.reason, self.remedy = message, remedy
        super().__init__(f"{message}\n  → {remedy}" if remedy else message)

    def __reduce__(self) -> tuple[type[EnvironmentFault], tuple[object, ...]]:
        return EnvironmentFault, (self.reason, self.remedy)
