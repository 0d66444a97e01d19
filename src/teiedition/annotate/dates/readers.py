"""What a matched form says: each named group adds its part to a `Said`, or finds it impossible."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from teiedition.annotate.dates.said import Said
from teiedition.annotate.dates.vocabulary import Vocabulary
from teiedition.calendars import easter, shifted

Reader = Callable[[Vocabulary, Said, str], Said | None]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def read(vocabulary: Vocabulary, match: re.Match[str]) -> Said | None:
    """What the match says; None where its figures make no date (month 13)."""
    said: Said | None = Said()
    for name, value in match.groupdict().items():
        if value is not None and said is not None:
            said = READERS[name](vocabulary, said, value)
    return on_feast(said, said.year) if said and said.year is not None else said


def on_feast(said: Said, year: int) -> Said:
    """A date of a feast that moves with Easter, with its day in that year; another as it is."""
    if said.easter is None:
        return said
    _, month, day = shifted(year, *easter(year), said.easter)
    return replace(said, year=year, month=month, day=day, easter=None)


def _year(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, year=int(value.replace("[", "").replace("]", "")))


def _year_old(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    """The 1704/5 of "Feb. 3. 1704/5"."""
    year, _, dual = value.partition("/")
    said = replace(said, year=int(year))
    return _dual(vocabulary, said, dual) if dual else said


def _year_words(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    """ "one thousand eight hundred and seventy"."""
    year = vocabulary.figures.value(value)
    return replace(said, year=int(year)) if year is not None and 1000 <= year <= 2100 else None


def _two_digits(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, year=int(value), two_digits=True)


def _dual(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    """1732/3 with a month is the new style's 1733; alone it is two years."""
    if said.year is None:
        return None
    tens = 10 ** len(value)
    second = said.year // tens * tens + int(value)
    second += tens if second < said.year else 0
    if second != said.year + 1:
        return None
    return replace(said, year=second) if said.month else replace(said, year=None, years=(said.year, second))


def _before_our_era(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, year=1 - int(value))


def _day(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    day = vocabulary.number(value)
    return replace(said, day=day) if 1 <= day <= 31 else None


def _second_day(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    """Of 24 January/6 February 1918 the second is the new style's."""
    day = vocabulary.number(value)
    apart = (day - (said.day or 0)) % (30 if day < (said.day or 0) else 31)
    return replace(said, day=day, calendar="gregorian") if 9 <= apart <= 13 else None


def _month_figures(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    return replace(said, month=int(value)) if 1 <= int(value) <= 12 else None


def _month_roman(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, month=ROMAN.index(value) + 1)


def _second_figures(vocabulary: Vocabulary, said: Said, value: str) -> Said | None:
    """Which of 3/4/1961 is the month: told by the figures, else by the language's habit, else unknown."""
    first, second = said.day or 0, int(value)
    order = vocabulary.words.get("slash_order", "")
    if not 1 <= second <= 31 or min(first, second) > 12:
        return None
    if second > 12 or (first <= 12 and order == "month-day"):
        return replace(said, month=first, day=second)
    if first > 12 or first == second or order == "day-month":
        return replace(said, month=second)
    return replace(said, day=None, unknown=True, figures=(first, second))


def _nth(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    """Only centuries are counted in a form itself: the 18th is 1701 to 1800."""
    century = vocabulary.number(value)
    return replace(said, years=(century * 100 - 99, century * 100))


def _decade(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, years=(int(value), int(value) + 9))


def _decade_word(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    first = vocabulary.tables["decade_word"][value]
    return replace(said, years=(first, first + 9), two_digits=True)


def _decade_short(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, years=(int(value), int(value) + 9), two_digits=True)


def _era_year(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, year=(said.year or 0) + int(value))


def _unknown(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return replace(said, unknown=True)


def _kept(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    return said


def _feast(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    found = vocabulary.tables["feast"][value]
    if isinstance(found, int):
        return replace(said, easter=found)
    month, day = found
    return replace(said, month=month, day=day)


def _clock(vocabulary: Vocabulary, said: Said, value: str) -> Said:
    """The hours, then the minutes of a time group (121605Z JUN 53), which is in Greenwich time."""
    return replace(said, clock=f"{said.clock}:{value}:00Z" if said.clock else f"T{value}")


def _word(field: str, source: str, unit: str = "") -> Reader:
    """A word whose table gives the field's value; some words imply a unit ("this morning": the day)."""

    def read_word(vocabulary: Vocabulary, said: Said, value: str) -> Said:
        table = vocabulary.tables[source]
        found = table[value] if value in table else table[value.rstrip(".")]
        value_of: Any = tuple(found) if isinstance(found, list) else found
        said = replace(said, **{field: value_of})
        return replace(said, unit=unit) if unit else said

    return read_word


READERS: dict[str, Reader] = {
    "year": _year,
    "year_old": _year_old,
    "dual": _dual,
    "year_words": _year_words,
    "two": _two_digits,
    "short": _two_digits,
    "bc_year": _before_our_era,
    "before_our_era": _kept,
    "decade": _decade,
    "decade_word": _decade_word,
    "decade_short": _decade_short,
    "nth": _nth,
    "century": _kept,
    "era": _word("year", "era"),
    "era_year": _era_year,
    "day": _day,
    "day2": _second_day,
    "day_figures": _day,
    "first_figures": _day,
    "second_figures": _second_figures,
    "hours": _clock,
    "minutes": _clock,
    "quarter_mark": _word("part", "quarter_mark"),
    "month": _word("month", "month"),
    "month2": _word("month", "month2"),
    "month_figures": _month_figures,
    "month_roman": _month_roman,
    "feast": _feast,
    "season": _word("season", "season"),
    "weekday": _word("weekday", "weekday"),
    "bound": _word("bound", "bound"),
    "now": _word("relation", "now", unit="day"),
    "relation": _word("relation", "relation"),
    "relation_behind": _word("relation", "relation_behind"),
    "unit": _word("unit", "unit"),
    "unit_year": _word("unit", "unit_year"),
    "unit_month": _word("unit", "unit_month"),
    "this_unit": _word("unit", "this_unit"),
    "unit_steps": _word("relation", "unit_steps"),
    "part_of_day": _word("unit", "part_of_day"),
    "instant": _word("relation", "instant", unit="month"),
    "step": _word("step", "step"),
    "step_unit": _word("unit", "step_unit"),
    "undated": _unknown,
}
