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

_SKIP, _INSERT, _TWIN, _NEAR, _OTHER = 1.0, 1.1, 0.5, 0.6, 1.6
"""What it costs to leave a child out, to put one in, and to take one for its like of another namespace, for
what its name is a slip of, for something else."""
_LEAST = _TWIN
"""The cheapest change."""
_REACH = 30
"""How far before the place that nothing led beyond a change may be."""
_PATIENCE = 100_000
"""How much the search does before it gives up: 1 for each place looked at, _DEAR for each state made."""
_DEAR = 20


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
_Path: TypeAlias = "tuple[Edit, _Path] | None"
_Entry = tuple[float, int, int, State, _Path, bool]


def repair(tokens: Sequence[Token], state: State, judge: Judge) -> list[Edit]:
    """The cheapest steps through all tokens to the end of the element.

    Where the search would take too long, children that do not fit are simply skipped; if the content is
    not complete then, the last step's state says so by accepting nothing.
    """
    return _Search(tokens, judge).run(state) or _straight(tokens, state, judge)


class _Search:
    """Dijkstra's search. Changes at a place are worked out only when nothing cheaper is left to try."""

    def __init__(self, tokens: Sequence[Token], judge: Judge) -> None:
        self._tokens, self._judge = tokens, judge
        self._queue: list[_Entry] = []
        self._order = count()
        self._options: dict[State, Options] = {}
        self._work = self._furthest = 0

    def run(self, state: State) -> list[Edit] | None:
        """The steps; None if the search gave up."""
        seen: set[tuple[int, State]] = set()
        self._push(0.0, 0, state, None)
        while self._queue and self._work < _PATIENCE:
            cost, back, _, state, path, changes = heapq.heappop(self._queue)
            place = -back
            if changes:
                self._change(cost - _LEAST, place, state, path)
                continue
            if (place, state) in seen:
                continue
            seen.add((place, state))
            self._work += 1
            self._furthest = max(self._furthest, place)
            if place == len(self._tokens) and state.accepted:
                return [*_steps(path), Edit("end", place, state)]
            after = _kept(self._tokens[place], state, self._judge) if place < len(self._tokens) else None
            if after:
                self._push(cost, place + 1, after, (Edit("keep", place, state), path))
            self._push(cost + _LEAST, place, state, path, changes=True)
        return None

    def _push(self, cost: float, place: int, state: State, path: _Path, changes: bool = False) -> None:
        heapq.heappush(self._queue, (cost, -place, next(self._order), state, path, changes))

    def _change(self, cost: float, place: int, state: State, path: _Path) -> None:
        """Put what can be changed at a place into the queue."""
        if place < self._furthest - _REACH:
            return
        options = self._known_options(state)
        for target, elements in options.items():
            if target is not state:
                self._push(cost + _INSERT, place, target, (Edit("insert", place, state, elements), path))
        if place == len(self._tokens):
            return
        self._push(cost + _SKIP, place + 1, state, (Edit("skip", place, state), path))
        if self._tokens[place].text:
            return
        name = str(self._tokens[place].node.tag)
        for target, elements in options.items():
            price, meant = (_OTHER, elements) if self._judge.known(name) else _meant(name, elements)
            self._push(cost + price, place + 1, target, (Edit("replace", place, state, meant), path))

    def _known_options(self, state: State) -> Options:
        """What may come next, by the state to which it leads."""
        if state not in self._options:
            found: Options = {}
            for element in state.front:
                matched = (element,)
                if matched not in state.after:
                    state.child(matched)
                    self._work += _DEAR
                target = state.after[matched]
                if target:
                    found[target] = (*found.get(target, ()), element)
            self._options[state] = found
        return self._options[state]


def _kept(token: Token, state: State, judge: Judge) -> State | None:
    """The state after a token as it is; None if it does not fit."""
    if token.text:
        return state.text
    name = str(token.node.tag)
    start = state.starts.get(name) or state.start(name)
    return state.child(judge.matched(token, start)) if start.elements else None


def _straight(tokens: Sequence[Token], state: State, judge: Judge) -> list[Edit]:
    steps = []
    for place, token in enumerate(tokens):
        after = _kept(token, state, judge)
        steps.append(Edit("keep" if after else "skip", place, state))
        state = after or state
    return [*steps, Edit("end", len(tokens), state)]


def _steps(path: _Path) -> list[Edit]:
    steps: list[Edit] = []
    while path:
        steps.append(path[0])
        path = path[1]
    return steps[::-1]


def _meant(name: str, elements: tuple[Element, ...]) -> tuple[float, tuple[Element, ...]]:
    """Those of the elements that an unknown name was likeliest meant for, and the price of taking it so."""
    listed = {other: element for element in elements for other in element.names.listed()}
    twins = tuple(element for other, element in listed.items() if local(other) == local(name))
    if twins:
        return _TWIN, twins
    alike = tuple(listed[other] for other in near(name, listed))
    return (_NEAR, alike) if alike else (_OTHER, elements)
