"""When the documents were written, and which years they speak of: `c:timeline`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from teiedition.catalogue import Catalogue, name
from teiedition.overview.elements import element, place, year
from teiedition.tree import Element

SPANS = (1, 10, 100, 1000)
"""Years in a period: the shortest that gives no more than PERIODS of them."""
PERIODS = 90
SHOWN = 12
"""Documents, and passages, that a period names; the rest is counted."""
BREAK = 4
"""So many periods without anything are left out of the drawing, which says so."""

Passage = tuple[Element, Element]
"""The record of a document, and a date that it mentions."""


def source(catalogue: Catalogue) -> Element | None:
    """The periods that have anything, in order, with their documents and the passages that name them."""
    documents: dict[int, list[Element]] = defaultdict(list)
    passages: dict[int, list[Passage]] = defaultdict(list)
    for record in catalogue.records.values():
        if (written := year(record)) is not None:
            documents[written].append(record)
        for date in record.iterchildren(name("date-mention")):
            if (meant := year(date)) is not None:
                passages[meant].append((record, date))
    years = sorted({*documents, *passages})
    if not years:
        return None
    span = _span(years)
    root = element("timeline", span=str(span))
    root.extend(_periods(span, documents, passages))
    return root


def of_record(record: Element) -> Element | None:
    """The periods of which one document speaks, with its passages; None where it names no year."""
    passages: dict[int, list[Passage]] = defaultdict(list)
    for date in record.iterchildren(name("date-mention")):
        if (meant := year(date)) is not None:
            passages[meant].append((record, date))
    if not passages:
        return None
    span = _span(sorted(passages))
    root = element("timeline", span=str(span))
    root.extend(_periods(span, {}, passages))
    return root


def _span(years: list[int]) -> int:
    return next((span for span in SPANS if len({year // span for year in years}) <= PERIODS), SPANS[-1])


def _passage(record: Element, date: Element) -> Element:
    passage = element("date-mention", **place(record, date))
    passage.text = date.text
    return passage


def _periods(
    span: int, documents: dict[int, list[Element]], passages: dict[int, list[Passage]]
) -> Iterator[Element]:
    """A period has its first year, its counts, and how many periods before it were left out or are empty."""
    starts = sorted({year // span for year in (*documents, *passages)})
    former = starts[0] - 1
    for start in starts:
        written = [one for year in _years(start, span) for one in documents.get(year, ())]
        named = [one for year in _years(start, span) for one in passages.get(year, ())]
        empty = start - former - 1
        yield (period := element(
            "period", start=str(start * span), documents=str(len(written)), mentions=str(len(named)),
            empty=str(empty) if 0 < empty < BREAK else "", gap=str(empty * span) if empty >= BREAK else "",
        ))  # fmt: skip
        period.extend(element("document", **place(record)) for record in written[:SHOWN])
        period.extend(_passage(record, date) for record, date in _distinct(named)[:SHOWN])
        former = start


def _distinct(passages: list[Passage]) -> list[Passage]:
    """Of passages of one document that have the same words, the first."""
    return list({(one[0].get("id"), one[1].text): one for one in reversed(passages)}.values())[::-1]


def _years(start: int, span: int) -> range:
    return range(start * span, (start + 1) * span)
