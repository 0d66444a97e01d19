"""A document's own years and places: when there is something to see, and that all of it is in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from records import catalogue_of
from teiedition.catalogue.entity import Entity
from teiedition.overview import base, of_document
from teiedition.overview.glance import SPANS, snapped
from teiedition.overview.places import Place
from teiedition.tree import Element

NAMES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPlace>{}</listPlace></standOff></TEI>"""
SPOTS = {"riga": "56.95 24.11", "genoa": "44.41 8.93", "cork": "51.9 -8.47", "nowhere": ""}


def seen(folder: Path, *inner: str) -> dict[str, Element]:
    places = "".join(
        f'<place xml:id="{ref}"><placeName>{ref}</placeName><location><geo>{spot}</geo></location></place>'
        for ref, spot in SPOTS.items()
    )
    catalogue = catalogue_of(folder, ("a", "1951", "".join(inner)), names=NAMES.format(places))
    return {etree.QName(one).localname: one for one in of_document(catalogue, catalogue.records["a"])}


def dates(*years: str) -> str:
    return "".join(f'<c:date-mention when="{year}" at="p1">in {year}</c:date-mention>' for year in years)


def places(*refs: str) -> str:
    return "".join(
        f'<c:mention kind="place" ref="{ref}" at="p1"><c:name>x</c:name></c:mention>' for ref in refs
    )


def test_few_years_and_places_are_not_drawn(tmp_path: Path) -> None:
    assert not seen(tmp_path, dates("1950", "1951", "1951", "1952"), places("riga", "genoa", "nowhere"))


def test_years_and_places_are_drawn_from_so_many_on(tmp_path: Path) -> None:
    found = seen(
        tmp_path, dates("1940", "1951", "1951", "1952", "1953"), places("riga", "genoa", "cork", "cork")
    )
    assert [(one.get("start"), one.get("mentions")) for one in found["timeline"]][:2] == [
        ("1940", "1"),
        ("1951", "2"),
    ]
    assert [one.get("ref") for one in found["map"].iter("{*}place")] == ["cork", "genoa", "riga"]
    view = found["map"].find("{*}view")
    assert view is not None
    width, height = float(view.get("width", "")), float(view.get("height", ""))
    assert all(
        0 < float(node.get("x", "")) < width and 0 < float(node.get("y", "")) < height for node in view
    )


def test_the_base_of_a_map_is_made_of_its_name(tmp_path: Path) -> None:
    found = seen(tmp_path, places("riga", "genoa", "cork"))
    made = etree.fromstring(base(found["map"].get("base", "")))
    assert (made.get("land") or "").startswith("M")
    assert found["map"].find("{*}view").get("height") == made.get("height")  # type: ignore[union-attr]


@given(st.lists(st.tuples(st.floats(-60, 70), st.floats(-170, 170)), min_size=1, max_size=6))
def test_every_place_is_in_the_view(spots: list[tuple[float, float]]) -> None:
    view = snapped([Place(Entity("place", "x", "X"), north, east, 1, 1) for north, east in spots])
    assert any(view.east - view.west == pytest.approx(span) for span in SPANS)
    if view.east - view.west < SPANS[-1]:
        assert all(
            view.west <= east <= view.east and view.south <= north <= view.north for north, east in spots
        )
