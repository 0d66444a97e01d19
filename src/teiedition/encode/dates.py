"""Dates as documents print them in titles, date lines and citations, in W3C form."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from teiedition.encode.vocabulary import Vocabulary

_NUMBER = r"(?:1[0-9]|2[0-9]|3[01]|0?[1-9])"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_REACH = 48
"""How far from its year a date begins or ends, at most."""
_YEAR_HINT = re.compile(_YEAR)
_FIGURE_AT_END = re.compile(r"\d\W*$")
"""Every date ends with one."""


class Dated(NamedTuple):
    """A date found in a text: where (half-open), and TEI's dating attributes."""

    start: int
    end: int
    attributes: Mapping[str, str]

    @property
    def sort_key(self) -> str:
        """The W3C date by which the document stands in a list; the empty string for none."""
        return next(
            (
                self.attributes[name]
                for name in ("when", "from", "notBefore", "notAfter")
                if name in self.attributes
            ),
            "",
        )


class Dates:
    """Finds dates with the month names of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._months = {str(name): int(number) for name, number in vocabulary.table("months").items()}
        month = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        ordinal = r"(?:st|nd|rd|th|d|er|\.)?"
        again = r"\s?\[?/(?P<{}>[0-9]{{1,2}})\b\]?"  # the year as it is counted now: 1638/9
        self._pattern = re.compile(
            rf"(?<!\w)(?:"
            rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)(?!\d)"
            rf"|(?:{_NUMBER}/)?(?P<d1>{_NUMBER}){ordinal}\.?(?:\s+(?:(?:day\s+)?of|de))?\s+(?P<m1>{month})(?:\.|,)?"
            rf"(?:\s+(?:del?|di))?\s+(?P<y1>{_YEAR})(?:{again.format('n1')})?"
            rf"|(?P<m2>{month})\.?\s+(?:{_NUMBER}/)?(?P<d2>{_NUMBER}){ordinal}[.,]?"
            rf"\s+(?P<y2>{_YEAR})(?:{again.format('n2')})?"
            rf"|(?P<d6>{_NUMBER})\.(?P<m6>0?[1-9]|1[0-2])\.(?P<y6>{_YEAR})"
            rf"|(?P<y3>{_YEAR}),?\s+(?P<m3>{month})\.?\s+(?P<d3>{_NUMBER})"
            rf"|(?P<m4>{month})\.?,?\s+(?P<y4>{_YEAR})"
            rf"|(?P<from>{_YEAR})\s?[-–—]\s?(?P<to>{_YEAR}|[0-9]{{2}})(?![-\d])"
            rf"|(?P<y5>{_YEAR})(?![-/\d])"
            rf")(?!\w)",
            re.IGNORECASE,
        )

    def find(self, text: str) -> list[Dated]:
        """All dates that name a year, in order."""
        return [
            dated
            for start, end in _around_years(text)
            for found in self._pattern.finditer(text, start, end)
            if (dated := self._dated(found))
        ]

    def last(self, text: str) -> Dated | None:
        """The date with which `text` ends, full stop or bracket aside."""
        if not _FIGURE_AT_END.search(text):
            return None
        found = self.find(text)
        return found[-1] if found and not re.search(r"\w", text[found[-1].end :]) else None

    def of_title(self, text: str) -> Dated | None:
        """The date with which a title ends, or a day with the hour and the place behind it."""
        found = self.find(text)
        last = found[-1] if found else None
        if last and (len(last.sort_key) == 10 or not re.search(r"\w", text[last.end :])):
            return last
        return None

    def day(self, text: str, year: str) -> Dated | None:
        """The date of a text that says a month and a day and nothing else, in a year known from elsewhere."""
        plain = text.strip(" .,")
        found = self.whole(f"{plain}, {year}") or self.whole(f"{plain} {year}")
        return found if found and len(found.sort_key) == 10 else None

    def whole(self, text: str) -> Dated | None:
        """The date, if `text` is nothing but a date, a day of the week or an hour aside."""
        found = self.find(text)
        if len(found) != 1 or not re.fullmatch(r"\W*(?:[^\W\d]{3,10},?\s+)?", text[: found[0].start]):
            return None
        return found[0] if _HOUR.fullmatch(text[found[0].end :]) else None

    def _dated(self, found: re.Match[str]) -> Dated | None:
        parts = found.groupdict()
        if parts["iso"]:
            return Dated(found.start(), found.end(), {"when": parts["iso"]})
        if parts["from"]:
            start, end = parts["from"], parts["to"]
            end = start[: 4 - len(end)] + end
            return Dated(found.start(), found.end(), {"from": start, "to": end}) if start < end else None
        for n in "123456":
            if year := parts.get(f"y{n}"):
                year = _counted(year, parts.get(f"n{n}") or "")
                when = self._when(year, parts.get(f"m{n}"), parts.get(f"d{n}"))
                return Dated(found.start(), found.end(), {"when": when}) if when else None
        return None

    def _when(self, year: str, month: str | None, day: str | None) -> str:
        if month is None:
            return year
        number = int(month) if month.isdigit() else self._months[month.lower()]
        if day is None:
            return f"{year}-{number:02}"
        if int(day) > calendar.monthrange(int(year), number)[1]:
            return ""
        return f"{year}-{number:02}-{int(day):02}"


def _around_years(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text, in order and apart, in which a date with a year may stand."""
    start = end = -1
    for found in _YEAR_HINT.finditer(text):
        if end >= 0 and found.start() - _REACH > end:
            yield start, end
            start = -1
        start = max(0, found.start() - _REACH) if start < 0 else start
        end = text.find(" ", found.end() + _REACH)
        end = len(text) if end < 0 else end
    if end >= 0:
        yield start, end


def _counted(year: str, again: str) -> str:
    """The year that is meant where two are given: 1638/9, of a year that began in March, is 1639."""
    after = str(int(year) + 1)
    return after if again and after.endswith(again) else year


_HOUR = re.compile(
    r"[\s,(—–-]*(?:[^\W\d]{3,10}\)?)?[\s,]*(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?|noon|midnight|hours)?)?[\s.)\]]*",
    re.IGNORECASE,
)
