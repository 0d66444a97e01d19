"""Numbers in figures and words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiedition.annotate.numbers import numbers, roman, shortest

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,147.5", "1147.5"),
        (".67", "0.67"),
        ("2.4 million", "2400000"),
        ("40 thousand", "40000"),
        ("1000 billion", "1000000000000"),
        ("twenty-eight", "28"),
        ("two hundred and fifty thousand", "250000"),
        ("Four million", "4000000"),
        ("a hundred", "100"),
        ("half a million", "500000"),
        ("half-a-million", "500000"),
        ("one and a half", "1.5"),
        ("one and a half million", "1500000"),
        ("one and half", "1.5"),
        ("2½", "2.5"),
        ("¼", "0.25"),
    ],
)
def test_number(text: str, value: str) -> None:
    figures = numbers()
    match = re.match(figures.pattern, text)
    assert match is not None
    assert match[0] == text
    read = figures.value(text)
    assert read is not None
    assert shortest(read) == value


def test_a_scale_alone_is_no_number() -> None:
    assert re.match(numbers().pattern, "million") is None


def test_german_has_its_own_marks() -> None:
    value = numbers("de").value("1.147,5")
    assert value is not None
    assert shortest(value) == "1147.5"


def spelled(value: int) -> str:
    if value < 20:
        return UNITS[value]
    if value < 100:
        return TENS[value // 10] + (f"-{UNITS[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = f" and {spelled(value % 100)}" if value % 100 else ""
        return f"{UNITS[value // 100]} hundred{rest}"
    rest = f" {spelled(value % 1000)}" if value % 1000 else ""
    return f"{spelled(value // 1000)} thousand{rest}"


@given(st.integers(1, 999_999))
def test_every_number_spelled_out_is_read_back(value: int) -> None:
    figures = numbers()
    for text in (spelled(value), f"{value:,}", str(value)):
        match = re.match(figures.pattern, text)
        assert match is not None
        assert match[0] == text
        assert figures.value(text) == value


def test_roman_numerals() -> None:
    assert roman("xiv") == 14
    assert roman("MCMXLV") == 1945
    assert roman("civil") is None
    assert roman("iiii") is None
    assert roman("") is None
