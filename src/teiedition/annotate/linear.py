"""The linear text while it grows: segments of the file, one block each, put one behind the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from teiedition.annotate.elements import DATA
from teiedition.annotate.markup import Element
from teiedition.annotate.text import Block, Mark, Text


class Piece(NamedTuple):
    """Some characters of the text and where they stand in the file.

    They correspond one to one, unless `whole`: then the characters as a whole stand for the stretch
    of the file as a whole (an entity, a run of white space).
    """

    text: str
    start: int
    end: int
    element: Element
    whole: bool


class Segment(NamedTuple):
    """The text of one block, before it has its place in the linear text."""

    block: Element
    pieces: list[Piece]
    elements: list[tuple[int, Element, int, int]]
    """Where in the file it begins, the element, and where in the segment its text stands."""
    waiting: list[tuple[Segment, int]]
    """Notes anchored in the segment, with their offsets in it."""


@dataclass(slots=True)
class Linear:
    """What has been put together so far; `pieces` with the offsets at which they begin in the text."""

    content: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    numbers: dict[Element, int] = field(default_factory=dict)

    def text(self) -> Text:
        return Text("".join(self.content), tuple(self.blocks), tuple(self.marks))

    def add(self, segment: Segment, anchor: int | None = None) -> None:
        """Put a segment on a line of its own, the notes anchored in it on the lines after it."""
        base = self.length
        parts = [piece[0] for piece in segment.pieces]
        self.starts += accumulate(map(len, parts[:-1]), initial=base)
        self.pieces += segment.pieces
        text = "".join(parts).rstrip(" ")
        self.content += (text, "\n")
        self.length += len(text) + 1
        self._block(segment.block, base, base + len(text), anchor)
        if segment.block.name in DATA:
            self._mark(segment.block, text, 0, len(text), base)
        for _, element, start, end in sorted(segment.elements, key=itemgetter(0)):
            self._mark(element, text, start, end, base)
        for note, offset in segment.waiting:
            self.add(note, base + min(offset, len(text)))

    def _block(self, element: Element, start: int, end: int, anchor: int | None) -> None:
        if element.start < 0:
            element.start = start
        element.end = end
        speech = element.speech()
        if speech and speech.start < 0 and element.name == "speaker":
            speech.start, speech.end = start, end
        self.blocks.append(
            Block(
                start, end, element.name, element.attributes, element.position.path, element.language,
                who=speech.attributes.get("who", "") if speech else "",
                anchor=anchor,
                number=self.numbers.setdefault(element, len(self.numbers)),
            )
        )  # fmt: skip

    def _mark(self, element: Element, text: str, start: int, end: int, base: int) -> None:
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip(" "))
        end = start + len(inner.strip(" "))
        if start < end:
            element.start, element.end = base + start, base + end
            self.marks.append(Mark(element.start, element.end, element.name, element.attributes))
            self.marked.append(element)
