"""Times of day, and stretches between two."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_of import document

from teiedition.annotate import annotate
from teiedition.annotate.times import find_times


def said(text: str, language: str = "en") -> list[str]:
    """Each time with its values: "6 p.m.: when=18:00:00"."""
    return [
        f"{text[m.start : m.end]}: " + " ".join(f"{k}={v}" for k, v in m.attributes.items())
        for m in find_times(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 6:00 p.m. they met", "6:00 p.m.: when=18:00:00"),
        ("at 6.30 p.m. they met", "6.30 p.m.: when=18:30:00"),
        ("at 12 p.m. sharp", "12 p.m.: when=12:00:00"),
        ("at 12:15 a.m. sharp", "12:15 a.m.: when=00:15:00"),
        ("at 5 am", "5 am: when=05:00:00"),
        ("at 18:00.", "18:00: when=18:00:00"),
        ("at 18:00:30", "18:00:30: when=18:00:30"),
        ("at 1530 hours", "1530 hours: when=15:30:00"),
        ("on 27 May from 9.00 to 9.40.", "9.00 to 9.40: from=09:00:00 to=09:40:00"),
        ("Sent 31.8.50 11:32", "11:32: when=11:32:00"),
        ("Received 0105 14 October", "0105: when=01:05:00"),
        ("Received 06 hours 10 minutes", "06 hours 10 minutes: when=06:10:00"),
        ("at 10 o'clock in the evening", "10 o'clock in the evening: when=22:00:00"),
        ("at ten o’clock", "ten o’clock: when=10:00:00"),
        ("at half past ten", "half past ten: when=10:30:00"),
        ("at a quarter to seven", "a quarter to seven: when=06:45:00"),
        ("by noon", "noon: when=12:00:00"),
        ("at midnight", "midnight: when=00:00:00"),
        ("sent 121530Z", "121530Z: when=15:30:00Z"),
        ("at 3 p.m. GMT", "3 p.m. GMT: when=15:00:00Z"),
        ("Received October 2—11:58 a.m.", "11:58 a.m.: when=11:58:00"),
        ("Time: 10:40 a.m.- 2:20 p.m.", "10:40 a.m.- 2:20 p.m.: from=10:40:00 to=14:20:00"),
        ("Time: 10:40 a.m.. 2:20 p.m.", "10:40 a.m.. 2:20 p.m.: from=10:40:00 to=14:20:00"),
        ("from 9 to 11 a.m.", "9 to 11 a.m.: from=09:00:00 to=11:00:00"),
        ("from 11 to 1 p.m.", "11 to 1 p.m.: from=11:00:00 to=13:00:00"),
        ("between 9 a.m. and 10 a.m.", "9 a.m. and 10 a.m.: from=09:00:00 to=10:00:00"),
        ("from noon until 2 p.m.", "noon until 2 p.m.: from=12:00:00 to=14:00:00"),
    ],
)
def test_time(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_two_times_listed_are_two() -> None:
    assert [m.attributes["when"] for m in find_times("at 6:00 p.m. and 7:00 p.m.")] == [
        "18:00:00",
        "19:00:00",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "John 3:16",
        "Bulletin 14/15:107-108",
        "a ratio of 4:15",
        "1200 hours of work",
        "the noon train",
        "at 25:00",
        "13 p.m.",
    ],
)
def test_no_time(text: str) -> None:
    assert said(text) == []


def test_language_without_a_table_has_no_times() -> None:
    assert said("à 10:30", "fr") == []


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_is_read_back(hour: int, minute: int) -> None:
    half = "p.m." if hour >= 12 else "a.m."
    value = f"{hour:02d}:{minute:02d}:00"
    for text in (f"{hour:02d}:{minute:02d}", f"{hour % 12 or 12}:{minute:02d} {half}"):
        assert [m.attributes for m in find_times(f"at {text}")] == [{"when": value}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 4:00-5:15 p.m.", {"from": "16:00:00", "to": "17:15:00"}),
        ("between 9:00 a.m. and 12:00 noon.", {"from": "09:00:00", "to": "12:00:00"}),
        ("at 3:30 p.m. EDT", {"when": "15:30:00-04:00"}),
    ],
)
def test_halves_and_zones_of_the_day(text: str, expected: dict[str, str]) -> None:
    (time,) = find_times(text)
    assert time.attributes == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 2115 to 2320 hours", ["2115 to 2320 hours: from=21:15:00 to=23:20:00"]),
        ("between 2 and 3 o’clock", ["2 and 3 o’clock: from=02:00:00 to=03:00:00"]),
        ("at 7:30 tonight", ["7:30: when=19:30:00"]),
        ("3 o’clock this afternoon", ["3 o’clock: when=15:00:00"]),
        ("sent 5.30 p. m.", ["5.30 p. m.: when=17:30:00"]),
        ("at 0830 EDT", ["0830 EDT: when=08:30:00-04:00"]),
        ("at ten of the clock in the forenoon", ["ten of the clock in the forenoon: when=10:00:00"]),
        ("half past 4 P.M.", ["half past 4 P.M.: when=16:30:00"]),
        ("at six in the morning", ["six in the morning: when=06:00:00"]),
        ("they killed 11 at night", []),
        ("a quarter before nine", ["a quarter before nine: when=08:45:00"]),
        ("at 6 o’clock p. m. he left", ["6 o’clock p. m.: when=18:00:00"]),
        ("we met at roughly 4:30.", ["4:30: when=04:30:00"]),
    ],
)
def test_times_of_telegrams_and_letters(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The first wave leaves at 0345.", "03:45:00"),
        ("It is 0630 hours.", "06:30:00"),
        ("ARR LIMA JUNE 9 0610.", "06:10:00"),
        ("The council met at 10.05 in the hall.", "10:05:00"),
        ("It met again in the afternoon at three o’clock.", "15:00:00"),
        ("It met again this evening at 8:30.", "20:30:00"),
    ],
)
def test_a_time_is_told_by_the_words_around_it(text: str, value: str) -> None:
    assert [m.attributes["when"] for m in find_times(text)] == [value]


def test_four_figures_behind_four_are_the_end_of_a_stretch() -> None:
    assert [m.attributes for m in find_times("OPEN BETWEEN HOURS 0730-2100.")] == [
        {"from": "07:30:00", "to": "21:00:00"}
    ]


def test_a_rate_of_exchange_is_no_time() -> None:
    assert find_times("Notes were exchanged at 1:10.") == []


def scheduled(*lines: str) -> list[str | None]:
    """The times found in a list of these lines."""
    items = "".join(f"<item>{line}</item>" for line in lines)
    found = annotate(document(f"<list>{items}</list>"), Path("visit.xml")).mentions
    return [m.attributes.get("when") or m.attributes.get("from") for m in found if m.element == "time"]


def test_lines_of_a_schedule_begin_with_times() -> None:
    lines = ("0815 Call on the mayor", "c0930 Leave for the port", "1230-1320 Lunch", "1900 Dinner")
    assert scheduled(*lines) == ["08:15:00", "09:30:00", "12:30:00", "19:00:00"]


def test_years_before_lines_are_no_schedule() -> None:
    assert scheduled("1914 War", "1918 Peace", "1939 War") == []
    assert scheduled("1015 Call", "Lunch", "1230 Dinner") == []


def test_noon_stands_behind_a_date() -> None:
    assert said("Of June 3, 1959 noon; between 1000 and 1130 hours.") == [
        "noon: when=12:00:00",
        "1000 and 1130 hours: from=10:00:00 to=11:30:00",
    ]


def test_bare_figures_are_times_where_others_are() -> None:
    text = "At 0146 dove. At 2216 sighted a ship, at 1600 yards. At 1945 prices it cost little; at 1712 sank."
    log = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{text}</p></body></text></TEI>'
    found = [m.attributes["when"] for m in annotate(log, Path("log.xml")).mentions if m.element == "time"]
    assert found == ["01:46:00", "22:16:00", "17:12:00"]
    assert find_times("At 2216 sighted a ship.") == []


def test_figures_with_a_point_are_times_where_others_are() -> None:
    text = "Planes came over at 8.30. Rain between 10 and 10.35pm; bread rose at 8.50 francs."
    log = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{text}</p></body></text></TEI>'
    found = [m.attributes for m in annotate(log, Path("log.xml")).mentions if m.element == "time"]
    assert found == [{"when": "08:30:00"}, {"from": "22:00:00", "to": "22:35:00"}]
    assert find_times("Planes came over at 8.30.") == []
