"""Regular expressions as XML Schema means them, where Python means something else."""

from __future__ import annotations

import time

import pytest

from teiedition.validate.relaxng.expressions import compiled

MATCHES = [
    (r"\S+", ["a\u00a0b", "#x"], ["a b", ""]),
    (r"[^\p{C}\p{Z}]+", ["word", "語"], ["a b", "a\u00a0b", "a\u200bb", "a\ue000"]),
    (r"\w+", ["a1+", "é"], ["a_b", "a-b"]),
    (r"[\w]+-\W", ["a-_"], ["a-b"]),
    (r"\i\c*", ["a-b:c", "_"], ["1a", "-"]),
    (r"[a-z-[aeiou]]+", ["bcd"], ["bad"]),
    (r"[^a-z-[q]]", ["1"], ["b", "q"]),
    (r"^a$", ["^a$"], ["a"]),
    (r"a.b", ["a b", "a\u2028b"], ["a\nb", "ab"]),
    (r"a{2,3}(b|c)?", ["aa", "aaac"], ["a", "aabb"]),
    (r"\p{IsGreek}+", ["λόγος"[:1]], ["a"]),
    (r"[\-+]?\d+(\.\d+)?(%|cm)", ["-1.5cm", "3%"], ["1.cm", "3"]),
    (r"[&&~~||]+", ["&~|"], ["a"]),
    (r"a|b", ["a", "b"], ["ab"]),
    (r"(ab)+", ["abab"], ["aba"]),
]


@pytest.mark.parametrize(("text", "good", "bad"), MATCHES)
def test_matches(text: str, good: list[str], bad: list[str]) -> None:
    expression = compiled(text)
    assert [expression.matches(word) for word in (*good, *bad)] == [True] * len(good) + [False] * len(bad)


@pytest.mark.parametrize(
    "text", ["a+?", "*a", "(?:a)", r"\b", r"(a)\1", "[a", "a]", "(a", "[[a]]", r"\p{Xx}", "a{2}{3}"]
)
def test_what_is_no_expression(text: str) -> None:
    with pytest.raises(ValueError, match="not a regular expression"):
        compiled(text)


def test_an_expression_that_goes_back_and_forth_ends() -> None:
    begin = time.monotonic()
    assert not compiled("(a|a|aa)+b").matches("a" * 60)
    assert time.monotonic() - begin < 30
