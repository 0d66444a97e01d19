"""From complete dates to stretches of time."""

from __future__ import annotations

from dataclasses import replace

from teiedition import calendars
from teiedition.annotate.dates.said import Said
from teiedition.calendars import Stretch, written


def stretch_of(said: Said) -> Stretch | None:
    """The stretch that one complete date means; None where the calendar has no such date."""
    if said.unknown or not said.has_year:
        return None
    if said.years:
        return _of_years(said.years, said.part, dual=said.years[1] == said.years[0] + 1)
    year = said.year or 0
    if said.bound:
        return (
            Stretch("", written(year - 1), True)
            if said.bound == "before"
            else Stretch(written(year + 1), "", True)
        )
    if said.season:
        return calendars.season_of(year, said.season, said.part)
    if said.month and said.day:
        return _of_day(said)
    if said.month:
        month = written(year, said.month)
        return calendars.part_of_month(year, said.month, said.part) if said.part else Stretch(month, month)
    if said.day:
        return None
    return calendars.part_of_year(year, said.part) if said.part else Stretch(written(year), written(year))


def joined(first: Said, second: Said, joiner: str) -> Stretch | None:
    """The stretch that two complete dates make together: from one to the other, or within both.

    Two seasons ("Fall 2007/Winter 2008") are when something appeared, not how long it lasted.
    """
    begin, end = stretch_of(_adjacent_before(first, second)), stretch_of(_adjacent(first, second))
    if begin is None or end is None or not (begin.first and end.last):
        return None
    vague = joiner == "or" or (begin.vague and end.vague)
    return Stretch(begin.first, end.last, vague)


def _of_years(years: tuple[int, int], part: tuple[int, int] | None, dual: bool) -> Stretch:
    if part:
        return calendars.part_of_years(years, part)
    return Stretch(written(years[0]), written(years[1]), vague=not dual)


def _of_day(said: Said) -> Stretch | None:
    year, month, day = said.year or 0, said.month or 1, said.day or 1
    leap_day_of_julian_century = said.calendar == "julian" and (month, day) == (2, 29)
    if not calendars.is_day(year, month, day) and not leap_day_of_julian_century:
        return None
    if said.calendar == "julian":
        year, month, day = calendars.gregorian(year, month, day)
    if said.unit == "week":
        return Stretch(written(year, month, day), written(*calendars.shifted(year, month, day, 6)), True)
    whole = written(year, month, day) + said.clock
    return Stretch(whole, whole)


def _adjacent(first: Said, second: Said) -> Said:
    """The winter that ends a stretch is the one that follows on: after Fall 2007 it is 2007's."""
    if second.season and second.season[1] < second.season[0] and first.season and second.year and first.year:
        follows = second.year == first.year + 1 and first.season[0] == 9
        return replace(second, year=second.year - 1) if follows else second
    return second


def _adjacent_before(first: Said, second: Said) -> Said:
    """A winter that begins a stretch of one year, "Winter-Spring 2004", begins the year before."""
    winter = first.season and first.season[1] < first.season[0]
    if winter and second.season and first.year and second.year == first.year:
        return replace(first, year=first.year - 1)
    return first
