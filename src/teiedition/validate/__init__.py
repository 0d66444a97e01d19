"""TEI files → problems: grammar, rules, references, fidelity to the source, in one report.

Every check is a function from what was read to a list of `Problem`s; this module calls them and sorts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from teiedition.model import Problem
from teiedition.validate import references
from teiedition.validate.examine import examine, files_of, read
from teiedition.validate.models import changed
from teiedition.validate.references import Document
from teiedition.validate.report import FORMATS, render

__all__ = ["FORMATS", "render", "validate"]


def validate(
    paths: Sequence[Path],
    *,
    schema: Path | None = None,
    authority: Path | None = None,
    sources: Path | None = None,
) -> list[Problem]:
    """Check TEI files, or folders of them, and return what is wrong, sorted by file and line.

    `schema` is a file in RELAX NG, Schematron or W3C XML Schema; without it, a document is held against
    the schemas that it names, or the project's own. `authority` is the folder of authority files whose
    identifiers the documents point at; they are not checked themselves.
    `sources` is the folder of source texts that the documents must account for.
    Raises InputError when a path or the schema can't be read.
    """
    files = files_of(paths)
    examined = examine(files, schema)
    problems = [problem for item in examined for problem in item.problems]
    documents = [item.document for item in examined if item.document]
    entries = [_entries(path, changed(path)) for path in _authority_files(authority)]
    problems += references.check(documents, entries)
    if sources:
        from teiedition import fidelity  # reads sources of all formats, and takes as long to load

        problems += fidelity.check(files, sources)
    return sorted(problems, key=lambda problem: (str(problem.file), problem.line, problem.column))


def _authority_files(folder: Path | None) -> list[Path]:
    """The files right in the folder; drafts wait in folders below it."""
    return sorted(folder.glob("*.xml")) if folder else []


# A build validates thousands of documents, one call each: what is the same for all is read once.
@cache
def _entries(path: Path, stamp: int) -> Document:
    return references.gather(read(path), path)
