"""The map: which places are on it, how it is cut, and that its base is where it should be."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path

import pytest
from lxml import etree

from records import catalogue_of
from teiedition.overview import places
from teiedition.overview.geography import View
from teiedition.tree import Element

NAMES = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>Names</title></titleStmt><publicationStmt><p/></publicationStmt>
  <sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
  <standOff><listPlace>{}</listPlace></standOff></TEI>"""
RIGA, GENOA, SUVA, APIA = "56.95 24.11", "44.41 8.93", "-18.14 178.44", "-13.83 -171.76"


def place(ref: str, spot: str) -> str:
    name = f'<placeName type="main">{ref.title()}</placeName>'
    return f'<place xml:id="{ref}">{name}<location><geo>{spot}</geo></location></place>'


def mentions(*refs: str) -> str:
    return "".join(
        f'<c:mention kind="place" ref="{ref}" at="p1"><c:name>x</c:name></c:mention>' for ref in refs
    )


def made(folder: Path, spots: dict[str, str], *refs: str) -> Element | None:
    names = NAMES.format("".join(place(ref, spot) for ref, spot in spots.items()))
    return places.source(catalogue_of(folder, ("a", "1951", mentions(*refs)), names=names))


def test_places_stand_in_the_order_of_their_mentions(tmp_path: Path) -> None:
    source = made(tmp_path, {"riga": RIGA, "genoa": GENOA}, "genoa", "riga", "riga", "nowhere")
    assert source is not None
    rows = [tuple(one.get(key) for key in ("ref", "mentions", "documents", "north", "east"))
            for one in source.iter("{*}place")]  # fmt: skip
    assert rows == [("riga", "2", "1", "56.95", "24.11"), ("genoa", "1", "1", "44.41", "8.93")]
    big, small = source.findall("{*}view/{*}node")
    assert float(big.get("r", "")) > float(small.get("r", ""))
    assert float(big.get("x", "")) > float(small.get("x", "")) and float(big.get("y", "")) < float(
        small.get("y", "")
    )


def test_what_is_not_mentioned_or_has_no_place_on_earth_is_not_on_the_map(tmp_path: Path) -> None:
    spots = {"riga": RIGA, "odd": "north of Riga", "far": "91 10", "half": "56.95"}
    assert made(tmp_path, spots, "odd", "far", "half") is None


@pytest.mark.parametrize("spot", ["56.95 24.1", "56.95, 24.1", "56,95 24,1", " 56.95;24.1"])
def test_degrees_are_read_in_the_ways_they_are_written(spot: str) -> None:
    entry = etree.fromstring(
        place("riga", spot).replace("<place ", '<place xmlns="http://www.tei-c.org/ns/1.0" ', 1)
    )
    assert places.coordinates(entry) == (56.95, 24.1)


def test_places_across_the_date_line_stand_side_by_side(tmp_path: Path) -> None:
    source = made(tmp_path, {"suva": SUVA, "apia": APIA}, "suva", "apia")
    assert source is not None
    easts = {one.get("ref"): one.get("east") for one in source.iter("{*}place")}
    assert easts == {"suva": "178.44", "apia": "-171.76"}
    across = {one.get("ref"): float(one.get("x", "")) for one in source.iter("{*}node")}
    assert across["suva"] < across["apia"] and source.xpath("string(*/@land)")


@pytest.mark.parametrize(
    "spots", [{"riga": RIGA}, {"riga": RIGA, "genoa": GENOA}, {"riga": RIGA, "ab": "-35 24.1"}]
)
def test_a_map_is_neither_too_flat_nor_too_high_and_holds_its_places(
    tmp_path: Path, spots: dict[str, str]
) -> None:
    source = made(tmp_path, spots, *spots)
    assert source is not None
    for view in source.iter("{*}view"):
        height = float(view.get("height", ""))
        assert 0.39 < height / places.WIDTH < 0.67
        assert all(
            0 < float(one.get("x", "")) < places.WIDTH and 0 < float(one.get("y", "")) < height
            for one in view
        )


def test_many_places_in_a_small_part_have_a_map_of_their_own(tmp_path: Path) -> None:
    spots = {f"near{n}": f"{50 + n / 10} {20 + n / 10}" for n in range(8)} | {"riga": RIGA, "far": "10 100"}
    source = made(tmp_path, spots, *spots)
    assert source is not None
    shown = {view.get("name"): {one.get("ref") for one in view} for view in source.iter("{*}view")}
    assert shown["all"] == set(spots) and {f"near{n}" for n in range(8)} <= shown["near"] < shown["all"]


def test_the_map_is_bounded_and_says_how_many_places_there_are(tmp_path: Path) -> None:
    spots = {f"p{n:04}": f"{n % 170 - 85} {n % 350 - 175}" for n in range(900)}
    source = made(tmp_path, spots, *spots)
    assert source is not None
    assert (source.get("places"), len(source.findall("{*}place"))) == ("900", places.PLACES)
    assert len(etree.tostring(source)) < 300_000


def inside(path: str, x: float, y: float) -> bool:
    """Is a point within the rings of a path? By the rule that SVG calls evenodd."""
    crossings = 0
    for ring in path.split("Z"):
        ways = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", ring)]
        points = list(accumulate(ways, lambda point, way: (point[0] + way[0], point[1] + way[1])))
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
            crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("north", "east", "dry"),
    [
        (56.9, 24.9, True),
        (44.0, 9.0, False),
        (-18.0, 178.0, True),
        (0.0, -150.0, False),
        (68.0, 178.0, True),
        (66.6, -175.0, True),
        (75.0, 0.0, False),
        (-85.0, 30.0, True),
    ],
)
def test_land_is_where_it_should_be(north: float, east: float, dry: bool) -> None:
    view = View(east - 3, north - 2, east + 3, north + 2, 1000)
    assert inside(view.land(), *view.place(east, north)) is dry
