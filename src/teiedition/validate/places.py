"""Where things stand in an XML file: lines and columns of tags, attributes and text.

The tree keeps only a line for each element. Where something is wrong, the file is read once more, by expat.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias, cast
from xml.parsers import expat

from teiedition import tree
from teiedition.files import read_bytes

Place: TypeAlias = tuple[int, int]
"""Line and column, from 1; column 0 is unknown."""

Mark = Literal["start", "end", "text", "tail"]


_START_TAG = re.compile(r"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*""")


@dataclass
class Places:
    """The places in one file of what its tree contains, by the element's number in the document's order."""

    text: str
    numbers: dict[tree.Element, int]
    known: dict[tuple[int, Mark], Place] = field(default_factory=dict)

    def of(self, node: tree.Element, at: str = "start") -> Place:
        """The place of a node's `start`, `end`, `text`, `tail`, or of its attribute `@name` (lxml's name)."""
        mark: Mark = cast(Mark, at) if at in ("end", "text", "tail") else "start"
        if not isinstance(node.tag, str):
            node, mark = _before(node)
        place = self.known.get((self.numbers[node], mark), (cast("int | None", node.sourceline) or 0, 0))
        return self._attribute(place, at[1:]) if at.startswith("@") and place[1] else place

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line of the text begins."""
        return [0, *(match.end() for match in re.finditer("\r\n|\n|\r", self.text))]

    def _attribute(self, place: Place, name: str) -> Place:
        """The place of an attribute in the start tag that begins at `place`."""
        starts = self._starts
        tag = _START_TAG.match(self.text, starts[place[0] - 1] + place[1] - 1)
        local = re.escape(name.rpartition("}")[2])
        found = tag and re.compile(rf"\s((?:[\w.-]+:)?{local})\s*=").search(self.text, tag.start(), tag.end())
        if not found:
            return place
        line = bisect_right(starts, found.start(1))
        return line, found.start(1) - starts[line - 1] + 1


def places(path: Path, root: tree.Element) -> Places:
    """The places in a file whose tree has this root; only lines where expat can't read its encoding."""
    data = read_bytes(path)
    numbers = {node: number for number, node in enumerate(root.iter("*"))}
    found = Places(decoded(data), numbers)
    try:
        _Reader(found).parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        found.known.clear()
    return found


def decoded(data: bytes) -> str:
    """The text of an XML file, in the encoding that it says it has; what can't be read is replaced."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    declared = re.match(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""", data)
    try:
        return data.decode(marked or (declared[1].decode("ascii") if declared else "utf-8"), "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class _Reader:
    """Expat's events, turned into places."""

    def __init__(self, places: Places) -> None:
        self._places, self._count = places, 0
        self._open: list[int] = []
        self._slot: tuple[int, Mark] | None = None
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _here(self) -> Place:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        number = self._count
        self._count += 1
        self._open.append(number)
        self._slot = (number, "text")
        self._places.known[number, "start"] = self._here()

    def _end(self, name: str) -> None:
        number = self._open.pop()
        self._slot = (number, "tail")
        self._places.known[number, "end"] = self._here()

    def _text(self, text: str) -> None:
        if self._slot and self._slot not in self._places.known and text.strip():
            line, column = self._here()
            before = text[: len(text) - len(text.lstrip())]
            breaks = before.count("\n")
            column = len(before) - before.rfind("\n") if breaks else column + len(before)
            self._places.known[self._slot] = line + breaks, column


def _before(node: tree.Element) -> tuple[tree.Element, Mark]:
    """Where expat finds the text behind a comment: behind the element before it, or first in the parent."""
    earlier = next(node.itersiblings("*", preceding=True), None)
    return (cast(tree.Element, node.getparent()), "text") if earlier is None else (earlier, "tail")
