"""Notes put to the places of their marks, all at once.

The lines of the notes and the places in the text where a mark may have stood (`Place`) are both in
order, and so are marks and notes: the alignment is monotonic. A dynamic programme goes through the note
lines; each begins a note or goes on with the one before, and a note takes one of the places or none. What
speaks for each choice is given in log-odds; `align` finds the best whole, and by the forward-backward
algorithm how probable each note's place is among all wholes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

UNPLACED = 4.0
_PRUNE = 30.0
_LEAST = 1e-6
"""A place among very many may be the best and yet too improbable to be counted."""

State = dict[int, float]


class Place(NamedTuple):
    """A place in the text where a note's mark may have stood: the offset in the source behind the word.

    `weight` says how much it looks like one, `unused` what it costs to leave it without a note. A mark
    that is there to be seen has its printed `number` and its stretch `mark_start:mark_end`.
    """

    offset: int
    weight: float
    unused: float = 0.0
    page: int = 0
    number: str = ""
    mark_start: int = -1
    mark_end: int = -1
    words: frozenset[str] = frozenset()


class NoteLine(NamedTuple):
    """A line of the notes: the odds that it begins a note or goes on, and where its place may be."""

    begins: float
    goes_on: float
    first_place: int
    last_place: int


class Placed(NamedTuple):
    """A note: its lines, half-open, its place's index (-1 for none), and how probable that place is."""

    first: int
    last: int
    place: int
    probability: float


def align(
    lines: Sequence[NoteLine], places: Sequence[Place], match: Callable[[int, int], float]
) -> list[Placed]:
    """Part lines into notes and give each its place. `match(line, place)` are the odds for the two."""
    if not lines:
        return []
    costs = [0.0]
    for place in places:
        costs.append(costs[-1] + place.unused)
    table = [
        {c: match(i, c) for c in range(line.first_place, line.last_place)} for i, line in enumerate(lines)
    ]
    begun = _best(lines, table, costs)
    sure = _probabilities(lines, table, costs)
    notes = []
    for number, (first, taken) in enumerate(begun):
        last = begun[number + 1][0] if number + 1 < len(begun) else len(lines)
        least = _LEAST if taken >= 0 else 0.0
        notes.append(Placed(first, last, taken, max(least, sure[first].get(taken, 0.0))))
    return notes


def _best(lines: Sequence[NoteLine], table: Sequence[State], costs: Sequence[float]) -> list[tuple[int, int]]:
    """The best whole: for each note its first line and its place."""
    state: State = {-1: 0.0}
    back: list[dict[int, tuple[int, str]]] = []
    for at, line in enumerate(lines):
        new: State = {}
        how: dict[int, tuple[int, str]] = {}
        for c, score in state.items():
            stay = [(score + line.begins - UNPLACED, "begin")]
            if at:
                stay.append((score + line.goes_on, "go on"))
            new[c], kind = max(stay)
            how[c] = (c, kind)
        for c, (score, origin) in _moves(state, table[at], costs, max).items():
            score += line.begins
            if c not in new or score > new[c]:
                new[c], how[c] = score, (origin, "place")
        state = _pruned(new)
        back.append(how)
    end = max(state, key=lambda c: state[c] - (costs[-1] - costs[c + 1]))
    begun = []
    for at in range(len(lines) - 1, -1, -1):
        origin, kind = back[at][end]
        if kind != "go on":
            begun.append((at, end if kind == "place" else -1))
        end = origin
    return begun[::-1]


def _moves(
    state: State, matches: State, costs: Sequence[float], choose: Callable[[float, float], float]
) -> dict[int, tuple[float, int]]:
    """For each place that a note may take next: the score on the way there, and the place before."""
    found: dict[int, tuple[float, int]] = {}
    origins = sorted(state)
    at, total, origin = 0, -math.inf, -1
    for c in sorted(matches):
        while at < len(origins) and origins[at] < c:
            score = state[origins[at]] + costs[origins[at] + 1]
            if score >= total:
                origin = origins[at]
            total = choose(total, score)
            at += 1
        if at:
            found[c] = (total - costs[c] + matches[c], origin)
    return found


def _pruned(state: State) -> State:
    best = max(state.values())
    return {c: score for c, score in state.items() if score > best - _PRUNE}


def _probabilities(
    lines: Sequence[NoteLine], table: Sequence[State], costs: Sequence[float]
) -> list[dict[int, float]]:
    """For each line, how probable it is that it begins a note at a place (-1: without one)."""
    forward: list[State] = [{-1: 0.0}]
    moved: list[State] = []
    for at, line in enumerate(lines):
        state = forward[-1]
        stays = _log_add(line.begins - UNPLACED, line.goes_on) if at else line.begins - UNPLACED
        new = {c: score + stays for c, score in state.items()}
        moves = {
            c: score + line.begins for c, (score, _) in _moves(state, table[at], costs, _log_add).items()
        }
        for c, score in moves.items():
            new[c] = _log_add(new.get(c, -math.inf), score)
        forward.append(_pruned(new))
        moved.append(moves)
    rest: State = {c: -(costs[-1] - costs[c + 1]) for c in forward[-1]}
    total = -math.inf
    for c, score in forward[-1].items():
        total = _log_add(total, score + rest[c])
    found: list[dict[int, float]] = []
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        sure = {c: math.exp(score + rest[c] - total) for c, score in moved[at].items() if c in rest}
        without = [
            forward[at][c] + line.begins - UNPLACED + rest[c] - total for c in forward[at] if c in rest
        ]
        sure[-1] = sum(map(math.exp, without))
        found.append(sure)
        rest = _before(line, at, forward[at], table[at], costs, rest)
    return found[::-1]


def _before(
    line: NoteLine, at: int, state: State, matches: State, costs: Sequence[float], rest: State
) -> State:
    """The backward step: the odds of all that comes after, for each state before a line."""
    stays = _log_add(line.begins - UNPLACED, line.goes_on) if at else line.begins - UNPLACED
    found: State = {}
    ways = sorted(
        ((c, matches[c] - costs[c] + rest[c] + line.begins) for c in matches if c in rest), reverse=True
    )
    number, total = 0, -math.inf
    for c in sorted(state, reverse=True):
        while number < len(ways) and ways[number][0] > c:
            total = _log_add(total, ways[number][1])
            number += 1
        found[c] = total + costs[c + 1]
        if c in rest:
            found[c] = _log_add(found[c], rest[c] + stays)
    return found


def _log_add(a: float, b: float) -> float:
    if a < b:
        a, b = b, a
    return a if b == -math.inf else a + math.log1p(math.exp(b - a))
