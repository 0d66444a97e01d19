"""Extended Date/Time Format to TEI's dating attributes and back.

EDTF is ISO 8601-2:2019, chapter 4, as https://www.loc.gov/standards/datetime/ describes it: levels 0 and
1, and of level 2 what dates of documents use (sets, parts of years, unspecified figures anywhere,
qualified components). A qualification is kept as TEI has it: uncertain is @cert="low", approximate
@precision="low".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from teiedition.calendars import Stretch, days_in, is_day, written

PARTS_OF_YEAR = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2),                   # seasons
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 2),                   # of the northern hemisphere
    29: (9, 11), 30: (12, 2), 31: (3, 5), 32: (6, 8),                   # of the southern one
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),                   # quarters
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),       # thirds, halves
}  # fmt: skip
"""The months of what EDTF writes in the place of a month; winter runs into the next year."""

NAMED = {months: code for code, months in reversed(PARTS_OF_YEAR.items()) if not 25 <= code <= 32}
DATE = re.compile(
    r"(?P<year>-?[\dX]{4}|Y-?\d{5,})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?P<time>T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?"
)
QUALIFIER = re.compile(r"[?~%]")
WHEN = re.compile(r"(?P<year>-?\d{4,}|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<time>T.+)?")


class EdtfError(ValueError):
    """A text that is not EDTF, or of a kind that TEI's attributes can't hold. It says which."""


def attributes(edtf: str) -> dict[str, str]:
    """TEI's dating attributes for an EDTF text. Raises EdtfError.

    >>> attributes("1955-21~")
    {'notBefore': '1955-03', 'notAfter': '1955-05', 'precision': 'low'}
    """
    plain = QUALIFIER.sub("", edtf.strip())
    found = _interval(plain) if "/" in plain else _set(plain) if plain[:1] in ("[", "{") else _single(plain)
    if "?" in edtf or "%" in edtf:
        found["cert"] = "low"
    if "~" in edtf or "%" in edtf:
        found["precision"] = "low"
    return found


def written_as(dating: Mapping[str, str]) -> str:
    """The EDTF text for TEI's dating attributes; empty where they hold no date.

    >>> written_as({"notBefore": "1950", "notAfter": "1959"})
    '195X'
    """
    mark = {(True, False): "?", (False, True): "~", (True, True): "%"}.get(
        (dating.get("cert") == "low", dating.get("precision") == "low"), ""
    )
    if when := dating.get("when"):
        return _from_when(when) + mark
    if dating.get("from") or dating.get("to"):
        ends = (dating.get("from", ""), dating.get("to", ""))
        return "/".join(end + mark if end else ".." for end in ends)
    first, last = dating.get("notBefore", ""), dating.get("notAfter", "")
    return _within(first, last, mark) if first or last else ""


def _single(edtf: str) -> dict[str, str]:
    match = DATE.fullmatch(edtf)
    if match is None:
        raise EdtfError(f"“{edtf}” is no date in EDTF")
    year, month, day = match["year"], match["month"], match["day"]
    if year == "XXXX":
        return _every_year(edtf, month, day)
    if year.startswith("Y"):
        return {"when": year[1:]}
    if "X" in year:
        if month:
            raise EdtfError(f"“{edtf}” has a month in a year that is not fully known")
        return Stretch(year.replace("X", "0"), year.replace("X", "9"), vague=True).attributes()
    return _of_year(edtf, int(year), month, day, match["time"] or "")


def _of_year(edtf: str, year: int, month: str | None, day: str | None, time: str) -> dict[str, str]:
    if month is None:
        return {"when": written(year)}
    if month == "XX":
        return Stretch(written(year, 1), written(year, 12), vague=True).attributes()
    number = int(month) if month.isdigit() else 0
    if number in PARTS_OF_YEAR and day is None:
        first, last = PARTS_OF_YEAR[number]
        return Stretch(written(year, first), written(year + (last < first), last), vague=True).attributes()
    if not 1 <= number <= 12:
        raise EdtfError(f"“{edtf}” has no such month")
    if day == "XX":
        last = days_in(year, number)
        return Stretch(written(year, number, 1), written(year, number, last), vague=True).attributes()
    if day and not (day.isdigit() and is_day(year, number, int(day))):
        raise EdtfError(f"“{edtf}” has no such day")
    return {"when": written(year, number, int(day or 0)) + time}


def _every_year(edtf: str, month: str | None, day: str | None) -> dict[str, str]:
    """A month or day of no certain year: XXXX-12-25."""
    if month is None or "X" in month + (day or ""):
        raise EdtfError(f"“{edtf}” leaves everything open")
    return {"when": f"--{month}" + (f"-{day}" if day else "")}


def _interval(edtf: str) -> dict[str, str]:
    first, _, last = edtf.partition("/")
    begin, end = (_single(part) if part not in ("", "..") else {} for part in (first, last))
    values = {
        "from": begin.get("when") or begin.get("notBefore", ""),
        "to": end.get("when") or end.get("notAfter", ""),
    }
    return {name: value for name, value in values.items() if value}


def _set(edtf: str) -> dict[str, str]:
    """One of several dates becomes a range within which it lies; all of them, a stretch over all."""
    one_of, inner = edtf.startswith("["), edtf[1:-1]
    if not edtf.endswith("]" if one_of else "}") or not inner:
        raise EdtfError(f"“{edtf}” is a set without its end")
    parts = [part.strip() for part in inner.replace("..", ",..,").split(",") if part.strip()]
    dates = [_single(part) for part in parts if part != ".."]
    low = "" if parts[0] == ".." else dates[0].get("when") or dates[0].get("notBefore", "")
    high = "" if parts[-1] == ".." else dates[-1].get("when") or dates[-1].get("notAfter", "")
    return Stretch(low, high, vague=one_of).attributes()


def _from_when(when: str) -> str:
    if when.startswith("--"):
        return "XXXX-" + when[2:]
    year = when.partition("-")[0] if not when.startswith("-") else ""
    return f"Y{when}" if len(year) > 4 else when


def _within(first: str, last: str, mark: str) -> str:
    """A range within which a date lies: as a part of a year, a decade, a month, else as a set."""
    begin, end = WHEN.fullmatch(first), WHEN.fullmatch(last)
    if begin and end and not begin["time"]:
        year, until = int(begin["year"]), int(end["year"])
        if begin["month"] and end["month"] and not (begin["day"] or end["day"]):
            code = NAMED.get((int(begin["month"]), int(end["month"])))
            if code and until - year == (int(end["month"]) < int(begin["month"])):
                return f"{first[:-3]}-{code}{mark}"
        if not begin["month"] and not end["month"]:
            for figures in (1, 2):
                size = 10**figures
                if year % size == 0 and until == year + size - 1:
                    return first[:-figures] + "X" * figures + mark
        if (
            begin["day"] == "01"
            and first[:-3] == last[:-3]
            and int(end["day"] or 0) == days_in(year, int(begin["month"]))
        ):
            return f"{first[:-3]}-XX{mark}"
    return f"[{first}..{last}]"
