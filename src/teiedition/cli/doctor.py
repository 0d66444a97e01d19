"""`teiedition doctor`."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from teiedition.cli.voice import Voice, voiced
from teiedition.resources import resource


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a command needs: is it there, and how does one get it?"""

    need: str
    commands: str
    there: bool
    remedy: str
    optional: bool = False


@click.command()
@voiced
def doctor(voice: Voice) -> None:
    """Say what of this machine is missing for which command, and how to get it.

    \b
    Example:
      teiedition doctor
    """
    findings = list(examine())
    for finding in findings:
        sign = "ok     " if finding.there else "missing"
        voice.say(f"{sign}  {finding.need}  (for {finding.commands})")
        if not finding.there:
            voice.say(f"         → {finding.remedy}")
    voice.report({"findings": [{"need": f.need, "there": f.there, "for": f.commands} for f in findings]})
    if any(not finding.there and not finding.optional for finding in findings):
        sys.exit(2)


LIBRARIES = {
    "lxml": "everything",
    "saxonche": "build, validate",
    "typst": "build (print)",
    "xmlschema": "validate against an XSD",
    "starlette": "review, serve",
    "uvicorn": "review, serve",
}

EXTRAS = {
    "uvloop": ("serve, to answer more requests a second", "fast"),
    "distributed": ("build --scheduler", "cluster"),
    "spacy": ("annotate --model", "ner"),
    "pyarrow": ("build (tables as Parquet)", "parquet"),
}
"""Libraries that only some need: for which commands, and in which extra they come."""


def examine() -> Iterator[Finding]:
    """Look at the interpreter, the libraries and the program's own files, and try each engine once."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        f"Python {version}", "everything", sys.version_info >= (3, 11), "Install Python 3.11 or newer."
    )
    for name, commands in LIBRARIES.items():
        yield Finding(f"the library {name}", commands, _works(name), f"pip install {name}")
    for name, (commands, extra) in EXTRAS.items():
        remedy = f"Only if you need it: pip install 'teiedition[{extra}]'"
        yield Finding(f"the library {name}", commands, _works(name), remedy, optional=True)
    for parts, commands in ((("xslt", "html.xsl"), "build"), (("schema", "teiedition.rng"), "validate")):
        there = resource(*parts).is_file()
        yield Finding(
            "/".join(parts),
            commands,
            there,
            "Install teiedition again: pip install --force-reinstall teiedition",
        )
    yield Finding("XSLT 3.0 at work", "build", _tries(_transform), "pip install --force-reinstall saxonche")
    yield Finding(
        "typesetting at work", "build (print)", _tries(_typeset), "pip install --force-reinstall typst"
    )


def _works(library: str) -> bool:
    return _tries(lambda: importlib.import_module(library))


def _tries(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except Exception:
        return False
    return True


def _transform() -> None:
    from teiedition import saxon

    saxon.stylesheet(resource("xslt", "record.xsl"))


def _typeset() -> None:
    from teiedition.publish.typesetting import typeset

    typeset("A line.")
