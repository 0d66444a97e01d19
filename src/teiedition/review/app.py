"""The review over HTTP, on the editor's own machine: a page, and the forms that it sends back."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl

from anyio import Lock, to_thread
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from teiedition.errors import TeiEditionError
from teiedition.resources import resource
from teiedition.review import page as pages
from teiedition.review.answer import Fields, Known, Unclear, answer
from teiedition.review.desk import Desk, Outdated

BODY = 4_000_000
"""Bytes in the body of a request, at most: a form with some thousand places."""
FILES = {
    "/review.css": ("xslt", "review", "style.css"),
    "/review.js": ("xslt", "review", "review.js"),
    "/tokens.css": ("site", "css", "tokens.css"),
}
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")
"""The names under which this machine answers: no page of the web reaches the review by another one."""


def application(desk: Desk, hosts: Sequence[str] = LOCAL) -> Starlette:
    """The application for one desk. Only forms that carry its secret are obeyed."""
    review = _Review(desk, secrets.token_urlsafe())
    routes = [
        Route("/", review.show),
        Route("/decide", review.decide, methods=["POST"]),
        Route("/undo", review.undo, methods=["POST"]),
        *(Route(path, _file(resource(*parts))) for path, parts in FILES.items()),
    ]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))])


class _Review:
    def __init__(self, desk: Desk, token: str) -> None:
        self.desk, self.token, self.lock = desk, token, Lock()

    async def show(self, request: Request) -> Response:
        asked = pages.query_of(parse_qsl(request.url.query))
        async with self.lock:
            try:
                return _html(await to_thread.run_sync(pages.page, self.desk, asked, self.token))
            except TeiEditionError as error:
                return await self._refused(error.format_message(), 500, "/")

    async def decide(self, request: Request) -> Response:
        fields = await self._fields(request)
        if fields is None:
            return await self._refused(
                "This form does not come from the review page, or is too long.", 403, "/"
            )
        back = _back(fields)
        async with self.lock:
            try:
                await to_thread.run_sync(self._write, fields)
            except (Unclear, Outdated, TeiEditionError) as error:
                return await self._refused(_words(error), 409, back)
        return RedirectResponse(back, 303)

    async def undo(self, request: Request) -> Response:
        fields = await self._fields(request)
        if fields is None:
            return await self._refused("This form does not come from the review page.", 403, "/")
        async with self.lock:
            try:
                await to_thread.run_sync(self.desk.undo)
            except (Outdated, TeiEditionError) as error:
                return await self._refused(_words(error), 409, _back(fields))
        return RedirectResponse(_back(fields), 303)

    def _write(self, fields: Fields) -> None:
        known = Known(self.desk.authority(), self.desk.drafts())
        given = answer(fields, known, self.desk.documents())
        self.desk.decide(given.decisions, given.drafts, given.words)

    async def _fields(self, request: Request) -> dict[str, list[str]] | None:
        """The fields of a form; None where it is not one of ours."""
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY:
                return None
        fields: dict[str, list[str]] = defaultdict(list)
        for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
            fields[name].append(value)
        ours = secrets.compare_digest("".join(fields.get("token", [])).encode(), self.token.encode())
        return fields if ours else None

    async def _refused(self, words: str, status: int, back: str) -> Response:
        return _html(await to_thread.run_sync(pages.refusal, words, back), status)


def _back(fields: dict[str, list[str]]) -> str:
    """The page that the form came from."""
    query = "".join(fields.get("query", [])[:1])
    return f"/?{query}" if query.isascii() and query.isprintable() and query else "/"


def _words(error: Exception) -> str:
    if isinstance(error, Outdated):
        return (
            f"{error.path.name} has changed since this page was made, so nothing was written. "
            "Go back, and decide on it as it is now."
        )
    return error.format_message() if isinstance(error, TeiEditionError) else str(error)


def _html(text: str, status: int = 200) -> Response:
    response = HTMLResponse(text, status)
    MutableHeaders(raw=response.raw_headers).update(HEADERS)
    return response


def _file(path: Path) -> FileResponse:
    return FileResponse(path, headers={"cache-control": "no-cache", "x-content-type-options": "nosniff"})
