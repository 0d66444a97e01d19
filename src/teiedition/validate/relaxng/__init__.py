"""RELAX NG: whether a document matches a grammar, and if not, why, in words.

schema, scopes       grammar files → patterns (patterns, names, datatypes, dates, uri)
automaton            patterns → states; the verdict
explain              the reasons (vocabulary, repair, attributes, content, wording)
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from teiedition import tree
from teiedition.validate.relaxng.automaton import Automaton
from teiedition.validate.relaxng.explain import explain
from teiedition.validate.relaxng.fault import Fault
from teiedition.validate.relaxng.schema import Schema
from teiedition.validate.relaxng.vocabulary import Vocabulary

__all__ = ["Fault", "Grammar"]


class Grammar:
    """A RELAX NG grammar, ready to judge documents."""

    def __init__(self, path: Path) -> None:
        """Read the grammar (XML syntax) at `path`. Raises InputError when it can't be read or is wrong."""
        self._schema = Schema(path)
        self._automaton = Automaton(self._schema)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._schema)

    def valid(self, root: tree.Element) -> bool:
        """Whether a document, given by its root element, matches the grammar; identifiers aside."""
        return self._automaton.valid(root)

    def faults(self, root: tree.Element) -> list[Fault]:
        """What is wrong with a document, one fault for each cause; empty if it is valid."""
        return [] if self.valid(root) else explain(self._automaton, self._vocabulary, root)
