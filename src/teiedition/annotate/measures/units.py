"""The units of a language: what stands for each in a text, and which convert into each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from teiedition.annotate.language import any_of, spellings, table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its English singular, and how it may be written.

    `size` is how many of the smallest unit of its `kind` it holds, 0 where that is not fixed. `counts`:
    the unit is a thing ("pieces"), and one only where "of" follows. `language` is that of the word
    where it is a foreign one.
    """

    name: str
    kind: str
    size: int = 0
    counts: bool = False
    language: str = ""
    least: int = 0
    """So many at least make it a unit: "300 quarters of wheat", but "three quarters of the wheat"."""

    @property
    def is_duration(self) -> bool:
        """Whether it measures time."""
        return self.kind in ("time", "months")


class Units:
    """The forms of all units, as patterns: behind a number, close behind figures, before figures."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._by_form: dict[str, Unit] = {}
        self._by_mark: dict[str, Unit] = {}
        glued: dict[str, Unit] = {}
        for entry in words.get("units", []):
            unit = Unit(
                entry["unit"],
                entry.get("kind", ""),
                entry.get("size", 0),
                entry.get("of", False),
                entry.get("lang", ""),
                entry.get("least", 0),
            )
            self._by_form |= dict.fromkeys(_forms(entry.get("forms", [])), unit)
            glued |= dict.fromkeys(entry.get("glued", []), unit)
            self._by_mark |= dict.fromkeys(entry.get("before", []), unit)
        self._glued = glued
        self.behind = re.compile(rf"(?:{any_of(self._by_form)})(?![^\W_])")
        self.close = re.compile(rf"(?:{any_of(glued)})(?![^\W_])")
        self.before = any_of(self._by_mark)
        foreign = [form for form, unit in self._by_form.items() if unit.language and form.islower()]
        self.foreign = re.compile(rf"(?<!\w)(?:{any_of(foreign)})(?!\w)")
        self.has_foreign = AhoCorasick(sorted(foreign) or ["\0"]).find_matches_as_indexes
        """Finds quickly whether a text has any of these."""

    def behind_number(self, form: str) -> Unit:
        """The unit of which `behind` or `close` matched a form."""
        return self._by_form.get(form) or self._glued[form]

    def before_number(self, form: str) -> Unit:
        """The unit of which `before` matched a form."""
        return self._by_mark[form]


def in_smaller(one: Unit, other: Unit) -> tuple[Unit, int, int] | None:
    """Of two units of one kind the smaller, and by what the quantities of each are to be multiplied.

    >>> in_smaller(Unit("month", "months", 1), Unit("year", "months", 12))[1:]
    (1, 12)
    """
    if one.kind != other.kind or not one.size or not other.size:
        return (one, 1, 1) if one == other else None
    unit = min(one, other, key=lambda unit: unit.size)
    if one.size % unit.size or other.size % unit.size:
        return None
    return unit, one.size // unit.size, other.size // unit.size


def _forms(listed: Iterable[str]) -> set[str]:
    return {form for word in listed for form in (spellings(word) if len(word) > 3 else (word,))}


@cache
def units(language: str = "en") -> Units:
    """The units of a language (see `annotate/language`)."""
    return Units(table("measures", language))


STERLING = re.compile(
    r"[£₤] ?(\d[\d,]*)(?:(?: ?: ?|[ .] ?)(\d{1,2})s\.?(?:(?: ?: ?|[ .] ?| )?(\d{1,2})d\.?)?"
    r"|[:–-](\d{1,2})(?:[:–-](\d{1,2}))?)(?![\w–-])"
)


def pounds(match: re.Match[str]) -> Decimal:
    """Pounds, shillings and pence in pounds: £12 10s. 6d. is 12.525."""
    groups = [Decimal((group or "0").replace(",", "")) for group in match.groups()]
    whole, shillings, pence = groups[0], groups[1] + groups[3], groups[2] + groups[4]
    return whole + shillings / 20 + pence / 240


VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
SHILLINGS = re.compile(r"(\d{1,2})s\. ?(\d{1,2})([½¼¾])?d\.?(?!\w)")
# "3s." as "the 30s." can't be, and "9d." as the days of the month "2d" and "23d" can't be.
FEW_SHILLINGS = re.compile(r"(?<![-–])(1?\d|[2-9][1-9])s\.(?!\w| ?\d)")
PENCE = re.compile(r"(?<![-–])(\d{1,2})(?:([½¼¾])d\.?|(?:(?<=[014-9])|(?<=1\d))d\.)(?!\w)")


def shillings(match: re.Match[str]) -> Decimal:
    """Shillings and pence in shillings: 2s. 6d. is 2.5."""
    pence = Decimal(match[2]) + Decimal(VULGAR.get(match[3] or "", "0"))
    return (Decimal(match[1]) + pence / 12).quantize(Decimal("0.0001"))


def _whole(match: re.Match[str]) -> Decimal:
    return Decimal(match[1])


def _pence(match: re.Match[str]) -> Decimal:
    return Decimal(match[1]) + Decimal(VULGAR.get(match[2] or "", "0"))


COIN = re.compile(r"\d{1,2}(?:s\.|[½¼¾]?d)")
"""How all of them begin: most numbers are none."""
COINS = ((SHILLINGS, shillings, "shillings"), (FEW_SHILLINGS, _whole, "shillings"), (PENCE, _pence, "pence"))
"""Forms of small sums, what is to be read of each, and the word of the unit it is in."""
