"""`teiedition new`."""

from __future__ import annotations

from pathlib import Path

import click

from teiedition.cli.voice import FOLDER, Voice, voiced
from teiedition.errors import InputError
from teiedition.files import write_whole
from teiedition.resources import resource


@click.command()
@click.argument("folder", type=FOLDER)
@voiced
def new(folder: Path, voice: Voice) -> None:
    """Begin an edition in FOLDER: its settings, and a first document that builds at once.

    \b
    Example:
      teiedition new letters && cd letters && teiedition build
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(
            "is not empty", folder, remedy="Name a folder that does not exist yet, or an empty one."
        )
    start = resource("site", "new")
    for path in sorted(start.rglob("*")):
        if path.is_file():
            write_whole(folder / path.relative_to(start), path.read_bytes())
            voice.say(f"wrote {folder / path.relative_to(start)}")
    voice.say(f"Now:  cd {folder}  and  teiedition build")
