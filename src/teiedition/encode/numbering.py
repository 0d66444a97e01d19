"""The numbers of notes: before the notes, where they are told from numbered paragraphs by the marks in the
text above them, and as marks in a text whose notes have lost their numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from teiedition.encode.reading import Line
from teiedition.encode.traces import SUPERSCRIPT, shaped, visible

_NUMBER = re.compile(
    r"(?:\[\^?(?P<a>\d{1,3}|[*†‡])\]:?|(?P<b>\d{1,3})[.)]?(?=\s*[^\s\d.,)\]/:%–-])|\((?P<c>\d{1,3})\)"
    r"|(?P<d>\*{1,3}|[†‡§]{1,2})|(?P<e>[⁰¹²³⁴-⁹]{1,3}))\s*(?=[^\s.,)\]])"
)
_HIGHEST_FIRST = 40
"""A passage from the middle of a book may begin with a note of its middle."""
_SHORTEST = 3
"""How many numbers that count up are more than chance."""
_CLOSE = 5
"""Notes are fewer lines apart than this, most of them."""
_DOUBT = -0.4
_AGAIN = 1.2
"""How many numbers it is worth to begin again with the first."""


class Numbered(NamedTuple):
    """A line's number: the line's number in the source, the note's as printed, how it is written."""

    line: int
    label: str
    shape: str


class Counted(NamedTuple):
    """A number where it stands: the line's index; how much its being a note's has for it besides; where in
    the source it begins."""

    at: int
    number: int
    weight: float = 0.0
    start: int = -1


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


def crowded(lines: Sequence[Line]) -> dict[int, str]:
    """The lines that begin with numbers that count up and stand close together, as notes do and documents
    do not: line number → number."""
    found = unmarked(lines)
    at = {line.number: index for index, line in enumerate(lines)}
    begun = [at[number] for number in found]
    close = sum(b - a <= _CLOSE for a, b in zip(begun, begun[1:], strict=False))
    return found if len(found) >= _CLOSE and close * 2 >= len(begun) else {}


def unmarked(lines: Sequence[Line], looks: Callable[[int], float] = lambda at: 0.0) -> dict[int, str]:
    """The lines that begin with a number that counts up, in the way of writing that most have: line number →
    number. They may be notes whose marks were lost, or numbered paragraphs. Of lines with the same number
    the one is chosen that looks most like a note, as `looks` says of an index."""
    shapes: dict[str, list[Counted]] = defaultdict(list)
    for at, line in enumerate(lines):
        if (item := _item(line)) and item.label.isdigit():
            shapes[item.shape].append(Counted(at, int(item.label), max(-0.3, min(0.3, looks(at) / 20))))
    best = max(map(_counted_up, shapes.values()), key=len, default=[])
    return {lines[item.at].number: str(item.number) for item in best}


def counting(lines: Sequence[Line]) -> list[Counted]:
    """Marks that count up in a text, whether or not notes have their numbers."""
    shapes: dict[str, list[Counted]] = defaultdict(list)
    for at, line in enumerate(lines):
        for shape, number, start, doubtful in shaped(line.text):
            shapes[shape].append(Counted(at, number, _DOUBT if doubtful else 0.0, line.start + start))
    kept = [(_counted_up(marks), sum(not mark.weight for mark in marks)) for marks in shapes.values()]
    return max((found for found, all in kept if len(found) * 5 >= all * 4), key=len, default=[])


def _counted_up(items: Sequence[Counted]) -> list[Counted]:
    """The best way through numbers in order that goes up by one, may leave one out or begin again; none
    that is no longer than chance would have it."""
    ends: dict[int, tuple[float, int]] = {}  # the number that a way ends with → its worth, its last item
    before: list[int] = []
    best = (0.0, -1)
    for at, item in enumerate(items):
        ways = [
            (ends[n][0] - (item.number - 1 - n), ends[n][1])
            for n in (item.number - 1, item.number - 2)
            if n in ends
        ]
        if item.number == 1:
            ways.append((best[0] - _AGAIN, best[1]))
        if item.number < _HIGHEST_FIRST:
            ways.append((-_AGAIN * (item.number > 1), -1))
        if not ways:
            before.append(-1)
            continue
        worth, origin = max(ways)
        before.append(origin)
        way = (worth + 1 + item.weight, at)
        ends[item.number] = max(ends.get(item.number, way), way)
        best = max(best, way)
    found: list[Counted] = []
    at = best[1]
    while at >= 0:
        found.append(items[at])
        at = before[at]
    return found[::-1] if len({item.number for item in found}) >= _SHORTEST else []


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
