"""Tables whose columns survived: lines of a block with white space or tabs at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from teiedition.encode.nodes import Node, Slice, element
from teiedition.encode.reading import Line

_GAP = re.compile(r"\S(?: {2,}|\t+)(?=\S)")


def groups(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """The tables among lines: index of the first line → half-open range of indices."""
    found: dict[int, tuple[int, int]] = {}
    start = 0
    for at in range(len(lines) + 1):
        row = at < len(lines) and (at == start or not lines[at].gap) and _is_row(lines[at])
        if not row:
            if at - start >= 2:
                found[start] = (start, at)
            start = at + 1 if at < len(lines) and not _is_row(lines[at]) else at
    return found


def _is_row(line: Line) -> bool:
    return line.text.startswith("|") and line.text.count("|") > 2 or len(_GAP.findall(line.text)) >= 1 and "  " in line.text.strip() or "\t" in line.text


def table(lines: Sequence[Line]) -> Node:
    """The table that lines make; its first row is a head when it holds no number and the others do."""
    rows = _piped(lines) if lines[0].text.startswith("|") else _columns(lines)
    node = Node("table")
    for number, cells in enumerate(rows):
        row = element("row", *(Node("cell", {}, [cell] if cell else []) for cell in cells))
        if number == 0 and len(rows) > 2 and not re.search(r"\d", lines[0].text) and any(re.search(r"\d", l.text) for l in lines[1:]):
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


def _columns(lines: Sequence[Line]) -> list[list[Slice | None]]:
    edges = _edges(lines)
    rows = []
    for line in lines:
        cells: list[Slice | None] = []
        for start, end in zip(edges, edges[1:], strict=False):
            a, b = (min(max(0, at - line.indent), len(line.text)) for at in (start, end))
            text = line.text[a:b]
            first = a + len(text) - len(text.lstrip())
            cells.append(Slice(line.start + first, line.start + first + len(text.strip())) if text.strip() else None)
        rows.append(cells)
    return rows


def _edges(lines: Sequence[Line]) -> list[int]:
    """Where columns begin: behind places that are white space in every line."""
    width = max(line.indent + len(line.text) for line in lines)
    blank = [True] * (width + 1)
    for line in lines:
        for at, letter in enumerate(line.text):
            if not letter.isspace():
                blank[line.indent + at] = False
    inner = _inner(blank, lines)
    return [0, *inner, width + 1]


def _inner(blank: Sequence[bool], lines: Iterable[Line]) -> list[int]:
    gaps = []
    for line in lines:
        gaps.append([(line.indent + found.start() + 1, line.indent + found.end()) for found in _GAP.finditer(line.text)])
    edges = []
    for at in range(1, len(blank)):
        if blank[at - 1] and not blank[at] and any(blank[:at]) and not all(blank[:at]):
            if any(start <= at - 1 < end for line in gaps for start, end in line):
                edges.append(at)
    return edges
