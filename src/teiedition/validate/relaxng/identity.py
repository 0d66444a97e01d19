"""Attributes of the types ID, IDREF and IDREFS: each identifier once, each reference to one of them.

RELAX NG leaves this to "RELAX NG DTD Compatibility" (OASIS 2001), section 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from teiedition import tree
from teiedition.validate.relaxng.automaton import attributes
from teiedition.validate.relaxng.fault import Fault
from teiedition.validate.relaxng.names import local
from teiedition.validate.relaxng.patterns import Data
from teiedition.validate.relaxng.vocabulary import Vocabulary

TYPES = ("ID", "IDREF", "IDREFS")


def identity_faults(vocabulary: Vocabulary, root: tree.Element) -> list[Fault]:
    """Identifiers given twice and references to none, of a document that the grammar allows."""

    @cache
    def types(element: str) -> Mapping[str, str]:
        """The attributes of an element that have one of the types, with it."""
        return {
            name: leaf.value.datatype.kind.name
            for pattern in vocabulary.elements.get(element, [])
            for leaf in attributes(pattern.content)
            if isinstance(leaf.value, Data) and leaf.value.datatype.kind.name in TYPES
            for name in leaf.names.listed()
        }

    found = [
        (node, name, type_, value)
        for node in root.iter("*")
        for name, type_ in types(str(node.tag)).items()
        if (value := node.get(name)) is not None
    ]
    first: dict[str, tree.Element] = {}
    faults: list[Fault] = []
    for node, name, type_, value in found:
        identifier = value.strip(" \t\r\n")
        if type_ == "ID" and first.setdefault(identifier, node) is not node:
            faults.append(_repeated(node, name, identifier, first[identifier]))
    for node, name, type_, value in found:
        if type_ != "ID":
            faults += _dangling(node, name, value, first)
    return faults


def _repeated(node: tree.Element, name: str, value: str, other: tree.Element) -> Fault:
    message = (
        f'"{value}", in @{local(name)} of {tree.local(node)}, is already given in line {other.sourceline}'
    )
    return Fault(node, f"@{name}", "duplicate-id", value, message, "Give one of the two another identifier.")


def _dangling(
    node: tree.Element, name: str, value: str, known: Mapping[str, tree.Element]
) -> Iterator[Fault]:
    for target in value.split():
        if target not in known:
            message = f'"{target}", in @{local(name)} of {tree.local(node)}, is no identifier of this file'
            yield Fault(node, f"@{name}", "reference", target, message, "Mend it, or add the identifier.")
