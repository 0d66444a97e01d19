"""EDTF is read into TEI's attributes and written from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiedition.edtf import EdtfError, attributes, written_as

BOTH_WAYS = [
    ("1961", {"when": "1961"}),
    ("1961-07", {"when": "1961-07"}),
    ("1961-07-11", {"when": "1961-07-11"}),
    ("1961-07-11T18:00:00Z", {"when": "1961-07-11T18:00:00Z"}),
    ("-0043", {"when": "-0043"}),
    ("Y170000002", {"when": "170000002"}),
    ("XXXX-12", {"when": "--12"}),
    ("XXXX-12-25", {"when": "--12-25"}),
    ("1953/1961", {"from": "1953", "to": "1961"}),
    ("1953/..", {"from": "1953"}),
    ("../1961", {"to": "1961"}),
    ("1955-21", {"notBefore": "1955-03", "notAfter": "1955-05"}),
    ("2003-24", {"notBefore": "2003-12", "notAfter": "2004-02"}),
    ("1958-36", {"notBefore": "1958-10", "notAfter": "1958-12"}),
    ("1957-37", {"notBefore": "1957-01", "notAfter": "1957-04"}),
    ("1956-41", {"notBefore": "1956-07", "notAfter": "1956-12"}),
    ("195X", {"notBefore": "1950", "notAfter": "1959"}),
    ("19XX", {"notBefore": "1900", "notAfter": "1999"}),
    ("1956-02-XX", {"notBefore": "1956-02-01", "notAfter": "1956-02-29"}),
    ("[1966-01..1966-02]", {"notBefore": "1966-01", "notAfter": "1966-02"}),
    ("[..1949]", {"notAfter": "1949"}),
    ("[1951..]", {"notBefore": "1951"}),
    ("1984?", {"when": "1984", "cert": "low"}),
    ("1984~", {"when": "1984", "precision": "low"}),
    ("1984%", {"when": "1984", "cert": "low", "precision": "low"}),
]


@pytest.mark.parametrize(("edtf", "dating"), BOTH_WAYS)
def test_both_ways(edtf: str, dating: dict[str, str]) -> None:
    assert attributes(edtf) == dating
    assert written_as(dating) == edtf


@pytest.mark.parametrize(
    ("edtf", "dating"),
    [
        ("1964/", {"from": "1964"}),
        ("2004-XX", {"notBefore": "2004-01", "notAfter": "2004-12"}),
        ("[1667,1668,1670]", {"notBefore": "1667", "notAfter": "1670"}),
        ("{1960,1961-12}", {"from": "1960", "to": "1961-12"}),
        ("2001-33/2001-34", {"from": "2001-01", "to": "2001-06"}),
        ("?1984-06", {"when": "1984-06", "cert": "low"}),
        ("1984-06?/2004-08?", {"from": "1984-06", "to": "2004-08", "cert": "low"}),
    ],
)
def test_read(edtf: str, dating: dict[str, str]) -> None:
    assert attributes(edtf) == dating


@pytest.mark.parametrize(
    "text", ["", "yesterday", "1984-13", "1985-02-30", "1985-21-01", "[1985", "156X-12", "XXXX"]
)
def test_what_is_no_edtf_is_refused_by_name(text: str) -> None:
    with pytest.raises(EdtfError, match=text.replace("[", r"\[") or "“”"):
        attributes(text)


def test_no_date_writes_nothing() -> None:
    assert written_as({}) == ""


@given(st.dates())
def test_every_day_comes_back(day: object) -> None:
    assert written_as(attributes(str(day))) == str(day)
