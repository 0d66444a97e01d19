"""From lines to paragraphs and headings, over the ends of columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

from teiedition.sources.pdf.lines import Line

LOOSE = 1.4  # of the usual distance of lines: more white than this parts paragraphs
LARGER = 1.1  # of the text's size: type is a heading's from here on
SHORT = 0.75  # of the column's width: a line that ends before this may be a paragraph's last
STEADY = 0.4  # of the characters have the text's size, unless sizes scatter,
SCATTER = (0.82, 1.3)  # of the middle one: so far
HEADING = 160  # characters that a heading in bold type has at most
_LABEL = re.compile(r"(\(?(\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]|[•◦▪–—-]|§+)\s")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\d*$")
_HEADS = re.compile(r"[.,;:]$")


@dataclass
class Block:
    """A paragraph or, with a level from 0, a heading."""

    lines: list[Line] = field(default_factory=list)
    level: int | None = None
    centred: bool = False
    table: bool = False
    """Whether it is rows of cells, parted by tabs."""


def body_size(lines: Sequence[Line]) -> float:
    """The size of most of the type."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def steady_sizes(lines: Sequence[Line]) -> None:
    """Give lines whose sizes scatter about one size that size.

    The text that OCR puts under a picture has a size of its own for each line, by the letters in it.
    """
    sizes = sorted(line.size for line in lines for _ in line.text)
    if not sizes:
        return
    middle = sizes[len(sizes) // 2]
    alike = sum(1 for size in sizes if abs(size - middle) < 0.02 * middle)
    if alike < STEADY * len(sizes):
        for line in lines:
            if SCATTER[0] * middle < line.size < SCATTER[1] * middle:
                line.size = middle


def set_columns(lines: Sequence[Line]) -> None:
    """Give each line the left and right edge of its column; a column of short lines is as wide as most."""
    columns = [list(group) for _, group in groupby(lines, key=lambda line: (line.page, line.column))]
    edges = [(min(line.left for line in each), max(line.right for line in each)) for each in columns]
    widths = [right - left for (left, right), each in zip(edges, columns, strict=True) if len(each) > 4]
    usual = median(widths) if widths else 0.0
    for (left, right), column in zip(edges, columns, strict=True):
        for line in column:
            line.bounds = (left, max(right, left + usual))


def blocks(lines: Sequence[Line], size: float) -> list[Block]:
    """Lines in reading order as blocks. `size` is the text's."""
    leading = _leading(lines)
    found: list[Block] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if not found or _parts(found[-1], line, following, leading, size):
            found.append(Block())
        found[-1].lines.append(line)
    _levels(found, size)
    for block in found:
        block.table = len(block.lines) > 1 and all(_tabbed(line) for line in block.lines)
        block.centred = not block.table and all(_centred(line) for line in block.lines)
    return found


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of base lines, in sizes of the type."""
    distances: Counter[float] = Counter()
    for above, below in zip(lines, lines[1:], strict=False):
        if _same_column(above, below) and above.size == below.size and above.base > below.base:
            distances[round((above.base - below.base) / above.size, 1)] += 1
    return distances.most_common(1)[0][0] if distances else 1.2


def _same_column(above: Line, below: Line) -> bool:
    return (above.page, above.column) == (below.page, below.column)


def _parts(block: Block, line: Line, following: Line | None, leading: float, size: float) -> bool:
    """Whether a line begins a new block after the lines of `block`."""
    last = block.lines[-1]
    if abs(last.size - line.size) > 0.06 * size or _bold_head(last, size) != _bold_head(line, size):
        return True
    if _tabbed(last) != _tabbed(line) and (_tabbed(line) or _same_column(last, line)):
        return True
    ended = bool(_ENDS.search(last.text))
    short = last.right - last.bounds[0] < SHORT * (last.bounds[1] - last.bounds[0])
    if _LABEL.match(line.text) and (ended or short):
        return True
    if _same_column(last, line):
        if last.base - line.base > LOOSE * leading * line.size or _centred(last) != _centred(line):
            return True
    elif short and ended:
        return True
    return _indented_anew(block, line, following, ended or short) or (short and ended and _capital(line))


def _indented_anew(block: Block, line: Line, following: Line | None, finished: bool) -> bool:
    """Whether a line's left edge says that a paragraph begins."""
    inset, em = line.left - line.bounds[0], line.size
    last = block.lines[-1]
    last_inset = last.left - last.bounds[0]
    if inset - last_inset > 0.5 * em:
        # a paragraph's first line stands further in; so do the lines under a label or a hanging first line
        hangs = len(block.lines) == 1 and (
            bool(_LABEL.match(last.text))
            or (following is not None and abs(following.left - line.left) < 0.3 * em)
        )
        return finished and not hangs
    if inset > 0.5 * em and len(block.lines) == 1 and abs(inset - last_inset) < 0.3 * em:
        return finished  # two first lines, one after the other
    return len(block.lines) > 1 and last_inset - inset > 0.5 * em and finished


def _tabbed(line: Line) -> bool:
    """Whether a line is cells side by side, and no label or speaker with what follows."""
    first, tab, _ = line.text.partition("\t")
    return bool(tab) and not _LABEL.match(first + " ") and not first.endswith(":")


def _capital(line: Line) -> bool:
    first = next((letter for letter in line.text if letter.isalnum()), "a")
    return not first.islower()


def _centred(line: Line) -> bool:
    left, right = line.left - line.bounds[0], line.bounds[1] - line.right
    width = line.bounds[1] - line.bounds[0]
    return min(left, right) > 0.1 * width and abs(left - right) < 0.04 * width


def _bold_head(line: Line, size: float) -> bool:
    """Whether a line in the text's size can be a heading for being bold."""
    return line.bold and abs(line.size - size) < 0.06 * size


def _levels(found: Sequence[Block], size: float) -> None:
    """Give headings their levels: larger type is higher; bold type of the text's size is lowest."""
    sizes: Counter[float] = Counter()
    for block in found:
        if block.lines[0].size >= LARGER * size:
            sizes[round(block.lines[0].size * 2) / 2] += 1
    ranks = {each: rank for rank, each in enumerate(sorted(sizes, reverse=True), 1)}
    title = bool(ranks) and sizes[max(ranks)] == 1 and len(ranks) > 1
    for number, block in enumerate(found):
        first = block.lines[0]
        text = " ".join(line.text for line in block.lines)
        if first.size >= LARGER * size:
            rank = ranks[round(first.size * 2) / 2]
            block.level = rank - title if not title or number < 4 or rank > 1 else 1
        elif _bold_head(first, size) and len(text) <= HEADING and not _HEADS.search(text):
            block.level = len(ranks) + 1 - title
