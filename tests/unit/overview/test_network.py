"""The network: who is named with whom, who answers whom, and where the drawing puts them."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from records import catalogue_of
from teiedition.catalogue.company import CROWD
from teiedition.overview import network
from teiedition.tree import Element

SPEAKERS = ("ann", "bob", "bob", "ann", "cy")
Documents = tuple[str, str, str]


def made(folder: Path, *documents: Documents) -> Element:
    source = network.source(catalogue_of(folder, *documents))
    assert source is not None
    return source


def mention(ref: str, at: str, kind: str = "person", label: str = "") -> str:
    turn = ' label="true"' if label else ""
    return f'<c:mention kind="{kind}" ref="{ref}" at="{at}"{turn}><c:name>{ref} by name</c:name></c:mention>'


def ties(source: Element) -> list[tuple[str | None, ...]]:
    keys = ("one", "other", "named", "spoken")
    return [tuple(tie.get(key) for key in keys) for tie in source.iter("{*}tie")]


def test_those_in_one_paragraph_are_named_together_once_a_paragraph(tmp_path: Path) -> None:
    inner = mention("ann", "p1") + mention("bob", "p1") + mention("ann", "p1") + mention("cy", "p2")
    again = mention("bob", "p1") + mention("ann", "p1")
    assert ties(made(tmp_path, ("a", "1951", inner), ("b", "1952", again))) == [("ann", "bob", "2", "0")]


def test_a_turn_after_anothers_is_an_exchange(tmp_path: Path) -> None:
    turns = "".join(
        mention(ref, f"s{n}", label="yes") for n, ref in enumerate(["ann", "bob", "bob", "ann", "cy"])
    )
    assert ties(made(tmp_path, ("a", "1951", turns))) == [("ann", "bob", "0", "2"), ("ann", "cy", "0", "1")]


def test_places_and_lone_names_are_not_in_it(tmp_path: Path) -> None:
    inner = mention("ann", "p1") + mention("riga", "p1", kind="place") + mention("bob", "p2")
    assert network.source(catalogue_of(tmp_path, ("a", "1951", inner))) is None


def crowd(count: int) -> Documents:
    """A ring of names, each with its neighbour, the first ones more often."""
    pairs = [(f"n{one:03}", f"n{(one + 1) % count:03}", count - one) for one in range(count)]
    inner = "".join(
        mention(one, f"p{one}-{turn}") + mention(other, f"p{one}-{turn}")
        for one, other, times in pairs
        for turn in range(min(times, 9))
    )
    return "a", "1951", inner


def test_the_best_connected_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    source = made(tmp_path, crowd(200))
    shown = source.findall("{*}node")
    assert source.get("names") == "200" and 0 < len(shown) <= network.NODES
    tied = {ref for one, other, *_ in ties(source) for ref in (one, other)}
    assert tied == {node.get("ref") for node in shown}


def test_a_list_of_names_ties_no_one(tmp_path: Path) -> None:
    inner = "".join(mention(f"n{number:03}", "p1") for number in range(CROWD + 1))
    assert network.source(catalogue_of(tmp_path, ("a", "1951", inner))) is None


def test_the_same_names_are_always_drawn_alike_and_within_the_drawing(tmp_path: Path) -> None:
    one, other = (made(tmp_path / twin, crowd(40)) for twin in ("one", "other"))
    assert etree.tostring(one) == etree.tostring(other)
    for node in one.findall("{*}node"):
        assert 0 < float(node.get("x", "")) < network.WIDTH and 0 < float(node.get("y", "")) < network.HEIGHT
