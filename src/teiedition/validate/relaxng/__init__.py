"""RELAX NG: whether a document matches a grammar, and if not, why, in words.

schema, scopes       grammar files → patterns (patterns, names, datatypes, dates, uri, expressions)
automaton            patterns → states (derivatives); the verdict
identity             ID and IDREF
explain              the reasons (vocabulary, repair, attributes, content, wording)
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from teiedition import tree
from teiedition.validate.relaxng.automaton import Automaton
from teiedition.validate.relaxng.explain import explain
from teiedition.validate.relaxng.fault import Fault
from teiedition.validate.relaxng.identity import identity_faults
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
        """What is wrong with a document, one fault for each cause; empty if it is valid.

        Attributes of the types ID and IDREF are looked at too, but for `xml:id`, which has rules of its own.
        """
        if not self.valid(root):
            return explain(self._automaton, self._vocabulary, root)
        return self.identity(root) if self._schema.identifying - {tree.XML_ID} else []

    def identity(self, root: tree.Element) -> list[Fault]:
        """Identifiers given twice and references to none, of a valid document."""
        return identity_faults(self._vocabulary, root)
