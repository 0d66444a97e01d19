"""Where a name may be a person's, and what its places in a document say together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from teiedition.annotate.names.titles import Title


class Sighting(NamedTuple):
    """A possible name: where it stands, and the points that speak for and against a person."""

    start: int
    end: int
    titles: tuple[Title, ...]
    points: float
    reasons: tuple[str, ...]
    hints: float = 0.0
    """Points that count only where the text speaks of several persons; below none, it is rather a place's."""


MORE = 1.5
"""The points that the other places of a name can add at most."""
MORE_HINTS = 2.0
"""The points that the hints of all places of a name can make at most."""
TELLING = 1.5
"""The points of what hardly speaks for anything but a person: "said"."""
AGAIN, TELLING_AGAIN = 0.2, 0.4
"""What each further place adds for which something speaks, and one where something telling does."""
ACTS = 1.2
"""The hints of a place where somebody does what persons do."""
POINTS = attrgetter("points")
NEVER = (-1.0, 0.0)


def rate(seen: Sequence[Sighting]) -> tuple[float, float]:
    """The points of all sightings of a name, those of the best and half of what others add to it; and the
    points of their hints. Where more than half speak against a person, nothing can make it one."""
    if not seen:
        return NEVER
    if len(seen) == 1:
        one = seen[0]
        return (one.points, max(0.0, one.hints)) if one.points >= 0 else NEVER
    best = max(seen, key=POINTS)
    if best.points < 0 or sum([sighting.points < 0 for sighting in seen]) > len(seen) / 2:
        return NEVER
    others = {sighting.reasons: sighting.points for sighting in seen if sighting.reasons != best.reasons}
    again = sum(
        [AGAIN if sighting.points < TELLING else TELLING_AGAIN for sighting in seen if sighting.points >= 0.5]
    )
    again -= AGAIN if best.points < TELLING else TELLING_AGAIN
    added = sum(0.5 * points for points in others.values() if points > 0) + again
    hints = sorted([sighting.hints for sighting in seen], reverse=True)
    if hints[-1] < 0 and sum([each >= ACTS for each in hints]) <= 2 * sum([each < 0 for each in hints]):
        return best.points + min(MORE, added), 0.0
    return best.points + min(MORE, added), min(MORE_HINTS, hints[0] + 0.4 * sum(hints[1:]))


class Before(NamedTuple):
    """The words before a name: the last one, as it is and in small letters; the last two in small letters."""

    word: str
    small: str
    two: str


def words_before(content: str, floor: int, start: int) -> Before | None:
    """The last words before a name; None if more than a space parts them from it."""
    if content[start - 1 : start] != " ":
        return None
    near = content[max(floor, start - 32) : start]
    return _before(near[near.rfind(" ", 0, near.rfind(" ", 0, -1)) + 1 :])


@lru_cache(maxsize=1 << 14)
def _before(said: str) -> Before | None:
    """The same of two words: texts have the same ones before names again and again."""
    words = said.split()
    two = " ".join(words).lower()
    return Before(words[-1], two.rpartition(" ")[2], two) if words else None
