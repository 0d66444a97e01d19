"""Files of a folder, as they are when asked for. A file is opened once and sent from what was opened."""

from __future__ import annotations

import mimetypes
import os
import re
import stat
from collections.abc import AsyncIterator
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from teiedition.serve.encoding import compressed, is_text

CHUNK = 256 * 1024
TYPES = {
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".js": "text/javascript",
    ".jsonld": "application/ld+json",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".tsv": "text/tab-separated-values",
    ".ttl": "text/turtle",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
}
FEEDS = {
    re.compile(r"atom\.xml"): "application/atom+xml",
    re.compile(r"opds(-\d+)?\.xml"): "application/atom+xml;profile=opds-catalog;kind=acquisition",
    re.compile(r"opds(-\d+)?\.json"): "application/opds+json",
}
"""Files of the data whose media type says more than that they are XML or JSON."""
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


async def send(root: Path, path: str, request: Request, script: bytes = b"") -> Response:
    """The file at `path` below `root`; a page with `script` at the end of its head.

    Raises HTTPException 404 where there is none to show.
    """
    file = await to_thread.run_sync(_open, root, path)
    status = os.fstat(file.fileno())
    suffix, media_type = Path(file.name).suffix, _media_type(Path(file.name))
    tag = f"{status.st_mtime_ns:x}-{status.st_size:x}"
    headers = {
        "etag": f'W/"{tag}"' if is_text(media_type) else f'"{tag}"',
        "last-modified": formatdate(status.st_mtime, usegmt=True),
        "cache-control": "no-cache",
    }
    if unchanged(request, headers["etag"], status.st_mtime):
        file.close()
        return Response(status_code=304, headers=headers)
    if is_text(media_type) and status.st_size <= CHUNK:
        with file:
            data = await to_thread.run_sync(file.read)
        if script and suffix == ".html":
            data = data.replace(b"</head>", script, 1)
        return compressed(request, Response(data, headers=headers, media_type=media_type))
    return _stream(request, file, status.st_size, headers, media_type)


def unchanged(request: Request, etag: str, modified: float | None = None) -> bool:
    """Has the client what it would be sent (RFC 9110, 13.1)?"""
    if (known := request.headers.get("if-none-match")) is not None:
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return "*" in tags or etag.removeprefix("W/") in tags
    since = request.headers.get("if-modified-since")
    if since is None or modified is None:
        return False
    try:
        return int(modified) <= parsedate_to_datetime(since).timestamp()
    except (ValueError, TypeError):
        return False


def _media_type(file: Path) -> str:
    for name, media_type in FEEDS.items():
        if file.parent.name == "data" and name.fullmatch(file.name):
            return media_type
    return TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _open(root: Path, path: str) -> BinaryIO:
    """A file of the folder; of a folder in it, its index. Nothing hidden, nothing outside."""
    parts = path.split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        raise HTTPException(404)
    for candidate in (root / path, root / path / "index.html"):
        try:
            real = candidate.resolve(strict=True)
            if not real.is_relative_to(root.resolve()):
                raise HTTPException(404)
            file = open(real, "rb")  # noqa: SIM115
        except (OSError, ValueError):
            continue
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        file.close()
    raise HTTPException(404)


def _stream(
    request: Request, file: BinaryIO, size: int, headers: dict[str, str], media_type: str
) -> Response:
    """A large file, or the part of one that is asked for (RFC 9110, 14.2; one range)."""
    start, end, code = 0, size - 1, 200
    found = _RANGE.fullmatch(request.headers.get("range", ""))
    if found and any(found.groups()) and "if-range" not in request.headers:
        first, last = found.groups()
        start = int(first) if first else max(0, size - int(last))
        end = min(int(last), size - 1) if first and last else size - 1
        if start > end:
            file.close()
            return Response(status_code=416, headers={"content-range": f"bytes */{size}"})
        code = 206
        headers = {**headers, "content-range": f"bytes {start}-{end}/{size}"}
    headers = {**headers, "accept-ranges": "bytes", "content-length": str(end - start + 1)}
    return StreamingResponse(_chunks(file, start, end), code, headers, media_type)


async def _chunks(file: BinaryIO, start: int, end: int) -> AsyncIterator[bytes]:
    with file:
        await to_thread.run_sync(file.seek, start)
        left = end - start + 1
        while left and (chunk := await to_thread.run_sync(file.read, min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
