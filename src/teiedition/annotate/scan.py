"""From XML as it is written to the linear text, and back from offsets in that to places in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from teiedition.annotate.elements import BREAKS, READINGS, RESP, SIDE
from teiedition.annotate.linear import Linear, Piece, Segment
from teiedition.annotate.markup import TAG, Element, declared_entities, reference
from teiedition.annotate.positions import position
from teiedition.annotate.text import Text
from teiedition.tree import TEI

_IRREGULAR = re.compile(r"\s{2,}|&([^;\s]+);")
_OTHER_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char != " ")
_UNEVEN = re.compile(f"[&{_OTHER_SPACES}]")
"""What makes characters of the file differ from those of the text, beside two spaces in a row."""
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\f\v\x85\xa0\u2002\u2003\u2007\u2009\u202f\u2028\u2029", " "))


@dataclass(slots=True)
class Flow:
    """Text that is being gathered: the segment at hand, and what waits until it is finished."""

    block: Element
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    opened: list[tuple[Element, int]] = field(default_factory=list)
    closed: list[tuple[int, Element, int, int]] = field(default_factory=list)
    waiting: list[tuple[Segment, int]] = field(default_factory=list)
    """Notes anchored in the segment at hand, with their offsets in it."""
    done: list[Segment] = field(default_factory=list)
    """Of a note: its finished segments."""

    def add(self, text: str, start: int, end: int, element: Element, whole: bool) -> None:
        """Put characters to the segment; of white space that goes on over several pieces, one space."""
        if self.spaced and text[:1] == " ":
            text = text[1:]
            start += not whole
        if text:
            self.pieces.append(Piece(text, start, end, element, whole))
            self.length += len(text)
            self.spaced = text[-1] == " "

    def cut(self) -> Segment | None:
        """End the segment at hand. Elements that are still open go over a border and get no range."""
        segment = None
        if self.pieces:
            segment = Segment(self.block, self.pieces, self.closed, self.waiting)
            self.pieces, self.waiting, self.length, self.spaced = [], [], 0, True
        self.closed = []
        self.opened.clear()
        return segment

    def released(self) -> list[Segment]:
        """The notes that wait, which then wait no longer."""
        ready = [segment for segment, _ in self.waiting]
        self.waiting = []
        return ready


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
        self.prefix = ""
        self.linear = Linear()

    def run(self) -> Scan:
        at = self.xml.find("<")
        for tag, name, attributes, cdata, _, behind in TAG.findall(self.xml, at):
            end = at + len(tag)
            if name:
                self._open(name, attributes, at, end)
            elif tag[1] == "/":
                self._close(at, end)
            elif cdata and (element := self.current) and element.position.heard:
                self.flows[-1].add(_folded(cdata), at, end, element, whole=True)
            at = end + len(behind)
            if behind and (element := self.current) and element.position.heard:
                self._characters(behind, end, self.flows[-1], element)
        text, line = self.linear.text(), self.linear
        elements, marked = tuple(self.elements), tuple(line.marked)
        return Scan(self.xml, text, elements, self.prefix, line.starts, line.pieces, marked)

    # Tags

    def _open(self, name: str, raw: str, start: int, end: int) -> None:
        empty = raw[-1:] == "/"
        raw = raw[:-1] if empty else raw
        foreign = self.prefix or ":" in name or "xmlns=" in raw
        local, parent = self._local(name, raw) if foreign else name, self.current
        around = parent.position if parent else None
        unread = parent and parent.position.readings and local not in self._readings(parent)
        element = Element(position(local or name, around, bool(unread or not local)), raw, parent, start, end)
        self.current = element
        self.elements.append(element)
        if not element.position.silent:
            if not self.flows or local in SIDE:
                self.flows.append(Flow(element))
            else:
                self._begin(self.flows[-1], element)
        if empty:
            self._close(end, end)

    def _begin(self, flow: Flow, element: Element) -> None:
        """Begin an element whose text belongs to a flow: as a block, as a break, or amid the text."""
        at = element.position
        if at.block or (at.data and RESP not in element.raw):
            self._flush(flow)
            flow.block = element
        elif element.name not in BREAKS:
            flow.opened.append((element, flow.length))
        elif 'break="no"' not in element.raw:
            flow.add(" ", element.open_start, element.open_end, element, whole=True)

    def _local(self, name: str, raw: str) -> str:
        """The name without its prefix, or nothing for an element of another namespace."""
        if self.current is None:
            self.prefix = name[: name.rfind(":") + 1]
        elif "xmlns=" in raw and ":" not in name and TEI not in raw:
            return ""
        local = name.removeprefix(self.prefix)
        return "" if ":" in local or (self.prefix and local is name) else local

    def _readings(self, parent: Element) -> frozenset[str]:
        """Of an element with alternatives, the names of the children to read."""
        end = self.xml.find(f"</{self.prefix}{parent.name}", parent.open_end)
        children = re.findall(rf"<{self.prefix}([^\s/>!?]+)", self.xml[parent.open_end : end])
        return READINGS[parent.name].intersection(children) or frozenset(children[:1])

    def _close(self, start: int, end: int) -> None:
        element = self.current
        assert element is not None  # what is closed was opened
        element.close_start, element.close_end = start, end
        self.current = element.parent
        if element.position.silent:
            return
        flow = self.flows[-1]
        if flow.block is element:
            self._flush(flow)
            if element.name in SIDE and len(self.flows) > 1:
                self._rejoin(self.flows.pop(), self.flows[-1])
            elif element.parent is not None:
                flow.block = element.parent
        elif flow.opened and flow.opened[-1][0] is element:
            flow.closed.append((element.open_start, element, flow.opened.pop()[1], flow.length))

    # Text

    def _characters(self, token: str, start: int, flow: Flow, element: Element) -> None:
        """Hear the characters straight in an element."""
        if flow.spaced and not token.strip(" \t\r\n"):
            return
        if "  " not in token and _UNEVEN.search(token) is None:
            flow.add(token, start, start + len(token), element, whole=False)
            return
        at = 0
        for match in _IRREGULAR.finditer(token):
            if match.start() > at:
                even = token[at : match.start()].translate(_SPACES)
                flow.add(even, start + at, start + match.start(), element, whole=False)
            said = reference(match[1], self.entities) if match[1] else " "
            flow.add(_folded(said), start + match.start(), start + match.end(), element, whole=True)
            at = match.end()
        if at < len(token):
            flow.add(token[at:].translate(_SPACES), start + at, start + len(token), element, whole=False)

    # Segments

    def _flush(self, flow: Flow) -> None:
        """End the segment at hand; where there is none, the notes that wait for one need wait no longer."""
        segment = flow.cut()
        if segment:
            self._finish(flow, [segment])
        elif flow.waiting:
            self._finish(flow, flow.released())

    def _rejoin(self, side: Flow, host: Flow) -> None:
        """After a note: its segments wait for the segment in which it is anchored."""
        host.waiting += [(segment, host.length) for segment in side.done]
        if not host.pieces:
            self._finish(host, host.released())

    def _finish(self, flow: Flow, ready: list[Segment]) -> None:
        """Put segments into the text, or those of a note aside for later."""
        if len(self.flows) > 1:
            flow.done += ready
        else:
            for segment in ready:
                self.linear.add(segment)


def _folded(text: str) -> str:
    """The text with all its white space as single spaces."""
    return re.sub(" {2,}", " ", text.translate(_SPACES))
