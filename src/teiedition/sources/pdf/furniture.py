"""Running heads, feet and page numbers: what repeats at the edges of pages, at one height.

Numbers in it may change from page to page. What stands at the height of a head that is known by its
repetition is a head too, so that the heads of short chapters are found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from teiedition.sources.pdf.lines import Line

EDGE = 0.16  # of the page's height: how far from its edges furniture may stand
LEVELS = 3  # how many lines from the edge
NEAR = 4.0  # points by which the height may differ
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"\W*(?:p(?:age|\.)?\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_ROMAN = re.compile(r"\W*[ivxlc]{1,7}\W*", re.I)


@dataclass(frozen=True)
class Furniture:
    """`kinds`: lines by identity → "header", "footer" or "pageNum"; `numbers`: the printed page numbers."""

    kinds: dict[int, str]
    numbers: list[str]


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Furniture:
    """Tell the furniture of all pages from their text."""
    edges = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    kinds: dict[int, str] = {}
    heads: Counter[tuple[str, int]] = Counter()
    for edge in ("header", "footer"):
        same: dict[str, list[tuple[int, Line]]] = defaultdict(list)
        for number, lines in enumerate(edges):
            for line in lines[edge]:
                same[_NUMBER.sub("#", " ".join(line.text.casefold().split()))].append((number, line))
        for group in same.values():
            for _, line in _repeated(group, len(pages)):
                kinds[id(line)] = "pageNum" if _is_number(line.text) else edge
                heads[edge, round(line.base / NEAR)] += 1
        for line in _numbered(edges, edge):
            kinds.setdefault(id(line), "pageNum" if _is_number(line.text) else edge)
    for lines in edges:
        for edge, found in lines.items():
            for line in found:
                if heads[edge, round(line.base / NEAR)] >= max(3, 0.4 * len(pages)):
                    kinds.setdefault(id(line), "pageNum" if _is_number(line.text) else edge)
    return Furniture(kinds, _numbers(pages, kinds))


def _edges(lines: Sequence[Line], height: float) -> dict[str, list[Line]]:
    """The lines at the upper and at the lower edge of a page."""
    levels = sorted({round(line.base / NEAR) for line in lines})
    low, high = levels[:LEVELS], levels[-LEVELS:]
    return {
        "header": [x for x in lines if x.base > (1 - EDGE) * height and round(x.base / NEAR) in high],
        "footer": [x for x in lines if x.base < EDGE * height and round(x.base / NEAR) in low],
    }


def _repeated(group: list[tuple[int, Line]], pages: int) -> list[tuple[int, Line]]:
    """Of lines that differ in numbers at most those that stand at one height on enough pages.

    Their numbers must be the same, or count the pages: notes such as "Ibid., 7" repeat otherwise.
    """
    enough = 2 if pages < 5 else 3
    seen: dict[tuple[object, ...], set[int]] = defaultdict(set)

    def likenesses(page: int, line: Line) -> list[tuple[object, ...]]:
        height = (round(line.base / NEAR), round(line.size))
        return [(line.text, *height), *((number - page, *height) for number in _outer(line.text))]

    for page, line in group:
        for likeness in likenesses(page, line):
            seen[likeness].add(page)
    return [
        (page, line)
        for page, line in group
        if any(len(seen[each]) >= enough for each in likenesses(page, line))
    ]


def _numbered(edges: Sequence[dict[str, list[Line]]], edge: str) -> list[Line]:
    """Lines at one height on most pages whose first or last number counts the pages."""
    heights: dict[int, list[tuple[int, Line]]] = defaultdict(list)
    for page, lines in enumerate(edges):
        for line in lines[edge]:
            heights[round(line.base / NEAR)].append((page, line))
    found = []
    for group in heights.values():
        offsets = Counter(number - page for page, line in group for number in _outer(line.text))
        offset, support = offsets.most_common(1)[0] if offsets else (0, 0)
        if support >= max(2, 0.6 * len(edges)):
            found += [line for page, line in group if offset + page in _outer(line.text)]
    return found


def _outer(text: str) -> set[int]:
    """The first and the last number of a line."""
    numbers = [int(number) for number in _NUMBER.findall(text) if len(number) < 5]
    return {*numbers[:1], *numbers[-1:]}


def _is_number(text: str) -> bool:
    return bool(_PAGE.fullmatch(text) or _ROMAN.fullmatch(text))


def _numbers(pages: Sequence[Sequence[Line]], kinds: dict[int, str]) -> list[str]:
    """The numbers that pages print, or would; where none are told, the count from 1."""
    offsets: Counter[int] = Counter()
    for page, lines in enumerate(pages, 1):
        for line in lines:
            if id(line) in kinds:
                numbers = _NUMBER.findall(line.text)
                offsets.update(
                    {int(number) - page for number in (numbers[:1] + numbers[-1:]) if len(number) < 5}
                )
    offset, support = offsets.most_common(1)[0] if offsets else (0, 0)
    offset = offset if support >= min(2, len(pages)) and offset > -len(pages) else 0
    return [str(page + offset) for page in range(1, len(pages) + 1)]
