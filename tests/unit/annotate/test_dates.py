"""Dates are found, and mean what they mean where they stand."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition.annotate.context import Context
from teiedition.annotate.dates import Discourse, find, find_dates
from teiedition.annotate.scan import scan
from teiedition.calendars import easter, gregorian, slice_of

WRITTEN = "1961-07-11"


def said(text: str, document_date: str | None = WRITTEN, language: str = "en") -> list[str]:
    """Each date with its values: "5 May: when=1961-05-05"."""
    return [
        f"{text[m.start : m.end]}: " + " ".join(f"{k}={v}" for k, v in m.attributes.items() if k != "type")
        for m in find_dates(text, document_date, language)
    ]


FORMS = [
    ("on 3 March 1902 and", "3 March 1902: when=1902-03-03"),
    ("on March 3, 1902, and", "March 3, 1902: when=1902-03-03"),
    ("the 3rd of March, 1902", "3rd of March, 1902: when=1902-03-03"),
    ("dated 3.3.1902", "3.3.1902: when=1902-03-03"),
    ("dated 1902.3.15", "1902.3.15: when=1902-03-15"),
    ("sent on 10.30.1962 at", "10.30.1962: when=1962-10-30"),
    ("decree of 12.12.59, which", "12.12.59: when=1959-12-12"),
    ("Warsaw, 8.IX.1956", "8.IX.1956: when=1956-09-08"),
    ("Prague, 19 VI 1961", "19 VI 1961: when=1961-06-19"),
    ("No. 5 of 30/VIII-56", "30/VIII-56: when=1956-08-30"),
    ("the August (1955) accord", "August (1955): when=1955-08"),
    ("on 5 March [19]56 in", "5 March [19]56: when=1956-03-05"),
    ("in March [19]56", "March [19]56: when=1956-03"),
    ("The Lock Ten Years Ago", "Ten Years Ago: when=1951"),
    ("dated 1902-03-03", "1902-03-03: when=1902-03-03"),
    ("dated 15/3/1902", "15/3/1902: when=1902-03-15"),
    ("Time: 1902 March 3", "1902 March 3: when=1902-03-03"),
    ("Received 31.8 17:27", "31.8: when=1961-08-31"),
    ("between 1902 March 3 and 11", "1902 March 3 and 11: from=1902-03-03 to=1902-03-11"),
    ("Monday, 3 March 1902", "Monday, 3 March 1902: when=1902-03-03"),
    ("3 March 1902 (Monday)", "3 March 1902 (Monday): when=1902-03-03"),
    ("Saturday the 22d Novr. 1758", "Saturday the 22d Novr. 1758: when=1758-11-22"),
    ("the first of May, 1851", "first of May, 1851: when=1851-05-01"),
    ("in March 1902", "March 1902: when=1902-03"),
    ("in 1902.", "1902: when=1902"),
    ("on 3 [March]", "3 [March]: when=1961-03-03"),
    ("on 3 March [1902], late", "3 March [1902]: when=1902-03-03"),
    ("the 1850s", "1850s: notBefore=1850 notAfter=1859"),
    ("the late 1850s", "late 1850s: notBefore=1857 notAfter=1859"),
    ("the mid-1850s", "mid-1850s: notBefore=1854 notAfter=1856"),
    ("in the fifties", "fifties: notBefore=1950 notAfter=1959"),
    ("the 18th century", "18th century: notBefore=1701 notAfter=1800"),
    (
        "the first half of the eighteenth century",
        "first half of the eighteenth century: notBefore=1701 notAfter=1750",
    ),
    ("in spring 1902", "spring 1902: notBefore=1902-03 notAfter=1902-05"),
    ("the winter of 1902", "winter of 1902: notBefore=1902-12 notAfter=1903-02"),
    ("the winter of 1902–03", "winter of 1902–03: notBefore=1902-12 notAfter=1903-02"),
    ("early 1902", "early 1902: notBefore=1902-01 notAfter=1902-04"),
    ("mid-August 1902", "mid-August 1902: notBefore=1902-08-11 notAfter=1902-08-20"),
    ("the second half of 1902", "second half of 1902: notBefore=1902-07 notAfter=1902-12"),
    ("the fourth quarter of 1902", "fourth quarter of 1902: notBefore=1902-10 notAfter=1902-12"),
    ("the last quarter of 1902", "last quarter of 1902: notBefore=1902-10 notAfter=1902-12"),
    ("pre-1902 prices", "pre-1902: notAfter=1901"),
    ("not later than 5 May 1902", "5 May 1902: notAfter=1902-05-05"),
    ("no earlier than May 1902", "May 1902: notBefore=1902-05"),
    ("12 Nov '58", "12 Nov '58: when=1958-11-12"),
    ("sent 121605Z NOV 58", "121605Z NOV 58: when=1958-11-12T16:05:00Z"),
    ("in 44 BC", "44 BC: when=-0043"),
    ("in Showa 31", "Showa 31: when=1956"),
    (
        "this 8th day of October, in the year of our Lord one thousand eight hundred and two",
        "8th day of October, in the year of our Lord one thousand eight hundred and two: when=1802-10-08",
    ),
    ("Prior to December of each year", "December: when=--12"),
    ("every 1 May", "1 May: when=--05-01"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_form(text: str, expected: str) -> None:
    assert said(text) == [expected]


RANGES = [
    ("from 1902 to 1907", "1902 to 1907: from=1902 to=1907"),
    ("1902-07", "1902-07: from=1902 to=1907"),
    ("1902–1907", "1902–1907: from=1902 to=1907"),
    ("from March 1902 through May 1903", "March 1902 through May 1903: from=1902-03 to=1903-05"),
    ("from 13 to 18 June 1902", "13 to 18 June 1902: from=1902-06-13 to=1902-06-18"),
    ("from 13 June to 18 July 1902", "13 June to 18 July 1902: from=1902-06-13 to=1902-07-18"),
    ("June 13-18, 1902", "June 13-18, 1902: from=1902-06-13 to=1902-06-18"),
    ("November to February 1903", "November to February 1903: from=1902-11 to=1903-02"),
    ("between 1902 and 1907", "1902 and 1907: from=1902 to=1907"),
    ("in January or February 1902", "January or February 1902: notBefore=1902-01 notAfter=1902-02"),
    ("in 1902 or 1903", "1902 or 1903: notBefore=1902 notAfter=1903"),
    ("Fall 1902/Winter 1903", "Fall 1902/Winter 1903: notBefore=1902-09 notAfter=1903-02"),
    ("Winter 1902-Spring 1903", "Winter 1902-Spring 1903: notBefore=1902-12 notAfter=1903-05"),
    ("from winter 1902 through 1904", "winter 1902 through 1904: from=1902-12 to=1904"),
    (
        "from 25 January until early February",
        "25 January until early February: from=1961-01-25 to=1961-02-10",
    ),
    ("the year 1902/03", "1902/03: from=1902 to=1903"),
]


@pytest.mark.parametrize(("text", "expected"), RANGES, ids=[text for text, _ in RANGES])
def test_range(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_two_dates_listed_are_two() -> None:
    assert said("on 25 May and 6 June 1902") == ["25 May: when=1902-05-25", "6 June 1902: when=1902-06-06"]
    assert said("in 1902 and 1903") == ["1902: when=1902", "1903: when=1903"]


RELATIVE = [
    ("today", "when=1961-07-11"),
    ("Tonight", "when=1961-07-11"),
    ("yesterday", "when=1961-07-10"),
    ("tomorrow", "when=1961-07-12"),
    ("day before yesterday", "when=1961-07-09"),
    ("this morning", "when=1961-07-11"),
    ("this year", "when=1961"),
    ("last year", "when=1960"),
    ("next year", "when=1962"),
    ("early next year", "notBefore=1962-01 notAfter=1962-04"),
    ("first quarter of next year", "notBefore=1962-01 notAfter=1962-03"),
    ("year before last", "when=1959"),
    ("year after next", "when=1963"),
    ("last month", "when=1961-06"),
    ("next week", "notBefore=1961-07-17 notAfter=1961-07-23"),
    ("next April", "when=1962-04"),
    ("last April", "when=1961-04"),
    ("last October", "when=1960-10"),
    ("last winter", "notBefore=1960-12 notAfter=1961-02"),
    ("18 January of this year", "when=1961-01-18"),
    ("May of last year", "when=1960-05"),
    ("last Friday", "when=1961-07-07"),
    ("5th inst.", "when=1961-07-05"),
    ("28th ult.", "when=1961-06-28"),
]


@pytest.mark.parametrize(("text", "values"), RELATIVE, ids=[text for text, _ in RELATIVE])
def test_relative_date_is_counted_from_the_document(text: str, values: str) -> None:
    sentence = f"It was {text}, or so." if text[0].islower() else f"{text} they came."
    assert said(sentence) == [f"{text}: {values}"]
    assert find_dates(sentence, WRITTEN)[0].attributes["type"] == "relative"


def test_weekday_is_the_next_one_where_the_sentence_looks_ahead() -> None:
    assert said("We will meet on Friday.") == ["Friday: when=1961-07-14"]
    assert said("We met on Friday.") == ["Friday: when=1961-07-07"]
    assert said("Reply by Friday.") == ["Friday: when=1961-07-14"]


def test_relative_date_without_a_document_date_has_no_value() -> None:
    assert said("We met last year.", None) == ["last year: "]


def test_partial_date_belongs_to_the_date_before_it() -> None:
    text = "On 31 July 1953 he wrote; on 5 August he had no answer. In November he came."
    assert said(text, "2012") == [
        "31 July 1953: when=1953-07-31",
        "5 August: when=1953-08-05",
        "November: when=1953-11",
    ]


def test_partial_date_without_another_belongs_to_the_document() -> None:
    assert said("I arrived on 10 July.") == ["10 July: when=1961-07-10"]
    assert said("The mill burned in December.", "1961-01-09") == ["December: when=1960-12"]
    assert said("The mill will open in February.", "1961-12-09") == ["February: when=1962-02"]


def test_bare_day_belongs_to_the_month_before_it() -> None:
    text = "They left on 3 May 1870. On the 18th they saw the river, and on the 19th the sea."
    assert said(text, "1870-06-01")[1:] == ["18th: when=1870-05-18", "19th: when=1870-05-19"]


def test_year_that_is_only_compared_with_does_not_carry_the_thread() -> None:
    text = "In May 1956 he asked again. The plan for 1957 was small. On 21 August he was told so."
    assert said(text, "2012")[-1] == "21 August: when=1956-08-21"


def test_date_that_opens_a_sentence_carries_the_thread() -> None:
    text = "In early 1957, the talks stopped. After the crisis of October 1956 nobody wished for them."
    thread = Discourse("2012")
    find_dates(text, discourse=thread)
    thread.new_paragraph()
    later = find_dates("In early July, he tried again.", discourse=thread)
    assert later[0].attributes == {"notBefore": "1957-07-01", "notAfter": "1957-07-10"}


def test_following_day_is_counted_from_the_date_before() -> None:
    text = "On 28 June 1961 he packed. On the following day he left, and the same day returned."
    assert said(text)[1:] == ["following day: when=1961-06-29", "same day: when=1961-06-28"]
    assert said("He left the following day.", "1961") == []


def test_event_names_its_own_year() -> None:
    assert said("After the August Crisis of 1902, in May 1931")[0] == "August: when=1902-08"


def test_old_style_is_converted_and_named() -> None:
    found = find_dates("the rising of 25 October 1917 (O.S.)")
    assert found[0].attributes["when"] == "1917-11-07"
    assert found[0].attributes["calendar"].endswith("Q11184")


def test_of_two_styles_the_new_one_counts() -> None:
    assert said("on 24 January/6 February 1918") == ["24 January/6 February 1918: when=1918-02-06"]
    assert said("on 11/24 December 1905") == ["11/24 December 1905: when=1905-12-24"]
    assert said("on 11 January 1732/3") == ["11 January 1732/3: when=1733-01-11"]


def test_what_can_be_read_in_two_ways_gets_no_value() -> None:
    assert said("on 3/4/1961") == ["3/4/1961: "]
    assert said("an undated note") == ["undated: "]


NO_DATES = [
    "see section 3.2.14 of it",
    "version 1.10.12 is out",
    "1200 representatives came",
    "more than 1700 students",
    "they need 2000 people",
    "Telegram 1948 from Ames",
    "Room 1948",
    "no. 2073",
    "Box 1945, Folder 3",
    "RFC 1952",
    "shelfmark 106-01477-01",
    "1958 tons",
    "1,958 men",
    "the price of 19.58 marks",
    "the 18th floor",
    "the 21st Congress",
    "the second house",
    "May I come in?",
    "March on!",
    "an august company",
    "he may fall",
    "now, recently, in the future, every year, at that time",
    "every Sunday",
    "the last year of the war",
    "Version 2.0.1950",
    "31 February 1961",
    "once a year",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert [m for m in find_dates(text, WRITTEN) if m.attributes] == []


def test_evidence_says_where_a_value_comes_from() -> None:
    mention = find_dates("I arrived on 10 July.", WRITTEN)[0]
    assert "1961-07-11" in mention.evidence
    assert 0.6 < mention.certainty < 0.95


def test_note_goes_on_from_its_anchor_and_leaves_the_text_alone() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text><body>'
        "<p>On 2 May 1902 they met.<note>See 9 June; and 1 June 1888.</note> On 4 May they parted.</p>"
        "</body></text></TEI>"
    )
    text = scan(tei).text
    values = {text.content[m.start : m.end]: m.attributes["when"] for m in find(text, Context())}
    assert values["9 June"] == "1902-06-09"
    assert values["4 May"] == "1902-05-04"


def test_german_is_read_from_its_table() -> None:
    text = "Am 11. Juli 1902, vom 13. bis 18. Juni, Ende 1907, im Sommer 1903 und letztes Jahr"
    assert said(text, language="de") == [
        "11. Juli 1902: when=1902-07-11",
        "13. bis 18. Juni: from=1902-06-13 to=1902-06-18",
        "Ende 1907: notBefore=1907-09 notAfter=1907-12",
        "Sommer 1903: notBefore=1903-06 notAfter=1903-08",
        "letztes Jahr: when=1960",
    ]


def test_language_without_a_table_has_no_dates() -> None:
    assert said("le 11 juillet 1961", language="fr") == []


@given(st.dates(date(1200, 1, 1), date(2099, 12, 31)))
def test_every_day_written_out_is_read_back(day: date) -> None:
    month = day.strftime("%B")
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        found = find_dates(f"It was {text}.")
        assert [m.attributes for m in found] == [{"when": day.isoformat()}]


@given(st.dates(date(1582, 10, 15), date(2099, 12, 31)))
def test_julian_days_run_on_without_a_gap(day: date) -> None:
    before = day - timedelta(days=1)
    apart = date(*gregorian(day.year, day.month, day.day)) - date(
        *gregorian(before.year, before.month, before.day)
    )
    assert apart.days in (1, 2 if (day.month, day.day) == (3, 1) and day.year % 100 == 0 else 1)


@given(st.integers(1, 10), st.integers(1, 40))
def test_parts_share_out_the_whole(parts: int, count: int) -> None:
    shares = [
        range(first, last + 1) for first, last in (slice_of(count, (n, parts)) for n in range(1, parts + 1))
    ]
    assert [n for share in shares for n in share] == list(range(1, count + 1))


TOKENS = [
    "May",
    "5",
    "1961",
    "-",
    "to",
    "and",
    "early",
    "next",
    "the",
    "21st",
    ",",
    "/",
    "half",
    "of",
    "[",
    "]",
    "\n",
    "Z",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(TOKENS), max_size=12), st.sampled_from([" ", ""]))
def test_any_text_is_survived_and_values_are_dates(tokens: list[str], gap: str) -> None:
    text = gap.join(tokens)
    value = re.compile(r"-?\d{4}(-\d\d(-\d\d(T.*)?)?)?|--\d\d(-\d\d)?")
    for mention in find_dates(text, WRITTEN):
        assert 0 <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        for name in ("when", "from", "to", "notBefore", "notAfter"):
            assert name not in mention.attributes or value.fullmatch(mention.attributes[name])


def whens(text: str, document_date: str | None = None) -> list[str]:
    """The @when of each date of a text, empty where a date has none."""
    return [mention.attributes.get("when", "") for mention in find_dates(text, document_date)]


def test_after_a_glance_back_the_story_goes_on() -> None:
    text = "In May 1960 it met. It read the minutes of 30 November 1956. It met again at the July session."
    assert whens(text) == ["1960-05", "1956-11-30", "1960-07"]


def test_what_goes_on_until_now_began_before_the_document() -> None:
    text = "In 1911 the river froze. The bank has moved a good way since October."
    assert whens(text, "1957-11-17") == ["1911", "1957-10"]


def test_an_event_that_everybody_knows_needs_no_year() -> None:
    assert whens("They met in 1960, on the day of the October Revolution. In May they parted.") == [
        "1960",
        "1917-10",
        "1960-05",
    ]


def test_a_heading_sets_the_time_of_what_follows() -> None:
    body = (
        "<p>The lock broke on 9 October 1957.</p><p>In May 1955 it had been drawn.</p>"
        "<head>The Ninth of October</head><p>It was mended on 12 October.</p>"
        "<p>On 5 December it broke again.</p>"
    )
    text = scan(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>').text
    assert [mention.attributes["when"] for mention in find(text, Context())] == [
        "1957-10-09",
        "1955-05",
        "1957-10-09",
        "1957-10-12",
        "1957-12-05",
    ]


def test_a_look_back_ends_where_the_story_had_been_left() -> None:
    thread = Discourse()
    story = ["It met on 18 February 1958.", "In February 1911 the river froze.", "It signed on 3 April 1958."]
    for paragraph in [" ".join(story), "The second paper followed on 30 May."]:
        thread.new_paragraph()
        found = find_dates(paragraph, discourse=thread)
    assert found[0].attributes["when"] == "1958-05-30"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["It was set in February 1911, by one man.", "In December we checked."], "1957-12"),
        (["In January 1958 we met.", "I had a letter in November."], "1957-11"),
        (["In December 1957 we checked.", "If the ice is gone, by 20 March."], "1958-03-20"),
    ],
)
def test_who_speaks_on_a_day_speaks_of_that_time(turns: list[str], expected: str) -> None:
    thread = Discourse("1958-02-18")
    for turn in turns:
        thread.new_paragraph()
        found = find_dates(turn, discourse=thread)
    assert found[0].attributes["when"] == expected


def test_last_and_next_behind_a_date() -> None:
    text = "the quarter ended the 30th September last, and on Thursday next, and the 1st of May next."
    assert whens(text, "1862-05-20") == ["1861-09-30", "1862-05-22", "1863-05-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 20 and 29 June and 14 July 1960.", ["1960-06-20", "1960-06-29", "1960-07-14"]),
        ("in May, June and July 1959.", ["1959-05", "1959-06", "1959-07"]),
        ("in December, and January 1960.", ["1959-12", "1960-01"]),
        ("in May. June 1959 was dry.", ["2009-05", "1959-06"]),
    ],
)
def test_the_year_that_ends_a_list_is_that_of_all(text: str, expected: list[str]) -> None:
    assert whens(text, "2009") == expected


def test_a_day_alone_is_of_the_month_of_the_document_in_another_turn() -> None:
    thread, found = Discourse("1961-09-10"), []
    for turn in ["In July.", "The rally is on the 21st.", "In August it rained, on the 3rd it cleared."]:
        thread.new_paragraph()
        found += [mention.attributes["when"] for mention in find_dates(turn, discourse=thread)]
    assert found == ["1961-07", "1961-09-21", "1961-08", "1961-08-03"]


def test_a_part_of_next_year() -> None:
    assert said("in the first quarter of next year") == [
        "first quarter of next year: notBefore=1962-01 notAfter=1962-03"
    ]


def test_levels_of_a_year_are_dated_and_not_counted() -> None:
    assert whens("We can maintain 1958 levels. We saw 1958 sheep.", "1957-09-30") == ["1958"]


def test_a_day_alone_goes_on_from_the_month_just_named() -> None:
    assert whens("He would come on April 2nd and leave by the 6th.", "1963-03-12") == [
        "1963-04-02",
        "1963-04-06",
    ]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("the 4th Day of March 1712/13", "1713", ["1713-03-04"]),
        ("on ye 7th of 9ber 1712, and the 10th xber", "1712-12-20", ["1712-11-07", "1712-12-10"]),
        ("dated 28 Decr 1711/8 Jany 1712", "1712", ["1712-01-08"]),
        ("of June 3/14, 1711", "1712", ["1711-06-14"]),
        ("of June 20. 1783 and July 4th. 1776", "1790", ["1783-06-20", "1776-07-04"]),
        ("the 14th of this Instant", "1712-11-20", ["1712-11-14"]),
        ("the 3d of the present month", "1712-11-20", ["1712-11-03"]),
        ("on April 2. 1900 men came", "1963", ["1963-04-02"]),
        ("Filed on 6/30/71.", "1971-07-10", ["1971-06-30"]),
        ("Despatch 8 of July 6, 1951, came.", "1952-01-01", ["1951-07-06"]),
        ("Telegram 18, dated 14 Oct 62 (secret), and 3 Nov 62.", "1962-12-01", ["1962-10-14", "1962-11-03"]),
        ("our message to Bern Saturday and the Sunday papers", "1934-10-01", ["1934-09-29"]),
        (
            "It came on May 3, to arrive on the 28th. of the same month",
            "1825-07-19",
            ["1825-05-03", "1825-05-28"],
        ),
        ("they signed the1961 plan", "1961", ["1961"]),
    ],
)
def test_forms_of_letters_and_telegrams(text: str, written: str, expected: list[str]) -> None:
    assert whens(text, written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from the 3d to the 9th inst.", "3d to the 9th inst.: from=1961-07-03 to=1961-07-09"),
        ("August 1955–December 18, 1956", "August 1955–December 18, 1956: from=1955-08 to=1956-12-18"),
        ("the first half of the year", "first half of the year: notBefore=1961-01 notAfter=1961-06"),
        ("in the ’50s", "’50s: notBefore=1950 notAfter=1959"),
    ],
)
def test_stretches_that_leave_something_out(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_an_event_called_after_a_month_keeps_its_year() -> None:
    text = "The “August 1956 Incident” was over. In June 1960 he spoke of the August incident, in August not."
    assert whens(text) == ["1956-08", "1960-06", "1956-08", "1960-08"]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("on August 24/September 6, 1904", "1904-10", ["1904-09-06"]),
        (
            "of March 1 (14), 1905, and of 23 August (5 September), 1905",
            "1905-10",
            ["1905-03-14", "1905-09-05"],
        ),
        ("my No. 35, of December 14 last, I enclose", "1905-03-14", ["1904-12-14"]),
        ("It was signed in May, a note dated the 9th.", "1905-07-14", ["1905-05", "1905-05-09"]),
        ("your suggestion of Sept 26 (my 419, Sept 27)", "1952-04-12", ["1951-09-26", "1951-09-27"]),
        ("my 558 of November 6 last was late", "1952-04-12", ["1951-11-06"]),
        ("It is due by January, as from February 1.", "1943-11-28", ["1944-01", "1944-02-01"]),
        ("Ready by May 1, 1944 (the target is 1 May).", "1943-11-28", ["1944-05-01", "1944-05-01"]),
    ],
)
def test_dates_of_notes_and_plans(text: str, written: str, expected: list[str]) -> None:
    assert whens(text, written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Christmas Day 1945", ["1945-12-25"]),
        ("at Michaelmas last, and last Christmas", ["1960-09-29", "1960-12-25"]),
        ("after Christmas, on Christmas Island", []),
    ],
)
def test_feasts_with_a_year_are_days(text: str, expected: list[str]) -> None:
    assert whens(text, WRITTEN) == expected


def test_parts_named_with_of() -> None:
    assert said("the latter part of May and the middle of 1957; the spring of ’44") == [
        "latter part of May: notBefore=1961-05-21 notAfter=1961-05-31",
        "middle of 1957: notBefore=1957-05 notAfter=1957-08",
        "spring of ’44: notBefore=1944-03 notAfter=1944-05",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "on Whit Monday 1961, Good Friday, 1916 and Easter 1818",
            ["1961-05-22", "1916-04-21", "1818-03-22"],
        ),
        ("last Easter, Easter Monday last and next Whitsun", ["1961-04-02", "1961-04-03", "1962-06-10"]),
        ("after Easter, an Easter egg and a Whitsun ale", []),
    ],
)
def test_feasts_that_move_with_easter_have_their_day(text: str, expected: list[str]) -> None:
    assert whens(text, WRITTEN) == expected


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = date(year, *easter(year))
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met on 8, 9 and 10 July.",
            ["8: when=1961-07-08", "9: when=1961-07-09", "10 July: when=1961-07-10"],
        ),
        (
            "the 3rd, 4th and 5th of May 1861",
            ["3rd: when=1861-05-03", "4th: when=1861-05-04", "5th of May 1861: when=1861-05-05"],
        ),
        (
            "July 8, 9, and 10, 1960 were fixed",
            ["July 8: when=1960-07-08", "9: when=1960-07-09", "10, 1960: when=1960-07-10"],
        ),
        (
            "dated the 5th, 9th and 13th ultimo",
            ["5th: when=1961-06-05", "9th: when=1961-06-09", "13th ultimo: when=1961-06-13"],
        ),
        ("of July 8, 12 chairs and 3 tables", ["July 8: when=1961-07-08"]),
        ("chapters 9, 4 and 5 June", ["4: when=1961-06-04", "5 June: when=1961-06-05"]),
    ],
)
def test_days_in_a_row_share_their_month(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two years ago he left", ["two years ago: when=1959"]),
        ("10 days ago, a month ago", ["10 days ago: when=1961-07-01", "a month ago: when=1961-06"]),
        (
            "On 5 May 1960 she came; two days later she went",
            ["5 May 1960: when=1960-05-05", "two days later: when=1960-05-07"],
        ),
        ("a fortnight ago", ["a fortnight ago: notBefore=1961-06-26 notAfter=1961-07-02"]),
        ("some years ago, a few days later, two days earlier than that", []),
    ],
)
def test_a_distance_is_counted_from_the_document_or_the_date_before(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("We open not before 6th January.", "1948-12-28", ["6th January: notBefore=1949-01-06"]),
        ("The ferry leaves on 6 January.", "1948-12-28", ["6 January: when=1949-01-06"]),
        ("On 6 January the ferry sank.", "1948-12-28", ["6 January: when=1948-01-06"]),
        ("your letter of 6 January", "1948-12-28", ["6 January: when=1948-01-06"]),
        ("On 6 March it sank.", "1948-12-28", ["6 March: when=1948-03-06"]),
    ],
)
def test_a_day_soon_after_new_year_is_of_the_next_year(text: str, written: str, expected: list[str]) -> None:
    assert said(text, written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in May next I", ["May next: when=1855-05"]),
        (
            "from the 10th September to the 31st December last.",
            ["10th September to the 31st December last: from=1853-09-10 to=1853-12-31"],
        ),
        (
            "between the 5th and the 13th ultimo",
            ["5th and the 13th ultimo: from=1854-05-05 to=1854-05-13"],
        ),
        (
            "to-morrow, Monday, and to-night",
            ["to-morrow, Monday: when=1854-06-05", "to-night: when=1854-06-04"],
        ),
        ("the night of 5/6 May", ["5/6 May: notBefore=1854-05-05 notAfter=1854-05-06"]),
    ],
)
def test_forms_of_old_despatches(text: str, expected: list[str]) -> None:
    assert said(text, "1854-06-04") == expected


def test_months_and_days_beside_the_date_before() -> None:
    assert said("In May 1958 it rained; the following April it did not, nor the previous day.") == [
        "May 1958: when=1958-05",
        "following April: when=1959-04",
    ]
    assert said("On 5 May 1958 it rained, as the previous July.") == [
        "5 May 1958: when=1958-05-05",
        "previous July: when=1957-07",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died on Friday evening, July 7, at home.", ["Friday evening, July 7: when=1961-07-07"]),
        ("It was changed to Wednesday, the 5th.", ["Wednesday, the 5th: when=1961-07-05"]),
        ("until either the 5th or the 7th, and then", ["5th: when=1961-07-05", "7th: when=1961-07-07"]),
    ],
)
def test_days_with_their_weekday_and_without_their_month(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_an_enclosed_letter_has_a_date_of_its_own() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>I enclose the note.</p>'
        "<opener><dateline>Selby, March 3, 1902</dateline></opener><p>I wrote on the 2d instant.</p>"
        "<closer><dateline>Selby, May 5, 1903</dateline></closer><p>He wrote on the 1st instant.</p>"
        "</body></text></TEI>"
    )
    found = find(scan(tei).text, Context(not_before="1961-07-11", not_after="1961-07-11"))
    assert [mention.attributes["when"] for mention in found] == [
        "1902-03-03", "1902-03-02", "1903-05-05", "1902-03-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arrange day-to-day talks.", []),
        ("Mr. Orr is scheduled to arrive Friday.", ["Friday: when=1961-07-14"]),
        ("Mr. Orr returning to Selby Friday.", ["Friday: when=1961-07-14"]),
        ("Water to meet 1947 requirements.", ["1947: when=1947"]),
        ("THE OUTLOOK THROUGH 1962", ["1962: when=1962"]),
        ("SIGNED UNDER ORDER 1962", []),
        ("They spoke before the May elections.", ["May: when=1961-05"]),
        ("You may go. May the tide turn.", []),
        ("He had a letter of October 31, 1950. On July 9, Orr noted it; on March 3 he had not.",
         ["October 31, 1950: when=1950-10-31", "July 9: when=1961-07-09", "March 3: when=1961-03-03"]),
        ("Par. 7 of the note of Jan. 2, 1946, as in telegram 34 of June 12.",
         ["Jan. 2, 1946: when=1946-01-02", "June 12: when=1961-06-12"]),
    ],
)  # fmt: skip
def test_dates_of_telegrams(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_note_goes_on_from_where_it_is_anchored() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>I enclose a note<note>That of November 18.'
        "</note> on what is to be done in April 1962.</p></body></text></TEI>"
    )
    found = find(scan(tei).text, Context(not_before="1961-11-20", not_after="1961-11-20"))
    assert [mention.attributes["when"] for mention in found] == ["1962-04", "1961-11-18"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your letters of the 4th, 5th, and 7th instants came.",
         ["4th: when=1961-07-04", "5th: when=1961-07-05", "7th instants: when=1961-07-07"]),
        ("Yours of the 25th: ulto. came.", ["25th: ulto.: when=1961-06-25"]),
        ("It was this day put into my hands.", ["this day: when=1961-07-11"]),
        ("He has not paid to this day.", []),
        ("My letter of December 20, [1959,] noon.", ["December 20, [1959,]: when=1959-12-20"]),
        ("From 24 August—12 September of this year they talked.",
         ["24 August—12 September of this year: from=1961-08-24 to=1961-09-12"]),
        ("It came, from August 1 to June 30, to 50 tons.",
         ["August 1 to June 30: from=1960-08-01 to=1961-06-30"]),
        ("The talk is set for Monday.", ["Monday: when=1961-07-17"]),
        ("It ends.\n1919. For the Secretary.", []),
        ("Average.\n1871–1880", ["1871–1880: from=1871 to=1880"]),
    ],
)  # fmt: skip
def test_dates_of_accounts_and_old_letters(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seen 2[0] April 1960.", ["2[0] April 1960: when=1960-04-20"]),
        ("Urtel 1407 Nov 18, 1959 noon.", ["Nov 18, 1959: when=1959-11-18"]),
        ("Since the 1st of January last 20 tons came.", ["1st of January last: when=1961-01-01"]),
        ("Trucks under FY 57 and FY 58 MAP.", ["57: when=1957", "58: when=1958"]),
        ("More than by this date in 1950.", ["1950: when=1950"]),
        ("DTG 111757Z (Jun); more.", ["Jun: when=1961-06"]),
        ("From 1963 on it is to flow. On 2 January he left for the port where he will stay.",
         ["1963: when=1963", "2 January: when=1961-01-02"]),
        ("In 1960 half came. The storm of the 8th passed.", ["1960: when=1960", "8th: when=1961-07-08"]),
    ],
)  # fmt: skip
def test_dates_beside_years_and_numbers(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_an_opener_that_ends_with_a_day_tells_when_the_rest_was_written() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Of 3 May 1947.</p>'
        "<opener>Paper 256, 3rd November, 1950</opener><p>It came on 20th October.</p></body></text></TEI>"
    )
    found = find(scan(tei).text, Context(not_before="1947-05-03", not_after="1947-05-03"))
    assert [mention.attributes["when"] for mention in found] == ["1947-05-03", "1950-11-03", "1950-10-20"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Seen on 3/4/1961, filed on 25/4/1961.", "1961-04-03"),  # another date has the day first
        ("Seen on 3/4/1961, filed on 4/25/1961.", "1961-03-04"),
        ("Stamped 6/7/61.", "1961-07-06"),  # close to the document’s 11 July 1961
        ("Stamped 7/6/61.", "1961-07-06"),
        ("Stamped 1/2/1961.", None),
        ("Seen 25/4/1961 and 4/25/1961; stamped 1/2/1961.", None),
    ],
)
def test_figures_with_slashes_are_ordered_by_the_document(text: str, when: str | None) -> None:
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{text}</p></body></text></TEI>'
    found = list(find(scan(tei).text, Context(not_before="1961-07-11", not_after="1961-07-11")))
    assert when in [mention.attributes.get("when") for mention in found]


def test_a_heading_amid_the_text_tells_when_what_follows_was_written() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><head>Journal</head><p>It rained today.</p>'
        "<div><head>14 July 1961</head><p>It snowed today.</p></div></body></text></TEI>"
    )
    found = find(scan(tei).text, Context(not_before="1961-07-11", not_after="1961-07-11"))
    assert [mention.attributes["when"] for mention in found] == ["1961-07-11", "1961-07-14", "1961-07-14"]


def test_an_opener_at_the_head_does_not_change_the_date_of_the_document() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><opener>Printed on 20 July 1961</opener>'
        "<p>I will see you tomorrow.</p></body></text></TEI>"
    )
    found = find(scan(tei).text, Context(not_before="1961-07-11", not_after="1961-07-11"))
    assert [mention.attributes["when"] for mention in found] == ["1961-07-20", "1961-07-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When do you sow oats?\nOrr:\nIn May. It is easy.", ["May: when=--05"]),
        ("It usually rains in August.", ["August: when=--08"]),
        ("When did you sow oats? In May.", ["May: when=1961-05"]),
        ("They talked in June. It usually rains.", ["June: when=1961-06"]),
    ],
)
def test_what_is_done_every_year_has_no_year(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_weekday_may_stand_behind_a_dash_and_a_fiscal_year_begins_every_year() -> None:
    assert said("April 1, 1942 – Wednesday") == ["April 1, 1942 – Wednesday: when=1942-04-01"]
    assert said("Their fiscal year begins on April 1.") == ["April 1: when=--04-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the last quarter of 1960 they failed. The talks are to be resumed on 25 August.",
         ["last quarter of 1960: notBefore=1960-10 notAfter=1960-12", "25 August: when=1961-08-25"]),
        ("It sold until the 40's, at last in the mid 50's; in his 40's he left.",
         ["40's: notBefore=1940 notAfter=1949", "mid 50's: notBefore=1954 notAfter=1956"]),
        ("Your letter of the 24th December last came.", ["24th December last: when=1960-12-24"]),
    ],
)  # fmt: skip
def test_plans_decades_and_letters(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_comma_may_stand_before_the_end_of_a_stretch() -> None:
    assert said("From July 1, 1944, to June 30, 1945") == [
        "July 1, 1944, to June 30, 1945: from=1944-07-01 to=1945-06-30"
    ]


def test_a_year_in_passing_does_not_date_what_is_told() -> None:
    assert said("They bought grain; in 1959 the harvest had been lost. In January it was told.")[-1] == (
        "January: when=1961-01"
    )


def test_a_stretch_that_begins_soon_is_to_come() -> None:
    stretch = "Each bank receives oil from 1 October through 31 July."
    assert said(stretch, "1958-09-01") == ["1 October through 31 July: from=1958-10-01 to=1959-07-31"]
