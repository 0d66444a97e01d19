"""A letter, cable or report between its opening and its closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.encode.closings import Closings
from teiedition.encode.datelines import Datelines
from teiedition.encode.nodes import Node
from teiedition.encode.openings import Openings
from teiedition.encode.parts import Part, Writer
from teiedition.encode.reading import Line
from teiedition.encode.vocabulary import Vocabulary


@dataclass(slots=True)
class Frame:
    """A text's opening and closing, as elements; `body` are the parts between. `greeted` says that there is
    a salutation or words of farewell; `source` is a note on the manuscript beneath the text."""

    body: list[Part]
    opener: Node | None = None
    closing: list[Node] = field(default_factory=list)
    signatories: list[str] = field(default_factory=list)
    addressee: str = ""
    dateline: str = ""
    number: str = ""
    greeted: bool = False
    source: Part | None = None


class Letters:
    """Finds openings and closings. `year` is the document's, `sender` the words of who wrote, and
    `corresponds` says that the title names both."""

    def __init__(
        self,
        words: Vocabulary,
        datelines: Datelines,
        writer: Writer,
        sender: Sequence[str] = (),
        corresponds: bool = False,
    ) -> None:
        self.datelines = datelines
        self._openings = Openings(words, datelines, writer, corresponds)
        self._closings = Closings(words, datelines, writer, sender)

    def greets(self, parts: Sequence[Part]) -> bool:
        """Is there a salutation among the first parts of a text?"""
        return self._openings.greets(parts)

    def opening(self, lines: Sequence[Line]) -> frozenset[int]:
        """The numbers of lines before which a paragraph ends, as date lines have one of their own."""
        return self._openings.lines(lines)

    def opened(self, parts: Sequence[Part]) -> Frame:
        """Part a text's opening from it."""
        found = self._openings.take(parts)
        return Frame(
            found.rest,
            found.opener,
            addressee=found.addressee,
            dateline=found.dateline,
            number=found.number,
            greeted=found.greeted,
        )

    def frame(self, parts: Sequence[Part]) -> Frame:
        """Part a text's opening and closing from its body."""
        frame = self.opened(parts)
        closing = self._closings.take(frame.body)
        frame.body, frame.closing = closing.body, closing.nodes
        frame.signatories, frame.source = closing.signed.names, closing.source
        frame.dateline = frame.dateline or closing.signed.dateline
        frame.greeted = frame.greeted or closing.bidden
        return frame
