"""Tables whose columns survived: lines of a block with white space or tabs at the same places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiedition.encode.nodes import Node, Slice, element
from teiedition.encode.reading import Line

_GAP = re.compile(r"\S(?: {2,}|\t+)(?=\S)")


def groups(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """The tables among lines: index of the first line → half-open range of indices."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and is_row(lines[end]) and (end == at or not lines[end].gap):
            end += 1
        if end - at > 1:
            found[at] = (at, end)
        at = max(end, at + 1)
    return found


def is_row(line: Line) -> bool:
    """Does a line look like a table's row: cells with tabs, wide spaces or upright strokes between?"""
    if line.text.startswith("|"):
        return line.text.count("|") > 2
    return "\t" in line.text or "  " in line.text and bool(_GAP.search(line.text))


def table(lines: Sequence[Line]) -> Node:
    """The table that lines make; its first row is a head when it holds no number and the others do."""
    if lines[0].text.startswith("|"):
        rows = _piped(lines)
    else:
        rows = _tabbed(lines) if any("\t" in line.text for line in lines) else _columns(lines)
    node = Node("table")
    for number, cells in enumerate(rows):
        row = element("row", *(Node("cell", {}, [cell] if cell else []) for cell in cells))
        if (
            number == 0
            and len(rows) > 2
            and not re.search(r"\d", lines[0].text)
            and any(re.search(r"\d", l.text) for l in lines[1:])
        ):
            row.attributes["role"] = "label"
        node.children.append(row)
    return node


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
