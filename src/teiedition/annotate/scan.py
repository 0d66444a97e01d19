"""From XML as it is written to the linear text, and back from offsets in that to places in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from teiedition.annotate.elements import (
    BLOCKS,
    BREAKS,
    CREDITS,
    DATA,
    DATA_PARENTS,
    HEADER_PARTS,
    HEADER_SILENT,
    OPAQUE,
    READINGS,
    RESP,
    SIDE,
    STATEMENTS,
)
from teiedition.annotate.markup import TOKEN, Element, declared_entities, reference
from teiedition.annotate.text import Block, Mark, Text
from teiedition.tree import TEI

_IRREGULAR = re.compile(r"\s{2,}|&([^;\s]+);")
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\f\v\x85\xa0\u2002\u2003\u2007\u2009\u202f\u2028\u2029", " "))
_INLINE_PARENTS = frozenset(["p", "ab", "head", "item", "note", "cell", "l", "quote", "q", "said", "hi"])


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


@dataclass(slots=True)
class Flow:
    """Text that is being gathered: the segment at hand, and what waits until it is finished."""

    block: Element
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    opened: list[tuple[Element, int]] = field(default_factory=list)
    closed: list[tuple[Element, int, int]] = field(default_factory=list)
    waiting: list[tuple[Segment, int]] = field(default_factory=list)
    """Notes anchored in the segment at hand, with their offsets in it."""
    done: list[Segment] = field(default_factory=list)
    """Of a note: its finished segments."""


class Segment(NamedTuple):
    """The text of one block, before it has its place in the linear text."""

    block: Element
    pieces: list[Piece]
    elements: list[tuple[Element, int, int]]
    waiting: list[tuple[Segment, int]]


@dataclass(frozen=True)
class Scan:
    """A TEI file's XML with its linear text and the way from the one to the other."""

    xml: str
    text: Text
    elements: tuple[Element, ...]
    prefix: str
    """What stands before the name of a TEI element: nothing, or such as `tei:`."""
    starts: list[int]
    pieces: list[Piece]
    marked: tuple[Element, ...]
    """The elements of `text.marks`, in the same order."""

    def place(self, start: int, end: int) -> tuple[int, int, Element, Element]:
        """Where the characters `start:end` stand in the file, and the elements of the first and the last."""
        first = self.pieces[index := bisect_right(self.starts, start) - 1]
        begin = first.start if first.whole else first.start + start - self.starts[index]
        last = self.pieces[index := bisect_right(self.starts, end - 1) - 1]
        finish = last.end if last.whole else last.start + end - self.starts[index]
        return begin, finish, first.element, last.element


def scan(xml: str) -> Scan:
    """Read the XML text of a TEI document, which must be well-formed."""
    return _Scanner(xml).run()


class _Scanner:
    def __init__(self, xml: str) -> None:
        self.xml = xml
        self.entities: Mapping[str, str] = declared_entities(xml)
        self.elements: list[Element] = []
        self.flows: list[Flow] = []
        self.current: Element | None = None
        self.silent = 0
        self.header: Element | None = None
        self.header_part: Element | None = None
        self.prefix = ""
        self.content: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.marked: list[Element] = []
        self.numbers: dict[Element, int] = {}

    def run(self) -> Scan:
        for token in TOKEN.finditer(self.xml):
            kind = token.lastgroup
            if kind == "text":
                if self._audible():
                    self._characters(token[0], token.start())
            elif kind == "close":
                self._close(token.start(), token.end())
            elif kind == "empty":
                self._open(token["open"], token["attributes"], token.start(), token.end())
                if token["empty"]:
                    self._close(token.end(), token.end())
            elif kind == "cdata" and self._audible():
                self._add(Piece(token["cdata"], token.start(), token.end(), self._element(), True))
        text = Text("".join(self.content), tuple(self.blocks), tuple(self.marks))
        elements, marked = tuple(self.elements), tuple(self.marked)
        return Scan(self.xml, text, elements, self.prefix, self.starts, self.pieces, marked)

    def _audible(self) -> bool:
        unheard = self.header is not None and self.header_part is None
        return not self.silent and not unheard and self.current is not None

    def _element(self) -> Element:
        assert self.current is not None  # character data stands in the root element at least
        return self.current

    # Tags

    def _open(self, name: str, raw: str, start: int, end: int) -> None:
        local = self._local(name, raw)
        element = Element(local or name, raw, self.current, start, end)
        self.elements.append(element)
        if self.silent or not local or self._is_silent(element):
            self.silent += 1
        elif not self.flows or local in SIDE:
            self.flows.append(Flow(element))
        elif is_block(element):
            self._flush(self.flows[-1])
            self.flows[-1].block = element
        elif local in BREAKS:
            if 'break="no"' not in raw:
                self._add(Piece(" ", start, end, element, True))
        else:
            self.flows[-1].opened.append((element, self.flows[-1].length))
        if local == "teiHeader":
            self.header = self.header or element
        elif self.header and not self.header_part and local in HEADER_PARTS:
            self.header_part = element
        self.current = element

    def _local(self, name: str, raw: str) -> str:
        """The name without prefix, or nothing for an element of another namespace."""
        prefix, colon, local = name.rpartition(":")
        if self.current is None:
            self.prefix = prefix + colon
        elif "xmlns=" in raw and not prefix and TEI not in raw:
            return ""
        return local if prefix + colon == self.prefix else ""

    def _is_silent(self, element: Element) -> bool:
        name, parent = element.name, element.parent.name if element.parent else ""
        if name in OPAQUE or (name == "desc" and parent == "gap"):
            return True
        if element.parent and parent in READINGS:
            return name not in self._readings(element.parent)
        unnamed = name == "name" and parent == "respStmt"
        return self.header_part is not None and (unnamed or name in HEADER_SILENT)

    def _readings(self, parent: Element) -> frozenset[str]:
        """Of an element with alternatives, the names of the children to read."""
        end = self.xml.find(f"</{self.prefix}{parent.name}", parent.open_end)
        children = re.findall(rf"<{self.prefix}([^\s/>!?]+)", self.xml[parent.open_end : end])
        return READINGS[parent.name].intersection(children) or frozenset(children[:1])

    def _close(self, start: int, end: int) -> None:
        element = self._element()
        element.close_start, element.close_end = start, end
        self.current = element.parent
        if self.silent:
            self.silent -= 1
            return
        flow = self.flows[-1]
        if flow.block is element:
            self._flush(flow)
            if element.name in SIDE and len(self.flows) > 1:
                self._rejoin(self.flows.pop(), self.flows[-1])
            elif element.parent is not None:
                flow.block = element.parent
        elif flow.opened and flow.opened[-1][0] is element:
            flow.closed.append((element, flow.opened.pop()[1], flow.length))
        if element is self.header_part:
            self.header_part = None
        elif element is self.header:
            self.header = None

    def _rejoin(self, side: Flow, host: Flow) -> None:
        """After a note: its segments wait for the segment in which it is anchored."""
        host.waiting += [(segment, host.length) for segment in side.done]
        if not host.pieces:
            self._finish(host, None)

    # Text

    def _characters(self, token: str, start: int) -> None:
        element, at = self._element(), 0
        for match in _IRREGULAR.finditer(token):
            if match.start() > at:
                self._add(Piece(token[at : match.start()], start + at, start + match.start(), element, False))
            text = reference(match[1], self.entities) if match[1] else " "
            self._add(Piece(text, start + match.start(), start + match.end(), element, True))
            at = match.end()
        if at < len(token):
            self._add(Piece(token[at:], start + at, start + len(token), element, False))

    def _add(self, piece: Piece) -> None:
        flow = self.flows[-1]
        text, start = piece.text.translate(_SPACES), piece.start
        if piece.whole:
            text = re.sub(" {2,}", " ", text)
        if flow.spaced and text[:1] == " ":
            text = text[1:]
            start += not piece.whole
        if text:
            flow.pieces.append(Piece(text, start, piece.end, piece.element, piece.whole))
            flow.length += len(text)
            flow.spaced = text[-1] == " "

    # Segments

    def _flush(self, flow: Flow) -> None:
        """End the segment at hand. Elements that are still open go over a border and get no range."""
        segment = Segment(flow.block, flow.pieces, flow.closed, flow.waiting) if flow.pieces else None
        if segment:
            flow.waiting = []
        self._finish(flow, segment)
        flow.pieces, flow.closed, flow.length, flow.spaced = [], [], 0, True
        flow.opened.clear()

    def _finish(self, flow: Flow, segment: Segment | None) -> None:
        """Put a segment, or the notes that wait where there is none, into the text or aside for later."""
        ready = [segment] if segment else [waiting for waiting, _ in flow.waiting]
        if not segment:
            flow.waiting = []
        if len(self.flows) > 1:
            flow.done += ready
        else:
            for item in ready:
                self._emit(item, None)

    def _emit(self, segment: Segment, anchor: int | None) -> None:
        base = at = self.length
        text = "".join(piece.text for piece in segment.pieces).rstrip(" ")
        for piece in segment.pieces:
            self.starts.append(at)
            self.pieces.append(piece)
            at += len(piece.text)
        self.content += (text, "\n")
        self.length += len(text) + 1
        self._block(segment.block, base, base + len(text), anchor)
        if segment.block.name in DATA:
            self._mark(segment.block, text, 0, len(text), base)
        for element, start, end in sorted(segment.elements, key=lambda item: item[0].open_start):
            self._mark(element, text, start, min(end, len(text)), base)
        for note, offset in segment.waiting:
            self._emit(note, base + min(offset, len(text)))

    def _block(self, element: Element, start: int, end: int, anchor: int | None) -> None:
        if element.start < 0:
            element.start = start
        element.end = end
        around = (element, *element.ancestors())
        speech = next((outer for outer in around if outer.name == "sp"), None)
        if speech and speech.start < 0 and element.name == "speaker":
            speech.start, speech.end = start, end
        language = next((outer for outer in around if "xml:lang" in outer.raw), None)
        self.blocks.append(
            Block(
                start, end, element.name, element.attributes, element.path(),
                language=language.attributes.get("xml:lang", "") if language else "",
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


def is_block(element: Element) -> bool:
    name, parent = element.name, element.parent.name if element.parent else ""
    if name in CREDITS:
        return parent in STATEMENTS
    if name in ("bibl", "quote"):
        return parent not in _INLINE_PARENTS
    if parent in DATA_PARENTS and RESP not in element.raw:
        return name in BLOCKS or name in DATA
    return name in BLOCKS
