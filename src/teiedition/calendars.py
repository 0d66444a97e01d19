"""Stretches of time in W3C form, and the arithmetic of the Gregorian and Julian calendars."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

Months = tuple[int, int]
"""First and last month of a season; where the last is before the first, it lies in the next year."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time between two W3C dates, both included, each at the precision known.

    `vague`: something within the stretch is meant (a season, "early 1957"); else the whole of it.
    An empty `first` or `last` is an open end.
    """

    first: str
    last: str
    vague: bool = False

    def attributes(self) -> dict[str, str]:
        """TEI's dating attributes: @when, @from and @to, or @notBefore and @notAfter."""
        if self.first == self.last and not self.vague:
            return {"when": self.first}
        names = ("notBefore", "notAfter") if self.vague else ("from", "to")
        return {name: value for name, value in zip(names, (self.first, self.last), strict=True) if value}


def written(year: int, month: int = 0, day: int = 0) -> str:
    """A date in W3C form: `written(1961, 7)` is "1961-07". 0 is unknown; years BC are negative."""
    text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    return text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def parts(text: str) -> tuple[int, int, int] | None:
    """The year, month and day (0 where not said) of a W3C date or time; None when it is none."""
    head, *rest = text.strip().lstrip("-").split("T")[0].split("-")
    if not (head.isdigit() and len(rest) <= 2 and all(part.isdigit() for part in rest)):
        return None
    month, day = ([int(part) for part in rest] + [0, 0])[:2]
    sign = -1 if text.strip().startswith("-") else 1
    if month > 12 or (day and not is_day(int(head), month, day)):
        return None
    return sign * int(head), month, day


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day (29 February of a year before our era is let pass)."""
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else (29 if month == 2 else 31)


def shifted(year: int, month: int, day: int, days: int) -> tuple[int, int, int]:
    """The day so many days later. Years 1 to 9999; a step beyond them stays at the border."""
    try:
        moved = date(year, month, day) + timedelta(days=days)
    except (OverflowError, ValueError):
        return year, month, day
    return moved.year, moved.month, moved.day


def gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Gregorian date of a Julian one, from the year 200 on: 25 October 1917 → 7 November 1917."""
    century_year = year - (month < 3)
    return shifted(year, month, min(day, days_in(year, month)), century_year // 100 - century_year // 400 - 2)


def easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Gregorian calendar (J. Meeus, Astronomical Algorithms, ch. 8).

    >>> easter(1961)
    (4, 2)
    """
    moon, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return month, day + 1


def slice_of(count: int, part: tuple[int, int]) -> tuple[int, int]:
    """First and last (from 1) of the n-th of so many equal parts of `count` things.

    The early parts are the longer ones where it does not come out even: early, mid and late are four,
    three and three years of a decade. Part -1 is the last.
    """
    which, of = part
    which = of + 1 + which if which < 0 else which
    return -(-(which - 1) * count // of) + 1, -(-which * count // of)


def part_of_year(year: int, part: tuple[int, int]) -> Stretch:
    """Early 1957 is January to April; its second half July to December."""
    first, last = slice_of(12, part)
    return Stretch(written(year, first), written(year, last), vague=True)


def part_of_month(year: int, month: int, part: tuple[int, int]) -> Stretch:
    """Mid-August is the 11th to the 20th; the last part runs to the month's end."""
    first, last = slice_of(30, part)
    last = days_in(year, month) if last == 30 else last
    return Stretch(written(year, month, first), written(year, month, last), vague=True)


def part_of_years(years: tuple[int, int], part: tuple[int, int]) -> Stretch:
    """The late 1950s are 1957 to 1959."""
    first, last = slice_of(years[1] - years[0] + 1, part)
    return Stretch(written(years[0] + first - 1), written(years[0] + last - 1), vague=True)


def season_of(year: int, months: Months, part: tuple[int, int] | None = None) -> Stretch:
    """Winter 2003 is December 2003 to February 2004."""
    first, last = slice_of(3, part) if part else (1, 3)
    begin, end = months[0] - 1 + first - 1, months[0] - 1 + last - 1
    return Stretch(
        written(year + begin // 12, begin % 12 + 1), written(year + end // 12, end % 12 + 1), vague=True
    )
