"""Which of 3/4/1961 is the month: told by the other dates of a document, or by its own date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from teiedition import calendars
from teiedition.annotate.dates.said import Said

SLASHED = re.compile(r"(?<![\d/])([0-3]?\d)/([0-3]?\d)/(?:[12]\d{3}|\d\d)(?![\d/])")
MOST = 12
CLOSE = 31
"""So many days from the document's date a day is likely, as those of marks and stamps on it are."""


def order(text: str) -> str:
    """`day-month` or `month-day`, as the dates of a text have it that can be read in one way only."""
    day_first = month_first = False
    for match in SLASHED.finditer(text):
        first, second = int(match[1]), int(match[2])
        day_first |= MOST < first <= 31 and 1 <= second <= MOST
        month_first |= MOST < second <= 31 and 1 <= first <= MOST
    return "" if day_first == month_first else "day-month" if day_first else "month-day"


def decided(said: Said, habit: str, document: tuple[int, int, int] | None) -> Said:
    """A date of which the month was not told, with its month; as it is where nothing tells it."""
    if said.figures is None:
        return said
    first, second = said.figures
    ways = {"day-month": (second, first), "month-day": (first, second)}
    if not habit and document and all(document):
        year = (said.year or 0) + (document[0] // 100 * 100 if said.two_digits else 0)
        close = [name for name, way in ways.items() if _days_between((year, *way), document) <= CLOSE]
        habit = close[0] if len(close) == 1 else ""
    if not habit:
        return said
    month, day = ways[habit]
    return replace(said, month=month, day=day, unknown=False, figures=None)


def _days_between(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    if not calendars.is_day(*one):
        return CLOSE + 1
    return abs((date(*one) - date(*other)).days)
