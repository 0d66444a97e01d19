"""Layout: tied points are near each other, labels have room, nothing depends on chance."""

from __future__ import annotations

from itertools import combinations
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition.overview.layout import Circle, label_sides, spring

places = st.floats(0, 600, allow_nan=False)
circles = st.lists(
    st.builds(Circle, places, places, st.floats(1, 12), st.text("abcdé 京", max_size=18)), max_size=12
)


def test_two_groups_stand_apart() -> None:
    groups = [range(5), range(5, 10)]
    ties = {(one, other): 3.0 for group in groups for other, one in combinations(group, 2)} | {(5, 4): 1.0}
    points = spring(ties, 10)
    within = [dist(points[a], points[b]) for group in groups for a, b in combinations(group, 2)]
    across = [dist(points[a], points[b]) for a in groups[0] for b in groups[1]]
    assert sum(within) / len(within) < sum(across) / len(across) * 0.6


@settings(max_examples=20, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0.5, 50)))
def test_every_point_is_in_the_square_and_stays_where_it_was(weights: dict[tuple[int, int], float]) -> None:
    ties = {pair: weight for pair, weight in weights.items() if pair[0] > pair[1]}
    points = spring(ties, 8)
    assert points == spring(ties, 8)
    assert all(0 <= value <= 1 for point in points for value in point)


def test_one_point_and_none_have_places() -> None:
    assert len(spring({}, 1)) == 1 and spring({}, 0) == []


def test_the_first_label_has_the_first_choice() -> None:
    sides = label_sides([Circle(100, 100, 5, "Harbour"), Circle(120, 100, 5, "Quay")], 300, 200)
    assert sides == ["left", "right"]


def test_a_label_without_room_is_left_out() -> None:
    assert label_sides([Circle(20, 10, 5, "A very long name for so small a drawing")], 40, 20) == [""]


@given(circles)
def test_no_label_begins_on_another_circle(circles: list[Circle]) -> None:
    sides = label_sides(circles, 600, 600)
    assert len(sides) == len(circles)
    for circle, side in zip(circles, sides, strict=True):
        if side == "right":
            start = (circle.x + circle.radius + 4, circle.y)
            assert all(dist(start, other[:2]) >= other.radius for other in circles if other is not circle)
