"""What a RELAX NG grammar has against a file, as problems with their places."""

from __future__ import annotations

from pathlib import Path

from teiedition import tree
from teiedition.model import Problem
from teiedition.validate.places import places
from teiedition.validate.relaxng import Grammar


class GrammarCheck:
    """A RELAX NG grammar that files are held against."""

    def __init__(self, path: Path) -> None:
        """Read the grammar. Raises InputError when it is wrong."""
        self._grammar = Grammar(path)

    def check(self, root: tree.Element, path: Path) -> list[Problem]:
        """The problems of the document with this root, read from the file at `path`; one for each cause."""
        faults = self._grammar.faults(root)
        if not faults:
            return []
        where = places(path, root)
        return [
            Problem(
                path, *where.of(fault.node, fault.at), f"grammar/{fault.kind}", fault.message,
                remedy=fault.remedy, subject=fault.subject, allowed=fault.allowed,
            )
            for fault in faults
        ]  # fmt: skip
