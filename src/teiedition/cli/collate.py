"""`teiedition collate`."""

from __future__ import annotations

from pathlib import Path

import click

from teiedition.cli.voice import FILE, Voice, counted, voiced
from teiedition.files import write_whole


@click.command()
@click.argument("tei", type=FILE, nargs=-1, required=True)
@click.option("--out", type=FILE, help="Write the collation there.  [default: standard output]")
@voiced
def collate(tei: tuple[Path, ...], out: Path | None, voice: Voice) -> None:
    """Compare the witnesses of one document, word by word, and write a collation in TEI.

    The first file is the base. Notes, running heads and what an editor corrected are not compared. Where
    witnesses differ, an app holds a reading of each; every witness can be read from the collation whole.

    \b
    Example:
      teiedition collate tei/minutes-fair-copy.xml tei/minutes-draft.xml --out minutes-collation.xml
    """
    from teiedition import collate as collating

    found = collating.witnesses(tei)
    segments = collating.collate(found)
    text = collating.to_tei(found, segments)
    if out:
        write_whole(out, text)
    elif not voice.as_json:
        click.echo(text)
    slight = sum(segment.slight for segment in segments)
    differing = sum(not segment.same for segment in segments)
    voice.say(f"{counted(differing, 'difference')}, {slight} of them in capitals or punctuation only")
    signs = [{"sign": one.sign, "file": str(one.file), "words": len(one.words)} for one in found]
    where = str(out) if out else None
    voice.report({"witnesses": signs, "differences": differing, "slight": slight, "out": where})
