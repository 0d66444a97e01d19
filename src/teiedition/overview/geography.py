"""The base of a map: coasts and borders within a view, as lines in the pixels of a drawing.

The projection keeps north up and distances true along the meridians and the middle parallel
(equirectangular); over the few thousand kilometres of most editions it looks as a map should.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import cos, radians

from teiedition.resources import resource

Point = tuple[float, float]
Line = list[Point]
FINEST = 1.1
"""So near to each other may points of a line be, in pixels; small islands are not drawn at all."""
GRID = (0.5, 1, 2, 5, 10, 20, 30)
"""Degrees between the lines of the grid: the first that gives no more than nine of them."""


def shrinking(north: float) -> float:
    """The length of a degree to the east at a latitude, in degrees to the north; at the poles, a fifth."""
    return max(cos(radians(north)), 0.2)


@dataclass(frozen=True, slots=True)
class View:
    """A piece of the world, in degrees, on a drawing of `width` pixels; `east` may be past 180.

    Points of a line nearer to each other than `finest` pixels are drawn as one.
    """

    west: float
    south: float
    east: float
    north: float
    width: float
    finest: float = FINEST

    @property
    def _scale(self) -> Point:
        """Pixels a degree, to the east and to the north."""
        per_east = self.width / (self.east - self.west)
        return per_east, per_east / shrinking((self.south + self.north) / 2)

    @property
    def height(self) -> float:
        """Of the drawing, in pixels."""
        return (self.north - self.south) * self._scale[1]

    def place(self, east: float, north: float) -> Point:
        """Where a point of the world, in degrees, is in the drawing."""
        x, y = self._scale
        return (east - self.west) * x, (self.north - north) * y

    def land(self) -> str:
        """The outlines of land as an SVG path, cut off just outside the drawing."""
        return "".join(_path(self, ring, "Z") for ring in self._within("land") if len(ring) > 2)

    def borders(self) -> str:
        """Today's borders on land as an SVG path."""
        return "".join(_path(self, line) for line in self._within("borders") if len(line) > 1)

    def grid(self) -> str:
        """Meridians and parallels as an SVG path."""
        step = next((one for one in GRID if (self.east - self.west) / one <= 9), GRID[-1])
        lines = [[(east, self.south), (east, self.north)] for east in _multiples(step, self.west, self.east)]
        lines += [
            [(self.west, north), (self.east, north)] for north in _multiples(step, self.south, self.north)
        ]
        return "".join(_path(self, line) for line in lines)

    def _within(self, kind: str) -> Iterator[Line]:
        """Rings cut to the view; lines whole, where any of them is in it."""
        edge = (self.east - self.west) / 50
        box = (self.west - edge, self.south - edge, self.east + edge, self.north + edge)
        for line in _world()[kind]:
            for turn in (-360.0, 0.0, 360.0):
                easts, norths = [east + turn for east, _ in line], [north for _, north in line]
                if _meets(easts, box[0], box[2]) and _meets(norths, box[1], box[3]):
                    whole = list(zip(easts, norths, strict=True))
                    yield _clipped(whole, box) if kind == "land" else whole


def _multiples(step: float, low: float, high: float) -> list[float]:
    first = int(low // step) + 1
    return [number * step for number in range(first, int(high // step) + 1)]


def _meets(values: Sequence[float], low: float, high: float) -> bool:
    return min(values) < high and max(values) > low


@cache
def _world() -> dict[str, list[Line]]:
    """Land and borders in degrees, from site/map/world.json; scripts/make_world_map.py says what is in it."""
    data = json.loads(resource("site", "map", "world.json").read_text("utf-8"))
    steps: int = data["steps"]

    def line(numbers: list[int]) -> Line:
        easts, norths = (accumulate(numbers[start::2]) for start in (0, 1))
        return [(east / steps, north / steps) for east, north in zip(easts, norths, strict=True)]

    return {kind: [line(numbers) for numbers in data[kind]] for kind in ("land", "borders")}


def _clipped(ring: Line, box: tuple[float, float, float, float]) -> Line:
    """A ring cut to a box, edge by edge (Sutherland and Hodgman 1974)."""
    for axis, limit, keeps in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        ring = _cut(ring, axis, lambda point, a=axis, e=limit, k=keeps: (point[a] - e) * k)  # type: ignore[misc]
    return ring


def _cut(ring: Line, axis: int, inside: Callable[[Point], float]) -> Line:
    """The part of a ring for whose points `inside` is not negative."""
    kept: Line = []
    for former, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        before, now = inside(former), inside(point)
        if (before < 0) != (now < 0):
            share = before / (before - now)
            kept.append(
                (former[0] + (point[0] - former[0]) * share, former[1] + (point[1] - former[1]) * share)
            )
        if now >= 0:
            kept.append(point)
    return kept


def _path(view: View, line: Line, end: str = "") -> str:
    """A line as SVG writes it, from point to point, without points too near to be told apart.

    In tenths of a pixel, whole while they are added up, so that no error adds up with them.
    """
    places: list[tuple[int, int]] = []
    for point in line:
        x, y = (round(value * 10) for value in view.place(*point))
        if not places or abs(x - places[-1][0]) + abs(y - places[-1][1]) >= view.finest * 10:
            places.append((x, y))
    if len(places) < (4 if end else 2):
        return ""
    ways = ((x - u, y - v) for (u, v), (x, y) in pairwise(places))
    start = f"M{places[0][0] / 10:g} {places[0][1] / 10:g}"
    return start + "l" + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in ways) + end
