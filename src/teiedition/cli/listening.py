"""Answering over HTTP until Ctrl-C: what `serve` and `review` have in common."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import click

from teiedition.errors import EnvironmentFault

if TYPE_CHECKING:
    from starlette.applications import Starlette


def listen(app: Starlette, host: str, port: int, quiet: bool) -> None:
    """Answer at this address until the process is ended. Raises EnvironmentFault where it is taken."""
    import uvicorn

    level = logging.WARNING if quiet else logging.INFO
    logging.basicConfig(level=level, format="%(asctime)s %(message)s", stream=sys.stderr)
    server = uvicorn.Server(
        uvicorn.Config(
            app, host=host, port=port, access_log=False, server_header=False, log_config=None,
            timeout_graceful_shutdown=10,
        )
    )  # fmt: skip
    click.echo(f"Serving at http://{host}:{port}/ (Ctrl-C ends it)", err=True)
    try:
        server.run()
    except OSError as error:
        raise EnvironmentFault(
            f"{host}:{port}: can't listen here: {error}", "Choose another --port."
        ) from error
