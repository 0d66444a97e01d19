"""A document at a glance: the years that it speaks of, and its places on a map, where it has enough of them.

The map's base is a file of its own, shared by all documents that look at the same part of the world: so
views are snapped to a ladder of sizes and places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from lxml import etree

from teiedition.catalogue import Catalogue, name
from teiedition.overview import timeline
from teiedition.overview.elements import element
from teiedition.overview.geography import View, shrinking
from teiedition.overview.layout import Circle, label_sides
from teiedition.overview.places import Place, coordinates, unwrapped
from teiedition.tree import Element

YEARS, PLACES = 4, 3
"""From so many years, and places, on there is something to see."""
MOST = 60
"""So many places are drawn: those mentioned most often."""
WIDTH, ASPECT, ROOM = 640.0, 0.58, 1.2
FINEST, FAR = 2.5, 128
"""The base is coarser than that of the edition's map, and has no borders where it shows most of the world."""
SPANS = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 360)
"""Degrees from west to east that a map may show."""


def of_document(catalogue: Catalogue, record: Element) -> list[Element]:
    """A `c:timeline` and a `c:map` of one document, both with `own`; none where there is too little."""
    found = [_years(record), _map(catalogue, record)]
    return [one for one in found if one is not None]


def base(view: str) -> str:
    """The base of a map, as a `c:base` with its paths; `view` is that of a `c:map/@base`."""
    west, south, east, north = map(float, view.split("_"))
    seen = View(west, south, east, north, WIDTH, FINEST)
    size = {"width": f"{WIDTH:.0f}", "height": f"{seen.height:.0f}"}
    borders = seen.borders() if east - west <= FAR else ""
    made = element("base", land=seen.land(), borders=borders, grid=seen.grid(), **size)
    return etree.tostring(made, encoding="unicode")


def _years(record: Element) -> Element | None:
    source = timeline.of_record(record)
    if source is None or len(source) < YEARS:
        return None
    source.set("own", "true")
    return source


def _map(catalogue: Catalogue, record: Element) -> Element | None:
    found = sorted(_places(catalogue, record), key=lambda place: (-place.mentions, place.entity.ref))[:MOST]
    if len(found) < PLACES:
        return None
    shown = unwrapped(found)
    view = snapped(shown)
    numbers = "_".join(f"{edge:g}" for edge in (view.west, view.south, view.east, view.north))
    root = element("map", own="true", base=numbers)
    root.extend(
        element("place", ref=place.entity.ref, label=place.entity.label, mentions=str(place.mentions))
        for place in shown
    )
    root.append(_view(view, shown))
    return root


def _places(catalogue: Catalogue, record: Element) -> Iterator[Place]:
    here = Counter(one.get("ref", "") for one in record.iterchildren(name("mention")))
    for ref, mentions in here.items():
        entity = catalogue.entities.get(ref)
        if entity is not None and entity.kind == "place" and (spot := coordinates(entity.entry)):
            yield Place(entity, *spot, mentions, 1)


def snapped(places: list[Place]) -> View:
    """The nearest view on the ladder that has all the places, with some room around them."""
    norths, easts = [place.north for place in places], [place.east for place in places]
    north, east = (min(norths) + max(norths)) / 2, (min(easts) + max(easts)) / 2
    wide, high = (max(easts) - min(easts)) * ROOM, (max(norths) - min(norths)) * ROOM
    for span in SPANS:
        step = span / 16
        middle = round(north / step) * step, round(east / step) * step
        rise = span * ASPECT * shrinking(middle[0])
        if (wide <= span and high <= rise) or span == SPANS[-1]:
            break
    return View(middle[1] - span / 2, middle[0] - rise / 2, middle[1] + span / 2, middle[0] + rise / 2, WIDTH)


def _view(view: View, places: list[Place]) -> Element:
    most = places[0].mentions
    circles = [
        Circle(*view.place(place.east, place.north), 3 + 6 * sqrt(place.mentions / most), place.entity.label)
        for place in places
    ]
    root = element("view", name="own", width=f"{WIDTH:.0f}", height=f"{view.height:.0f}")
    sides = label_sides(circles, WIDTH, view.height)
    for place, circle, side in zip(places, circles, sides, strict=True):
        spot = {key: f"{value:.1f}" for key, value in zip("xyr", circle[:3], strict=True)}
        entity = place.entity
        root.append(element("node", kind="place", ref=entity.ref, label=entity.label, side=side, **spot))
    return root
