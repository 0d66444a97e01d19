"""Compression of what is text, for clients that take it."""

from __future__ import annotations

import gzip
import re

from starlette.requests import Request
from starlette.responses import Response

SMALLEST = 1000
"""Bytes below which compression gains nothing."""
LEVEL = 5
_TEXT = re.compile(r"text/|.*\b(xml|json|javascript|svg)\b")
_ACCEPTED = re.compile(r"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)")


def is_text(media_type: str) -> bool:
    """Is this media type one of text?"""
    return bool(_TEXT.match(media_type))


def compressed(request: Request, response: Response) -> Response:
    """The response, compressed if it is long enough and the client says that it takes gzip."""
    response.headers["vary"] = "Accept-Encoding"
    if len(response.body) >= SMALLEST and _ACCEPTED.search(request.headers.get("accept-encoding", "")):
        response.body = gzip.compress(response.body, LEVEL, mtime=0)
        response.headers["content-encoding"] = "gzip"
        response.headers["content-length"] = str(len(response.body))
    return response
