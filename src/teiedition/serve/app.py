"""The application: which path is answered by what."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from teiedition.errors import InputError
from teiedition.harvest import Answer, Repository, dts, oai
from teiedition.harvest.answer import Arguments
from teiedition.serve import files
from teiedition.serve.current import Current
from teiedition.serve.encoding import compressed
from teiedition.serve.guard import Guard
from teiedition.serve.preview import SCRIPT, Preview

BODY = 65_536
"""Bytes in the body of a request, at most."""
FIELDS = 50
"""Parameters in a request, at most."""
FOLDERS = ("data", "print", "epub", "site")
"""Published folders that stand under their own names; the site stands at the root as well."""
_BASE = re.compile(rb'<base href="[^"]*">')

Ask = Callable[[Repository, Arguments, str, datetime], Answer]


def application(build: Path, preview: Preview | None = None) -> Starlette:
    """The application that serves the edition built in the folder `build`, perhaps with live preview."""
    return _application(Current(build / "data" / "catalogue.sqlite"), build, preview)


def configured() -> Starlette:
    """The application for servers that import it, as `uvicorn --factory teiedition.serve:configured`.

    The environment variable TEIEDITION_BUILD names the build folder. Raises KeyError without it.
    """
    return application(Path(os.environ["TEIEDITION_BUILD"]))


def gateway(catalogue: Current) -> Starlette:
    """OAI-PMH and DTS alone, from a catalogue that lies elsewhere than the site."""
    return _application(catalogue, None, None)


def _application(catalogue: Current, build: Path | None, preview: Preview | None) -> Starlette:
    routes = [
        Route("/oai", _asked(catalogue, oai.answer), methods=["GET", "POST"]),
        Route("/oai/", _asked(catalogue, oai.answer), methods=["GET", "POST"]),
        Route("/health", _health(catalogue)),
    ]
    for path, endpoint in dts.ENDPOINTS.items():
        routes.append(Route(f"/dts{path}", _asked(catalogue, endpoint)))
    if preview is not None:
        routes += preview.routes()
    if build is not None:
        routes += [
            Route("/robots.txt", _data(build, "robots.txt")),
            Route("/openapi.json", _data(build, "openapi.json")),
            Route("/{path:path}", _file(build, preview is not None)),
        ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard)],
        exception_handlers={HTTPException: _plainly, InputError: _unready},
        lifespan=preview.running if preview is not None else None,
    )


def _asked(catalogue: Current, ask: Ask) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        repository = catalogue()
        arguments = await _arguments(request)
        address = _address(repository, request)
        answer = await to_thread.run_sync(ask, repository, arguments, address, datetime.now(UTC))
        headers = dict(answer.headers) | {"cache-control": "no-cache"}
        if answer.tag:
            headers["etag"] = f'W/"{answer.tag}"'
            if request.method != "POST" and files.unchanged(request, headers["etag"]):
                return Response(status_code=304, headers=headers)
        response = Response(answer.body, answer.status, headers, answer.media_type)
        return compressed(request, response)

    return endpoint


def _address(repository: Repository, request: Request) -> str:
    """The address that a request came to: the edition's own, if it came by its name, else as it came.

    So a proxy that ends TLS, or serves the edition below a path, need not say so.
    """
    base = repository.edition["base_url"].rstrip("/")
    if base and urlsplit(base).netloc == request.headers.get("host"):
        return urljoin(f"{base}/", f"..{request.scope['path']}").rstrip("/")
    return str(request.url.replace(query=None, fragment=None)).rstrip("/")


async def _arguments(request: Request) -> Arguments:
    text = request.url.query
    if request.method == "POST":
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY:
                raise HTTPException(413, "The request is too long.")
        text = body.decode("utf-8", "replace")
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise HTTPException(400, "The request has too many parameters.") from None


def _health(catalogue: Current) -> Callable[[Request], object]:
    async def endpoint(_: Request) -> Response:
        repository = catalogue()
        facts = {"status": "ok", "version": repository.version, "newest": repository.newest}
        return Response(
            json.dumps(facts), media_type="application/json", headers={"cache-control": "no-store"}
        )

    return endpoint


def _data(build: Path, name: str) -> Callable[[Request], object]:
    """A file of the data that is looked for at the root."""

    async def endpoint(request: Request) -> Response:
        return await files.send(build / "data", name, request)

    return endpoint


def _file(build: Path, preview: bool) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        path = request.path_params["path"]
        folder, _, rest = path.partition("/")
        try:
            if folder in FOLDERS and rest:
                return await files.send(build / folder, rest, request)
            return await files.send(build / "site", path, request, SCRIPT if preview else b"")
        except HTTPException:
            root = request.scope["root_path"]
            page = await to_thread.run_sync(_not_found, build / "site" / "404.html", root)
            return Response(page, 404, media_type="text/html" if page.startswith(b"<") else "text/plain")

    return endpoint


def _not_found(page: Path, root: str) -> bytes:
    """The edition's page for missing pages, with its links starting from where it is served."""
    try:
        return _BASE.sub(f'<base href="{quote(root)}/">'.encode(), page.read_bytes(), count=1)
    except OSError:
        return b"There is no such page.\n"


def _plainly(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)


def _unready(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 503, {"retry-after": "10"})
