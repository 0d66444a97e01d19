"""Which lines of a document are notes, where the notes stand among the text page by page.

Each line is text, or begins a note, or goes on with one. The best whole is chosen at once (Viterbi): for a
note speaks how a line looks (its number, citations), that lines were broken as a note's are, and that the
text goes on behind the notes where it stopped before them; against it, that notes need reasons. Where
marks are to be seen in the text of a page, as many notes are looked for beneath it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from teiedition.encode.endings import ends_clause, ends_sentence
from teiedition.encode.linelooks import Looks, Measure, odds
from teiedition.encode.reading import Line
from teiedition.encode.traces import without_mark

_ENTER = -3.0
_ENTER_WITHIN = -8.0
"""Where notes have numbers, a run begins without one only if a note goes on from the page before."""
_UNFINISHED = -2.5
_BROKEN = 2.0
"""An empty line in the middle of a sentence: a page ends there, most often."""
_NO_MARK = -4.0
_UNANSWERED = -3.0
_PRUNE = 25.0
_FEW = 5


Run = tuple[int, int]


class State(NamedTuple):
    """What of the lines before matters: within notes, how the text before them ended; how many marks of
    the page wait for their notes; whether the last note was left unfinished at its page's end."""

    notes: bool
    tail: str
    marks: int
    unfinished: bool


class Lines(NamedTuple):
    """A document's lines with what is known of them: the numbers of notes by the line's number; where only
    marks have numbers, how many each line has; the numbers of marks; the indices of lines at a page's top."""

    lines: Sequence[Line]
    numbered: Mapping[int, str]
    marks: Sequence[int] | None
    labels: frozenset[str]
    tops: frozenset[int]

    @property
    def counted(self) -> bool:
        """Have the notes numbers, rather than asterisks here and there?"""
        labels = self.numbered.values()
        return len(labels) > _FEW or any(label.isdigit() for label in labels)


def note_runs(document: Lines, looks: Looks, known: Sequence[Run] = ()) -> list[Run]:
    """The runs of note lines, as half-open ranges of indices; `known` are those found before, of which is
    learnt whether empty lines stand around them."""
    lines = document.lines
    step = _Step(document, looks, _spacing(lines, known))
    start = State(False, "", 0, False)
    scores = {start: 0.0}
    back: list[dict[State, State]] = []
    for at in range(len(lines) + 1):
        new: dict[State, float] = {}
        came: dict[State, State] = {}
        for state, score in scores.items():
            for after, more in step.ways(state, at):
                total = score + more
                if after not in new or total > new[after]:
                    new[after], came[after] = total, state
        least = max(new.values()) - _PRUNE
        scores = {state: score for state, score in new.items() if score >= least}
        back.append(came)
    return _runs(back, max(scores, key=lambda state: scores[state]))


def _spacing(lines: Sequence[Line], known: Sequence[Run]) -> float:
    """What it costs to begin or end notes without an empty line."""
    gaps = sum(line.gap > 0 for line in lines) * 50 > len(lines)
    edges = [at for run in known for at in run if at < len(lines)]
    spaced = sum(lines[at].gap > 0 for at in edges)
    if known:
        return -4.0 if spaced * 10 >= len(edges) * 7 else 0.0
    return -1.0 if gaps else 0.0


def _runs(back: Sequence[Mapping[State, State]], state: State) -> list[Run]:
    """The runs of the way that ends in a state."""
    runs: list[Run] = []
    for at in range(len(back) - 1, -1, -1):
        if state.notes:
            runs.append((at, runs.pop()[1]) if runs and runs[-1][0] == at + 1 else (at, at + 1))
        state = back[at][state]
    return runs[::-1]


class _Step:
    """The ways from the state before a line to that behind it, with what speaks for each."""

    def __init__(self, document: Lines, looks: Looks, spacing: float) -> None:
        self._spacing = spacing
        self._lines, self._marks, self._tops = document.lines, document.marks, document.tops
        self._numbered, self._counted, self._looks = document.numbered, document.counted, looks
        self._tails = [_tail(without_mark(line.text, document.labels), looks.measure) for line in self._lines]
        self._heads = [_head(line.text) for line in self._lines] + [""]

    def ways(self, state: State, at: int) -> Iterator[tuple[State, float]]:
        """The states that may follow; behind the last line, only the end of the text."""
        return self._from_notes(state, at) if state.notes else self._from_text(state, at)

    def _from_text(self, state: State, at: int) -> Iterator[tuple[State, float]]:
        tail = self._tails[at - 1] if at else ""
        if at == len(self._lines):
            yield State(False, "", 0, False), _UNANSWERED * min(state.marks, 2)
            return
        score = _resumes(tail, self._heads[at])
        if self._lines[at].gap and tail == "open" and at not in self._tops:
            score -= _BROKEN
        marks = self._marks[at] if self._marks else 0
        yield State(False, "", state.marks + marks, state.unfinished), score
        if not at:
            return
        look = self._looks[at]
        enter = self._enter(at)
        score = enter + look.begins + (_UNFINISHED if state.unfinished else 0.0)
        yield self._noted(state, tail, score)
        score = look.goes_on + (_ENTER if state.unfinished else _ENTER_WITHIN)
        score += 0.0 if self._lines[at].gap else self._spacing
        if self._heads[at] != "capital" or state.unfinished:
            yield State(True, tail, state.marks, False), score

    def _enter(self, at: int) -> float:
        score = _ENTER if not self._counted or self._lines[at].number in self._numbered else _ENTER_WITHIN
        score += 0.0 if self._lines[at].gap else self._spacing
        return score - (1.5 if at in self._tops else 0.0)

    def _noted(self, state: State, tail: str, score: float) -> tuple[State, float]:
        if self._marks is not None and not state.marks:
            score += _NO_MARK
        return State(True, tail, max(0, state.marks - 1), False), score

    def _from_notes(self, state: State, at: int) -> Iterator[tuple[State, float]]:
        unfinished = at < len(self._lines) and self._unfinished(at - 1)
        score = _resumes(state.tail, self._heads[at]) + _UNANSWERED * min(state.marks, 2)
        if at == len(self._lines) or at in self._tops or self._lines[at].gap:
            score += 1.0
        else:
            score += self._spacing
        marks = self._marks[at] if self._marks and at < len(self._lines) else 0
        yield State(False, "", marks, unfinished), score + (_UNFINISHED if unfinished else 0.0)
        if at == len(self._lines):
            return
        before, line, look = self._lines[at - 1], self._lines[at], self._looks[at]
        turned = -2.0 if at in self._tops else 0.0
        begins, goes_on = odds(before, line, self._looks.measure)
        as_text = max(0.0, _resumes(self._tails[at - 1], self._heads[at]))
        turned += as_text - max(begins, goes_on)
        if self._counted and line.number not in self._numbered:
            begins += _ENTER_WITHIN
        yield self._noted(state, state.tail, look.begins + begins + turned)
        yield state, look.goes_on + goes_on + turned

    def _unfinished(self, at: int) -> bool:
        """Does the note go on behind this line, on the next page?"""
        line = self._lines[at]
        measure = self._looks.measure
        if line.text[-1] in ",-–—(" and not line.text[-2:-1].isdigit():
            return True
        short = measure.wrapped and len(line.text) < measure.width * 0.85
        return not short and line.text[-1].islower()


def _tail(text: str, measure: Measure) -> str:
    """How a line of text ends."""
    if text.endswith("-") and text[-2:-1].isalpha():
        return "hyphen"
    if ends_sentence(text):
        return "sentence"
    if ends_clause(text):
        return "clause"
    return "short" if len(text) < (measure.width * 0.75 if measure.wrapped else 60) else "open"


def _head(text: str) -> str:
    """How a line of text begins."""
    first = text[:1]
    if first.islower():
        return "small"
    return "digit" if first.isdigit() else "bracket" if first in "[(" else "capital"


def _resumes(tail: str, head: str) -> float:
    """How well text that ended so goes on with a line that begins so."""
    if not tail or not head:
        return 0.0
    if tail == "hyphen":
        return 2.0 if head in ("small", "capital") else -1.0
    if head == "small":
        return -3.0 if tail == "sentence" else 2.0
    if tail in ("sentence", "clause") or head == "bracket":
        return 0.5
    if head == "digit":
        return 2.0
    return 0.0 if tail == "short" else -1.0
