"""`teiedition build`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from teiedition import config
from teiedition.cli.voice import FOLDER, Voice, counted, facts_of, voiced
from teiedition.config import OUTPUTS, Config
from teiedition.errors import EnvironmentFault
from teiedition.model import Problem

if TYPE_CHECKING:
    from teiedition.build import Report


@click.command()
@click.option("--edition", type=FOLDER, default=Path("."), help="Folder with edition.toml.  [default: .]")
@click.option("--tei", type=FOLDER, help="Any folder of TEI files instead; no configuration needed.")
@click.option("--out", type=FOLDER, help="Where to build.  [default: build, in the edition's folder]")
@click.option("--only", help=f"Only these outputs, with commas between: {','.join(OUTPUTS)}.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at once.  [default: one a processor]")
@click.option(
    "--scheduler", metavar="ADDRESS", default="", help="Dask scheduler of a cluster that does the work."
)
@voiced
def build(
    edition: Path, tei: Path | None, out: Path | None, only: str | None, jobs: int | None, scheduler: str,
    voice: Voice,
) -> None:  # fmt: skip
    """Publish an edition: reading site, PDF, e-books, data.

    Only what has changed is made anew. A document that fails is reported with its file and line; the
    others are built, and of the failed one the last good pages stay.

    \b
    Examples:
      teiedition build
      teiedition build --tei my-tei --out public --only site
      teiedition build --scheduler tcp://10.0.0.5:8786
    """
    from teiedition import build as building

    settings = settings_of(edition, tei, out)
    report = building.build(settings, _outputs(only), jobs, voice.progress, scheduler)
    tell(report, settings, voice)
    if any(problem.severity == "error" for problem in report.problems):
        sys.exit(1)


def settings_of(edition: Path, tei: Path | None, out: Path | None) -> Config:
    """The configuration that the options of `build` and `serve` mean."""
    if tei is not None:
        return replace(config.of_tei(tei), build=out or Path("build"))
    settings = config.load(edition)
    if not (edition / config.FILE).exists() and not settings.tei.is_dir():
        settings = config.of_tei(edition)  # a folder that has nothing but TEI files
    return replace(settings, build=out) if out else settings


FEW, MANY = 12, 20
"""So many changed files are named without being asked for; so many problems are listed."""


def tell(report: Report, settings: Config, voice: Voice) -> None:
    """Say what a build did."""
    level = 1 if len(report.made) + len(report.removed) <= FEW else 2
    for output in report.made:
        voice.say(f"made     {output}", level)
    for output in report.removed:
        voice.say(f"removed  {output}", level)
    _tell_unknown_elements(report, voice)
    passed_over = [problem for problem in report.problems if problem.rule == "passed-over"]
    for problem in passed_over[:MANY]:
        voice.say(f"note: {problem.file}: {problem.message}.{f' {problem.remedy}' if problem.remedy else ''}")
    _tell_problems([problem for problem in report.problems if problem not in passed_over], voice)
    voice.say(_summary(report, settings))
    voice.report(
        {
            "documents": report.documents, "seconds": round(report.seconds, 3), "build": str(settings.build),
            "made": report.made, "kept": report.kept, "removed": report.removed,
            "messages": report.messages, "problems": facts_of(report.problems),
        }
    )  # fmt: skip


def _tell_problems(problems: Sequence[Problem], voice: Voice) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    shown = problems if voice.level > 1 else errors[:MANY]
    for problem in shown:
        voice.problem(problem)
    if more := len(problems) - len(shown):
        kind = "more problem" if shown else "warning"
        voice.say(f"{counted(more, kind)}: see `teiedition validate`.", level=0 if errors else 1)


def _summary(report: Report, settings: Config) -> str:
    documents = counted(report.documents, "document")
    seconds = f"{report.seconds:.2f} s"
    if not report.made and not report.removed:
        files = counted(report.kept, "file")
        return f"Nothing has changed: {documents}, {files} in {settings.build} ({seconds})."
    kinds = Counter(PurePath(output).suffix for output in report.made)
    names = {".html": "page", ".pdf": "PDF", ".epub": "e-book"}
    made = [counted(kinds[suffix], name) for suffix, name in names.items() if kinds[suffix]]
    if others := len(report.made) - sum(kinds[suffix] for suffix in names):
        made.append(counted(others, "other file"))
    kept = f", {report.kept} kept as they were" if report.kept else ""
    return f"Built {documents} in {seconds}: {', '.join(made) or 'nothing new'}{kept} → {settings.build}"


def _tell_unknown_elements(report: Report, voice: Voice) -> None:
    found: dict[str, list[str]] = {}
    for output, messages in report.messages.items():
        for message in messages:
            found.setdefault(message, []).append(output)
    for message, outputs in sorted(found.items()):
        voice.say(f"note: {message} ({len(outputs)} × , first in {min(outputs)})")


def _outputs(only: str | None) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in (only or "").split(",") if name.strip())
    if unknown := set(wanted) - set(OUTPUTS):
        raise EnvironmentFault(
            f"--only {', '.join(sorted(unknown))}: no such output", f"There are: {', '.join(OUTPUTS)}."
        )
    return wanted
