"""What becomes of brackets: the words of translators and editors."""

from __future__ import annotations

import pytest

from encoded import lines, only

SUPPLIED = "<supplied>{}</supplied>"
OLD = SUPPLIED.format("old")
ROMANIZED = '<supplied reason="romanization">{}</supplied>'
GLOSS = '<note type="gloss">{}</note>'
GAP = '<gap reason="{}"><desc>{}</desc></gap>'


def sentence(words: str, title: str = "Report on the Weir, 3 May 1901") -> str:
    """What becomes of a paragraph."""
    return lines(only(f"{title}\n\nIt stands by the mill.\n\n{words}\n\nIt stands.\n"))[2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He saw [the] weir.", f"He saw {SUPPLIED.format('the')} weir."),
        ("[He] saw the [North] weir.", f"{SUPPLIED.format('He')} saw the {SUPPLIED.format('North')} weir."),
        ("Come at [Michael]mas.", f"Come at {SUPPLIED.format('Michael')}mas."),
        ("We went to Rusciuc [Ruse] by boat.", f"We went to Rusciuc {ROMANIZED.format('Ruse')} by boat."),
        ("Kiril Jaltov [Kiril Zhaltov] came.", f"Kiril Jaltov {ROMANIZED.format('Kiril Zhaltov')} came."),
        ("We [the wardens] agree.", f"We {GLOSS.format('the wardens')} agree."),
        ("He lives in Szelby [in Nordmark].", f"He lives in Szelby {SUPPLIED.format('in Nordmark')}."),
        ("We feel that [the weir is] unsafe.", f"We feel that {SUPPLIED.format('the weir is')} unsafe."),
        ("Premier Jal [Ku Tarn]: A tarn.", f"Premier Jal {SUPPLIED.format('Ku Tarn')}: A tarn."),
        ("In some towns [these mills] stand.", f"In some towns {SUPPLIED.format('these mills')} stand."),
        ("The dam [i.e., the weir] fell.", f"The dam {GLOSS.format('i.e., the weir')} fell."),
        ("It fell [see the report of 1841].", f"It fell {GLOSS.format('see the report of 1841')}."),
        ("He writes teh [sic] weir.", 'He writes teh <note type="sic">sic</note> weir.'),
        ("The [original unclear] fell.", 'The <note type="unclear">original unclear</note> fell.'),
        ("It was [illegible] there.", f"It was {GAP.format('illegible', 'illegible')} there."),
        ("It cost [not declassified].", f"It cost {GAP.format('redacted', 'not declassified')}."),
        ("He said […] and left.", f"He said {GAP.format('omitted', '…')} and left."),
        ("He said (redacted text) then.", f"He said {GAP.format('redacted', '(redacted text)')} then."),
        ("He [the [old] man] came.", f"He {GLOSS.format(f'the {OLD} man')} came."),
        ("It was [open.", "It was [open."),
        ("It was 3] open.", "It was 3] open."),
        ("It is (two) feet.", "It is (two) feet."),
    ],
)  # fmt: skip
def test_brackets(words: str, expected: str) -> None:
    assert sentence(words) == f"<p>{expected}</p>"


def test_a_paragraph_that_is_nothing_but_a_gap_is_the_gap() -> None:
    assert sentence("[3 paragraphs not declassified]") == GAP.format(
        "redacted", "3 paragraphs not declassified"
    )


def test_a_reference_to_a_document_that_there_is_not_is_a_gloss() -> None:
    assert sentence("It fell [Document 7].") == f"<p>It fell {GLOSS.format('Document 7')}.</p>"


def test_in_a_note_a_bracket_translates_a_title() -> None:
    text = (
        "The River without a Bridge\n\nNeda Orr\n\nThe river had no bridge.1 Nobody missed it.2\n\n"
        "1 Dimitar Kalp, Reka bez most [River without a Bridge] (Sofia: Kotva, 1987), 212.\n2 Ibid., 214.\n"
    )
    assert GLOSS.format("River without a Bridge") in only(text).tei


def test_interventions_are_counted() -> None:
    document = only("Report\n\nHe saw [the] weir [sic] and [illegible] we [the wardens] left.\n\nIt fell.\n")
    assert document.counts["interventions"] == 4


def test_brackets_within_brackets_have_an_end() -> None:
    document = only(f"Report\n\n{'[' * 3000}a{']' * 3000}\n\nIt fell.\n")
    assert document.tei.count("<supplied>") <= 8


def test_a_stop_before_a_small_word_was_a_dash() -> None:
    dash = (
        '<choice><unclear reason="damage">.</unclear><corr cert="high" resp="#teiedition">—</corr></choice>'
    )
    for words in ("the weir of the NMB.a board of millers", "It ran ahead of us.we were glad of it"):
        assert dash in sentence(f"{words}, as he said.")
    assert "<choice>" not in sentence("He cites it as op.cit by the page and ca.four times, no.seven too.")
