"""Lines that begin with a note's number, told from numbered paragraphs: the number stands in the text
above them as a mark as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from teiedition.encode.reading import Line
from teiedition.encode.traces import SUPERSCRIPT, visible

_NUMBER = re.compile(
    r"(?:\[\^?(?P<a>\d{1,3}|[*†‡])\]:?|(?P<b>\d{1,3})[.)]?(?=\s*[^\s\d.,)\]])|\((?P<c>\d{1,3})\)"
    r"|(?P<d>\*{1,3}|[†‡§]{1,2})|(?P<e>[⁰¹²³⁴-⁹]{1,3}))\s*(?=[^\s.,)\]])"
)
_HIGHEST_FIRST = 40
"""A passage from the middle of a book may begin with a note of its middle."""


class Numbered(NamedTuple):
    """A line's number: the line's number in the source, the note's as printed, how it is written."""

    line: int
    label: str
    shape: str


def after_number(text: str) -> int:
    """Where the words of a numbered note begin."""
    found = _NUMBER.match(text)
    return found.end() if found else 0


def numbered(lines: Sequence[Line]) -> dict[int, str]:
    """The lines that begin with a note's number: line number → number.

    A mark belongs to one note. Where numbered paragraphs claim it too, the numbers that stand close
    together, as notes do, have it.
    """
    begun = [item for line in lines if (item := _item(line))]
    if not begun:
        return {}
    marks = _marks(lines, frozenset(item.label for item in begun))
    found: dict[int, str] = {}
    for chain in sorted(_chains(begun), key=_spread):
        own = {item.line for item in chain}
        above = {item: mark for item in chain if (mark := _mark_above(item, own, marks))}
        if len(above) * 5 >= len(chain) * 3:
            found.update((item.line, item.label) for item in chain)
            for item, mark in above.items():
                marks[item.label].remove(mark)
    return found


def _item(line: Line) -> Numbered | None:
    found = _NUMBER.match(line.text)
    if not found:
        return None
    printed = next(filter(None, found.groups()))
    label = printed.translate(SUPERSCRIPT)
    return Numbered(line.number, label, found[0].strip().replace(printed, "^" if printed != label else "", 1))


def _chains(begun: Sequence[Numbered]) -> list[list[Numbered]]:
    """Numbers that count up in one way of writing, whatever else begins with a number in between; a symbol
    is a chain of its own."""
    chains: list[list[Numbered]] = []
    ends: dict[tuple[str, int], list[Numbered]] = {}  # the way of writing and the last number → the chain
    for item in begun:
        if not item.label.isdigit():
            chains.append([item])
            continue
        number = int(item.label)
        before = [(item.shape, last) for last in (number - 1, number - 2) if (item.shape, last) in ends]
        if before:
            chain = ends.pop(max(before, key=lambda end: len(ends[end])))
            chain.append(item)
        elif number < _HIGHEST_FIRST:
            chain = [item]
            chains.append(chain)
        else:
            continue
        ends[item.shape, number] = chain
    return chains


def _spread(chain: Sequence[Numbered]) -> tuple[bool, float, int]:
    """How far apart the numbers of a chain stand, a number on its own behind all; of equal ones the later
    comes first."""
    return (len(chain) == 1, (chain[-1].line - chain[0].line) / len(chain), -chain[0].line)


def _marks(lines: Sequence[Line], labels: frozenset[str]) -> dict[str, list[int]]:
    """The numbers of the lines in which each label stands as a mark."""
    places: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        for number, _ in visible(line.text, labels):
            places[number].append(line.number)
    return places


def _mark_above(item: Numbered, own: set[int], marks: Mapping[str, list[int]]) -> int:
    """The line of the nearest mark above a note's line; 0 for none."""
    return max(
        (line for line in marks.get(item.label, ()) if line < item.line and line not in own), default=0
    )
