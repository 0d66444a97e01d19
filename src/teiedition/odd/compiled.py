"""An ODD, compiled: what is written beside it."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from teiedition.files import unwritable, write_whole
from teiedition.model import Problem
from teiedition.odd import reference, relaxng, schematron, usage, xsd
from teiedition.odd.customise import customise
from teiedition.odd.documents import settings
from teiedition.odd.grammar import build


@dataclass(frozen=True, slots=True)
class Compiled:
    """The schemas that an ODD specifies. `ident` is the schema's name (`schemaSpec/@ident`)."""

    ident: str
    rng: bytes
    xsd: bytes
    schematron: bytes
    reference: str
    """The reference pages, HTML."""
    warnings: tuple[Problem, ...] = ()
    """What the ODD says without effect, such as a change of an element that TEI does not have."""

    def write(self, out: Path) -> list[Path]:
        """Write `NAME.rng` and the others into the folder `out`: all of them, or none."""
        content: dict[str, bytes | str] = {
            f"{self.ident}.rng": self.rng,
            f"{self.ident}.xsd": self.xsd,
            f"{self.ident}.sch": self.schematron,
            f"{self.ident}.html": self.reference,
        }
        try:
            out.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=out, prefix=".schema.") as waiting:
                for name, data in content.items():
                    write_whole(Path(waiting) / name, data)
                for name in content:
                    os.replace(Path(waiting) / name, out / name)
        except OSError as error:
            raise unwritable(out, error) from error
        return [out / name for name in content]


def compile_odd(odd: Path, tei: Path) -> Compiled:
    """Compile an ODD against a TEI release (its p5subset.xml).

    Raises InputError with file and line for an ODD that can't be carried out, and EnvironmentFault
    where it needs something of the web that is neither at hand nor within reach.
    """
    schema = customise(odd, tei)
    grammar = build(schema)
    return Compiled(
        ident=schema.ident,
        rng=relaxng.write(grammar),
        xsd=xsd.write(grammar),
        schematron=schematron.write(grammar),
        reference=reference.write(grammar, usage.gather(_documents(odd))),
        warnings=schema.warnings,
    )


def _documents(odd: Path) -> Path | None:
    """The folder of the edition that the ODD names for its examples, where it is there."""
    named = settings(odd).get("documents")
    return odd.parent / named if named and (odd.parent / named).is_dir() else None
