"""What Markdown's signs and the spans of other formats become."""

from __future__ import annotations

from encoded import lines, only, root, words
from teiedition import tree
from teiedition.model import Span

MARKDOWN = """\
# Minutes of the Weir Committee, 3 March 1922

*Present:* Mrs. Ada Reeve (Chair), Mr. Tom Platt

## 1. The sluice

**Mrs. Reeve:** Has the sluice been *opened*?

**Mr. Platt:** It has. See [the log](https://weir.example.org/log).[^1]

> The Committee may spend what it has.

[^1]: On 28 February, by the miller's boy.
"""


def test_markdown() -> None:
    minutes = only(MARKDOWN, name="minutes.md")
    assert lines(minutes) == [
        '<p><label><hi rend="italic">Present:</hi></label> Mrs. Ada Reeve (Chair), Mr. Tom Platt</p>',
        "<head>Minutes of the Weir Committee, 3 March 1922</head>",
        '<div type="section" n="1">',
        "<head><label>1.</label> The sluice</head>",
        '<sp who="#person-ada-reeve">',
        "<speaker>Mrs. Reeve:</speaker>",
        '<p>Has the sluice been <hi rend="italic">opened</hi>?</p>',
        "</sp>",
        '<sp who="#person-tom-platt">',
        "<speaker>Mr. Platt:</speaker>",
        '<p>It has. See <ref target="https://weir.example.org/log">the log</ref>.'
        '<note place="foot" n="1" xml:id="fn01">On 28 February, by the miller\'s boy.</note></p>',
        "</sp>",
        "<quote><p>The Committee may spend what it has.</p></quote>",
        "</div>",
    ]


def test_bold_and_links_in_plain_text() -> None:
    report = only(
        "**Report on the Weir**\n\nIt is **high**, see <https://weir.example.org/>. 2 * 3 * 4 is 24.\n"
    )
    assert lines(report) == [
        "<head>Report on the Weir</head>",
        '<p>It is <hi rend="bold">high</hi>, see <ref target="https://weir.example.org/">'
        "https://weir.example.org/</ref>. 2 * 3 * 4 is 24.</p>",
    ]


def spans(text: str, **kinds: tuple[str, str, str]) -> tuple[Span, ...]:
    """Spans over words of a text: words, kind, value."""
    found = []
    for words_, kind, value in kinds.values():
        start = text.index(words_)
        found.append(Span(start, start + len(words_), kind, value))
    return tuple(sorted(found, key=lambda span: span.start))


def test_what_a_format_knew_is_kept() -> None:
    text = "Report on the Weir\nIt is high1 and wet.\nOak\nElm\nNot so high.\nWho says?\n"
    report = only(
        text,
        name="report.docx",
        spans=spans(
            text,
            title=("Report on the Weir", "heading", "1"),
            paragraph=("It is high1 and wet.", "paragraph", ""),
            mark=("1", "note-ref", "fn1"),
            wet=("wet", "italic", ""),
            oak=("Oak", "list-item", "1"),
            elm=("Elm", "list-item", "1"),
            note=("Not so high.", "note", "fn1"),
            on=("and", "comment-ref", "c1"),
            comment=("Who says?", "comment", "c1"),
        ),
    )
    assert lines(report) == [
        "<head>Report on the Weir</head>",
        '<p>It is high<note place="foot" n="1" xml:id="fn01">Not so high.</note> and'
        '<note type="comment" xml:id="fn02">Who says?</note> <hi rend="italic">wet</hi>.</p>',
        "<list>",
        "<item>Oak</item>",
        "<item>Elm</item>",
        "</list>",
    ]


def test_tables_and_headings_of_a_format() -> None:
    text = "Report on the Weir\nWater\nDay\nFeet\nMonday\n4\nIt was low.\n"
    first, second = text.index("Day"), text.index("Monday")
    end = text.index("It was low.")
    cells = [
        Span(at, at + len(word), "cell", "")
        for word in ("Day", "Feet", "Monday", "4")
        if (at := text.index(word))
    ]
    rows = [Span(first, second - 1, "row", "label"), Span(second, end - 1, "row", "")]
    heads = [Span(0, 18, "heading", "1"), Span(19, 24, "heading", "2")]
    report = only(text, name="report.html", spans=(*heads, Span(first, end - 1, "table", ""), *rows, *cells))
    assert words(report, "div/head") == ["Water"]
    assert words(report, "row[@role='label']/cell") == ["Day", "Feet"]
    assert words(report, "div/p") == ["It was low."]


def test_styles_named_after_tei_elements() -> None:
    text = "Report on the Weir\nAnn Orr saw it.\n"
    report = only(
        text,
        name="report.docx",
        spans=(Span(19, 26, "style", "tei:persName"), Span(27, 30, "style", "tei:script")),
    )
    assert [name.text for name in root(report).iter(tree.tag("persName"))] == ["Ann Orr"]
    assert "script" not in report.tei
