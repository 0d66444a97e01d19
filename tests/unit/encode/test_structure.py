"""Headings, lists, tables, articles; paragraphs put together from lines."""

from __future__ import annotations

import pytest

from encoded import lines, only, words

TITLE = "Report on the Towpath, 12 June 1903"


def body(text: str) -> list[str]:
    return lines(only(f"{TITLE}\n\n{text}"))[1:]


def test_numbered_headings_make_divisions_within_one_another() -> None:
    sentence = "It was found in good order by all who walked it on that day in June."
    found = body(
        f"I. The Bank\n\n1. North of the Mill\n\n{sentence}\n\n2. South of the Mill\n\n{sentence}\n\n"
        f"II. The Bridge\n\n{sentence}\n"
    )
    assert [line for line in found if "<p>" not in line] == [
        '<div type="section" n="I">',
        "<head><label>I.</label> The Bank</head>",
        '<div type="section" n="1">',
        "<head><label>1.</label> North of the Mill</head>",
        "</div>",
        '<div type="section" n="2">',
        "<head><label>2.</label> South of the Mill</head>",
        "</div>",
        "</div>",
        '<div type="section" n="II">',
        "<head><label>II.</label> The Bridge</head>",
        "</div>",
    ]


def test_numbered_paragraphs_are_not_headings_even_when_short() -> None:
    found = body(
        "1. We walked the whole of it and found it sound.\n\n2. We recommend:\n\n(a) clay;\n\n(b) stone.\n"
    )
    assert found == [
        '<p n="1"><label>1.</label> We walked the whole of it and found it sound.</p>',
        '<p n="2"><label>2.</label> We recommend:</p>',
        "<list>",
        '<item n="a"><label>(a)</label> clay;</item>',
        '<item n="b"><label>(b)</label> stone.</item>',
        "</list>",
    ]


def test_a_heading_of_two_lines() -> None:
    article = "It shall be blue, and no other color, until the Parties agree on another."
    found = body(
        f"CHAPTER I\nThe Paint\n\nArticle 1. {article}\n\nCHAPTER II\nThe Brush\n\nArticle 2. {article}\n"
    )
    assert found[:4] == [
        '<div type="section">',
        "<head>CHAPTER I</head>",
        "<head>The Paint</head>",
        f'<p n="1"><label>Article 1.</label> {article}</p>',
    ]
    assert found[5:8] == ['<div type="section">', "<head>CHAPTER II</head>", "<head>The Brush</head>"]


def test_lists_on_one_line_and_within_one_another() -> None:
    found = body(
        "Lent:\n\n- a barrow; - a lantern.\n\n1) spades,\n\na) two long;\n\nb) one not;\n\n2) rope.\n"
    )
    assert found[1:] == [
        "<list>",
        "<item><label>-</label> a barrow;</item>",
        "<item><label>-</label> a lantern.</item>",
        "</list>",
        "<list>",
        '<item n="1"><label>1)</label> spades,<list><item n="a"><label>a)</label> two long;</item>'
        '<item n="b"><label>b)</label> one not;</item></list></item>',
        '<item n="2"><label>2)</label> rope.</item>',
        "</list>",
    ]


def test_a_list_in_a_sentence() -> None:
    assert body("It was (1) long, (2) wet and (3) late. It rained.\n")[0] == (
        '<p>It was <list rend="inline"><item n="1"><label>(1)</label> long,</item> '
        '<item n="2"><label>(2)</label> wet and</item> <item n="3"><label>(3)</label> late.</item></list> '
        "It rained.</p>"
    )


@pytest.mark.parametrize(
    "table",
    [
        "Day          Feet    Inches\nMonday          4        11\nTuesday         5         2\n",
        "Day\tFeet\tInches\nMonday\t4\t11\nTuesday\t5\t2\n",
        "| Day | Feet | Inches |\n| --- | --- | --- |\n| Monday | 4 | 11 |\n| Tuesday | 5 | 2 |\n",
    ],
    ids=["columns", "tabs", "bars"],
)
def test_tables(table: str) -> None:
    document = only(f"{TITLE}\n\nThe readings were:\n\n{table}\nIt rained.\n")
    assert words(document, "table/row") == ["Day Feet Inches", "Monday 4 11", "Tuesday 5 2"]
    assert words(document, "table/row[@role='label']/cell") == ["Day", "Feet", "Inches"]
    assert words(document, "body/p") == ["The readings were:", "It rained."]


WRAPPED = """\
We walked the whole of the towpath on 9 and 10 June, in company with the
lengthsman, Mr. Dowson, and found it sound in all places but four, which are
described below. The cause is the burrow-
ing of rabbits, which the tenant feeds. A left-
hand gate is gone. The left-hand post stands.

The weather was fine throughout, and the water stood two feet below the
ordinary level, as it does in June.
"""


def test_lines_broken_at_a_width_are_joined_and_words_parted_at_their_ends_made_whole() -> None:
    first, second = words(only(f"{TITLE}\n\n{WRAPPED}"), "body/p")
    assert "with the lengthsman" in first
    assert "the burrowing of rabbits" in first
    assert "A left-hand gate is gone. The left-hand post" in first
    assert second.endswith("the water stood two feet below the ordinary level, as it does in June.")


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    first, second = "The weather was fine.", "The water was low and the bank was dry for most of the way."
    assert words(only(f"{TITLE}\n\n{first}\n{second}\n"), "body/p") == [first, second]


def test_a_sentence_broken_by_a_page_is_one_again() -> None:
    above = "The bank at milestone {} was sound and dry, and the lengthsman told us that"
    beneath = "it had been so since the flood of the year before last, when it was mended."
    pages = [f"{above.format(n)}\n\n{n}\n\n{beneath}" for n in range(11, 15)]
    document = only(TITLE + "\n\n" + "\n\n".join(pages) + "\n")
    assert len(words(document, "body/p")) == 4
    assert words(document, "p/fw[@type='pageNum']") == ["11", "12", "13", "14"]
    assert document.tei.count('told us that <pb cert="high"/><fw type="pageNum">') == 4


def test_running_heads_are_no_text() -> None:
    above = "The bank at the {} mile was sound, and the lengthsman said that the rabbits which"
    beneath = "lived in it had been there since his grandfather's time, and did no harm."
    text = TITLE
    for n, mile in enumerate(["first", "second", "third", "fourth"], start=1):
        text += f"\n\n{above.format(mile)}\n\nTowpaths {n}\n\n{beneath}" + "\n\nThe gate was shut." * 7
    assert words(only(text), "p/fw[@type='header']") == [f"Towpaths {n}" for n in range(1, 5)]


def test_rules_within_a_document_are_milestones() -> None:
    assert body("It rained.\n\n* * *\n\nIt stopped.\n")[1] == '<milestone unit="section" rend="asterisks"/>'


def test_labels_within_a_text() -> None:
    assert (
        body("It rained.\n\nDrafted: A. Pell, 12 June\n")[1]
        == "<p><label>Drafted:</label> A. Pell, 12 June</p>"
    )


def test_a_hyphen_behind_a_number_and_a_lone_letter_make_no_list() -> None:
    assert body(
        "(2) -[North] Varnian Trade:\n\nIt was better than the year before, and it is now worse."
    ) == [
        '<div type="section" n="2">',
        "<head><label>(2)</label> -<supplied>North</supplied> Varnian Trade:</head>",
        "<p>It was better than the year before, and it is now worse.</p>",
        "</div>",
    ]
    assert body("Some text.\n\nc. The goats were counted. There were four.\n\nMore text.")[1] == (
        '<p n="c"><label>c.</label> The goats were counted. There were four.</p>'
    )
