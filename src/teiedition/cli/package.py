"""`teiedition package`."""

from __future__ import annotations

from pathlib import Path

import click

from teiedition.cli.build import settings_of, tell
from teiedition.cli.voice import FILE, FOLDER, Voice, voiced


@click.command()
@click.option("--edition", type=FOLDER, default=Path("."), help="Folder with edition.toml.  [default: .]")
@click.option("--tei", type=FOLDER, help="Any folder of TEI files instead; no configuration needed.")
@click.option("--out", type=FILE, help="The bag: a folder, or a file NAME.zip.  [default: NAME-bag]")
@voiced
def package(edition: Path, tei: Path | None, out: Path | None, voice: Voice) -> None:
    """Put all of an edition into one bag, to be kept.

    The edition is built first, if anything has changed. The bag (BagIt, with RO-Crate metadata) holds its
    sources, documents, authority files and pages, the schema and stylesheets, what was published, and the
    checksums of it all.

    \b
    Examples:
      teiedition package
      teiedition package --out deposits/harbour-papers.zip
    """
    from teiedition import build as building
    from teiedition.package import package as write

    settings = settings_of(edition, tei, None)
    tell(building.build(settings, progress=voice.progress), settings, voice)
    bag = write(settings, out or Path(f"{settings.folder.resolve().name}-bag"))
    voice.say(f"The bag is {bag}")
    voice.report({"bag": str(bag)})
