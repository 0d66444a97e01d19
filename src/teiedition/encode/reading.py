"""A source read line by line, with the signs of Markdown told from the text and with what its format
knew of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from teiedition.encode.formats import Formats, formats
from teiedition.encode.markdown import signs
from teiedition.encode.nodes import Slice
from teiedition.model import Source

_RULE = re.compile(
    r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|(?:#[ \t]*){3,})[ \t]*"
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")


class Line(NamedTuple):
    """A line that is not blank, without the white space and the Markdown signs at its ends.

    `number` counts from 1; `gap` is the number of blank lines before it, `indent` that of the white
    space before its first character; `level` is that of a heading, else 0; `page` says that a page
    begins with it.

    Where the format knew: `block` is the paragraph's begin, -1 if unknown; `item` the depth of a list's
    item, else 0; `table` the table's begin, -1 for none; `apart` the kind and value of the note, comment
    or page furniture that it belongs to ("note foot1"); `item_begin` and `list_begin` where the innermost
    item and the outermost list begin, -1 for none; `glossed` says that the list's labels are words.
    """

    number: int
    start: int
    end: int
    text: str
    gap: int
    indent: int
    bold: bool = False
    level: int = 0
    page: bool = False
    block: int = -1
    item: int = 0
    quoted: bool = False
    table: int = -1
    apart: str = ""
    item_begin: int = -1
    list_begin: int = -1
    glossed: bool = False

    @property
    def slice(self) -> Slice:
        return Slice(self.start, self.end)

    @property
    def is_rule(self) -> bool:
        """A line of asterisks, dashes or the like."""
        return not self.text[:1].isalnum() and bool(_RULE.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Reading:
    """A source with its lines. `dropped` are the stretches that are markup, not text, in order."""

    source: Source
    lines: tuple[Line, ...]
    dropped: tuple[Slice, ...] = ()
    formats: Formats = Formats()

    def without(self, marks: Iterable[Slice]) -> Reading:
        """The same reading with more stretches taken for markup."""
        more = list(marks)
        return replace(self, dropped=tuple(sorted([*self.dropped, *more]))) if more else self

    def kept(self, stretch: Slice) -> Iterator[Slice]:
        """The parts of a stretch that are text."""
        start, end = stretch
        first = bisect_left(self.dropped, (start, start))
        for mark in self.dropped[first : bisect_left(self.dropped, (end, end), first)]:
            if mark.start > start:
                yield Slice(start, mark.start)
            start = max(start, mark.end)
        if start < end:
            yield Slice(start, end)

    def words(self, *stretches: Slice) -> str:
        """The text of stretches, white space folded."""
        text = self.source.text
        return " ".join(
            " ".join(text[part.start : part.end] for s in stretches for part in self.kept(s)).split()
        )


def read(source: Source) -> Reading:
    """Read a source's lines."""
    found = signs(source.text, source.format) if source.format in ("txt", "md") else signs("", "")
    known = formats(source, found.spans)
    lines = list(_lines(source.text, found.dropped))
    headings = [Slice(line.start - line.level - 1, line.start) for line in lines if line.level]
    if known != Formats():
        lines = [_informed(line, known) for line in lines]
    return Reading(source, tuple(lines), tuple(sorted(found.dropped + headings)), known)


def _lines(text: str, marks: list[Slice]) -> Iterator[Line]:
    opening, closing = dict(marks), {mark.end: mark.start for mark in marks}
    position = gap = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        start = position + len(raw) - len(raw.lstrip())
        end = position + len(raw.rstrip())
        if start >= end:
            gap += 1
        else:
            indent, level = start - position, 0
            if text[start] == "#" and (found := _HEADING.match(text, start, end)):
                start, level = found.end(), len(found[1])
            while start in opening:
                start = opening[start]
            while end in closing:
                end = closing[end]
            if start < end:
                page = "\f" in raw[:indent]
                yield Line(number, start, end, text[start:end], gap, indent, False, level, page)
                gap = 0
        position += len(raw) + 1


def _informed(line: Line, known: Formats) -> Line:
    """A line with what the format knew of it."""
    at = line.start
    block, item, quote = (
        known.around(known.blocks, at),
        known.around(known.items, at),
        known.around(known.quotes, at),
    )
    table, apart = known.around(known.tables, at), known.around(known.apart, at)
    outer = known.around(known.lists, at) if item else None
    heading = block is not None and block.kind == "heading"
    strong = any(
        span.kind == "bold" and span.start <= at and span.end >= line.end
        for span in known.within(at, line.end)
    )
    return line._replace(
        bold=strong or heading and block is not None and block.value == "0",
        level=int(block.value) if heading and block is not None and block.value.isdigit() else line.level,
        page=line.page or at in known.pages,
        block=block.start if block else -1,
        item=int(item.value) if item and item.value.isdigit() else 0,
        quoted=quote is not None,
        table=table.start if table else -1,
        apart=f"{apart.kind} {apart.value}" if apart else "",
        item_begin=item.start if item else -1,
        list_begin=outer.start if outer else -1,
        glossed=outer is not None and outer.value == "gloss",
    )
