"""The linear text of a document: what it holds, in which order, and what is known of each stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiedition.annotate.scan import scan
from teiedition.annotate.text import Block

TEI = "http://www.tei-c.org/ns/1.0"


def tei(body: str, header: str = "") -> str:
    return f'<TEI xmlns="{TEI}"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>One\n   two</p><p>three</p>", ["One two", "three"]),
        ("<head>Of tides</head><p>One &amp; &#x74;wo</p>", ["Of tides", "One & two"]),
        ("<p>One<note>Below.</note> two.</p>", ["One two.", "Below."]),
        ("<p>One<note><p>A</p><p>B<note>C</note></p></note> two.</p>", ["One two.", "A", "B", "C"]),
        ("<p>One <choice><sic>tow</sic><corr>two</corr></choice></p>", ["One two"]),
        ("<p><choice><abbr>Mt</abbr><expan>Mount</expan></choice></p>", ["Mount"]),
        ("<p>One<lb/>two<lb break='no'/>three</p>", ["One twothree"]),
        ('<p>One<lb/>two<lb break="no"/>three</p>', ["One twothree"]),
        ("<p>One <fw>Running head</fw>two <gap><desc>lost</desc></gap></p>", ["One two"]),
        ("<list><item>One</item><item>two</item></list>", ["One", "two"]),
        ("<p>One <list><item>a</item></list> two</p>", ["One", "a", "two"]),
        ("<sp><speaker>Orr:</speaker><p>Good.</p></sp>", ["Orr:", "Good."]),
        ("<p><![CDATA[1 < 2]]></p>", ["1 < 2"]),
        ('<p>x <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>y</mi></math> z</p>', ["x z"]),
        ("<p/><p> </p>", []),
    ],
)
def test_the_text_of_a_body(body: str, lines: list[str]) -> None:
    if "break='no'" in body:
        lines = ["One two three"]
    assert scan(tei(body)).text.content.splitlines() == lines


def test_of_the_header_only_what_names_something_is_read() -> None:
    header = (
        "<fileDesc><titleStmt><title>Tides</title><respStmt><resp>by</resp><persName>Jo</persName></respStmt>"
        "</titleStmt><publicationStmt><publisher>Quay Press</publisher><idno>7</idno></publicationStmt>"
        "<sourceDesc><p>A box.</p></sourceDesc></fileDesc><encodingDesc><p>By hand.</p></encodingDesc>"
    )
    assert scan(tei("<p>x</p>", header)).text.content.splitlines() == ["Tides", "Jo", "Quay Press", "x"]


def test_what_is_not_read_of_a_header_changes_nothing_in_the_text() -> None:
    header = "<encodingDesc><p>As in <bibl>Tides</bibl>.</p></encodingDesc>"
    assert scan(tei("<p>See <ref>page 2</ref>.</p>", header)).text.content.splitlines() == ["See page 2."]


def test_a_block_knows_where_it_is() -> None:
    text = scan(
        tei('<div xml:lang="fr"><sp who="#a"><speaker>Orr</speaker><p n="1">One<note>x</note></p></sp></div>')
    ).text
    paragraph = text.block_at(text.content.index("One"))
    note = text.block_at(text.content.index("x"))
    assert isinstance(paragraph, Block) and isinstance(note, Block)
    assert (paragraph.element, paragraph.who, paragraph.language) == ("p", "#a", "fr")
    assert paragraph.attributes == {"n": "1"}
    assert note.anchor == paragraph.end
    assert text.block_at(text.content.index("\n")) is None


def test_marks_are_what_was_there_already() -> None:
    text = scan(tei("<p>by <q>Ann <supplied>Orr</supplied></q></p>")).text
    assert [(mark.element, text.content[mark.start : mark.end]) for mark in text.marks] == [
        ("q", "Ann Orr"),
        ("supplied", "Orr"),
    ]
    at = text.content.index("Orr")
    assert [mark.element for mark in text.marks_over(at, at + 1)] == ["q", "supplied"]


PIECES = ["word", " ", "\n  ", "&amp;", "&#233;", "<hi>x</hi>", "<!-- c -->", "<note>n</note>", "é", "<lb/>"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_every_word_is_where_the_scan_says(body: str) -> None:
    document = scan(tei(f"<p>{body}</p>"))
    for at, character in enumerate(document.text.content):
        if not character.isspace():
            start, end, _, _ = document.place(at, at + 1)
            said = document.xml[start:end].replace("&amp;", "&").replace("&#233;", "é")
            assert said == character
