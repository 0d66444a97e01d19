"""`teiedition encode`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedition import config
from teiedition.cli.voice import FILE, FOLDER, Voice, facts_of, voiced

if TYPE_CHECKING:
    from teiedition.ingest import Ingested


@click.command()
@click.argument("sources", type=FILE, nargs=-1, required=True)
@click.option(
    "--authority", type=FOLDER, help="Folder of authority files (TEI or CSV).  [default: the edition's]"
)
@click.option("--out", type=FOLDER, help="Where the TEI files go.  [default: the edition's TEI folder]")
@click.option("--plain", is_flag=True, help="Leave names, dates, quantities and citations unmarked.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at once.  [default: one a processor]")
@voiced
def encode(
    sources: tuple[Path, ...], authority: Path | None, out: Path | None, plain: bool, jobs: int | None,
    voice: Voice,
) -> None:  # fmt: skip
    """Turn source texts into TEI, one file for each document found in them.

    Reads .txt, .md, .docx, .odt, .html and .pdf; a folder stands for the sources in it. Files that you
    have changed since they were encoded are kept as they are. Several processes share the sources where
    they are more than a few pages; what comes of them is the same.

    \b
    Examples:
      teiedition encode sources/cable.txt --out tei
      teiedition encode sources/ --authority authority --json > report.json
    """
    from teiedition import authority as authorities
    from teiedition.ingest import ingest

    settings = config.load(Path("."))
    folder = authority or (settings.authority if settings.authority.is_dir() else None)
    known = authorities.load(folder) if folder else None
    found = ingest(sources, out or settings.tei, settings, known, plain, jobs)
    _tell(found, voice)
    if any(problem.severity == "error" for problem in found.problems):
        sys.exit(1)


def _tell(found: Ingested, voice: Voice) -> None:
    for document in found.documents:
        sure = "" if document.confidence >= 0.8 else f"  doubtful boundary: {document.reason}"
        voice.say(f"{document.id}.xml  {document.source}:{document.first_line}–{document.last_line}{sure}")
        for doubt in document.doubts:
            voice.say(f"    {doubt}", level=2)
    for path in found.kept:
        voice.say(f"kept {path}: it was changed after it was encoded. Encode into another folder to compare.")
    if found.candidates:
        voice.say(f"names that no authority file has: drafts in {found.candidates[0].parent}")
    if found.pictures:
        voice.say(f"{len(found.pictures)} pictures of the sources are in folders beside their documents")
    for problem in found.problems:
        voice.problem(problem)
    for path, share in found.shares.items():
        voice.say(f"{path}: {share:.2%} of its characters accounted for")
    voice.report(
        {
            "documents": [_facts(document) for document in found.documents],
            "written": list(map(str, found.written)), "kept": list(map(str, found.kept)),
            "candidates": list(map(str, found.candidates)),
            "accounted": {str(path): share for path, share in found.shares.items()},
            "problems": facts_of(found.problems),
        }
    )  # fmt: skip


def _facts(document: object) -> dict[str, object]:
    facts = asdict(document)  # type: ignore[call-overload]
    facts.pop("tei")
    return dict(facts)
