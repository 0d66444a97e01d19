"""RELAX NG, by libxml2."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.model import Problem


def load(path: Path) -> etree.RelaxNG:
    """The grammar in a RELAX NG file (XML syntax). Raises InputError when it is none."""
    try:
        return etree.RelaxNG(tree.parse(read_bytes(path), path))
    except etree.RelaxNGParseError as error:
        raise InputError(f"is not a RELAX NG grammar: {error}", path) from None


def check(schema: etree.RelaxNG, root: tree.Element, path: Path) -> list[Problem]:
    """What the grammar has against a document: the first cause on each line."""
    if schema.validate(root):
        return []
    first: dict[int, etree._LogEntry] = {}
    for entry in schema.error_log:
        first.setdefault(entry.line, entry)
    return [Problem(path, line, 0, "grammar", entry.message) for line, entry in first.items()]
