"""A source read line by line, with the signs of Markdown told from the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from teiedition.encode.nodes import Slice
from teiedition.model import Source

_RULE = re.compile(
    r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|(?:#[ \t]*){3,})[ \t]*"
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_LINK = re.compile(r"<((?:https?|ftp)://[^<>\s]{1,2000}|mailto:[^<>\s]{1,200})>")


class Line(NamedTuple):
    """A line that is not blank, without the white space and the Markdown signs at its ends.

    `number` counts from 1; `gap` is the number of blank lines before it, `indent` that of the white
    space before its first character; `level` is that of a Markdown heading, else 0.
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

    def without(self, marks: Iterable[Slice]) -> Reading:
        """The same reading with more stretches taken for markup."""
        return replace(self, dropped=tuple(sorted([*self.dropped, *marks])))

    def kept(self, stretch: Slice) -> Iterator[Slice]:
        """The parts of a stretch that are text."""
        start, end = stretch
        for mark in self.dropped[bisect_left(self.dropped, (start, start)) :]:
            if mark.start >= end:
                break
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
    bold, links = _bold(source.text), _links(source.text)
    marks = [
        mark for inner, width in ((bold, 2), (links, 1)) for part in inner for mark in _around(part, width)
    ]
    lines = list(_lines(source.text, marks, bold))
    headings = [Slice(line.start - line.level - 1, line.start) for line in lines if line.level]
    return Reading(source, tuple(lines), tuple(sorted(marks + headings)))


def _around(inner: Slice, width: int) -> tuple[Slice, Slice]:
    return Slice(inner.start - width, inner.start), Slice(inner.end, inner.end + width)


def _lines(text: str, marks: list[Slice], bold: list[Slice]) -> Iterator[Line]:
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
                strong = bool(bold) and _within(start, end, bold)
                page = "\f" in raw[:indent]
                yield Line(number, start, end, text[start:end], gap, indent, strong, level, page)
                gap = 0
        position += len(raw) + 1


def _within(start: int, end: int, stretches: list[Slice]) -> bool:
    at = bisect_left(stretches, (start + 1, 0)) - 1
    return at >= 0 and stretches[at].start <= start and end <= stretches[at].end


def _bold(text: str) -> list[Slice]:
    """What stands between pairs of `**`; those of a line of asterisks are not markup."""
    if "**" not in text:
        return []
    marks = [found.start() for found in re.finditer(r"(?<!\*)\*\*(?!\*)", text)]
    inner: list[Slice] = []
    opened = -1
    for mark in marks:
        if opened < 0 or not _joined(text, opened + 2, mark):
            opened = mark
        else:
            inner.append(Slice(opened + 2, mark))
            opened = -1
    return inner


def _joined(text: str, start: int, end: int) -> bool:
    return start < end and not text[start].isspace() and text.find("\n\n", start, end) < 0


def _links(text: str) -> list[Slice]:
    if "<" not in text:
        return []
    return [Slice(found.start() + 1, found.end() - 1) for found in _LINK.finditer(text)]
