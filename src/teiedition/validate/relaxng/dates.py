"""Dates, times and durations of W3C XML Schema, as text and as values that can be compared.

Like jing: no year 0, no hour 24, a leap second anywhere, time zones from -13:00 to +14:00.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

DURATION = (
    r"-?P(?!$)([0-9]+Y)?([0-9]+M)?([0-9]+D)?"
    r"(T(?=.)([0-9]+H)?([0-9]+M)?(([0-9]+(\.[0-9]*)?|\.[0-9]+)S)?)?"
)

_LAST_YEAR = 292278994
"""The last year that jing's calendar reaches."""

_MONTH = 2629746
"""The mean length of a month in seconds."""

_PARTS = {
    "Y": r"(?P<Y>-?(?:[1-9][0-9]*)?[0-9]{4})",
    "M": r"(?P<M>[0-9]{2})",
    "D": r"(?P<D>[0-9]{2})",
    "t": r"(?P<h>[0-9]{2}):(?P<m>[0-9]{2}):(?P<s>[0-9]{2}(?:\.[0-9]*)?)",
}
_ZONE = r"(?P<zone>Z|[+-][0-9][0-9]:[0-5][0-9])?"


@cache
def pattern(template: str) -> str:
    """A regular expression for the template: `Y M D` year, month, day, `t` time; a time zone may follow."""
    return "".join(_PARTS.get(char, char) for char in template) + _ZONE


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: seconds since the year 1, in its own or in the zero time zone."""

    seconds: Fraction | int
    zoned: bool

    def _surely_before(self, other: Moment) -> bool:
        """Whether it is earlier, whatever time zone (at most 14 hours off) the one without may have."""
        slack = 0 if self.zoned == other.zoned else 14 * 3600
        return self.seconds + slack < other.seconds

    def __lt__(self, other: Moment) -> bool:
        return self._surely_before(other)

    def __gt__(self, other: Moment) -> bool:
        return other._surely_before(self)

    def __le__(self, other: Moment) -> bool:
        return self == other or self._surely_before(other)

    def __ge__(self, other: Moment) -> bool:
        return self == other or other._surely_before(self)


def value(template: str, text: str) -> Moment | None:
    """The moment that a text matching the template's pattern names; None if there is no such day or hour."""
    match = re.fullmatch(pattern(template), text)
    parts = match.groupdict() if match else {}
    year, month, day = int(parts.get("Y") or 2000), int(parts.get("M") or 1), int(parts.get("D") or 1)
    hour, minute = int(parts.get("h") or 0), int(parts.get("m") or 0)
    written = parts.get("s") or "0"
    second = Fraction(written) if "." in written else int(written)
    offset = _offset(parts.get("zone"))
    astronomical = year if year > 0 else year + 1
    if (
        year == 0
        or abs(year) > _LAST_YEAR
        or not 1 <= month <= 12
        or not 1 <= day <= _month_length(astronomical, month)
    ):
        return None
    if hour > 23 or minute > 59 or second >= 61 or not -13 * 60 <= offset <= 14 * 60:
        return None
    days = 365 * astronomical + astronomical // 4 - astronomical // 100 + astronomical // 400
    days += sum(_month_length(astronomical, earlier) for earlier in range(1, month)) + day
    days -= calendar.isleap(astronomical)
    return Moment(((days * 24 + hour) * 60 + minute - offset) * 60 + second, bool(parts.get("zone")))


def duration(text: str) -> Fraction:
    """The seconds that a duration lasts, a month taken as a twelfth of the mean year."""
    amounts = dict(_amounts(text))
    sign = -1 if text.startswith("-") else 1
    months = amounts.get("Y", Fraction()) * 12 + amounts.get("M", Fraction())
    hours = amounts.get("D", Fraction()) * 24 + amounts.get("TH", Fraction())
    minutes = hours * 60 + amounts.get("TM", Fraction())
    return sign * (months * _MONTH + minutes * 60 + amounts.get("TS", Fraction()))


def _amounts(text: str) -> Iterator[tuple[str, Fraction]]:
    day, _, time = text.partition("T")
    for prefix, part in (("", day), ("T", time)):
        for number, unit in re.findall(r"([0-9.]+)([A-Z])", part):
            yield prefix + unit, Fraction(number)


def _month_length(year: int, month: int) -> int:
    return (
        29
        if month == 2 and calendar.isleap(year)
        else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def _offset(zone: str | None) -> int:
    """A time zone in minutes east of Greenwich."""
    if not zone or zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:])
    return -minutes if zone[0] == "-" else minutes
