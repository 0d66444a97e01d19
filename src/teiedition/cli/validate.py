"""`teiedition validate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from teiedition import config
from teiedition.cli.voice import FILE, FOLDER, Voice, counted, voiced
from teiedition.errors import InputError


@click.command()
@click.argument("paths", type=FILE, nargs=-1)
@click.option("--schema", type=FILE, help="A RELAX NG or XSD file.  [default: the project's own]")
@click.option("--authority", type=FOLDER, help="Folder of authority files.  [default: the edition's]")
@click.option("--sources", type=FOLDER, help="Folder of source texts, for the proof that nothing was lost.")
@click.option(
    "--format", "format_", default="text", show_default=True,
    type=click.Choice(["text", "json", "sarif", "junit", "github", "html"]), help="Form of the report.",
)  # fmt: skip
@voiced
def validate(
    paths: tuple[Path, ...], schema: Path | None, authority: Path | None, sources: Path | None, format_: str,
    voice: Voice,
) -> None:  # fmt: skip
    """Say what is wrong in TEI files, where, and what to do.

    Checks the grammar, the project's rules, that every reference leads somewhere, and, where the source
    texts are at hand, that nothing of them was lost. Without PATHS, the edition's TEI folder.

    \b
    Examples:
      teiedition validate
      teiedition validate tei/1961-03-02-minutes.xml --schema my.rng
      teiedition validate --format github
      teiedition validate --format html > state.html
    """
    from teiedition import validate as validating

    settings = config.load(Path("."))
    files = list(paths) or [settings.tei]
    if missing := [path for path in files if not path.exists()]:
        raise InputError(
            "there is no such file or folder", missing[0], remedy="Check the name and the folder."
        )
    entries = authority or (settings.authority if settings.authority.is_dir() else None)
    texts = sources or (settings.sources if settings.sources.is_dir() else None)
    problems = validating.validate(files, schema=schema, authority=entries, sources=texts)
    if format_ == "html":
        from teiedition.validate.dashboard import dashboard  # loads Saxon, which checking may not need

        report = dashboard(files, problems, title=settings.title)
    else:
        report = validating.render(problems, "json" if voice.as_json else format_)
    click.echo(report, nl=False)
    errors = sum(problem.severity == "error" for problem in problems)
    if not problems:
        voice.say("No problem found.")
    elif format_ == "text":
        others = len(problems) - errors
        voice.say(f"{counted(errors, 'error')}, {others} of less weight.")
    if errors:
        sys.exit(1)
