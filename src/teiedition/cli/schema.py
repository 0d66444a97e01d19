"""`teiedition schema`."""

from __future__ import annotations

from pathlib import Path

import click

from teiedition import config
from teiedition.cli.voice import FILE, FOLDER, Voice, facts_of, voiced


@click.group()
def schema() -> None:
    """Work with TEI customisations (ODD)."""


@schema.command("compile")
@click.argument("odd", type=FILE)
@click.option(
    "--tei", type=FILE, help="TEI's p5subset.xml.  [default: what the ODD's @source names, fetched once]"
)
@click.option("--out", type=FOLDER, help="Where the files go.  [default: beside the ODD]")
@voiced
def compile_(odd: Path, tei: Path | None, out: Path | None, voice: Voice) -> None:
    """Compile an ODD to RELAX NG, XSD, Schematron and reference pages.

    Beside them goes a catalog, and into the edition's folder settings for VS Code, so that editors
    find the schema; those that are there already stay as they are.

    \b
    Examples:
      teiedition schema compile schema/teiedition.odd
      teiedition schema compile my.odd --tei p5subset.xml --out build/schema
    """
    from teiedition.odd import compile_odd, find_tei, xml_editors

    compiled = compile_odd(odd, tei or find_tei(odd))
    for warning in compiled.warnings:
        voice.problem(warning)
    folder = out or odd.parent
    written = compiled.write(folder)
    added, kept = xml_editors.write(folder / f"{compiled.ident}.rng", _edition(folder))
    written += added
    for line in (*map(str, written), *kept):
        voice.say(line)
    voice.report({"ident": compiled.ident, "written": [str(path) for path in written],
                  "warnings": facts_of(compiled.warnings)})  # fmt: skip


def _edition(folder: Path) -> Path:
    """The edition that a folder of schemas belongs to; else the folder itself, or what `schema` stands in."""
    whole = folder.resolve()
    edition = next((place for place in (whole, *whole.parents) if (place / config.FILE).is_file()), None)
    return edition or (whole.parent if whole.name == "schema" else whole)
