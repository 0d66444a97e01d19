"""Places for the points of a drawing and for their labels. The same input gives the same drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
ROUNDS = 160
GOLDEN_ANGLE = 2.39996
"""In radians. Points set at multiples of it on a spiral fill a disc evenly."""


def spring(ties: Mapping[tuple[int, int], float], count: int) -> list[Point]:
    """Positions of `count` points in the unit square, such that tied ones are near each other.

    `ties` are weights between points by their numbers. The forces are those of Fruchterman and
    Reingold (1991); the start is a spiral, not chance. A pull to the middle holds parts together that
    no tie does.
    """
    places = [_on_spiral(number, count) for number in range(count)]
    ideal = sqrt(1 / max(count, 1))
    heaviest = max(ties.values(), default=1.0)
    for turn in range(ROUNDS):
        moves = [(-0.6 * ideal * x, -0.6 * ideal * y) for x, y in places]
        for one in range(count):
            for other in range(one):
                x, y, apart = _between(places[one], places[other])
                _push(moves, one, other, x, y, ideal * ideal / apart)
        for (one, other), weight in ties.items():
            x, y, apart = _between(places[one], places[other])
            _push(moves, one, other, x, y, -apart * apart / ideal * sqrt(weight / heaviest))
        places = [
            _step(place, move, 0.1 * (1 - turn / ROUNDS)) for place, move in zip(places, moves, strict=True)
        ]
    return _spread(places)


def _on_spiral(number: int, count: int) -> Point:
    radius = sqrt((number + 0.5) / count) / 2
    return radius * cos(number * GOLDEN_ANGLE), radius * sin(number * GOLDEN_ANGLE)


def _between(one: Point, other: Point) -> tuple[float, float, float]:
    """The direction from `other` to `one`, of length 1, and how far apart they are."""
    x, y = one[0] - other[0], one[1] - other[1]
    apart = max(hypot(x, y), 1e-4)
    return x / apart, y / apart, apart


def _push(moves: list[Point], one: int, other: int, x: float, y: float, force: float) -> None:
    moves[one] = moves[one][0] + x * force, moves[one][1] + y * force
    moves[other] = moves[other][0] - x * force, moves[other][1] - y * force


def _step(place: Point, move: Point, most: float) -> Point:
    length = max(hypot(*move), 1e-9)
    share = min(length, most) / length
    return place[0] + move[0] * share, place[1] + move[1] * share


def _spread(places: Sequence[Point]) -> list[Point]:
    """Into the unit square; half by place and half by rank, so that the crowded middle opens up."""
    columns = [_spread_column(column) for column in zip(*places, strict=True)]
    return list(zip(*columns, strict=True))


def _spread_column(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    rank = {number: place / max(len(values) - 1, 1) for place, number in enumerate(order)}
    low, span = min(values), max(max(values) - min(values), 1e-9)
    return [((value - low) / span + rank[number]) / 2 for number, value in enumerate(values)]


class Box(NamedTuple):
    """A rectangle, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Do the two share any space?"""
        return (
            self.left < other.right and other.left < self.right
            and self.top < other.bottom and other.top < self.bottom
        )  # fmt: skip


class Circle(NamedTuple):
    """A point that is drawn as a circle, with the words that belong to it; in pixels."""

    x: float
    y: float
    radius: float
    label: str


LETTER, LINE = 7.2, 15.0
"""The width of a letter and the height of a line of labels, in pixels; wide letters have twice as much."""


def label_sides(circles: Sequence[Circle], width: float, height: float) -> list[str]:
    """For each circle the side on which its label has room: right, left, above, below, or none ("").

    The first circles have the first choice; no label covers another, a circle, or the edge.
    """
    taken = [Box(c.x - c.radius, c.y - c.radius, c.x + c.radius, c.y + c.radius) for c in circles]
    page, sides = Box(0, 0, width, height), []
    for number, circle in enumerate(circles):
        others = taken[:number] + taken[number + 1 :]
        fitting = {
            side: box
            for side, box in _choices(circle)
            if _inside(box, page) and not any(box.meets(other) for other in others)
        }
        side = next(iter(fitting), "")
        sides.append(side)
        if side:
            taken.append(fitting[side])
    return sides


def _choices(circle: Circle) -> list[tuple[str, Box]]:
    x, y, radius = circle.x, circle.y, circle.radius + 3
    wide = sum(LETTER * (2 if ord(letter) > 0x2E80 else 1) for letter in circle.label)
    return [
        ("right", Box(x + radius, y - LINE / 2, x + radius + wide, y + LINE / 2)),
        ("left", Box(x - radius - wide, y - LINE / 2, x - radius, y + LINE / 2)),
        ("above", Box(x - wide / 2, y - radius - LINE, x + wide / 2, y - radius)),
        ("below", Box(x - wide / 2, y + radius, x + wide / 2, y + radius + LINE)),
    ]


def _inside(box: Box, page: Box) -> bool:
    return (
        page.left <= box.left
        and page.top <= box.top
        and box.right <= page.right
        and box.bottom <= page.bottom
    )
