"""`teiedition annotate`."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teiedition import config
from teiedition.cli.voice import FILE, FOLDER, Voice, facts_of, voiced
from teiedition.config import Config
from teiedition.files import write_whole
from teiedition.model import Problem
from teiedition.workers import fitting, shared_out

if TYPE_CHECKING:
    from teiedition.annotate.clusters import Cluster
    from teiedition.authority import Authority
    from teiedition.ingest.marking import Marked


@click.command()
@click.argument("tei", type=FILE, nargs=-1, required=True)
@click.option(
    "--authority", type=FOLDER, help="Folder of authority files (TEI or CSV).  [default: the edition's]"
)
@click.option("--out", type=FOLDER, help="Where the marked-up files go.  [default: in place]")
@click.option("--explain", metavar="OFFSET|TEXT", help="Write nothing; say why a mention is marked up.")
@click.option("--model", metavar="NAME", help="An installed spaCy model whose word counts for unknown names.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at once.  [default: one a processor]")
@voiced
def annotate(
    tei: tuple[Path, ...], authority: Path | None, out: Path | None, explain: str | None, model: str | None,
    jobs: int | None, voice: Voice,
) -> None:  # fmt: skip
    """Mark up names, dates, quantities and citations in TEI that exists already.

    Adds what is missing and touches nothing else; what you set, moved, corrected or deleted stays so,
    however often this runs. Several processes share many files.

    \b
    Examples:
      teiedition annotate tei/*.xml
      teiedition annotate letters/*.xml --authority authority --out marked-up
      teiedition annotate tei/1961-03-02-minutes.xml --explain "the Premier"
    """
    from teiedition.annotate.encoding import encoded
    from teiedition.annotate.report import summary
    from teiedition.ingest import draft_candidates

    settings = config.load(Path("."))
    known = _authority(authority, settings)
    files = _files(tei)
    if explain is not None:
        asked = int(explain) if explain.isdigit() else explain
        _explain(_marked(files, known, model, settings, jobs, voice, asked), voice)
        return
    reports: dict[str, Any] = {}
    unknown: list[Cluster] = []
    with closing(_marked(files, known, model, settings, jobs, voice)) as results:
        for path, made in results:
            write_whole(out / path.name if out else path, encoded(made.tei, made.encoding))
            unknown += made.unknown
            reports[str(path)] = made.report
            voice.say(f"{path.name}: {summary(made.report)}")
    drafts = draft_candidates(unknown, known, settings, out or tei[0].parent) if reports else []
    if drafts:
        voice.say(f"names that no authority file has: drafts in {drafts[0].parent}")
    voice.report({"files": reports, "candidates": list(map(str, drafts)), "problems": facts_of(voice.told)})
    if voice.told:
        sys.exit(1)


def _marked(
    files: Sequence[Path], known: Authority | None, model: str | None, settings: Config, jobs: int | None,
    voice: Voice, asked: str | int | None = None,
) -> Generator[tuple[Path, Marked], None, None]:  # fmt: skip
    """Each file with what annotating made of it; a file that can't be read is told."""
    from teiedition.annotate.citations import edition
    from teiedition.ingest import marking

    citable = edition.documents(edition.read({*files, *settings.tei.glob("*.xml")}))
    marker = marking.Marker(known, settings.language, citable, model)
    marker.prepare()
    processes = fitting(jobs, marking.size(files), marking.SHARE)
    work = partial(marking.marked_file, marker=marker, asked=asked)
    for path, made in zip(files, shared_out(work, files, processes), strict=True):
        if isinstance(made, Problem):
            voice.problem(made)
        else:
            yield path, made


def _explain(results: Iterable[tuple[Path, Marked]], voice: Voice) -> None:
    found = {path: made.explanations for path, made in results}
    for path, explanations in found.items():
        for explanation in explanations:
            voice.say(f"{path.name}: {explanation}", level=0)
    voice.report({str(path): [asdict(item) for item in explanations] for path, explanations in found.items()})


def _authority(folder: Path | None, settings: Config) -> Authority | None:
    from teiedition.authority import load

    place = folder or (settings.authority if settings.authority.is_dir() else None)
    return load(place) if place else None


def _files(paths: tuple[Path, ...]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.glob("*.xml")) if path.is_dir() else [path])]
