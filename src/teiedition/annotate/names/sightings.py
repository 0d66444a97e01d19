"""Where a name may be a person's, and what its places in a document say together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiedition.annotate.names.titles import Title


class Sighting(NamedTuple):
    """A possible name: where it stands, and the points that speak for and against a person."""

    start: int
    end: int
    titles: tuple[Title, ...]
    points: float
    reasons: tuple[str, ...]
    name: str
    """The name folded, by which its other places are known."""


MORE = 1.5
"""The points that the other places of a name can add at most."""


def together(seen: Sequence[Sighting], best: Sighting) -> float:
    """The points of all sightings of a name: those of the best, and half of what others add to it."""
    others = {sighting.reasons: sighting.points for sighting in seen if sighting.reasons != best.reasons}
    again = sum(1 for sighting in seen if sighting.points >= 0.5) - 1
    return best.points + min(
        MORE, sum(0.5 * points for points in others.values() if points > 0) + 0.2 * again
    )


def words_before(content: str, floor: int, start: int) -> list[str]:
    """The last words before a name, if nothing but a space parts them from it."""
    text = content[max(floor, start - 32) : start]
    return text.split() if text.endswith(" ") else []
