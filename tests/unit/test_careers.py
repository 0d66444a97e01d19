"""Offices and their dates, as printed lists of persons tell them."""

from __future__ import annotations

import pytest

from teiedition.authority.careers import offices, told_in_note


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbour Master until April 22, 1951", [("Harbour Master", "", "1951-04-22")]),
        ("Keeper of the Lamps from January 1950", [("Keeper of the Lamps", "1950-01", "")]),
        (
            "Consul at Selby, June–October 1948; Vice Consul, October 1948–3 May 1950; thereafter Consul",
            [
                ("Consul at Selby", "1948-06", "1948-10"),
                ("Vice Consul", "1948-10", "1950-05-03"),
                ("Consul", "1950-05-03", ""),
            ],
        ),
        (
            "Keeper from February 2, 1953, until July 2, 1953; Harbour Master from July 2, 1953",
            [("Keeper", "1953-02-02", "1953-07-02"), ("Harbour Master", "1953-07-02", "")],
        ),
        ("Harbour Master of Norland (1949–1976)", [("Harbour Master of Norland", "1949", "1976")]),
        ("Special Envoy, 1957", [("Special Envoy, 1957", "", "")]),
        ("leader in the strike of November 1950", [("leader in the strike of November 1950", "", "")]),
        ("Hafenmeister von Mai 1950 bis 1952", [("Hafenmeister", "1950-05", "1952")]),
        ("Harbour Master, Lamp Board", [("Harbour Master, Lamp Board", "", "")]),
    ],
)
def test_a_line_of_offices(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert list(map(tuple, offices(line))) == expected


def test_a_note_with_sentences_is_no_list_of_offices() -> None:
    assert told_in_note("Harbour Master until 1951")
    assert not told_in_note("Sailed until 1951. She then kept the lamps until 1960.")
    assert not told_in_note("Harbour Master")
