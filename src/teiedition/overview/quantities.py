"""Goods and amounts that the documents count, by year, with the passage behind each: `c:quantities`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import groupby, islice

from teiedition.catalogue import Catalogue, name
from teiedition.overview.elements import element, place, year
from teiedition.tree import Element

FIGURES = 800
"""So many figures the page shows at most: those of the goods with the most figures."""
YEARLY = 8
"""So many of one series in one year."""
_VALUES = ("quantity", "atLeast", "atMost")

Series = dict[tuple[str, str], list[Element]]


def source(catalogue: Catalogue) -> Element | None:
    """The series of figures, one a commodity and unit, in the order of their names."""
    series: Series = defaultdict(list)
    for record in catalogue.records.values():
        for measure in record.iterchildren(name("measure")):
            if (figure := _figure(record, measure)) is not None:
                series[measure.get("commodity", "").casefold(), measure.get("unit", "")].append(figure)
    if not series:
        return None
    chosen = dict(_chosen(series))
    root = element(
        "quantities", figures=str(sum(map(len, series.values()))), shown=str(sum(map(len, chosen.values())))
    )
    for (commodity, unit), figures in sorted(chosen.items()):
        root.append(one := element("series", commodity=commodity, unit=unit))
        one.extend(figures)
    return root


def _figure(record: Element, measure: Element) -> Element | None:
    """A figure with its document's year and its value from `low` to `high`; None if it lacks one of these."""
    values = [value for key in _VALUES if (value := _number(measure.get(key, ""))) is not None]
    written = year(record)
    if not values or written is None or not measure.get("commodity"):
        return None
    words = {key: measure.get(key, "") for key in ("before", "after")}
    facts = {"year": str(written), "low": f"{min(values):f}", "high": f"{max(values):f}"}
    figure = element("figure", **facts, **place(record, measure.get("at", "")), **words)
    figure.text = measure.text
    return figure


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _chosen(series: Series) -> Iterator[tuple[tuple[str, str], list[Element]]]:
    """The longest series first, until the page is full."""
    left = FIGURES
    for key, figures in sorted(series.items(), key=lambda item: (-len(item[1]), item[0])):
        if left:
            kept = list(islice(_few_a_year(figures), left))
            left -= len(kept)
            yield key, kept


def _few_a_year(figures: Iterable[Element]) -> Iterator[Element]:
    """Records come in order of their dates, so figures do."""
    for _, same in groupby(figures, key=lambda figure: figure.get("year")):
        yield from islice(same, YEARLY)
