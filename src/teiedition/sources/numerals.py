"""Reading numbers, and writing them as lists and notes print them.

The names of the formats are those of Office Open XML (ECMA-376 part 1, §17.18.59).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHICAGO = "*†‡§"


def integer(text: str | None, default: int = 0) -> int:
    """A whole number as files write it, kept within a million; the default for what is none."""
    digits = (text or "").removeprefix("-")
    return max(min(int(text or ""), 10**6), -(10**6)) if digits.isdecimal() and len(digits) < 20 else default


def decimal(number: int) -> str:
    """1, 2, 3."""
    return str(number)


def roman(number: int) -> str:
    """i, ii, iii; what Roman numerals can't write stays decimal."""
    if not 0 < number < 10_000:
        return str(number)
    written = []
    for size, letters in _ROMAN:
        written.append(letters * (number // size))
        number %= size
    return "".join(written)


def letter(number: int) -> str:
    """a … z, aa, bb, as Word counts on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)


def sign(number: int) -> str:
    """The signs of footnotes: one, then each doubled."""
    return _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1) if 0 < number < 100 else str(number)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType({
    "decimal": decimal,
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "ordinal": ordinal,
    "chicago": sign,
    "numberInDash": lambda number: f"- {number} -",
})  # fmt: skip
