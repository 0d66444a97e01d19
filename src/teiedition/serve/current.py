"""The catalogue as it is now: opened once, and again when a build has put another in its place."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock

from teiedition.errors import InputError
from teiedition.harvest import Repository


class Current:
    """The catalogue at `path`.

    Who asks is given one repository and keeps it for the whole request; a replaced one is closed when the
    last request that uses it lets go of it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._seen: tuple[int, int, int] | None = None
        self._repository: Repository | None = None

    def __call__(self) -> Repository:
        """The repository of the catalogue that is there. Raises InputError while there is none."""
        seen = self._look()
        with self._lock:
            if self._repository is None or seen != self._seen:
                self._repository, self._seen = Repository(self.path), seen
            return self._repository

    def _look(self) -> tuple[int, int, int]:
        try:
            status = os.stat(self.path)
        except OSError as error:
            raise InputError(
                "there is no catalogue", self.path, remedy="Run `teiedition build` first."
            ) from error
        return status.st_ino, status.st_size, status.st_mtime_ns
