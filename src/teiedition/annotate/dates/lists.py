"""Dates in a row that leave something to each other: "8, 9 and 10 July", "20 June and 14 July 1960"."""

from __future__ import annotations

from dataclasses import replace

from teiedition.annotate.dates.expressions import Expression, Grammar
from teiedition.annotate.dates.said import Said

LONGEST = 6


def days_before(text: str, at: int, dates: Grammar) -> list[Expression]:
    """The days of a list that has its month behind the last of them: of "8, 9 and 10 July" all three.

    Empty where no such list begins at `at`.
    """
    days: list[tuple[int, int, int]] = []
    while len(days) < LONGEST and (day := dates.bare_day(text, at)):
        joiner = dates.last_day_joiner.match(text, day[1]) or dates.day_joiner.match(text, day[1])
        if joiner is None:
            break
        days.append((at, day[1], day[0].day or 0))
        at = joiner.end()
    last = dates.read(text, at) if len(days) > 1 else None
    if last is None or not last.first.day or last.first.only("day") or not _rise(days, last.first):
        return []
    return [*(_on(day, last.first) for day in days), last]


def days_behind(text: str, first: Expression, dates: Grammar) -> list[Expression]:
    """The days of a list that has its month before the first: of "July 8, 9, and 10" all three."""
    said, at, days = first.first, first.end, list[tuple[int, int, int]]()
    if first.second or not (said.month and said.day) or said.has_year or said.relative:
        return []
    last = None
    while len(days) < LONGEST and last is None:
        last = dates.last_day_joiner.match(text, at)
        joiner = last or dates.day_joiner.match(text, at)
        day = dates.bare_day(text, joiner.end()) if joiner else None
        if joiner is None or day is None:
            return []
        days.append((joiner.end(), day[1], day[0].day or 0))
        at = day[1]
    if len(days) < 2 or not _rise([(0, 0, said.day), *days[:-1]], replace(said, day=days[-1][2])):
        return []
    year = dates.year_behind.match(text, at)
    said = replace(said, year=int(year[1])) if year else said
    listed = [replace(first, first=said), *(_on(day, said) for day in days)]
    return [*listed[:-1], replace(listed[-1], end=year.end() if year else at)]


def with_year_of_list(text: str, expression: Expression, dates: Grammar) -> Expression:
    """A month or a day with the year that ends the list it begins: "on 20 and 29 June and 14 July 1960"."""
    if not all(said.month and not said.has_year and not said.relative for said in both(expression)):
        return expression
    at, month = expression.end, both(expression)[-1].month
    for _ in range(LONGEST):
        joiner = dates.list_joiner.match(text, at)
        behind = dates.read(text, joiner.end()) if joiner else None
        if behind is None:
            break
        for said in both(behind):
            if not said.month or said.relative or said.two_digits:
                return expression
            if said.year:
                year = said.year - (said.month < (month or 0))
                second = replace(expression.second, year=year) if expression.second else None
                return replace(expression, first=replace(expression.first, year=year), second=second)
            month = said.month
        at = behind.end
    return expression


def both(expression: Expression) -> tuple[Said, ...]:
    """The one or two dates of an expression."""
    return (expression.first, expression.second) if expression.second else (expression.first,)


def _on(day: tuple[int, int, int], said: Said) -> Expression:
    return Expression(day[0], day[1], replace(said, day=day[2], weekday=None))


def _rise(days: list[tuple[int, int, int]], last: Said) -> bool:
    """Whether each day is later than the one before, as in lists of days."""
    rising = [day for _, _, day in days] + [last.day or 0]
    return len(days) > 1 and all(a < b for a, b in zip(rising, rising[1:], strict=False))
