"""The words of which titles are made."""

from __future__ import annotations

import pytest

from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.titlewords import last_word
from teiedition.annotate.names.words import words

TITLES = Titles(words("en"), ["harbour warden"])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("They sent Deputy Prime Minister", "Deputy Prime Minister"),
        ("The ferry met Vice-Chairman", "Vice-Chairman"),
        ("We saw their Harbour Warden", "Harbour Warden"),
        ("Orr, J. M. Lt", " J. M. Lt"),
        ("Minister", "Minister"),
    ],
)
def test_a_row_reaches_as_far_back_as_words_of_titles_do(text: str, row: str) -> None:
    assert TITLES.is_part.row(text, 0, len(text)) == row


def test_a_row_ends_with_the_longest_title() -> None:
    ending = TITLES.endings["Deputy Prime Minister"]
    assert ending.office and ending.office["head"] == "Deputy Prime Minister" and not ending.honorific


def test_what_a_title_is_part_of_is_none() -> None:
    assert not any(TITLES.endings["Minister Street"])


@pytest.mark.parametrize(("text", "word"), [("met Dr.", "Dr"), ("(Orr)", "Orr"), ("so -", "")])
def test_the_last_word_goes_without_signs(text: str, word: str) -> None:
    assert last_word(text, 0, len(text)) == word
