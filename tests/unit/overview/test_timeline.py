"""The timeline: documents and the dates they mention, by period."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from records import catalogue_of
from teiedition.overview import timeline
from teiedition.tree import Element


def made(folder: Path, *documents: tuple[str, str, str]) -> Element:
    source = timeline.source(catalogue_of(folder, *documents))
    assert source is not None
    return source


def dated(*dates: str) -> str:
    return "".join(
        f'<c:date-mention at="p{n}" when="{when}">on {when}</c:date-mention>' for n, when in enumerate(dates)
    )


def test_documents_and_mentions_stand_in_their_years(tmp_path: Path) -> None:
    source = made(tmp_path, ("a", "1951-02-03", dated("1950-05", "1951-02-03")), ("b", "1951", ""))
    facts = [(p.get("start"), p.get("documents"), p.get("mentions")) for p in source]
    assert facts == [("1950", "0", "1"), ("1951", "2", "1")]
    passage = source[0][0]
    assert (passage.get("id"), passage.get("at"), passage.text) == ("a", "p0", "on 1950-05")


def test_a_date_without_a_year_is_left_out(tmp_path: Path) -> None:
    assert timeline.source(catalogue_of(tmp_path, ("a", "", dated("--05-01", "T12:00")))) is None


def test_a_range_counts_where_it_begins_and_years_before_our_era_are_years(tmp_path: Path) -> None:
    inner = '<c:date-mention at="p1" from="1948" to="1950">1948 to 1950</c:date-mention>' + dated(
        "-0043-03-15"
    )
    assert [p.get("start") for p in made(tmp_path, ("a", "", inner))] == ["-43", "1948"]


def test_empty_years_are_drawn_and_long_gaps_told(tmp_path: Path) -> None:
    source = made(tmp_path, ("a", "1950", ""), ("b", "1952", ""), ("c", "1990", ""))
    assert [(p.get("empty"), p.get("gap")) for p in source] == [(None, None), ("1", None), (None, "37")]


def test_many_years_become_decades(tmp_path: Path) -> None:
    source = made(tmp_path, *((f"d{year}", str(year), "") for year in range(1700, 1900)))
    assert source.get("span") == "10"
    assert [p.get("start") for p in source] == [str(year) for year in range(1700, 1900, 10)]


def test_a_busy_year_names_some_and_counts_all(tmp_path: Path) -> None:
    documents = [
        (f"d{n:04}", "1951", dated(*(f"1950-01-{n % 28 + 1:02}" for n in range(40)))) for n in range(500)
    ]
    source = made(tmp_path, *documents)
    assert [(p.get("documents"), p.get("mentions")) for p in source] == [("0", "20000"), ("500", "0")]
    assert len(etree.tostring(source)) < 10_000
