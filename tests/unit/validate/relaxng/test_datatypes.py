"""Datatypes of XML Schema: what is a value, and when two mean the same."""

from __future__ import annotations

import pytest

from teiedition.validate.relaxng.datatypes import XSD, DatatypeError, datatype

SCOPE = {"x": "urn:x", "y": "urn:x", None: "urn:d"}

VALUES = {
    "boolean": (["true", " 0 "], ["TRUE", ""]),
    "decimal": (["1", "-0.5", "+.5", "1."], ["", ".", "1e5", "1,5"]),
    "integer": (["0", "-12", "+012"], ["1.0", "1 2", "٣"]),
    "positiveInteger": (["1"], ["0"]),
    "byte": (["-128", "127"], ["128"]),
    "unsignedShort": (["65535"], ["-1", "65536"]),
    "double": (["1e-5", "INF", "-INF", "NaN", ".5"], ["+INF", "inf", "1_0", "", "e5"]),
    "date": (
        ["1961-07-11", "-0044-03-15", "2000-02-29Z", "12000-01-01"],
        ["1961-7-11", "1900-02-29", "0000-01-01"],
    ),
    "time": (["09:30:00", "23:59:60", "00:00:00.5+14:00"], ["24:00:00", "9:30", "12:00:00+14:30"]),
    "dateTime": (["1961-07-11T09:30:00"], ["1961-07-11", "1961-07-11 09:30:00"]),
    "gYear": (["1961", "-0500"], ["61", "01961"]),
    "gYearMonth": (["1961-12"], ["1961-13"]),
    "gMonth": (["--07"], ["--13", "07"]),
    "gMonthDay": (["--02-29"], ["--02-30"]),
    "gDay": (["---31"], ["---32"]),
    "duration": (["P1Y2M3DT4H5M6.7S", "-P1D"], ["P", "P1DT", "1D"]),
    "Name": (["a:b", "_1"], ["1a", "-"]),
    "NCName": (["a.b-c", "é"], ["a:b", "", "a b"]),
    "NMTOKENS": (["1a -b", "x"], ["", "a,b"]),
    "ID": (["p1"], ["1p"]),
    "IDREFS": (["a b"], ["", "a #b"]),
    "QName": (["x:a", "a", "xml:id"], ["z:a", "x:1"]),
    "language": (["en", "zh-Hant-TW", "x-old"], ["", "de_AT", "englishlanguage", "x-"]),
    "anyURI": (
        ["", "#a", "a b", "http://a.b/ö?q[1]#f", "urn:a:b", "../x.xml#y", "http://[::1]:80/", "a%41"],
        ["http://[bad", "http:", "%zz", "a#b#c", "//", "1a:b", "x/[y]"],
    ),
    "hexBinary": (["0aFF", ""], ["0a0", "0g"]),
    "base64Binary": (["QUJD", "QUI=", "Q Q = ="], ["QUJ", "QQ=", "Q==="]),
    "token": (["any  text"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_values(name: str) -> None:
    good, bad = VALUES[name]
    kind = datatype(XSD, name)
    assert {text: kind.allows(text, SCOPE) for text in (*good, *bad)} == (
        dict.fromkeys(good, True) | dict.fromkeys(bad, False)
    )


FACETS = [
    ("integer", [("minInclusive", "2"), ("maxExclusive", "4")], ["2", "3"], ["1", "4"]),
    ("decimal", [("totalDigits", "3"), ("fractionDigits", "1")], ["12.5", "0123"], ["1234", "1.25"]),
    ("date", [("minExclusive", "1961-01-01")], ["1961-01-02"], ["1961-01-01", "1960-12-31", "1961-01-01Z"]),
    ("string", [("length", "3")], ["a b", "日本語"], ["a", "abcd"]),
    ("token", [("minLength", "2"), ("maxLength", "3")], ["ab", " abc "], ["a", "abcd"]),
    ("NMTOKENS", [("maxLength", "2")], ["a b"], ["a b c"]),
    ("hexBinary", [("length", "1")], ["0a"], ["0a0b"]),
    ("token", [("pattern", "[a-c]+"), ("pattern", ".{2}")], ["ab"], ["abc", "xy"]),
    ("double", [("maxInclusive", "1")], ["1", "-INF"], ["1.5", "NaN"]),
]


@pytest.mark.parametrize(("name", "parameters", "good", "bad"), FACETS)
def test_parameters(name: str, parameters: list[tuple[str, str]], good: list[str], bad: list[str]) -> None:
    kind = datatype(XSD, name, parameters)
    assert [kind.allows(text, SCOPE) for text in (*good, *bad)] == [True] * len(good) + [False] * len(bad)


SAME = [
    ("integer", "12", "+012", True),
    ("decimal", "1.50", "1.5", True),
    ("string", "a", " a", False),
    ("token", "a b", " a  b ", True),
    ("QName", "x:a", "y:a", True),
    ("QName", "x:a", "a", False),
    ("dateTime", "1961-07-11T12:00:00Z", "1961-07-11T14:00:00+02:00", True),
    ("date", "1961-07-11", "1961-07-11Z", False),
    ("boolean", "1", "true", True),
    ("base64Binary", "QUJD", "Q U J D", True),
    ("double", "NaN", "NaN", True),
]


@pytest.mark.parametrize(("name", "one", "other", "same"), SAME)
def test_meaning(name: str, one: str, other: str, same: bool) -> None:
    kind = datatype(XSD, name)
    assert kind.same(other, SCOPE, kind.value(one, SCOPE)) is same


WRONG = [
    (XSD, "datum", (), 'no datatype "datum"'),
    ("", "date", (), "only string and token"),
    ("urn:other", "date", (), '"urn:other" is not known'),
    (XSD, "string", (("minInclusive", "1"),), 'no parameter "minInclusive"'),
    (XSD, "date", (("minInclusive", "soon"),), '"soon" is not a date'),
    (XSD, "token", (("length", "-1"),), "can't be the length"),
]


@pytest.mark.parametrize(("library", "name", "parameters", "words"), WRONG)
def test_what_is_no_datatype(library: str, name: str, parameters: list[tuple[str, str]], words: str) -> None:
    with pytest.raises(DatatypeError, match=words):
        datatype(library, name, parameters)
