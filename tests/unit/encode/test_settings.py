"""An article with footnotes, set as sources set them: which notes are told, and where they are put.

Where the marks are to be seen, every note must be exact and in its place. Where they are lost, the floors
below are what is reached: no change may fall behind them.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from teiedition import fidelity
from typeset import ARTICLE, Printed, Setting, encoded, result

RUNNING = "The Salt Road and the Sealed Book"
SEEN = {
    "paragraphs of one line": Setting(),
    "72 columns": Setting(width=72),
    "80 columns, no empty line": Setting(width=80, blank="none"),
    "no empty line": Setting(blank="none"),
    "empty lines around notes only": Setting(width=72, blank="pages"),
    "lines broken where marks were raised": Setting(width=-1, blank="none", head=""),
    "square brackets": Setting(mark="[{}]", number="[{}] ", width=80),
    "parentheses": Setting(mark="({})", number="({}) ", width=80),
    "full stops behind the numbers": Setting(number="{}. ", width=80),
    "raised figures": Setting(mark="¹", number="¹ "),
    "symbols": Setting(mark="*", number="* ", restart=True),
    "symbols, wrapped": Setting(mark="*", number="*", restart=True, width=80),
    "numbers that begin again on each page": Setting(restart=True),
    "numbers that begin again, no empty line": Setting(restart=True, width=80, blank="none"),
    "notes that go on on the next page": Setting(over=True),
    "notes that go on, wrapped": Setting(over=True, width=80),
    "a running head without a number": Setting(head=RUNNING),
    "the same, empty lines around notes only": Setting(head=RUNNING, width=80, blank="pages"),
    "no running head, no empty line": Setting(head="", width=80, blank="none"),
    "behind the text": Setting(place="end", number="{}. "),
    "behind the text, under a heading": Setting(place="Notes", number="{}. ", width=80),
    "Markdown": Setting(mark="[^{}]", number="[^{}]: ", place="end"),
    "marks whose notes lost their numbers": Setting(number=""),
    "numbers lost, 80 columns": Setting(number="", width=80),
    "raised marks, numbers lost": Setting(mark="¹", number=""),
    "numbers lost, behind the text": Setting(number="", width=80, place="Notes"),
}
LOST = {
    "numbers without marks": (Setting(mark=""), 23, 17),
    "the same, 80 columns": (Setting(mark="", width=80), 23, 22),
    "80 columns, no empty line": (Setting(mark="", width=80, blank="none"), 23, 22),
    "brackets without marks": (Setting(mark="", number="[{}] ", width=80), 23, 22),
    "numbers without marks or traces": (Setting(mark=" ", width=80), 23, 6),
    "numbers, lines broken at marks": (Setting(mark="", width=-1, blank="none", head=""), 23, 20),
    "neither": (Setting(mark="", number=""), 23, 17),
    "neither, no running head": (Setting(mark="", number="", head=""), 23, 17),
    "neither, 80 columns": (Setting(mark="", number="", width=80), 23, 22),
    "neither, 72 columns": (Setting(mark="", number="", width=72, blank="pages"), 23, 21),
    "neither, no empty line": (Setting(mark="", number="", width=80, blank="none"), 22, 20),
    "neither, lines broken at marks": (Setting(mark="", number="", width=-1, blank="none", head=""), 22, 16),
    "neither, nor a trace": (Setting(mark=" ", number=""), 23, 6),
    "neither, notes that go on": (Setting(mark="", number="", width=80, over=True), 20, 17),
    "behind the text": (Setting(place="Notes", mark="", number="{}. "), 23, 14),
    "behind the text, no heading": (Setting(place="end", mark="", number="{}. ", width=80), 23, 20),
    "behind the text, neither": (Setting(place="Notes", mark="", number=""), 23, 14),
}
"""How many of the 23 notes are exact, and how many of these in their place."""
CHARACTERS = {"width": [0, 60, 72, 80], "blank": ["all", "pages", "none"], "head": ["{page}", RUNNING, ""]}
MARKS = [("{}", "{} "), ("[{}]", "[{}] "), ("¹", "¹ "), ("", "{}. "), ("{}", ""), ("", ""), (" ", "")]


@pytest.fixture(scope="module")
def article() -> Printed:
    return Printed(ARTICLE.read_text("utf-8"))


@pytest.mark.parametrize("setting", SEEN.values(), ids=SEEN)
def test_where_marks_are_to_be_seen_every_note_is_exact(article: Printed, setting: Setting) -> None:
    found = result(article, setting)
    assert found.faults == ()
    assert (found.documents, found.found, found.exact, found.placed) == (1, 23, 23, 23)
    assert found.text > 0.98


@pytest.mark.parametrize(("setting", "exact", "placed"), LOST.values(), ids=LOST)
def test_where_marks_are_lost(article: Printed, setting: Setting, exact: int, placed: int) -> None:
    found = result(article, setting)
    assert found.documents == 1
    assert found.exact >= exact, found.faults
    assert found.placed >= placed, found.faults
    assert abs(found.found - 23) <= 2
    assert found.text > 0.98


settings = st.tuples(
    st.sampled_from(MARKS), *(st.sampled_from(values) for values in CHARACTERS.values()), st.booleans()
).map(lambda drawn: Setting(*drawn[0], **dict(zip(CHARACTERS, drawn[1:4], strict=True)), over=drawn[4]))


@limits(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(settings, st.integers(18, 60))
def test_no_setting_loses_a_character(setting: Setting, page: int) -> None:
    source, made = encoded(Printed(ARTICLE.read_text("utf-8")), replace(setting, page=page))
    account = fidelity.account(source, [document.tei for document in made])
    assert (account.missing, account.extra) == ((), ())
