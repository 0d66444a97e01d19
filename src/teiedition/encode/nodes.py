"""The tree in which a document is built up: elements, stretches of the source, words of our own.

Source text stands in the tree as `Slice`s only, never as copied strings, so that which characters of the
source a document holds can be read off its tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Slice(NamedTuple):
    """A half-open stretch of `Source.text`."""

    start: int
    end: int


@dataclass(slots=True)
class Node:
    """A TEI element. A string among its children is the edition's own word, not the source's."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)

    def slices(self) -> Iterator[Slice]:
        """All source stretches in this element, in document order."""
        for child in self.children:
            if isinstance(child, Slice):
                yield child
            elif isinstance(child, Node):
                yield from child.slices()

    def all(self) -> Iterator[Node]:
        """This element and all within it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all()

    def find(self, name: str) -> Iterator[Node]:
        """The elements of that name in this element, itself included, in document order."""
        return (node for node in self.all() if node.name == name)


Child = Node | Slice | str


def element(name: str, *children: Child | None, attributes: Mapping[str, str | None] | None = None) -> Node:
    """An element; children and attributes that are None or empty are left out."""
    kept = {key: value for key, value in (attributes or {}).items() if value}
    return Node(name, kept, [child for child in children if child not in (None, "")])


def filled(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that hold something."""
    return [node for node in nodes if node.children or node.attributes]
