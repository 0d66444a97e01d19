"""What print makes of texts of other kinds: nothing is lost, and no element of TEI is without a rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from teiedition import saxon

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "xslt" / "html"
KINDS = (
    "apparatus",
    "apparatus-apart",
    "breaks",
    "choices",
    "damage",
    "dictionary",
    "facsimile",
    "letter",
    "lists",
    "manuscript-description",
    "manuscript-without-text",
    "speech",
    "tables",
    "transcribed-surfaces",
    "transcript",
    "verse",
)


def printed(source: str) -> saxon.Result:
    parameters: dict[str, saxon.Parameter] = {
        "context": saxon.Xml((CASES / "context.xml").read_text()),
        "locale": saxon.Xml((ROOT / "site" / "locale" / "en.xml").read_text()),
    }
    return saxon.stylesheet(ROOT / "xslt" / "print.xsl").run(source, Path("x.xml"), parameters)


def text(body: str, header: str = "") -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        f"</fileDesc>{header}</teiHeader><text><body>{body}</body></text></TEI>"
    )


def words(typst: str) -> list[str]:
    """The words that a page of Typst sets: those in its string literals, after its own functions."""
    body = typst.split("#document-head(", 1)[1]
    return re.findall(r"[\w’.]+", "".join(re.findall(r'#"((?:[^"\\]|\\.)*)";', body)))


@pytest.mark.parametrize("name", KINDS)
def test_every_element_has_a_rule(name: str) -> None:
    assert [
        message for message in printed((CASES / f"{name}.xml").read_text()).messages if "no rule" in message
    ] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<entry><form><orth>oar</orth></form><gramGrp><pos>n.</pos></gramGrp>"
            "<sense><def>a pole</def></sense><sense><def>a rower</def></sense></entry>",
            "oar n. 1. a pole 2. a rower",
        ),
        (
            "<castList><head>Cast</head><castItem><role>Ada</role><roleDesc>a rower</roleDesc></castItem>"
            "</castList>",
            "Cast Ada a rower",
        ),
        (
            '<p>A <app><lem wit="#A">boat</lem><rdg wit="#B">ship</rdg><rdg wit="#C"/></app> left.</p>',
            "A boat boat ship B omitted C left.",
        ),
        ("<p>One:<list><item>oar</item></list></p>", "One: oar"),
        ("<l><w>Now</w> <pc>,</pc><c> </c><w>oars</w></l>", "Now oars"),
        ("<u><seg>Well.</seg><seg>Yes.</seg></u>", "Well. Yes."),
        ("<p>A <g ref='#long'/> and <ruby><rb>oar</rb><rt>or</rt></ruby>.</p>", "A long and oar or ."),
    ],
)
def test_nothing_is_lost(body: str, expected: str) -> None:
    assert "".join(words(printed(text(body)).text)) == "".join(re.findall(r"[\w’.]+", expected))


def test_what_holds_blocks_is_no_paragraph_of_typst() -> None:
    made = printed(text("<p>One:<list><item>oar</item></list></p><p>Two.</p>")).text
    assert "#loose()[" in made and made.count("#para()[") == 1


def test_a_signature_takes_the_last_short_paragraph_along() -> None:
    signed = "<closer><signed>Ada</signed></closer>"
    made = printed(text(f"<p>One.</p><p>Two.</p>{signed}")).text
    assert '#para(keeps: true, follows: true)[#"Two.";]' in made and '#para()[#"One.";]' in made
    assert "keeps: true" not in printed(text(f"<p>{'Much. ' * 200}</p>{signed}")).text


def test_the_space_after_a_label_is_the_typesetters() -> None:
    assert '#para(label: "Time:")[#"noon";]' in printed(text("<p><label>Time:</label> noon</p>")).text
