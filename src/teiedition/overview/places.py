"""The places that the documents mention, on a map: `c:map`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import median

from teiedition import tree
from teiedition.catalogue import Catalogue, Entity, name
from teiedition.overview.elements import element
from teiedition.overview.geography import View, shrinking
from teiedition.overview.layout import Circle, label_sides
from teiedition.tree import Element

PLACES = 150
"""So many places the map shows: those mentioned most often."""
WIDTH = 1120.0
ASPECTS = (0.4, 0.66)
"""A map is at least and at most so high, as a share of its width."""
ROOM = 1.16
"""So many times the extent of the places is that of their map."""
LEAST = 2.0
"""A map shows at least so many degrees from west to east."""
NEAR = 4
"""A second map shows the inner part that many times nearer, if that part holds a good share of the places."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its coordinates in degrees, and how often it is mentioned in how many documents."""

    entity: Entity
    north: float
    east: float
    mentions: int
    documents: int


def source(catalogue: Catalogue) -> Element | None:
    """The places, those most often mentioned first, and one or two maps of them."""
    found = sorted(_places(catalogue), key=lambda place: (-place.mentions, place.entity.ref))
    if not found:
        return None
    shown = unwrapped(found[:PLACES])
    root = element("map", places=str(len(found)))
    root.extend(_place(place) for place in shown)
    root.append(_view("all", shown))
    if inner := _inner(shown):
        root.append(_view("near", inner))
    return root


def _places(catalogue: Catalogue) -> Iterator[Place]:
    for ref, entity in catalogue.entities.items():
        spot = coordinates(entity.entry)
        by_document = catalogue.mentions.get(ref, {})
        mentions = sum(one.tag == name("mention") for found in by_document.values() for one in found)
        if spot and mentions and entity.kind == "place":
            yield Place(entity, *spot, mentions, len(by_document))


def coordinates(entry: Element | None) -> tuple[float, float] | None:
    """Degrees north and east from `location/geo` ("43.99 22.92"), where they are such; TEI P5, geo.

    Two numbers with a comma in each ("43,99 22,92") have it in the place of the point.
    """
    text = entry.findtext("tei:location/tei:geo", "", tree.NS) if entry is not None else ""
    if re.fullmatch(r"\s*-?\d+,\d+\s+-?\d+,\d+\s*", text):
        text = text.replace(",", ".")
    parts = re.split(r"[\s,;]+", text.strip())
    try:
        north, east = map(float, parts)
    except ValueError:
        return None
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None


def unwrapped(places: Sequence[Place]) -> list[Place]:
    """Longitudes counted on past 180 degrees where that brings the places nearer together."""
    easts = sorted({place.east for place in places})
    gaps = [(latter - former, latter) for former, latter in pairwise([*easts, easts[0] + 360])]
    widest, start = max(gaps)
    if start > 180 or widest <= 180:
        return list(places)
    return [
        Place(p.entity, p.north, p.east + 360 * (p.east < start), p.mentions, p.documents) for p in places
    ]


def _inner(places: Sequence[Place]) -> list[Place]:
    """The places around the middle one, NEAR times nearer; none unless they are many, and not all."""
    norths, easts = [place.north for place in places], [place.east for place in places]
    middle = median(norths), median(easts)
    reach = max(max(norths) - min(norths), max(easts) - min(easts)) / NEAR / 2
    inner = [p for p in places if abs(p.north - middle[0]) <= reach and abs(p.east - middle[1]) <= reach]
    return inner if len(inner) >= 5 and len(places) / 4 <= len(inner) < len(places) else []


def _extent(places: Sequence[Place]) -> View:
    """A view of all places, with some room around, and not too flat nor too high."""
    norths, easts = [place.north for place in places], [place.east for place in places]
    north, east = (min(norths) + max(norths)) / 2, (min(easts) + max(easts)) / 2
    wide = max(max(easts) - min(easts), LEAST) * ROOM
    high = (max(norths) - min(norths)) * ROOM
    square = shrinking(north)
    wide = max(wide, high / (ASPECTS[1] * square))
    high = max(high, wide * ASPECTS[0] * square)
    return View(east - wide / 2, north - high / 2, east + wide / 2, north + high / 2, WIDTH)


def _view(kind: str, places: Sequence[Place]) -> Element:
    view = _extent(places)
    height = view.height
    most = places[0].mentions
    circles = [
        Circle(*view.place(place.east, place.north), 3 + 9 * sqrt(place.mentions / most), place.entity.label)
        for place in places
    ]
    root = element(
        "view", name=kind, width=f"{WIDTH:.0f}", height=f"{height:.0f}", land=view.land(),
        borders=view.borders(), grid=view.grid(),
    )  # fmt: skip
    for place, circle, side in zip(places, circles, label_sides(circles, WIDTH, height), strict=True):
        spot = {key: f"{value:.1f}" for key, value in zip("xyr", circle[:3], strict=True)}
        entity = place.entity
        root.append(element("node", kind="place", ref=entity.ref, label=entity.label, side=side, **spot))
    return root


def _place(place: Place) -> Element:
    entity = place.entity
    counts = {"mentions": str(place.mentions), "documents": str(place.documents)}
    return element(
        "place", ref=entity.ref, label=entity.label, **counts,
        north=f"{place.north:g}", east=f"{(place.east + 180) % 360 - 180:g}",
    )  # fmt: skip
