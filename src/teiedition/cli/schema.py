"""`teiedition schema`."""

from __future__ import annotations

from pathlib import Path

import click

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

    \b
    Examples:
      teiedition schema compile schema/teiedition.odd
      teiedition schema compile my.odd --tei p5subset.xml --out build/schema
    """
    from teiedition.odd import compile_odd, find_tei

    compiled = compile_odd(odd, tei or find_tei(odd))
    for warning in compiled.warnings:
        voice.problem(warning)
    written = compiled.write(out or odd.parent)
    for path in written:
        voice.say(str(path))
    voice.report({"ident": compiled.ident, "written": [str(path) for path in written],
                  "warnings": facts_of(compiled.warnings)})  # fmt: skip
