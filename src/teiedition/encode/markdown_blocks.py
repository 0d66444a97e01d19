"""Headings and lists of Markdown: which lines are underlined as headings, which are items, how deep.

Numbered paragraphs stay paragraphs: items are told where a list is tight (no empty lines between its items)
or holds items within items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from teiedition.encode.nodes import Slice
from teiedition.model import Span

_UNDERLINED = re.compile(r"^(?P<text>(?![-*+>#|=]|\d+[.)]\s)\S.*)\n(?P<line>=+|-{2,})[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=\S)")
_LEAST = 2


class Item(NamedTuple):
    """An item: where it begins, where its first paragraph and its last line end, how far it is indented."""

    start: int
    first_end: int
    end: int
    indent: int
    numbered: bool


def headings(text: str) -> Iterator[tuple[Slice, Span]]:
    """The underlinings of headings, and the headings."""
    for found in _UNDERLINED.finditer(text):
        if not found.start() or text[max(0, found.start() - 2) : found.start()] == "\n\n":
            level = "1" if found["line"][0] == "=" else "2"
            yield Slice(*found.span("line")), Span(*found.span("text"), "heading", level)


def items(text: str) -> list[Span]:
    """The lists and their items, as spans; an item's holds all that is inside it."""
    return [span for run in _runs(text) if len(run) >= _LEAST for span in _spans(run)]


def _runs(text: str) -> Iterator[list[Item]]:
    """Items that follow one another, with the lines that belong to them."""
    run: list[Item] = []
    position, gap = 0, False
    for line in text.split("\n"):
        end = position + len(line)
        found = _ITEM.match(line)
        if found:
            start, numbered = position + found.start("mark"), found["mark"] not in "-*+"
            item = Item(start, end, end, len(found["indent"]), numbered)
            if gap and run and item.numbered and item.indent <= run[0].indent:
                yield run
                run = []
            run.append(item)
        elif line.strip() and run and (not gap or line.startswith("  ")):
            last = run[-1]
            whole = not gap and last.first_end == last.end
            run[-1] = last._replace(end=end, first_end=end if whole else last.first_end)
        elif line.strip():
            yield run
            run = []
        gap = not line.strip()
        position = end + 1
    yield run


def _spans(run: Sequence[Item]) -> Iterator[Span]:
    yield Span(run[0].start, run[-1].end, "list", "ordered" if run[0].numbered else "bulleted")
    levels: list[int] = []
    for at, item in enumerate(run):
        while levels and item.indent < levels[-1]:
            levels.pop()
        if not levels or item.indent > levels[-1] + 1:
            levels.append(item.indent)
        yield Span(item.start, _end(run, at), "list-item", str(len(levels)))
        yield Span(item.start, item.first_end, "paragraph")


def _end(run: Sequence[Item], at: int) -> int:
    """Where an item ends, those within it included."""
    indent = run[at].indent + 1
    inside = list(takewhile(lambda after: after.indent > indent, run[at + 1 :]))
    return inside[-1].end if inside else run[at].end
