"""Quoted speech is told from titles, terms and words kept at arm's length."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import document

from teiedition.annotate import annotate
from teiedition.annotate.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "As Ada Quill puts it, “in short, the harbour had silted up.”",
            ["“in short, the harbour had silted up.”"],
        ),
        ('Orr replied that "the boats were not for sale."', ['"the boats were not for sale."']),
        ("“The boats are not for sale,” said Orr.", ["“The boats are not for sale,”"]),
        ("The mayor had no money. “We shall pay in herring.” He meant it.", ["“We shall pay in herring.”"]),
        ("Orr said: ‘the boats’ crews are paid in herring’.", ["‘the boats’ crews are paid in herring’"]),
        ("Orr wrote: 'We shall pay the crews' dues.' It wasn't so.", ["'We shall pay the crews' dues.'"]),
        (
            "The board called all crews “to go on mending nets until the ice is gone.”",
            ["“to go on mending nets until the ice is gone.”"],
        ),
    ],
)
def test_what_somebody_says_is_speech(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Orr spoke of the “herring kings” of Selby.",
        "They signed the “Treaty on Harbour Dues and the Mending of Nets” in May.",
        "He told her of the article “Fishing in the North and What Came of It.”",
        "The phrase means “to be driven by hunger alone” in the dialect.",
        "Orr said that the dues ”were too high for all of them“.",
        'A plank of 5" and one of 7" were all that the boat needed, he said.',
        "The crews' union said that it wasn't what they'd hoped for, and the dockers' union agreed.",
        "He said nothing.",
    ],
)
def test_terms_and_titles_are_not(text: str) -> None:
    assert quoted(text) == []


def test_a_language_without_a_table_has_none() -> None:
    assert find_quotations("Il dit : “nous verrons cela plus tard.”", "xx") == []


def test_a_quotation_holds_the_names_and_dates_in_it() -> None:
    tei = document("<p>Tom Orr wrote, “we met <hi>Ann Orr</hi> in Selby on 2 March 1955.” He lied.</p>")
    out = annotate(tei, Path("letter.xml")).tei
    inside = out[out.index("<q ") : out.index("</q>")]
    assert "“we met" in inside and 'when="1955-03-02"' in inside


@pytest.mark.parametrize("element", ["said", "soCalled", "title", "q"])
def test_words_that_an_editor_has_told_what_they_are_stay_so(element: str) -> None:
    marked = f"<{element}>we shall pay them all in herring</{element}>"
    tei = document(f"<p>Orr said that “{marked}.”</p>")
    assert "<q " not in annotate(tei, Path("letter.xml")).tei
