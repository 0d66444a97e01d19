"""Words of other languages are found, with their language."""

from __future__ import annotations

import pytest

from teiedition.annotate.foreign import find_foreign


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Juche idea and the danwei", [("Juche", "ko-Latn"), ("danwei", "zh-Latn")]),
        ("a kolkhoz of the district", [("kolkhoz", "ru-Latn")]),
        ("a Juche-like idea, the perestroikas", []),
        ("a détente on the river", []),
    ],
)
def test_listed_words_are_found_whole(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_foreign(text)
    assert [(text[m.start : m.end], m.attributes["xml:lang"]) for m in found] == expected


def test_a_language_without_a_table_has_none() -> None:
    assert find_foreign("the Juche idea", "xx") == []
