"""Which lines of a document are notes, where the notes stand among the text page by page.

Each line is text, or begins a note, or goes on with one. The best whole is chosen at once (Viterbi): for a
note speaks how a line looks (its number, citations), that lines were broken as a note's are, and that the
text goes on behind the notes where it stopped before them; against it, that notes need reasons. Where
marks are to be seen in the text of a page, as many notes are looked for beneath it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from teiedition.encode.endings import ends_clause, ends_sentence
from teiedition.encode.linelooks import Look, Measure, odds
from teiedition.encode.numbering import Counted
from teiedition.encode.reading import Line
from teiedition.encode.traces import without_mark

_ENTER = -3.0
_ENTER_WITHIN = -8.0
"""Where notes have numbers, a run begins without one only if a note goes on from the page before."""
_UNFINISHED = -2.5
_BROKEN = 2.0
"""An empty line in the middle of a sentence: a page ends there, most often."""
_NO_MARK = -4.0
_ANSWER = 4.0
_UNANSWERED = -3.0
_MANY = 200
"""So many marks are no page's, and are not counted down: the notes stand behind the text."""
_PRUNE = 20.0
_FEW = 5


Run = tuple[int, int]
_Scored = Sequence[tuple["State", float]]


class State(NamedTuple):
    """What of the lines before matters: within notes, how the text before them ended; how many marks of
    the page wait for their notes; whether the last note was left unfinished at its page's end."""

    notes: bool
    tail: str
    marks: int
    unfinished: bool


class Lines(NamedTuple):
    """A document's lines and what is known of them: the numbers of notes by the line's number; the marks
    that count up, where only these have numbers; the numbers of all marks; the indices of lines at a page's
    top, and of those beneath what may be a heading of notes."""

    lines: Sequence[Line]
    numbered: Mapping[int, str]
    marks: Sequence[Counted] | None
    labels: frozenset[str]
    tops: frozenset[int]
    headed: frozenset[int] = frozenset()

    @property
    def counted(self) -> bool:
        """Have the notes numbers, rather than asterisks here and there?"""
        labels = self.numbered.values()
        return len(labels) > _FEW or any(label.isdigit() for label in labels)


def note_runs(
    document: Lines, looks: Sequence[Look], measure: Measure, known: Sequence[Run] = ()
) -> list[Run]:
    """The runs of note lines, as half-open ranges of indices; `known` are those found before, of which is
    learnt whether empty lines stand around them."""
    step = _Step(document, looks, measure, _spacing(document.lines, known))
    scores = {State(False, "", 0, False): 0.0}
    back: list[dict[State, State]] = []
    for at in range(len(document.lines) + 1):
        new: dict[State, float] = {}
        came: dict[State, State] = {}
        for state, after, score in step.ways(scores, at):
            if after not in new or score > new[after]:
                new[after], came[after] = score, state
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
    """The ways from the states before a line to those behind it, with what speaks for each."""

    def __init__(self, document: Lines, looks: Sequence[Look], measure: Measure, spacing: float) -> None:
        self._lines, self._tops, self._spacing = document.lines, document.tops, spacing
        self._numbered, self._counted = document.numbered, document.counted
        self._looks, self._measure = looks, measure
        self._owing, self._headed = document.marks is not None, document.headed
        self._marks = Counter(mark.at for mark in document.marks or ())
        self._tails = [_tail(without_mark(line.text, document.labels), measure) for line in self._lines]
        self._heads = [_head(line.text) for line in self._lines] + [""]

    def ways(self, scores: Mapping[State, float], at: int) -> Iterator[tuple[State, State, float]]:
        """From which state to which, and the score there; behind the last line, only the text's end."""
        last = at == len(self._lines)
        texts = [(state, score) for state, score in scores.items() if not state.notes]
        notes = [(state, score) for state, score in scores.items() if state.notes]
        yield from self._text_after_text(texts, at)
        yield from self._text_after_notes(notes, at)
        if at and not last:
            yield from self._notes_after_text(texts, at)
            yield from self._notes_after_notes(notes, at)

    def _text_after_text(self, texts: _Scored, at: int) -> Iterator[tuple[State, State, float]]:
        tail = self._tails[at - 1] if at else ""
        more = _resumes(tail, self._heads[at])
        last = at == len(self._lines)
        if not last and self._lines[at].gap and tail == "open" and at not in self._tops:
            more -= _BROKEN if self._measure.wrapped else 0.0
        marks = self._marks[at]
        for state, score in texts:
            owed = _UNANSWERED * min(state.marks, 2) if last else 0.0
            waiting = min(_MANY, state.marks + marks)
            yield state, State(False, "", waiting, state.unfinished), score + more + owed

    def _text_after_notes(self, notes: _Scored, at: int) -> Iterator[tuple[State, State, float]]:
        last = at == len(self._lines)
        unfinished = bool(notes) and not last and self._unfinished(at - 1)
        more = _UNFINISHED if unfinished else 0.0
        more += 1.0 if last or at in self._tops or self._lines[at].gap else self._spacing
        after = State(False, "", self._marks[at], unfinished)
        for state, score in notes:
            owed = _UNANSWERED * min(state.marks, 2)
            yield state, after, score + more + owed + _resumes(state.tail, self._heads[at])

    def _notes_after_text(self, texts: _Scored, at: int) -> Iterator[tuple[State, State, float]]:
        look, tail, line = self._looks[at], self._tails[at - 1], self._lines[at]
        counted = self._counted and line.number not in self._numbered
        spacing = 0.0 if line.gap else self._spacing
        begins = look.begins + (_ENTER_WITHIN if counted else _ENTER) + spacing
        begins -= 1.5 if at in self._tops else 0.0
        begins -= _ENTER if at in self._headed else 0.0
        goes_on = look.goes_on + spacing
        for state, score in texts:
            yield state, *self._begun(state, tail, score + begins + _UNFINISHED * state.unfinished)
            if state.unfinished or self._heads[at] != "capital":
                score += goes_on + (_ENTER if state.unfinished else _ENTER_WITHIN)
                yield state, State(True, tail, state.marks, False), score

    def _notes_after_notes(self, notes: _Scored, at: int) -> Iterator[tuple[State, State, float]]:
        line, look = self._lines[at], self._looks[at]
        begins, goes_on = odds(self._lines[at - 1], line, self._measure)
        # Where lines are broken tells a note from another, but not notes from text.
        level = max(0.0, _resumes(self._tails[at - 1], self._heads[at])) - max(begins, goes_on)
        level -= 2.0 if at in self._tops else 0.0
        begins += look.begins + level
        goes_on += look.goes_on + level
        if self._counted and line.number not in self._numbered:
            begins += _ENTER_WITHIN
        for state, score in notes:
            yield state, *self._begun(state, state.tail, score + begins)
            yield state, state, score + goes_on

    def _begun(self, state: State, tail: str, score: float) -> tuple[State, float]:
        """A note begins, for which the page's next mark is taken, if marks are known."""
        if not self._owing or state.marks == _MANY:
            return State(True, tail, state.marks, False), score
        score += _ANSWER if state.marks else _NO_MARK
        return State(True, tail, max(0, state.marks - 1), False), score

    def _unfinished(self, at: int) -> bool:
        """Does the note go on behind this line, on the next page?"""
        text = self._lines[at].text
        if text[-1] in ",-–—(" and not text[-2:-1].isdigit():
            return True
        short = self._measure.wrapped and len(text) < self._measure.width * 0.85
        return not short and text[-1].islower()


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
