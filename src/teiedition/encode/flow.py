"""Running text put together from pieces of the source, which knows for each character where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from teiedition.encode.nodes import Child, Node, Slice


class Piece(NamedTuple):
    """`text[at : at + end - start]` of a flow is `start:end` of the source."""

    at: int
    start: int
    end: int


class Markup(NamedTuple):
    """An element over `start:end` of a flow. `margin` characters at either end (brackets) become markup.

    Where `node` holds an element already, the text goes into that.
    """

    start: int
    end: int
    node: Node
    margin: int = 0


@dataclass(slots=True)
class Flow:
    """Text in one go, its pieces in order, and elements that stand at places in it (page breaks, notes)."""

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    points: list[tuple[int, Node]] = field(default_factory=list)
    """In order. Each is given out once, with the first part of the text that reaches it."""

    @classmethod
    def of(
        cls,
        source: str,
        stretches: Iterable[Iterable[Slice]],
        joints: Iterable[str],
        spaced: Sequence[int] = (),
    ) -> Flow:
        """Stretches of the source one behind the other, with `joints` (white space or nothing) between.

        At the source offsets `spaced`, in order, a space is put where none is: a note's mark stood there.
        """
        parts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for joint, group in zip(["", *joints], stretches, strict=True):
            parts.append(joint)
            at += len(joint)
            for start, end in _cut(group, spaced):
                if pieces and start in spaced and pieces[-1].end == start and not source[start].isspace():
                    parts.append(" ")
                    at += 1
                pieces.append(Piece(at, start, end))
                parts.append(source[start:end])
                at += end - start
        return cls("".join(parts), pieces)

    def place(self, offset: int) -> int:
        """Where in the text a source offset is, counted behind the character before it."""
        number = bisect_right(self.pieces, offset - 1, key=lambda piece: piece.start) - 1
        if number < 0:
            return 0
        piece = self.pieces[number]
        return piece.at + min(offset, piece.end) - piece.start

    def cut(self, start: int, end: int) -> list[Child]:
        """The children for `start:end`: slices, and the white space where pieces were joined."""
        children: list[Child] = []
        number = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1)
        while start < end:
            piece = self.pieces[number] if number < len(self.pieces) else Piece(end, 0, 0)
            stop = piece.at + piece.end - piece.start
            if start < piece.at:
                children.append(self.text[start : min(piece.at, end)])
                start = min(piece.at, end)
            elif start < stop:
                last = min(stop, end)
                children.append(Slice(piece.start + start - piece.at, piece.start + last - piece.at))
                start = last
            else:
                number += 1
        return children

    def children(self, start: int, end: int, markups: Iterable[Markup] = ()) -> list[Child]:
        """The children for `start:end` with `markups` over it, which nest within one another, and points.

        A point at an element's edge stands outside the element.
        """
        events: list[tuple[int, int, int, Markup | Node]] = []
        for markup in markups:
            if start <= markup.start and markup.end <= end:
                events.append((markup.start, 2, -markup.end, markup))
                events.append((markup.end, 0, -markup.start, markup))
        last = end >= len(self.text.rstrip())
        while self.points and (last or self.points[0][0] <= end):
            at, node = self.points.pop(0)
            events.append((min(max(at, start), end), 1, len(events), node))
        root = Node("")
        stack, cursor = [root], start
        for at, kind, _, what in sorted(events, key=lambda event: event[:3]):
            if isinstance(what, Node):
                stack[-1].children += self.cut(cursor, at)
                stack[-1].children.append(what)
                cursor = max(cursor, at)
            elif kind == 2:
                stack[-1].children += self.cut(cursor, at)
                stack[-1].children.append(what.node)
                stack.append(_innermost(what.node))
                cursor = at + what.margin
            else:
                stack.pop().children += self.cut(cursor, at - what.margin)
                cursor = at
        root.children += self.cut(cursor, end)
        return root.children


def _cut(stretches: Iterable[Slice], offsets: Sequence[int]) -> Iterator[Slice]:
    for start, end in stretches:
        for offset in offsets:
            if start < offset < end:
                yield Slice(start, offset)
                start = offset
        yield Slice(start, end)


def _innermost(node: Node) -> Node:
    while node.children and isinstance(node.children[0], Node):
        node = node.children[0]
    return node
