"""Quantities: figures by commodity and unit, each with its year and its passage."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from records import catalogue_of
from teiedition.overview import quantities
from teiedition.tree import Element


def made(folder: Path, *documents: tuple[str, str, str]) -> Element:
    source = quantities.source(catalogue_of(folder, *documents))
    assert source is not None
    return source


def measure(text: str, commodity: str = "sand", unit: str = "ton", **values: str) -> str:
    given = "".join(f' {key}="{value}"' for key, value in values.items())
    return f'<c:measure at="p4" commodity="{commodity}" unit="{unit}"{given}>{text}</c:measure>'


def test_a_figure_has_its_year_its_value_and_its_passage(tmp_path: Path) -> None:
    inner = measure("300 tons", quantity="300", before="They asked for ", after=" of sand")
    figure = made(tmp_path, ("a", "1951-02-03", inner))[0][0]
    assert [figure.get(key) for key in ("id", "title", "date", "at")] == [
        "a",
        "Title of a",
        "1951-02-03",
        "p4",
    ]
    assert [figure.get(key) for key in ("year", "low", "high")] == ["1951", "300", "300"]
    assert [figure.get("before"), figure.text, figure.get("after")] == [
        "They asked for ",
        "300 tons",
        " of sand",
    ]
    assert figure.text == "300 tons"


def test_ranges_keep_their_ends_and_large_numbers_their_digits(tmp_path: Path) -> None:
    inner = measure("2 to 3", atLeast="2", atMost="3") + measure("a million", quantity="1E6")
    assert [(one.get("low"), one.get("high")) for one in made(tmp_path, ("a", "1951", inner))[0]] == [
        ("2", "3"),
        ("1000000", "1000000"),
    ]


def test_units_are_kept_apart(tmp_path: Path) -> None:
    inner = measure("3 tons", quantity="3") + measure("3 sacks", unit="sack", quantity="3")
    series = made(tmp_path, ("a", "1951", inner))
    assert [(one.get("commodity"), one.get("unit")) for one in series] == [("sand", "sack"), ("sand", "ton")]


def test_what_has_no_number_or_no_goods_or_no_year_is_no_figure(tmp_path: Path) -> None:
    inner = measure("much") + measure("odd", quantity="many") + measure("NaN", quantity="NaN")
    inner += measure("300 tons", commodity="", quantity="300")
    source = quantities.source(
        catalogue_of(tmp_path, ("a", "1951", inner), ("b", "", measure("3", quantity="3")))
    )
    assert source is None


def test_the_page_is_bounded_and_says_how_much_there_is(tmp_path: Path) -> None:
    inner = "".join(measure(f"{n} tons", f"goods {n % 50}", quantity=str(n)) for n in range(100))
    source = made(tmp_path, *((f"d{year}", str(year), inner) for year in range(1800, 1950)))
    assert (source.get("figures"), source.get("shown")) == ("15000", str(quantities.FIGURES))
    assert len(source.findall("{*}series/{*}figure")) == quantities.FIGURES
    assert len(etree.tostring(source)) < 200_000


def test_a_year_with_many_figures_shows_the_first(tmp_path: Path) -> None:
    inner = "".join(measure(f"{n} tons", quantity=str(n)) for n in range(20))
    source = made(tmp_path, ("a", "1951", inner), ("b", "1952", inner))
    years = [one.get("year") for one in source[0]]
    assert years == ["1951"] * quantities.YEARLY + ["1952"] * quantities.YEARLY
