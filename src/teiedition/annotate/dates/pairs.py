"""Two dates joined into one: "13 to 18 June 1961", "1953-62", "January or February 1966"."""

from __future__ import annotations

from dataclasses import replace

from teiedition.annotate.dates.said import Said


def pair(first: Said, second: Said, joiner: str, mark: str) -> tuple[Said, Said] | None:
    """Both dates, each with what it leaves to the other filled in; None where they make no pair.

    `joiner` is the name of a list in the language's table (`through`, `or`, `and`), `mark` the words
    themselves.
    """
    of_month = second.relation is not None and second.unit == "month" and second.day is not None
    if first.only("day") and of_month and joiner != "or":
        return replace(second, day=first.day), second
    if joiner == "through" and _counted(second) and first.month and _alike(first, second):
        return (first, second) if not (_alone(first) or first.has_year) else None
    if _alone(first) or _alone(second):
        return None
    if first.only("day") and not (second.day and second.month):
        return None
    complete = first.has_year and second.has_year and bool(first.month and second.month)
    if not _alike(first, second) and (joiner != "through" or not (complete or mark.strip().isalpha())):
        return None
    if joiner == "or" and mark.strip() == "/" and first.day and not first.month:
        return (
            (replace(first, month=second.month, year=second.year), second)
            if _next_day(first, second)
            else None
        )
    first = replace(first, month=first.month or second.month) if first.day else first
    first, second = _with_year_of(first, second, -1), _with_year_of(second, first, 1)
    return (first, second) if _in_order(first, second) else None


def _counted(said: Said) -> bool:
    """Whether it is a day or a month "last" or "of this year", which gives its year to the date before it."""
    return said.relation is not None and bool(said.month) and said.unit in ("", "year")


def _next_day(first: Said, second: Said) -> bool:
    """Whether the second day follows on the first, as those of a night do: "5/6 June 1944"."""
    return bool(second.day and second.month) and second.day == (first.day or 0) + 1


def _alone(said: Said) -> bool:
    """Whether it can't be one end of a stretch."""
    return said.unknown or said.relative or bool(said.bound) or said.only("weekday")


def _alike(first: Said, second: Said) -> bool:
    """Whether both are given to the same unit: two days, two months, two seasons, two years."""
    return _unit(first) == _unit(second)


def _unit(said: Said) -> str:
    if said.day:
        return "day"
    return "month" if said.month or said.season else "year"


def _with_year_of(said: Said, other: Said, direction: int) -> Said:
    """The year that one leaves to the other; past New Year it is the one before, or the one after."""
    if said.has_year or other.year is None or other.two_digits:
        return (
            said if said.has_year or other.year is None else replace(said, year=other.year, two_digits=True)
        )
    over = (_month(said) - _month(other)) * direction < 0
    return replace(said, year=other.year + direction * over)


def _month(said: Said) -> int:
    return said.month or (said.season[0] if said.season else 0)


def _in_order(first: Said, second: Said) -> bool:
    if first.year is None or second.year is None or first.two_digits != second.two_digits:
        return True
    if first.only("year") and second.only("year"):
        return first.year < second.year
    begin = (first.year, _month(first), first.day or 0)
    end = (second.year, _month(second) or 12, second.day or 31)
    return begin <= end
