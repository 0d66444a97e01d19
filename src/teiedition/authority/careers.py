"""The offices that a printed list of persons tells in a line, with their dates.

"Consul at Selby until March 1951; Harbour Master April 1951–June 1953; thereafter Keeper of the Lamps" are
three offices: until 1951-03, from 1951-04 to 1953-06, and since then.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files

from teiedition.authority.entry import Occupation

_DATA = tomllib.loads(files(__package__).joinpath("careers.toml").read_text(encoding="utf-8"))
_NUMBER = {name.lower(): number for number, names in enumerate(_DATA["months"], 1) for name in names}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MONTH = rf"(?:{_any_of(name for names in _DATA['months'] for name in names)})\b\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? |\d{{1,2}}\.? {_MONTH},? |{_MONTH},? )?"
_YEAR = r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)"
_DATE = rf"{_DAY}{_YEAR}"
_UNTIL, _FROM = _any_of(_DATA["until"]), _any_of(_DATA["from"])
_WHEN = re.compile(
    rf"[,(]? ?(?:(?:{_FROM}) )?(?P<first>{_DATE}|{_MONTH}(?: \d{{1,2}})?),?(?: ?[–—-] ?| (?:{_UNTIL}) )"
    rf"(?P<last>{_DATE})\)?"
    rf"|[,(]? ?(?:{_UNTIL}) (?P<end>{_DATE})\)?"
    rf"|[,(]? ?(?:{_FROM}) (?P<start>{_DATE})\)?"
)
_THEN = re.compile(rf"(?:and )?(?:{_any_of(_DATA['then'])}),? ", re.IGNORECASE)
_PARTS = re.compile(r"; |, (?=(?:" + _any_of(_DATA["then"]) + r")\b)")
_SHORTEST, _LONGEST = 4, 400


def offices(description: str) -> tuple[Occupation, ...]:
    """The offices that a description lists, parted by semicolons, those without dates too. A year alone
    ("Consul, 1951") does not say that the office was held in no other, and counts as no date."""
    return tuple(_told(description))


def told_in_note(note: str) -> tuple[Occupation, ...]:
    """The same of a note that is but such a line: it has dates in it and no sentences."""
    found = () if len(note) > _LONGEST or ". " in note else offices(note)
    return found if any(office.start or office.end for office in found) else ()


def _told(description: str) -> Iterator[Occupation]:
    before = ""
    for part in _PARTS.split(description):
        then = _THEN.match(part)
        said = part[then.end() :] if then else part
        when = _WHEN.search(said)
        start, end = _span(when) if when else ("", "")
        text = f"{said[: when.start()]} {said[when.end() :]}" if when else said
        office = " ".join(text.split()).strip(" ,;.")
        if len(office) >= _SHORTEST:
            yield Occupation(office, start or (before if then else ""), end)
        before = end or before


def _span(when: re.Match[str]) -> tuple[str, str]:
    """The first and the last day, month or year of an office, as W3C dates."""
    if when["last"]:
        last = _w3c(when["last"])
        return _w3c(when["first"], last[:4]), last
    return _w3c(when["start"] or ""), _w3c(when["end"] or "")


def _w3c(date: str, year: str = "") -> str:
    """A date such as "March 4, 1951" as "1951-03-04"; the year may be said elsewhere."""
    found = re.search(_YEAR, date)
    year = found[0] if found else year if date else ""
    rest = date.replace(year, "") if found else date
    month = re.search(_MONTH, rest)
    day = re.search(r"\d{1,2}", rest)
    number = _NUMBER[month[0].rstrip(".").lower()] if month else 0
    parts = [year, f"{number:02}" if number else "", f"{int(day[0]):02}" if number and day else ""]
    return "-".join(filter(None, parts))
