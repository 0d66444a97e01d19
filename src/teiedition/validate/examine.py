"""Each file by itself: reading it, holding it against its schemas, gathering what it names and points at.

Where files are many, several processes share them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from teiedition import tree, workers
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.model import Problem
from teiedition.validate import references
from teiedition.validate.models import check
from teiedition.validate.references import Document

_SHARE = 100
"""How many files are worth a process of their own."""
_BATCH = 25


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file gave: its problems, and unless it can't be read, its identifiers and pointers."""

    problems: tuple[Problem, ...]
    document: Document | None = None


def examine(files: Sequence[Path], schema: Path | None) -> list[Examined]:
    """Examine every file, by itself. Raises InputError when a file or a schema is not there or no schema."""
    processes = workers.fitting(None, len(files), _SHARE)
    work = partial(_examine, schema=schema)
    remedy = "Run again with fewer files at a time."
    return list(workers.shared_out(work, files, processes, batch=_BATCH, remedy=remedy))


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files that the paths name; of a folder, its XML files at any depth."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return list(found)


def read(path: Path) -> tree.Element:
    """The root of an XML file. Raises InputError when it is not there, empty, or not well-formed."""
    data = read_bytes(path)
    if not data.strip():
        remedy = "A TEI file has a TEI element at least; restore or delete it."
        raise InputError("is empty", path, 1, remedy=remedy)
    return tree.parse(data, path)


def _examine(path: Path, schema: Path | None) -> Examined:
    try:
        root = read(path)
    except InputError as error:
        return Examined((_unreadable(path, error),))
    problems = [*_inclusions(root, path), *check(root, path, schema)]
    return Examined(tuple(problems), references.gather(root, path))


def _inclusions(root: tree.Element, path: Path) -> Iterator[Problem]:
    for node in root.iter("{http://www.w3.org/2001/XInclude}include"):
        href = node.get("href", "")
        yield Problem(
            path, cast("int | None", node.sourceline) or 0, 0, "inclusion",
            f'"{href}" is included by XInclude, but no other file is read for a document',
            "warning", "Validate that file by itself, or put its text here.", href,
        )  # fmt: skip


def _unreadable(path: Path, error: InputError) -> Problem:
    if not path.exists():
        raise error
    reason, remedy = error.reason, error.remedy or ""
    for words, plain, instead in _PLAINER:
        match = re.search(words, reason)
        if match:
            reason, remedy = match.expand(plain), match.expand(instead)
            break
    return Problem(path, error.line or 0, error.column or 0, "not-well-formed", reason, remedy=remedy)


_PLAINER = (
    (
        r"tag mismatch: (\S+) line (\d+) and (\S+)",
        r"</\3> can't stand here: \1, which begins in line \2, is still open",
        r"Add </\1> before it, or mend one of the two names.",
    ),
    (
        r"Premature end of data in tag (\S+) line (\d+)",
        r"\1, which begins in line \2, is never closed",
        r"Add </\1> where it ends.",
    ),
    (
        r"Excessive depth in document: (\d+)",
        r"\1 elements are open here, one within another, and more are not read",
        "Close the elements that were meant to end before.",
    ),
    (
        "amplification",
        "its entities stand for more text than is safe to read",
        "Write the text out instead of the entities.",
    ),
    (
        "network entity",
        "it refers to a file on the web, and nothing is fetched for a document",
        "Declare its entities in the document itself, or write the characters out.",
    ),
    (
        r"Entity '([^']*)' not defined",
        r"&\1; is not declared in the document itself, and no other file is read for it",
        "Declare the entity in the document, or write the character out.",
    ),
    (
        "Invalid bytes in character encoding|not proper UTF-8",
        "there are bytes here that are no text in the encoding of the file",
        "Save the file as UTF-8, or name its encoding in the first line.",
    ),
)
"""Words in the parser's messages, what to say instead, and what to do."""
