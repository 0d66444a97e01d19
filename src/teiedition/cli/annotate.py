"""`teiedition annotate`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from teiedition import config
from teiedition.annotate.citations import edition
from teiedition.cli.voice import FILE, FOLDER, Voice, facts_of, voiced
from teiedition.errors import InputError
from teiedition.files import read_bytes, write_whole
from teiedition.model import Problem


@click.command()
@click.argument("tei", type=FILE, nargs=-1, required=True)
@click.option(
    "--authority", type=FOLDER, help="Folder of authority files (TEI or CSV).  [default: the edition's]"
)
@click.option("--out", type=FOLDER, help="Where the marked-up files go.  [default: in place]")
@click.option("--explain", metavar="OFFSET|TEXT", help="Write nothing; say why this mention is marked up as it is.")
@voiced
def annotate(
    tei: tuple[Path, ...], authority: Path | None, out: Path | None, explain: str | None, voice: Voice
) -> None:
    """Mark up names, dates, quantities and citations in TEI that exists already.

    Adds what is missing and touches nothing else; what you set, moved, corrected or deleted stays so,
    however often this runs.

    \b
    Examples:
      teiedition annotate tei/*.xml
      teiedition annotate letters/*.xml --authority authority --out marked-up
      teiedition annotate tei/1961-03-02-minutes.xml --explain "the Premier"
    """
    from teiedition import annotate as annotating
    from teiedition import authority as authorities

    settings = config.load(Path("."))
    folder = authority or (settings.authority if settings.authority.is_dir() else None)
    known = authorities.load(folder) if folder else None
    files = _files(tei)
    citable = edition.documents(edition.read({*files, *settings.tei.glob("*.xml")}))
    reports: dict[str, Any] = {}
    problems = []
    for path in files:
        try:
            result = annotating.annotate(_text(path), path, known, settings.language, documents=citable)
        except InputError as error:
            place = (error.line or 0, error.column or 0)
            problems.append(Problem(path, *place, "not-well-formed", error.reason, remedy=error.remedy or ""))
            voice.problem(problems[-1])
            continue
        if explain is not None:
            asked = int(explain) if explain.isdigit() else explain
            reports[str(path)] = [asdict(found) for found in result.explain(asked)]
            for found in result.explain(asked):
                voice.say(f"{path.name}: {found}")
            continue
        write_whole(out / path.name if out else path, result.tei)
        reports[str(path)] = result.report
        voice.say(f"{path.name}: {_summary(result.report)}")
    voice.report({"files": reports, "problems": facts_of(problems)})
    if problems:
        sys.exit(1)


def _text(path: Path) -> str:
    """The file as it stands; which must be UTF-8."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            "is not in UTF-8, so its markup can't be added to byte for byte", path,
            remedy="Save it as UTF-8, in its XML declaration too.",
        ) from None  # fmt: skip


def _summary(report: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{count['found']} {kind} ({count['linked']} linked)" for kind, count in report["kinds"].items()
    )


def _files(paths: tuple[Path, ...]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.glob("*.xml")) if path.is_dir() else [path])]
