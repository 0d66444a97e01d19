"""The gateway: OAI-PMH and DTS for an edition that lies on a plain web host as files.

The catalogue is fetched from where the edition publishes it, and again when it has changed there.
"""

from __future__ import annotations

import logging
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from teiedition.errors import EnvironmentFault, InputError
from teiedition.files import write_whole
from teiedition.harvest import Repository
from teiedition.serve.current import Current

PAUSE = 60.0
"""Seconds after which the web host is asked again."""
LARGEST = 8 * 2**30
_LOG = logging.getLogger("teiedition.gateway")


class Fetched(Current):
    """The catalogue at a web address, kept in a folder of this machine.

    Raises EnvironmentFault if it can't be fetched the first time; later the last good one serves on.
    """

    def __init__(self, address: str, folder: Path | None = None, pause: float = PAUSE) -> None:
        kept = folder or Path(tempfile.mkdtemp(prefix="teiedition-"))
        super().__init__(kept / "catalogue.sqlite")
        self.address, self.pause = address, pause
        self._etag, self._modified = "", ""
        self._asked = time.monotonic()
        self._fetching = threading.Lock()
        try:
            self._fetch()
        except (OSError, InputError) as error:
            raise EnvironmentFault(f"{address}: can't be fetched: {error}", "Check the address.") from error

    def __call__(self) -> Repository:
        """The repository of the catalogue that was last fetched; now and then another fetch is begun."""
        if time.monotonic() - self._asked > self.pause and self._fetching.acquire(blocking=False):
            self._asked = time.monotonic()
            threading.Thread(target=self._fetch_again, daemon=True).start()
        return super().__call__()

    def _fetch_again(self) -> None:
        try:
            self._fetch()
        except (OSError, InputError) as error:
            _LOG.warning("%s: can't be fetched, the last catalogue serves on: %s", self.address, error)
        finally:
            self._fetching.release()

    def _fetch(self) -> None:
        known = {"If-None-Match": self._etag, "If-Modified-Since": self._modified}
        headers = {name: value for name, value in known.items() if value}
        request = urllib.request.Request(self.address, headers=headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                data = answer.read(LARGEST)
                etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
        except urllib.error.HTTPError as error:
            if error.code == 304:
                return
            raise
        candidate = self.path.with_suffix(".new")
        write_whole(candidate, data)
        Repository(candidate).close()  # what is no catalogue never takes the place of one
        candidate.replace(self.path)
        self._etag, self._modified = etag, modified
