"""Content models loosened for XML Schema: deterministic, and never stricter than before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from teiedition.odd.deterministic import conflict, deterministic
from teiedition.odd.pattern import EMPTY, Choice, Pattern, Ref, Repeat, Seq

NAMES = st.sampled_from("abcd").map(Ref)
LIMITS = st.sampled_from([(0, 1), (0, None), (1, None), (2, None), (1, 3)])


def _grown(inner: st.SearchStrategy[Pattern]) -> st.SearchStrategy[Pattern]:
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    repeated = st.builds(lambda part, limits: Repeat(part, *limits), inner, LIMITS)
    return several.map(Seq) | several.map(Choice) | repeated


MODELS: st.SearchStrategy[Pattern] = st.recursive(NAMES, _grown, max_leaves=8)


def words(pattern: Pattern, length: int = 4) -> set[str]:
    """All rows of elements, up to a length, that a model accepts."""
    match pattern:
        case Ref(name):
            return {name}
        case Choice(inner):
            return set().union(*(words(part, length) for part in inner))
        case Seq(inner):
            found = {""}
            for part in inner:
                found = joined(found, words(part, length), length)
            return found
        case Repeat(part, least, most):
            once = words(part, length)
            row, found = {""}, {""} if least == 0 else set()
            for times in range(1, min(most or length + least, length + least) + 1):
                row = joined(row, once, length)
                found |= row if times >= least else set()
            return found
    assert pattern == EMPTY
    return {""}


def joined(first: set[str], second: set[str], length: int) -> set[str]:
    return {a + b for a in first for b in second if len(a + b) <= length}


@given(MODELS)
def test_it_accepts_all_that_the_model_accepts(model: Pattern) -> None:
    assert words(model) <= words(deterministic(model))


@given(MODELS)
def test_it_is_deterministic(model: Pattern) -> None:
    assert conflict(deterministic(model)) is None


def test_a_deterministic_model_stays_as_it_is() -> None:
    a, b, c = Ref("a"), Ref("b"), Ref("c")
    model = Seq((Repeat(a, 0, 1), Repeat(Choice((b, c)), 1, None)))
    assert deterministic(model) is model


def test_only_the_parts_in_conflict_are_loosened() -> None:
    a, b, c = Ref("a"), Ref("b"), Ref("c")
    model = Seq((c, Repeat(a, 0, None), Repeat(Choice((a, b)), 0, None)))
    assert deterministic(model) == Seq((c, Repeat(Choice((a, b)), 0, None)))


def test_a_pair_or_more_that_may_be_left_out_may_be_left_out() -> None:
    pair = Repeat(Choice((Ref("a"), Seq((Ref("a"), Ref("a"))))), 2, None)
    assert "" in words(deterministic(Repeat(pair, 0, 1)))
