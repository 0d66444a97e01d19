"""Stretches of running text that are to become one block each, and the writing of them as elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from teiedition.encode import labels
from teiedition.encode.damage import lost_dashes
from teiedition.encode.endings import ends_sentence
from teiedition.encode.flow import Flow, Markup
from teiedition.encode.formats import LOOKS, Formats, element
from teiedition.encode.interventions import Brackets
from teiedition.encode.nodes import Node
from teiedition.encode.reading import Line


@dataclass(slots=True)
class Part:
    """`start:end` of a flow. `first` is its first line; `before` what stands in front of it (running
    heads); `rows` are the rows of a table: is it a head, and its cells."""

    flow: Flow
    start: int
    end: int
    first: Line
    before: list[Node] = field(default_factory=list)
    rows: Sequence[tuple[bool, Sequence[Part | None]]] = ()

    @property
    def text(self) -> str:
        return self.flow.text[self.start : self.end]

    @property
    def closed(self) -> bool:
        """Does it end as a sentence does?"""
        return ends_sentence(self.text)

    def cut(self, *offsets: int) -> list[Part]:
        """The part in pieces, cut at offsets in its flow; white space at the cuts belongs to none."""
        edges = [self.start, *offsets, self.end]
        found = []
        for start, end in zip(edges, edges[1:], strict=False):
            text = self.flow.text[start:end]
            start += len(text) - len(text.lstrip())
            piece = Part(self.flow, start, start + len(text.strip()), self.first)
            if piece.start < piece.end:
                found.append(piece)
        if found:
            found[0].before = self.before
        return found


class Writer:
    """Writes parts as elements, with what stands in brackets marked up."""

    def __init__(self, brackets: Brackets, formats: Formats) -> None:
        self._brackets, self._formats = brackets, formats

    def block(self, part: Part) -> Node:
        """A part as a paragraph or a table; a paragraph that holds nothing but a gap is the gap."""
        if part.rows:
            return self._table(part)
        return unwrapped(self.element("p", part))

    def _table(self, part: Part) -> Node:
        table = Node("table")
        for label, cells in part.rows:
            row = Node("row", {"role": "label"} if label else {})
            row.children += [self.element("cell", cell) if cell else Node("cell") for cell in cells]
            table.children.append(row)
        return table

    def element(
        self, name: str, part: Part, attributes: dict[str, str] | None = None, more: Iterable[Markup] = ()
    ) -> Node:
        """A part as an element; `more` is markup besides that of brackets, which it must not cross."""
        text = part.text
        found = self._brackets.markups(text, name == "note")
        found += [
            dash
            for dash in lost_dashes(text)
            if not any(m.start < dash.end and dash.start < m.end for m in found if m.end - m.start <= 3)
        ]
        shifted = [m._replace(start=m.start + part.start, end=m.end + part.start) for m in found]
        markups = _nesting([*more, *shifted, *self._styled(part)])
        return Node(name, dict(attributes or {}), part.flow.children(part.start, part.end, markups))

    def _styled(self, part: Part) -> Iterator[Markup]:
        """Words in bold, links and the like, unless the whole part is so."""
        flow = part.flow
        for piece in flow.pieces if self._formats.inline else ():
            for span in self._formats.within(piece.start, piece.end):
                start = piece.at + max(span.start - piece.start, 0)
                end = piece.at + min(span.end, piece.end) - piece.start
                start, end = max(start, part.start), min(end, part.end)
                whole = start == part.start and end == part.end
                if start < end and not (whole and span.kind in LOOKS) and (node := element(span)):
                    yield Markup(start, end, node)

    def numbered(self, name: str, part: Part, number: labels.Number) -> Node:
        """A part that begins with a number, which becomes its `label` and its @n."""
        labels = [Markup(part.start, number.end, Node("label"))] if number.end > part.start else []
        attributes = {"n": number.value} if number.value else {}
        return self.element(name, part, attributes, labels)

    def byline(self, part: Part, names: Sequence[str]) -> Node:
        """A line of authors' names, each in `docAuthor`."""
        marks: list[Markup] = []
        at = part.start
        for name in names:
            at = part.flow.text.find(name, at, part.end)
            marks.append(Markup(at, at + len(name), Node("docAuthor")))
            at += len(name)
        return self.element("byline", part, more=marks)


def _nesting(markups: Iterable[Markup]) -> list[Markup]:
    """Markups sorted for nesting; one that crosses an earlier one is left out."""
    kept: list[Markup] = []
    opened: list[int] = []
    for markup in sorted(markups, key=lambda m: (m.start, -m.end)):
        while opened and opened[-1] <= markup.start:
            opened.pop()
        if not opened or markup.end <= opened[-1]:
            kept.append(markup)
            opened.append(markup.end)
    return kept


def unwrapped(node: Node) -> Node:
    """A paragraph that holds nothing but a gap is the gap."""
    if len(node.children) == 1 and isinstance(node.children[0], Node) and node.children[0].name == "gap":
        return node.children[0]
    return node
