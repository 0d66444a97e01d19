"""Answers about words, remembered."""

from __future__ import annotations

from teiedition.annotate.names.answers import MOST, Answers


def test_a_question_is_asked_once_for_a_word() -> None:
    asked: list[str] = []
    lengths = Answers(lambda word: asked.append(word) or len(word))
    assert [lengths["Orr"], lengths["Selby"], lengths["Orr"]] == [3, 5, 3]
    assert asked == ["Orr", "Selby"]


def test_no_more_answers_are_remembered_than_there_is_room_for() -> None:
    same = Answers(str)
    for number in range(MOST + 1):
        assert same[str(number)] == str(number)
    assert len(same) == 1
