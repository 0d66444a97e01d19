"""`teiedition review`."""

from __future__ import annotations

from pathlib import Path

import click

from teiedition import config
from teiedition.cli.listening import listen
from teiedition.cli.voice import FOLDER, Voice, counted
from teiedition.ingest import problem_of

HOST = "127.0.0.1"
"""Only this machine reaches the page: it writes files."""


@click.command()
@click.option("--edition", type=FOLDER, default=Path("."), help="Folder with edition.toml.  [default: .]")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, help="Port.  [default: 8001]")
@click.option("--open", "opened", is_flag=True, help="Open the page in your browser.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
def review(edition: Path, port: int, opened: bool, quiet: bool) -> None:
    """Decide on what was proposed: accept, correct or reject it, on a page of your own machine.

    The same words, marked up in the same way, are one question wherever they stand. What you decide is
    written into the TEI files at once, and nothing that runs later undoes it. Only this machine can reach
    the page.

    \b
    Examples:
      teiedition review
      teiedition review --edition my-edition --open
    """
    from teiedition.review import Desk, application

    voice = Voice(0 if quiet else 1)
    desk = Desk(config.load(edition))
    documents = desk.documents(voice.progress)
    for fault in desk.faults.values():
        voice.problem(problem_of(fault, desk.config.tei))
    waiting = sum(len(document.proposals) for document in documents)
    voice.say(f"{counted(waiting, 'open proposal')} in {counted(len(documents), 'document')}")
    if opened:
        click.launch(f"http://{HOST}:{port}/")
    listen(application(desk), HOST, port, quiet=True)
