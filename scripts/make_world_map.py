"""Makes site/map/world.json, the base of the maps, from Natural Earth's countries at 1:50 million.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_world_map.py package/countries-50m.json site/map/world.json

The data are Natural Earth's (public domain); the package world-atlas (ISC licence) has them as TopoJSON.
Coordinates become whole steps of 1/50 degree, each line its first point and then the way from point to
point. Rings of fewer than four points, too small to be seen, fall away.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

STEPS = 50
Line = list[tuple[float, float]]
Steps = list[tuple[int, int]]


def main(source: Path, target: Path) -> None:
    """Write the lines of `source` to `target`."""
    topology = json.loads(source.read_text())
    arcs = [list(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    land = topology["objects"]["land"]["geometries"][0]["arcs"]
    rings = [closed(unwrapped(ring(arcs, numbers))) for numbers in chain.from_iterable(land)]
    countries = topology["objects"]["countries"]["geometries"]
    users = Counter(
        number if number >= 0 else ~number for country in countries for number in flat(country["arcs"])
    )
    borders = [unwrapped(arcs[number]) for number, count in users.items() if count > 1]
    world = {
        "source": "Natural Earth, 1:50,000,000, public domain; by way of the npm package world-atlas 2.0.2",
        "steps": STEPS,
        "land": [encoded(line) for line in map(bare, rings) if len(line) > 3],
        "borders": [encoded(line) for line in map(bare, borders) if len(line) > 1],
    }
    target.write_text(json.dumps(world, separators=(",", ":")) + "\n")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    """The points of an arc, in degrees east and north."""
    for east, north in accumulate(arc, lambda one, step: [one[0] + step[0], one[1] + step[1]]):
        yield (
            east * transform["scale"][0] + transform["translate"][0],
            north * transform["scale"][1] + transform["translate"][1],
        )


def ring(arcs: list[Line], numbers: list[int]) -> Line:
    """Arcs joined end to end; a negative number is an arc taken backwards."""
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return list(chain(parts[0], *(part[1:] for part in parts[1:])))


def unwrapped(line: Line) -> Line:
    """A line that counts on past 180 degrees where the data jump to the other side of the map."""
    turns = accumulate(
        ((x < u - 180) - (x > u + 180) for (u, _), (x, _) in zip(line, line[1:], strict=False)), initial=0
    )
    return [(east + 360 * turn, north) for (east, north), turn in zip(line, turns, strict=True)]


def closed(line: Line) -> Line:
    """A ring that goes once around the earth ends beside where it began; it is closed by way of the pole."""
    (start, north), (end, _) = line[0], line[-1]
    pole = -90.0 if north < 0 else 90.0
    return line if abs(end - start) < 180 else [*line, (end, pole), (start, pole)]


def flat(numbers: Any) -> Iterator[int]:
    """All numbers of a nested list."""
    for one in numbers:
        yield from flat(one) if isinstance(one, list) else (one,)


def bare(line: Line) -> Steps:
    """In whole steps, without points that fall on the one before."""
    points = [(round(east * STEPS), round(north * STEPS)) for east, north in line]
    return points[:1] + [point for former, point in zip(points, points[1:], strict=False) if point != former]


def encoded(line: Steps) -> list[int]:
    """The first point and the way from point to point, one number after the other."""
    ways = ((x - u, y - v) for (u, v), (x, y) in zip(line, line[1:], strict=False))
    return list(chain(line[0], *ways))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
