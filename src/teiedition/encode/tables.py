"""Tables whose columns survived: lines of a block with white space or tabs at the same places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiedition.encode.formats import Formats
from teiedition.encode.nodes import Slice
from teiedition.encode.reading import Line

_DIGIT = re.compile(r"\d")
_LABELLED = re.compile(r"[^\W\d_][\w.’'/&-]*(?: [\w.’'/&-]+){0,4}:(?: {2,}|\t+)[^\W\d](?:(?! {2}|\t).)*")
"""A field's label and its value, which wide space parts as well."""
_GAP = re.compile(r"\S(?: {2,}|\t+)(?=\S)")


def groups(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """The tables among lines: index of the first line → half-open range of indices."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _goes_on(lines, at, end):
            end += 1
        if end - at > 1 or end > at and lines[at].table >= 0:
            found[at] = (at, end)
        at = max(end, at + 1)
    return found


def _goes_on(lines: Sequence[Line], at: int, end: int) -> bool:
    """Does the table that begins at `at` hold the line `end`?"""
    if lines[at].table >= 0 or lines[end].table >= 0:
        return lines[at].table == lines[end].table
    return is_row(lines[end]) and (end == at or not lines[end].gap)


def is_row(line: Line) -> bool:
    """Does a line look like a table's row: cells with tabs, wide spaces or upright strokes between?"""
    if line.text.startswith("|"):
        return line.text.count("|") > 2
    if _LABELLED.fullmatch(line.text):
        return False
    return "\t" in line.text or "  " in line.text and bool(_GAP.search(line.text))


class Row(NamedTuple):
    """A table's row: is it a head, and the stretches of its cells (None for an empty one)."""

    label: bool
    cells: list[Slice | None]


def rows(lines: Sequence[Line], formats: Formats) -> list[Row]:
    """The rows of the table that lines make, as the format has it or as their white space tells."""
    if lines[0].table >= 0:
        return [Row(label, list(cells)) for label, cells in formats.table(lines[0].table)]
    if lines[0].text.startswith("|"):
        cells = _piped(lines)
    else:
        cells = _tabbed(lines) if any("\t" in line.text for line in lines) else _columns(lines)
    headed = (
        len(cells) > 2
        and not _DIGIT.search(lines[0].text)
        and any(_DIGIT.search(line.text) for line in lines[1:])
    )
    return [Row(headed and number == 0, row) for number, row in enumerate(cells)]


def _piped(lines: Sequence[Line]) -> list[list[Slice | None]]:
    rows = []
    for line in lines:
        if set(line.text) <= set("|-: "):
            continue
        cells: list[Slice | None] = []
        at = line.start + 1
        for cell in line.text.strip("|").split("|"):
            start = at + len(cell) - len(cell.lstrip())
            cells.append(Slice(start, start + len(cell.strip())) if cell.strip() else None)
            at += len(cell) + 1
        rows.append(cells)
    return rows


def _tabbed(lines: Sequence[Line]) -> list[list[Slice | None]]:
    rows = []
    for line in lines:
        cells: list[Slice | None] = []
        at = line.start
        for cell in line.text.split("\t"):
            start = at + len(cell) - len(cell.lstrip())
            cells.append(Slice(start, start + len(cell.strip())) if cell.strip() else None)
            at += len(cell) + 1
        rows.append(cells)
    return rows


def _columns(lines: Sequence[Line]) -> list[list[Slice | None]]:
    edges = _edges(lines)
    rows = []
    for line in lines:
        cells: list[Slice | None] = []
        for start, end in zip(edges, edges[1:], strict=False):
            a, b = (min(max(0, at - line.indent), len(line.text)) for at in (start, end))
            text = line.text[a:b]
            first = a + len(text) - len(text.lstrip())
            cells.append(
                Slice(line.start + first, line.start + first + len(text.strip())) if text.strip() else None
            )
        rows.append(cells)
    return rows


def _edges(lines: Sequence[Line]) -> list[int]:
    """Where columns begin: within white space that every line has there, two characters wide at least."""
    rows = [" " * line.indent + line.text for line in lines]
    width = max(map(len, rows))
    rows = [row.ljust(width) for row in rows]
    blank = [all(row[at] == " " for row in rows) for at in range(width)]
    edges = [0]
    for at in range(1, width):
        if (
            blank[at - 1]
            and not blank[at]
            and any(not b for b in blank[:at])
            and all(_wide(row, at - 1) for row in rows)
        ):
            edges.append(at)
    return [*edges, width + 1]


def _wide(row: str, at: int) -> bool:
    """Is the white space around a place two characters wide, or at the row's edge?"""
    start = end = at
    while start > 0 and row[start - 1] == " ":
        start -= 1
    while end < len(row) and row[end] == " ":
        end += 1
    return end - start > 1 or end == len(row) or start == 0
