"""The fewest changes that make a sequence of children match: what is too many, missing, or meant otherwise.

Errors are explained by the cheapest repair, so that one slip is one problem and what follows it is judged
as if it had been mended. The search is Dijkstra's over pairs of a place in the sequence and a state.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from teiedition import tree
from teiedition.validate.relaxng.automaton import Matched, Start, State
from teiedition.validate.relaxng.names import local
from teiedition.validate.relaxng.patterns import Element
from teiedition.validate.relaxng.vocabulary import near

_SKIP, _INSERT, _NEAR, _OTHER = 1.0, 1.1, 0.6, 1.6
_PATIENCE = 20_000
"""How many places the search looks at before it gives up."""


@dataclass(frozen=True, slots=True)
class Token:
    """A child element, or (`text`) a stretch of text, before which child of `node` it stands."""

    node: tree.Element
    text: bool = False
    tail: bool = False
    """Whether the text follows `node` rather than begins it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a repair, at `place` in the sequence, in `state`.

    `keep` a token as it is; `skip` it; `insert` one of `elements` before it; `replace` it by one of them;
    `end` after the last.
    """

    kind: str
    place: int
    state: State
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """What the search asks about children."""

    matched: Callable[[Token, Start], Matched]
    """Which of the element patterns that its name leaves possible a child is taken to match."""
    known: Callable[[str], bool]
    """Whether a name is any element's; only an unknown one is taken for a slip."""


Options = dict[State, tuple[Element, ...]]


def repair(tokens: Sequence[Token], state: State, judge: Judge) -> list[Edit] | None:
    """The cheapest steps through all tokens to the end of the element; None if the search gave up."""
    order = count()
    queue: list[tuple[float, int, int, State, _Path]] = [(0.0, 0, next(order), state, None)]
    seen: set[tuple[int, State]] = set()
    options: dict[State, Options] = {}
    while queue and len(seen) < _PATIENCE:
        cost, back, _, state, path = heapq.heappop(queue)
        place = -back
        if (place, state) in seen:
            continue
        seen.add((place, state))
        if place == len(tokens) and state.accepted:
            return [*_steps(path), Edit("end", place, state)]
        if state not in options:
            options[state] = _options(state)
        for price, edit, target in _edits(tokens, place, state, options[state], judge):
            step = place if edit.kind == "insert" else place + 1
            heapq.heappush(queue, (cost + price, -step, next(order), target, (edit, path)))
    return None


_Path: TypeAlias = "tuple[Edit, _Path] | None"


def _steps(path: _Path) -> list[Edit]:
    steps: list[Edit] = []
    while path:
        steps.append(path[0])
        path = path[1]
    return steps[::-1]


def _options(state: State) -> Options:
    """What may come next, by the state to which it leads."""
    found: dict[State, tuple[Element, ...]] = {}
    for element in state.front:
        matched = (element,)
        target = state.after[matched] if matched in state.after else state.child(matched)
        if target:
            found[target] = (*found.get(target, ()), element)
    return found


def _edits(
    tokens: Sequence[Token], place: int, state: State, options: Options, judge: Judge
) -> list[tuple[float, Edit, State]]:
    edits = [
        (_INSERT, Edit("insert", place, state, elements), target)
        for target, elements in options.items()
        if target is not state
    ]
    if place == len(tokens):
        return edits
    token = tokens[place]
    if token.text:
        kept = state.text
        return [
            *edits,
            (0, Edit("keep", place, state), kept) if kept else (_SKIP, Edit("skip", place, state), state),
        ]
    name = str(token.node.tag)
    start = state.starts.get(name) or state.start(name)
    after = state.child(judge.matched(token, start)) if start.elements else None
    if after:
        edits.append((0, Edit("keep", place, state), after))
    edits.append((_SKIP, Edit("skip", place, state), state))
    for target, elements in options.items():
        alike = [] if judge.known(name) else [element for element in elements if _alike(name, element)]
        price = _NEAR if alike else _OTHER
        edits.append((price, Edit("replace", place, state, tuple(alike) or elements), target))
    return edits


def _alike(name: str, element: Element) -> bool:
    """Whether an element may have been meant by a name: the same in another namespace, or a slip."""
    names = [other for other in element.names.listed() if other != name]
    return any(local(other) == local(name) for other in names) or bool(near(name, names))
