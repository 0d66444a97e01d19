"""`teiedition serve`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedition.cli.build import settings_of, tell
from teiedition.cli.listening import listen
from teiedition.cli.voice import FOLDER, Voice
from teiedition.config import Config

if TYPE_CHECKING:
    from starlette.applications import Starlette


@click.command()
@click.option("--edition", type=FOLDER, default=Path("."), help="Folder with edition.toml.  [default: .]")
@click.option("--tei", type=FOLDER, help="Any folder of TEI files instead; no configuration needed.")
@click.option("--out", type=FOLDER, help="Where it is built.  [default: build, in the edition's folder]")
@click.option("--host", default="127.0.0.1", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="Port.  [default: 8000]")
@click.option("--watch", is_flag=True, help="Build anew when a file changes, and reload open pages.")
@click.option("--catalogue", help="Address of a published catalogue: serve OAI-PMH and DTS alone, from it.")
@click.option("-q", "--quiet", is_flag=True, help="No access log.")
def serve(
    edition: Path,
    tei: Path | None,
    out: Path | None,
    host: str,
    port: int,
    watch: bool,
    catalogue: str | None,
    quiet: bool,
) -> None:
    """Serve a built edition: site, data, OAI-PMH at /oai, DTS at /dts.

    An edition that was never built is built first. While it is served, `teiedition build` may be run at any
    time: what it publishes is served from then on.

    \b
    Examples:
      teiedition serve
      teiedition serve --tei my-tei --watch
      teiedition serve --catalogue https://papers.example.org/data/catalogue.sqlite --port 8001
    """
    voice = Voice(0 if quiet else 1)
    if catalogue is not None:
        listen(_gateway(catalogue), host, port, quiet)
        return
    settings = settings_of(edition, tei, out)
    if watch or not (settings.build / "data" / "catalogue.sqlite").exists():
        _build(settings, voice)
    if not settings.base_url and "identifier" not in settings.harvest:
        voice.say("note: set base_url before libraries harvest; their identifiers begin with its host")
    listen(_application(settings, edition, tei, watch), host, port, quiet)


def _build(settings: Config, voice: Voice) -> None:
    from teiedition import build as building

    tell(building.build(settings, progress=voice.progress), settings, voice)


def _application(settings: Config, edition: Path, tei: Path | None, watch: bool) -> Starlette:
    from teiedition.serve import application
    from teiedition.serve.preview import Preview, build_command

    if not watch:
        return application(settings.build)
    source = ["--tei", str(tei)] if tei is not None else ["--edition", str(edition)]
    return application(
        settings.build, Preview(settings, build_command([*source, "--out", str(settings.build)]))
    )


def _gateway(address: str) -> Starlette:
    from teiedition.serve import gateway
    from teiedition.serve.fetched import Fetched

    return gateway(Fetched(address))
