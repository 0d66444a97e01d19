"""Places that nobody's table has: known by the words around them, all occurrences in a document together.

Each occurrence gathers points as in `people` (`whereabouts`). What is found to be a place speaks for the
names at its side, and for the text's being one about places; so names are rated again while more are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.whereabouts import Sighting, Whereabouts
from teiedition.annotate.text import Text

ENOUGH = (2.4, 1.6, 1.6, 1.25, 1.25, 1.25, 1.25, 1.25, 0.95)
"""The points that a place must have, by how many known places a text speaks of; the last for more of them."""

FEW = 0.05
"""So many known places to a name are so few that the text is not one about places."""

MANY, MORE, ANY = 12, 4, 0.4
"""A text that names so many places, and so many times as many as persons, is one about places: a single word
that stands before them is enough."""
ROUNDS = 4
CONTESTED = 2.4
"""The points that a place must have of which a person might be called so."""


def localities(
    text: Text,
    capitals: Capitals,
    taken: Taken,
    known: Sequence[Draft],
    contested: Container[str] = (),
    persons: int = 0,
) -> list[Draft]:
    """Unknown places in what is not taken; `known` are places that are known already, `contested` names that
    look a little like persons', and `persons` how many other persons there are."""
    finder = Whereabouts(text, capitals, known)
    sightings: dict[str, list[Sighting]] = defaultdict(list)
    for run in capitals.runs:
        for sighting in finder.sightings(run, taken):
            sightings[text.content[sighting.start : sighting.end]].append(sighting)
    places = {text.content[draft.start : draft.end] for draft in known}
    found: list[Draft] = []
    for _ in range(ROUNDS):
        enough = _enough(len(places), len(sightings), persons)
        new = list(_found(sightings, finder, enough, contested))
        if not new:
            break
        for name, total, seen in new:
            found += _drafts(seen, total)
            finder.add(sightings.pop(name))
            places.add(name)
    return found


def _enough(places: int, others: int, persons: int) -> float:
    if places >= MANY and places > MORE * persons:
        return ANY
    return ENOUGH[0 if places < FEW * others else min(places, len(ENOUGH) - 1)]


def _found(
    sightings: Mapping[str, list[Sighting]], finder: Whereabouts, enough: float, contested: Container[str]
) -> Iterator[tuple[str, float, list[Sighting]]]:
    """The names that are places' as far as is known now, with their points and places."""
    for name, seen in sightings.items():
        rated = [_with_neighbours(sighting, finder) for sighting in seen]
        total = _total(rated)
        if total >= (max(enough, CONTESTED) if name in contested else enough):
            yield name, total, rated


def _with_neighbours(sighting: Sighting, finder: Whereabouts) -> Sighting:
    reasons = list(finder.beside(sighting))
    if not reasons:
        return sighting
    points = sighting.points + sum(weight for weight, _ in reasons)
    return sighting._replace(points=points, reasons=(*sighting.reasons, *(why for _, why in reasons)))


def _total(seen: Sequence[Sighting]) -> float:
    """The points of all occurrences of a name together; none where a third of them speak against a place."""
    best = max([sighting.points for sighting in seen])
    if sum([sighting.points < 0 for sighting in seen]) > len(seen) / 3:
        return 0.0
    kinds = {sighting.reasons: sighting.points for sighting in seen if sighting.points > 0}
    total = best + 0.5 * (sum(kinds.values()) - best)
    total += 0.25 * min(2, sum([sighting.points >= 0.8 for sighting in seen]) - 1)
    if len(seen) > 2 and best >= 0.8 and all(sighting.points > 0 for sighting in seen):
        total += 1.0
    return total


def _drafts(seen: Sequence[Sighting], total: float) -> Iterator[Draft]:
    best = max(seen, key=lambda sighting: sighting.points)
    score = min(0.85, 0.45 + 0.1 * total)
    for sighting in seen:
        reasons = sighting.reasons or (*best.reasons, "elsewhere")
        evidence = f"looks like a place's name: {', '.join(reasons)}"
        yield Draft(sighting.start, sighting.end, "place", (), score, evidence)
