"""A document as plain text: a block a line, speakers before their words, notes at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from teiedition import saxon

from .test_xslt_html import CASES, ROOT, TEI, bodies, re


def lines(body: str) -> list[str]:
    """The lines of the text below its head."""
    parameters: dict[str, saxon.Parameter] = {
        "path": "x.html",
        "context": saxon.Xml((CASES / "context.xml").read_text()),
        "locale": saxon.Xml((ROOT / "site" / "locale" / "en.xml").read_text()),
    }
    result = saxon.stylesheet(ROOT / "xslt" / "text.xsl").run(TEI.format(body), Path("x.xml"), parameters)
    assert not result.messages
    return result.text.partition("* * *\n\n")[2].rstrip("\n").split("\n\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<head>One</head><p>two\n   <hi>three</hi></p>", ["One", "two three"]),
        ("<sp><speaker>Orla:</speaker><p>Yes.</p><p>No.</p></sp>", ["Orla: Yes.", "No."]),
        ("<p>a<note>b <hi>c</hi></note> d<note>e</note></p>", ["a[^1] d[^2]", "[^1]: b c", "[^2]: e"]),
        ("<p>The <supplied>north</supplied> <gap/> pier<lb/>stood</p>", ["The [north] […] pier stood"]),
        ("<p>see <list><item>one</item><item>two</item></list> there</p>", ["see", "one", "two", "there"]),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["a\tb"]),
    ],
)
def test_blocks_are_lines(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_no_word_of_a_text_is_dropped_or_doubled(body: str) -> None:
    shown = re.findall(r"\bw\d+\b", " ".join(lines(body)))
    assert sorted(shown) == sorted(re.findall(r"\bw\d+\b", body))
