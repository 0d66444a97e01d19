"""`teiedition new`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from teiedition.cli.voice import FOLDER, Voice, voiced
from teiedition.errors import InputError
from teiedition.files import write_whole
from teiedition.resources import resource

schema_file = partial(resource, "schema")


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
    from teiedition.odd import xml_editors

    start = resource("site", "new")
    files = {path.relative_to(start): path for path in sorted(start.rglob("*")) if path.is_file()}
    files |= {
        Path("schema", path.name): path for path in map(schema_file, ("teiedition.rng", "teiedition.sch"))
    }
    for name, path in files.items():
        write_whole(folder / name, path.read_bytes())
    settings, _ = xml_editors.write(folder / "schema" / "teiedition.rng", folder)
    for path in (*(folder / name for name in files), *settings):
        voice.say(f"wrote {path}")
    voice.say(f"Now:  cd {folder}  and  teiedition build")
