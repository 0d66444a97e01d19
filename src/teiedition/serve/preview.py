"""Live preview: what the edition is made of is watched, built anew when it changes, and open pages reload."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from teiedition.config import FILE, Config

PAUSE = 0.4
"""Seconds between two looks at the files."""
SCRIPT = b'<script src="/-/preview.js" defer></script></head>'
_LOG = logging.getLogger("teiedition.preview")
Looks = frozenset[tuple[str, int, int]]


class Preview:
    """Watches an edition's files while the application runs; `command` builds it."""

    def __init__(self, config: Config, command: Sequence[str]) -> None:
        self._places = (
            config.tei, config.authority, config.pages, config.folder / "site", config.folder / "xslt",
            config.folder / FILE,
        )  # fmt: skip
        self._command = command
        self._built = asyncio.Condition()

    def routes(self) -> list[Route]:
        """What a page that reloads itself asks for."""
        return [Route("/-/preview.js", _script), Route("/-/events", self._events)]

    @asynccontextmanager
    async def running(self, _: Starlette) -> AsyncIterator[None]:
        """Watch for as long as the application runs."""
        task = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            task.cancel()

    async def _watch(self) -> None:
        seen = await asyncio.to_thread(self._look)
        while True:
            await asyncio.sleep(PAUSE)
            now = await asyncio.to_thread(self._look)
            if now != seen:
                seen = now
                await self._build()

    async def _build(self) -> None:
        process = await asyncio.create_subprocess_exec(*self._command)
        code = await process.wait()
        _LOG.info("built anew" if code == 0 else "the build found problems; what could be built is shown")
        async with self._built:
            self._built.notify_all()

    def _look(self) -> Looks:
        """Names, sizes and times of all files that the edition is made of."""
        files = (path for place in self._places for path in (place.rglob("*") if place.is_dir() else [place]))
        found = set()
        for path in files:
            try:
                status = path.stat()
            except OSError:
                continue  # gone between the two looks
            found.add((str(path), status.st_size, status.st_mtime_ns))
        return frozenset(found)

    async def _events(self, request: Request) -> Response:
        return StreamingResponse(self._told(request), media_type="text/event-stream")

    async def _told(self, request: Request) -> AsyncIterator[bytes]:
        """One event for each build; a comment now and then, to find out who has gone."""
        yield b": watching\n\n"
        while not await request.is_disconnected():
            try:
                async with asyncio.timeout(5), self._built:
                    await self._built.wait()
                yield b"event: built\ndata: \n\n"
            except TimeoutError:
                yield b": still here\n\n"


def build_command(options: Sequence[str]) -> list[str]:
    """The command that builds the edition, in a process of its own: stylesheets are read anew."""
    return [sys.executable, "-m", "teiedition", "build", "--quiet", *options]


async def _script(_: Request) -> Response:
    script = Path(__file__).with_name("preview.js").read_bytes()
    return Response(script, media_type="text/javascript", headers={"cache-control": "no-store"})
