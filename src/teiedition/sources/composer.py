"""Text and spans, put together piece by piece by the readers of the formats.

Between blocks stands a blank line, in a table cell a line feed. A separator is written only when more
text follows, so that no span ends with white space that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from teiedition.errors import InputError
from teiedition.model import Source, Span
from teiedition.sources.decoding import legible, unify_lines

BLOCK, LINE, CELL, SPACE = "\n\n", "\n", "\t", " "
WORDS = frozenset({
    "bold", "italic", "underline", "strikethrough", "superscript", "subscript", "small-caps", "link", "style",
    "language", "inserted", "deleted",
})  # fmt: skip
"""Kinds of which neighbours with one value are one: programs cut words into runs as they please."""
_OUTER = {kind: rank for rank, kind in enumerate((
    "page", "furniture", "note", "comment", "author", "quote", "table", "row", "cell", "list", "list-item",
    "heading", "paragraph", "align",
))}  # fmt: skip
"""Which of two equal stretches is the outer one."""
POINTS = frozenset({"anchor", "image", "cell", "row", "note-ref", "comment-ref", "comment", "note"})
"""Kinds that mean something without any text."""


@dataclass(eq=False)
class Opened:
    """Where a span begins; None until the next character is written."""

    start: int | None = None


class Composer:
    """The text so far, its spans, and what has to be written before more text."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.attachments: dict[str, bytes] = {}
        self.pending = ""
        self.unsettled: list[Opened] = []
        self.fresh = 0
        """Where the last table cell begins."""
        self.cells = 0
        """How many table cells we are inside of."""

    def end_block(self) -> None:
        """Part what follows from what was written, as blocks are parted here."""
        separator = LINE if self.cells else BLOCK
        begun = self.length > self.fresh if self.cells else self.length > 0
        if begun and len(separator) > len(self.pending):
            self.pending = separator

    def space(self) -> None:
        """Ask for a space before the next text of this block."""
        begun = self.length > self.fresh if self.cells else self.length > 0
        if begun and not self.pending and not self.pieces[-1][-1].isspace():
            self.pending = SPACE

    def write(self, text: str) -> None:
        """Append characters."""
        if text:
            if self.pending == SPACE and text[0].isspace():
                self.pending = ""
            self._settle()
            self.pieces.append(legible(unify_lines(text)))
            self.length += len(self.pieces[-1])

    def _settle(self) -> None:
        """Write the separator that is due; what was opened since begins here."""
        if self.pending:
            self.pieces.append(self.pending)
            self.length += len(self.pending)
            self.pending = ""
        for opened in self.unsettled:
            opened.start = self.length
        self.unsettled.clear()

    def open(self) -> Opened:
        """The beginning of a span: where the next character will stand."""
        self.unsettled.append(Opened())
        return self.unsettled[-1]

    def close(self, opened: Opened, kind: str, value: str = "") -> None:
        """End a span here. One without text is left out, unless its kind means something all the same."""
        if opened.start is None and kind in POINTS:
            self._settle()
        if opened.start is None:
            self.unsettled = [other for other in self.unsettled if other is not opened]
        elif opened.start < self.length or kind in POINTS:
            self.spans.append(Span(opened.start, self.length, kind, value))

    @contextmanager
    def span(self, kind: str, value: str = "") -> Iterator[None]:
        """A span over all that is written inside."""
        opened = self.open()
        yield
        self.close(opened, kind, value)

    def image(self, name: str, words: str) -> None:
        """A picture, with the words that describe it set off from those around them."""
        if words:
            self.space()
        with self.span("image", name):
            self.write(words)
        if words:
            self.space()

    @contextmanager
    def row(self, label: bool = False) -> Iterator[None]:
        """A table row, on a line of its own."""
        if self.pending != BLOCK and self.length:
            self.pending = LINE
        with self.span("row", "label" if label else ""):
            yield

    @contextmanager
    def cell(
        self, place: tuple[int, int], size: tuple[int, int] = (1, 1), first: bool = False
    ) -> Iterator[None]:
        """A cell at (row, column) from 1, of so many rows and columns; a tab before all but the first."""
        if not first:
            self.pending = ""
            self.pieces.append(CELL)
            self.length += len(CELL)
            self.fresh = self.length
        numbers = place if size == (1, 1) else place + size
        self.cells += 1
        with self.span("cell", ",".join(map(str, numbers))):
            yield
        self.cells -= 1
        self.pending = ""

    def pages(self, breaks: list[int | None]) -> list[Span]:
        """Page spans of the text so far, which was broken at these places; none where it was not."""
        borders = [0, *sorted({at for at in breaks if at}), self.length]
        if len(borders) < 3:
            return []
        return [Span(a, b, "page", str(n)) for n, (a, b) in enumerate(pairwise(borders), 1) if a < b]

    def source(self, path: Path, format: str, empty: str) -> Source:
        """What was composed. Raises InputError with the remedy `empty` where there is no text."""
        text = "".join(self.pieces)
        if not text.strip():
            raise InputError("holds no text", path, remedy=empty)
        spans = list(_joined(self.spans))
        spans.reverse()  # of two equal stretches the outer one was closed last, and stands first
        spans.sort(key=lambda span: (span.start, -span.end, _OUTER.get(span.kind, len(_OUTER))))
        return Source(path, text + "\n", format, tuple(spans), self.attachments)


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Spans over words that touch and say the same become one."""
    open_spans: dict[tuple[str, str], Span] = {}
    for span in spans:
        if span.kind not in WORDS:
            yield span
            continue
        key = (span.kind, span.value)
        before = open_spans.get(key)
        if before and span.start <= before.end and before.start <= span.start:
            open_spans[key] = Span(before.start, max(before.end, span.end), *key)
            continue
        if before:
            yield before
        open_spans[key] = span
    yield from open_spans.values()
