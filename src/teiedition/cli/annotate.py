"""`teiedition annotate`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teiedition import config
from teiedition.cli.voice import FILE, FOLDER, Voice, facts_of, voiced
from teiedition.config import Config
from teiedition.errors import InputError
from teiedition.files import read_bytes, write_whole

if TYPE_CHECKING:
    from teiedition.annotate import Annotated
    from teiedition.authority import Authority


@click.command()
@click.argument("tei", type=FILE, nargs=-1, required=True)
@click.option(
    "--authority", type=FOLDER, help="Folder of authority files (TEI or CSV).  [default: the edition's]"
)
@click.option("--out", type=FOLDER, help="Where the marked-up files go.  [default: in place]")
@click.option("--explain", metavar="OFFSET|TEXT", help="Write nothing; say why a mention is marked up.")
@click.option("--model", metavar="NAME", help="An installed spaCy model whose word counts for unknown names.")
@voiced
def annotate(
    tei: tuple[Path, ...], authority: Path | None, out: Path | None, explain: str | None, model: str | None,
    voice: Voice,
) -> None:  # fmt: skip
    """Mark up names, dates, quantities and citations in TEI that exists already.

    Adds what is missing and touches nothing else; what you set, moved, corrected or deleted stays so,
    however often this runs.

    \b
    Examples:
      teiedition annotate tei/*.xml
      teiedition annotate letters/*.xml --authority authority --out marked-up
      teiedition annotate tei/1961-03-02-minutes.xml --explain "the Premier"
    """
    from teiedition.annotate.encoding import encoded
    from teiedition.annotate.report import summary

    settings = config.load(Path("."))
    results = _annotated(_files(tei), authority, model, settings, voice)
    if explain is not None:
        _explain(results, int(explain) if explain.isdigit() else explain, voice)
        return
    reports: dict[str, Any] = {}
    marked: list[tuple[str, str]] = []
    for path, encoding, result in results:
        write_whole(out / path.name if out else path, encoded(result.tei, encoding))
        marked.append((path.stem, result.tei))
        reports[str(path)] = result.report
        voice.say(f"{path.name}: {summary(result.report)}")
    drafts = _drafts(marked, authority, settings, out or tei[0].parent)
    if drafts:
        voice.say(f"names that no authority file has: drafts in {drafts[0].parent}")
    voice.report({"files": reports, "candidates": list(map(str, drafts)), "problems": facts_of(voice.told)})
    if voice.told:
        sys.exit(1)


def _annotated(
    files: Sequence[Path], authority: Path | None, model: str | None, settings: Config, voice: Voice
) -> Iterator[tuple[Path, str, Annotated]]:
    """Each file with its encoding and what annotating made of it; a file that can't be read is told."""
    from teiedition.annotate import annotate as mark_up
    from teiedition.annotate import recognizers
    from teiedition.annotate.citations import edition
    from teiedition.annotate.encoding import decoded
    from teiedition.ingest import problem_of

    known = _authority(authority, settings)
    recognize = recognizers.spacy(model) if model else None
    citable = edition.documents(edition.read({*files, *settings.tei.glob("*.xml")}))
    for path in files:
        try:
            text, encoding = decoded(read_bytes(path), path)
            result = mark_up(text, path, known, settings.language, recognize=recognize, documents=citable)
        except InputError as error:
            voice.problem(problem_of(error, path))
        else:
            yield path, encoding, result


def _explain(results: Iterable[tuple[Path, str, Annotated]], asked: str | int, voice: Voice) -> None:
    found = {path: result.explain(asked) for path, _, result in results}
    for path, explanations in found.items():
        for explanation in explanations:
            voice.say(f"{path.name}: {explanation}", level=0)
    voice.report({str(path): [asdict(item) for item in explanations] for path, explanations in found.items()})


def _drafts(
    marked: Sequence[tuple[str, str]], authority: Path | None, settings: Config, out: Path
) -> Sequence[Path]:
    from teiedition.ingest import draft_candidates

    return draft_candidates(marked, _authority(authority, settings), settings, out) if marked else []


def _authority(folder: Path | None, settings: Config) -> Authority | None:
    from teiedition.authority import load

    place = folder or (settings.authority if settings.authority.is_dir() else None)
    return load(place) if place else None


def _files(paths: tuple[Path, ...]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.glob("*.xml")) if path.is_dir() else [path])]
