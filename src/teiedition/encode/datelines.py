"""Lines that say where and when: "Vienna, 3 March 1801", "Signed at Selby on 4 May 1901", "Jan 25th"."""

from __future__ import annotations

import re

from teiedition.encode.dates import Dates

_NAMELIKE = re.compile(
    r"[^\W\d_a-z][\w’'.\-‘]*|of|the|and|for|de|du|la|le|von|van|der|to|in|on|\[[^\[\]]*\]|&"
)
_MARKS = re.compile(r"[(),;:\"“”]")
_BRACKETS = str.maketrans("[]", "  ")
_LONGEST = 90
_FORMULA = re.compile(
    r"(?:Signed|Held|Done|Concluded|Adopted|Dated|Written|Given|Issued|Delivered|Opened)\s+(?=at|in|on)",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?:\d{1,2}[:.]\d{2}|\d{1,2})\s*(?:[ap]\.?m\.?)?(?:\s*(?:[-–]|to)\s*\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?"
    r"|noon|midnight|hours|o[’']clock"
)
_CLOCK = re.compile(r"\b(?:Uhr|hrs|time|GMT|heures?|evening|morning|afternoon|night)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:^|(?<=[\s,]))(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\b|\bMittwoch\b"
)
BEFORE_DATE = r"[,\s]+(?:den|le|the|on|about|circa|ca?\.|probably|early|late|mid)\s*$"
"""A small word between a place and a date."""


class Datelines:
    """Tells date lines from other lines. `year` is that of the document, if its title says it."""

    def __init__(self, dates: Dates, year: str = "") -> None:
        self.dates, self._year = dates, year

    def matches(self, text: str, closing: bool = False) -> bool:
        """Is a text nothing but a date with the hour and a place before it? At a text's end, a name before
        the date without a comma is a signature."""
        if len(text) > 2 * _LONGEST:
            return False
        plain = " ".join(text.translate(_BRACKETS).split())
        plain = _FORMULA.sub("", plain, count=1) if _FORMULA.match(plain) else plain
        if len(plain) >= _LONGEST:
            return False
        if not (found := self.dates.find(plain)):
            return bool(self._year) and len(plain) < 30 and self.dates.day(plain, self._year) is not None
        if len(plain) - (found[-1].end - found[-1].start) > 60:
            return False
        before = _WEEKDAY.sub("", plain[: found[0].start]).rstrip(" —-")
        if closing and before and not before.endswith((",", " on", " in", " at", " the", ".")):
            return False
        before = re.sub(r"^(?:at|in|on)\s+(?:the\s+)?", "", re.sub(BEFORE_DATE, "", before)).strip(" ,.")
        rest = re.sub(r"\b(?:at|from|between|and|to)\b", "", _HOUR.sub("", plain[found[-1].end :]))
        return (not before or namelike(before) and len(before.split()) <= 8) and len(
            rest.strip(" ,.()—–-")
        ) < 12


def namelike(text: str) -> bool:
    """Is the text nothing but capitalised words and the small words between names?"""
    plain = _MARKS.sub(" ", text)
    tokens = plain.split()
    return bool(tokens) and all(_NAMELIKE.fullmatch(token) for token in tokens) and tokens[0][:1].isupper()
