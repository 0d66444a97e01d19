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

Figure = tuple[Element, Element]
"""The record of a document, and a measure in it."""
Series = dict[tuple[str, str], list[Figure]]


def source(catalogue: Catalogue) -> Element | None:
    """The series of figures, one a commodity and unit, in the order of their names."""
    series: Series = defaultdict(list)
    for record in catalogue.records.values():
        for measure in record.iterchildren(name("measure")):
            if measure.get("commodity") and year(record) is not None and _values(measure):
                series[measure.get("commodity", "").casefold(), measure.get("unit", "")].append(
                    (record, measure)
                )
    if not series:
        return None
    chosen = dict(_chosen(series))
    root = element(
        "quantities", figures=str(sum(map(len, series.values()))), shown=str(sum(map(len, chosen.values())))
    )
    for (commodity, unit), figures in sorted(chosen.items()):
        root.append(one := element("series", commodity=commodity, unit=unit))
        one.extend(_figure(record, measure) for record, measure in figures)
    return root


def _values(measure: Element) -> list[Decimal]:
    return [value for key in _VALUES if (value := _number(measure.get(key, ""))) is not None]


def _figure(record: Element, measure: Element) -> Element:
    """A figure with its document's year and its value from `low` to `high`."""
    values, written = _values(measure), year(record)
    words = {key: measure.get(key, "") for key in ("before", "after")}
    facts = {"year": str(written), "low": f"{min(values):f}", "high": f"{max(values):f}"}
    figure = element("figure", **facts, **place(record, measure), **words)
    figure.text = measure.text
    return figure


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _chosen(series: Series) -> Iterator[tuple[tuple[str, str], list[Figure]]]:
    """The longest series first, until the page is full."""
    left = FIGURES
    for key, figures in sorted(series.items(), key=lambda item: (-len(item[1]), item[0])):
        if left:
            kept = list(islice(_few_a_year(figures), left))
            left -= len(kept)
            yield key, kept


def _few_a_year(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Records come in order of their dates, so figures do."""
    for _, same in groupby(figures, key=lambda figure: year(figure[0])):
        yield from islice(same, YEARLY)
