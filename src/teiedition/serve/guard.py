"""What every answer goes through: limits on the request, security headers, CORS for data, the access log."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

QUERY = 8_192
"""Bytes in a query, at most; in a path as well."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' https:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Content Security Policy: the edition's own scripts and styles, none inline; pictures also from archives."""
SEARCHING = ("/search.html", "/pagefind")
"""Where the search runs: it reads its index with compiled WebAssembly, which is allowed here alone."""
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
OPEN = ("/oai", "/dts", "/data", "/openapi.json")
"""Paths of data, which pages of other origins may read."""
ACCESS = logging.getLogger("teiedition.access")


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it; complete and log the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start = time.perf_counter()
        sent = [0, 0]

        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent[0] = message["status"]
                _complete(MutableHeaders(scope=message), scope["path"])
            sent[1] += len(message.get("body", b""))
            await send(message)

        refused = _refused(scope)
        try:
            await (refused or self.app)(scope, receive, completed)
        finally:
            client = scope.get("client") or ("-", 0)
            took = (time.perf_counter() - start) * 1000
            query = f"?{scope['query_string'].decode('ascii', 'replace')}" if scope["query_string"] else ""
            ACCESS.info(
                '%s "%s %s%s" %d %d %.1fms', client[0], scope["method"], _shown(scope["path"]), _shown(query),
                sent[0], sent[1], took,
            )  # fmt: skip


def _refused(scope: Scope) -> Response | None:
    if len(scope["query_string"]) > QUERY or len(scope["path"]) > QUERY:
        return PlainTextResponse("The address is too long.\n", 414)
    if scope["method"] == "OPTIONS" and _under(scope["path"], OPEN):
        return Response(
            status_code=204,
            headers={"access-control-allow-methods": "GET, HEAD, POST", "access-control-max-age": "86400"},
        )
    return None


def _complete(headers: MutableHeaders, path: str) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    wasm = "'self' 'wasm-unsafe-eval'" if _under(path, SEARCHING) else "'self'"
    headers["content-security-policy"] = POLICY.replace("script-src 'self'", f"script-src {wasm}")
    if _under(path, OPEN) or path.endswith(".xml"):
        headers["access-control-allow-origin"] = "*"
        headers["access-control-expose-headers"] = "Link, ETag"


def _under(path: str, places: Iterable[str]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)


def _shown(words: str) -> str:
    """Words from a request, fit for one line of a log."""
    return "".join(letter if letter.isprintable() and letter != '"' else "?" for letter in words[:500])
