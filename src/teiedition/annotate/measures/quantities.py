"""Reads a quantity at a place in a text: numbers, a unit, and what may stand between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from teiedition.annotate.language import alternatives, table
from teiedition.annotate.measures.units import (
    COIN,
    COINS,
    STERLING,
    Unit,
    Units,
    in_smaller,
    pounds,
    units,
)
from teiedition.annotate.numbers import Numbers, numbers, shortest

GUARD = r"(?<![\w.,/#№§])"
YEAR = re.compile(r"[12]\d{3}")
_AGAIN = re.compile(r" (\()?")
_AND = re.compile(r",? (?:and )?")
_AMID = re.compile(r"\.(?=,? [a-z(\d])")
_STOP = re.compile(r" [A-Z]|$|\n")
POINT = re.compile(r"\. (?=[a-z])")
ADJECTIVE = r"(?:(?:[A-Z]\.)+|[A-Z][a-z]+)"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as it stands in a text.

    `most` is the upper end of a range. `unit_at` is where the word of the unit stands.
    """

    start: int
    end: int
    least: Decimal
    most: Decimal | None
    unit: Unit
    unit_at: tuple[int, int]
    written_small: bool = True
    """Neither number nor unit has a capital as a name would: "Five-Year" has."""

    def attributes(self) -> dict[str, str]:
        """TEI's: @quantity, or @atLeast and @atMost; @unit; @type for a duration."""
        values = {"type": "duration"} if self.unit.is_duration else {}
        if self.most is None or self.most == self.least:
            values["quantity"] = shortest(self.least)
        else:
            values |= {"atLeast": shortest(self.least), "atMost": shortest(self.most)}
        return values | {"unit": self.unit.name}


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number at a place; `unit` where its mark stands before it ("USD 5")."""

    text: str
    value: Decimal
    end: int
    unit: Unit | None = None


class Quantities:
    """The quantities of a language. `trigger` finds where one may begin, `read` reads it there."""

    def __init__(self, words: dict[str, Any], figures: Numbers, known: Units) -> None:
        self._numbers, self._units = figures, known
        self._number = re.compile(figures.pattern)
        self._joiner = re.compile(
            alternatives([*words.get("joiners", []), words.get("and", "")]) if words else "(?!)"
        )
        self._and = words.get("and", "")
        self._of = re.compile(rf" {alternatives(words.get('of', []))}(?= )")
        self._between = re.compile(rf"(?<!\w){alternatives(words.get('between', []))} \[?$")
        self._changed = re.compile(rf"(?<!\w){alternatives(words.get('changed', []))} $")
        qualifiers = alternatives(words.get("qualifiers", []))
        self._gap = re.compile(rf"(?:/|[ -]?\[?(?:(?:{qualifiers}\]?[ -])*))")
        self._proper_gaps = [re.compile(rf" {f'{ADJECTIVE} ' * count}") for count in (1, 2)]
        self._article = re.compile(rf"({alternatives(words.get('articles', []))})[ -]")
        self._year_before = re.compile(rf"(?<!\w){alternatives(words.get('year_before', []))} $")
        self._half_a = re.compile(rf"({alternatives(words.get('halves', []))})[ -]")
        self._abbreviated = set(words.get("abbreviated", []))
        self._and_half = re.compile(rf" {alternatives(words.get('and_half', []))}(?!\w)")
        self._before = re.compile(rf"({known.before}) ?")
        # A number begins with figures or a word for one; "a year" and "half a year" are looked for apart.
        start = rf"(?:{known.before}) ?\d|{figures.pattern}"
        self.trigger = re.compile(rf"{GUARD}(?:{start})" if words else "(?!)")
        durations = [form for form in words.get("units", []) if form.get("kind") in ("time", "months")]
        singular = alternatives([form for unit in durations for form in unit["forms"][:1]])
        one = alternatives([*words.get("halves", []), *words.get("articles", [])])
        self.article_trigger = re.compile(rf"(?<!\w){one}[ -]{singular}(?!\w)")

    def read(self, text: str, at: int) -> Quantity | None:
        """The quantity that begins at a place; None where none does."""
        if match := STERLING.match(text, at):
            unit = self._units.before_number("£")
            return Quantity(at, match.end(), pounds(match), None, unit, (at, at + 1))
        for form, value, name in COINS if COIN.match(text, at) else ():
            if match := form.match(text, at):
                unit = self._units.behind_number(name)
                return Quantity(at, match.end(), value(match), None, unit, (at, match.end()))
        first = self._amount(text, at)
        if first is None:
            return None
        return self._ranged(text, at, first) or self._single(text, at, first) or self._part(text, at)

    def read_article(self, text: str, at: int) -> Quantity | None:
        """ "a year", "half a year", "a year and a half": one of a unit of time."""
        half = self._half_a.match(text, at)
        begun = half or self._article.match(text, at)
        found = self._unit(text, begun.end() - 1) if begun else None
        if begun is None or found is None:
            return None
        unit, where = found
        if text[where[1] : where[1] + 1] == "-" and text[where[1] + 1 : where[1] + 2].isalpha():
            return None  # "a week-end"
        value = Decimal("0.5") if half else Decimal(1)
        more = self._and_half.match(text, where[1])
        end = more.end() if more else where[1]
        return Quantity(at, end, value + (Decimal("0.5") if more else 0), None, unit, where)

    def _part(self, text: str, at: int) -> Quantity | None:
        """ "three-quarters of an hour", "½ of one percent": a part of one unit."""
        match = self._numbers.fraction.match(text, at)
        found = self._unit(text, match.end()) if match else None
        if match is None or found is None:
            return None
        unit, where = found
        return Quantity(at, where[1], self._numbers.part(match), None, unit, where)

    def _amount(self, text: str, at: int) -> _Amount | None:
        mark = self._before.match(text, at)
        match = self._number.match(text, mark.end() if mark else at)
        value = self._numbers.value(match[0]) if match else None
        if match is None or value is None or match[0][0] == "0" and match[0][1:2].isdigit():
            return None
        if mark:
            unit, end = self._units.before_number(mark[1]), match.end()
            if match[0][-1].isdigit() and (scale := self._numbers.glued_scale.match(text, end)):
                value, end = value * self._numbers.glued(scale[0]), scale.end()
            return _Amount(match[0], value, end, unit)
        scale = self._numbers.glued_scale.match(text, match.end()) if match[0][-1].isdigit() else None
        if scale and len(scale[0]) > 1:  # one letter may be a unit: 5m
            return _Amount(match[0], value * self._numbers.glued(scale[0]), scale.end())
        return _Amount(match[0], value, self._restated(text, match.end(), value))

    def _restated(self, text: str, end: int, value: Decimal) -> int:
        """The end of a number that is said again: "fifty (50)", "2.4 million 2,400,000"."""
        match = _AGAIN.match(text, end)
        again = self._number.match(text, match.end()) if match else None
        if match is None or again is None or self._numbers.value(again[0]) != value:
            return end
        return again.end() + (1 if match[1] and text.startswith(")", again.end()) else 0)

    def _single(self, text: str, at: int, amount: _Amount) -> Quantity | None:
        found = self._behind(text, amount)
        if found is None or self._disagrees(text, amount, found[1]):
            return None
        unit, where, end = found
        if amount.value < unit.least:
            return None
        value = amount.value
        if more := self._and_half.match(text, end):
            value, end = value + Decimal("0.5"), more.end()
        smaller = self._smaller_part(text, end, unit)
        if smaller:
            value, unit, where, end = value * smaller[1] + smaller[2], smaller[0], smaller[3], smaller[3][1]
        return Quantity(at, end, value, None, unit, where, _small(amount.text, text[where[0] : where[0] + 1]))

    def _disagrees(self, text: str, amount: _Amount, where: tuple[int, int]) -> bool:
        """Whether the "one" of "one sets up an instrument" is no number: what follows is no singular."""
        form = text[slice(*where)]
        plural = form.endswith("s") and self._units.behind.fullmatch(form[:-1]) is not None
        return plural and amount.value == 1 and amount.text.isalpha()

    def _smaller_part(
        self, text: str, end: int, unit: Unit
    ) -> tuple[Unit, int, Decimal, tuple[int, int]] | None:
        """The 20 minutes of "three hours and 20 minutes": unit, factor of the first, value, place."""
        match = _AND.match(text, end) if unit.size else None
        amount = self._amount(text, match.end()) if match else None
        found = self._unit(text, amount.end) if amount and not amount.unit else None
        if amount is None or found is None or not 0 < found[0].size < unit.size or found[0].kind != unit.kind:
            return None
        common = in_smaller(unit, found[0])
        return (common[0], common[1], amount.value, found[1]) if common else None

    def _ranged(self, text: str, at: int, first: _Amount) -> Quantity | None:
        """Two numbers with one unit, or each with its own, of one kind."""
        found = self._behind(text, first)
        joiner = self._joiner.match(text, found[2] if found else first.end)
        if joiner is None or (
            joiner[0] == self._and and not self._between.search(text[max(0, at - 20) : at])
        ):
            return None
        second = self._amount(text, joiner.end())
        own = self._behind(text, second) if second else None
        if second and own is None and first.unit:
            own = first.unit, (first.end, first.end), second.end  # "$3-4 million"
            found = None
        if second is None or own is None:
            article = self.read_article(text, joiner.end()) if found else None
            return self._of_two(at, first, found, article) if article and found else None
        unit, where, end = own
        other = Quantity(joiner.end(), end, second.value, None, unit, where)
        if found:
            if self._changed.search(text, max(0, at - 20), at):
                return None
            scaled = replace(first, value=self._with_scale(first, second)) if found[0] == unit else first
            return self._of_two(at, scaled, found, other)
        least = self._with_scale(first, second)
        if least >= second.value or self._is_year(text, at, first, second):
            return None
        return Quantity(
            at, end, least, second.value, unit, where, _small(first.text, text[where[0] : where[0] + 1])
        )

    def _of_two(
        self, at: int, first: _Amount, found: tuple[Unit, tuple[int, int], int], second: Quantity
    ) -> Quantity | None:
        common = in_smaller(found[0], second.unit)
        if common is None:
            return None
        unit, one, other = common
        least, most = first.value * one, second.least * other
        return Quantity(at, second.end, least, most, unit, second.unit_at) if least < most else None

    def _is_year(self, text: str, at: int, first: _Amount, second: _Amount) -> bool:
        """Whether the first is no number of the unit: "from 5 tons in 1960 to 2,510 tons"."""
        if not YEAR.fullmatch(first.text):
            return False
        other = self._numbers.scale(second.text) > 1 or not YEAR.fullmatch(second.text)
        return other and self._year_before.search(text[max(0, at - 12) : at]) is not None

    def _with_scale(self, first: _Amount, second: _Amount) -> Decimal:
        """20 of "20 to 50 million" is 20 million, the three of "three to four hundred" is 300."""
        scale = self._numbers.scale(second.text)
        shared = (
            self._numbers.scale(first.text) == 1 and first.value < 1000 and first.value * scale < second.value
        )
        return first.value * scale if shared else first.value

    def _behind(self, text: str, amount: _Amount) -> tuple[Unit, tuple[int, int], int] | None:
        """The unit of an amount, where its word stands, and where the whole ends."""
        if amount.unit:
            return amount.unit, (amount.end, amount.end), amount.end
        found = self._unit(text, self._past_of(text, amount), glued=amount.text[-1].isnumeric())
        if found is None:
            return None
        unit, where = found
        close = "]" if "[" in text[amount.end : where[0]] and text.startswith("]", where[1]) else ""
        end = where[1] + len(close)
        return unit, where, self._named_again(text, end, unit)

    def _past_of(self, text: str, amount: _Amount) -> int:
        """The end of a number, with the "of" of "nine millions of dollars"."""
        plural = amount.text[-1] == "s" and self._numbers.scale(amount.text) > 1
        match = self._of.match(text, amount.end) if plural else None
        return match.end() if match else amount.end

    def _unit(self, text: str, at: int, glued: bool = False) -> tuple[Unit, tuple[int, int]] | None:
        close = self._units.close.match(text, at + text.startswith((" ", "-"), at)) if glued else None
        if close and (text[at] != "-" or len(close[0]) > 1):
            return self._units.behind_number(close[0]), (close.start(), self._stopped(text, close))
        gap = self._gap.match(text, at)
        if glued and POINT.match(text, at):
            at += 1  # "20. hhds.", as old hands write
        match = self._units.behind.match(text, at + 1) if text[at : at + 1] in (" ", "-") else None
        if match is None and gap and gap.end() > at:
            match = self._units.behind.match(text, gap.end())
        for adjectives in self._proper_gaps if match is None else ():
            if match is None and (proper := adjectives.match(text, at)):
                match = self._units.behind.match(text, proper.end())
                if match and self._units.behind_number(match[0]).kind != "money":
                    return None
        if match is None:
            return None
        unit = self._units.behind_number(match[0])
        if unit.counts and not text.startswith(" of ", match.end()):
            return None
        return unit, (match.start(), self._stopped(text, match))

    def _stopped(self, text: str, form: re.Match[str]) -> int:
        """The end of a unit's word, with a full stop that ends no sentence: "5 lbs. of"."""
        ends = form[0][-1] == "." and _STOP.match(text, form.end())
        if ends and self._units.behind.fullmatch(form[0][:-1]):
            return form.end() - 1
        abbreviated = len(form[0]) < 4 or form[0].lower() in self._abbreviated
        amid = _AMID.match(text, form.end())
        return form.end() + (1 if abbreviated and amid else 0)

    def _named_again(self, text: str, end: int, unit: Unit) -> int:
        """The end, with the unit's abbreviation in brackets: "170 million US dollars (USD)"."""
        match = self._units.behind.match(text, end + 2) if text.startswith(" (", end) else None
        again = match and self._units.behind_number(match[0]) == unit and text.startswith(")", match.end())
        return match.end() + 1 if match and again else end


def _small(number: str, unit_letter: str) -> bool:
    return not (number[0].isupper() and unit_letter.isupper())


@cache
def quantities(language: str = "en") -> Quantities:
    """The quantities of a language (see `annotate/language`)."""
    return Quantities(table("measures", language), numbers(language), units(language))
