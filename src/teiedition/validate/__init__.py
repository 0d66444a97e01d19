"""TEI files → problems: grammar, rules, references, fidelity to the source, in one report.

Every check is a function from what was read to a list of `Problem`s; this module calls them and sorts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from teiedition import fidelity, tree
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.model import Problem
from teiedition.validate import references
from teiedition.validate.models import changed, check
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
    files = _files(paths)
    problems: list[Problem] = []
    documents: list[Document] = []
    for path in files:
        try:
            root = _read(path)
        except InputError as error:
            problems.append(_unreadable(path, error))
            continue
        problems += check(root, path, schema)
        documents.append(references.gather(root, path))
    entries = [_entries(path, changed(path)) for path in _files([authority] if authority else [])]
    problems += references.check(documents, entries)
    if sources:
        problems += fidelity.check(files, sources)
    return sorted(problems, key=lambda problem: (str(problem.file), problem.line, problem.column))


# A build validates thousands of documents, one call each: what is the same for all is read once.
@cache
def _entries(path: Path, stamp: int) -> Document:
    return references.gather(_read(path), path)


def _files(paths: Iterable[Path]) -> list[Path]:
    """The files that the paths name; of a folder, its XML files at any depth."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return list(found)


def _read(path: Path) -> tree.Element:
    data = read_bytes(path)
    if not data.strip():
        remedy = "A TEI file has a TEI element at least; restore or delete it."
        raise InputError("is empty", path, 1, remedy=remedy)
    return tree.parse(data, path)


def _unreadable(path: Path, error: InputError) -> Problem:
    if not path.exists():
        raise error
    return Problem(
        path, error.line or 0, error.column or 0, "not-well-formed", error.reason, remedy=error.remedy or ""
    )
