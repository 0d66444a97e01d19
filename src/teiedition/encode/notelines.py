"""Which lines of a document are notes, where the notes stand among the text page by page.

A dynamic programme over the lines chooses runs of note lines. For a run speaks that its lines look like
notes (numbers before them, citations), and that the text goes on behind it where it stopped before it;
against it, that a run needs reasons.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from teiedition.encode.endings import ends_clause, ends_sentence
from teiedition.encode.reading import Line
from teiedition.encode.segments import is_source_note
from teiedition.encode.tables import is_row

_LONGEST_RUN = 60
_ENTER = -3.0
_ENTER_WITHIN = -8.0
"""Where notes have numbers, a run begins without one only if a note goes on from the page before."""
_NUMBERED = 8.0

_PLACE_YEAR = re.compile(r"\([^()]{0,120}\b(?:1[5-9]|20)\d\d[a-z]?(?:/[^()]{1,40})?\)")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:pp?|vols?|nos?|eds?|trans|f|ff|op|d|l|ch|chap|fol|ser|bk|par|Op|diss)\.[ ,]?"
)
_REFERRING = re.compile(
    r"(?:See|Cf\.|Ibid|Idem|Id\.|Op\. cit|Loc\. cit|Quoted|Cited|For |On )", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"\d(?:[-–]\d+)?[.;]?[”\"]?$")
_TITLE = re.compile(r"[“\"][^“”\"]{4,200}[,.]?[”\"],?(?:\s|$)")
_SIGLUM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*,? (?:no\. |f\. |[A-Z]{0,2} ?)?\d")
_DATE_PAGE = re.compile(r"\b\d{1,2} [A-Z][a-z]+(?: \d{4})?, \d")


Run = tuple[int, int]


def note_runs(
    lines: Sequence[Line], numbered: Mapping[int, str], tops: frozenset[int], known: Sequence[Run] = ()
) -> list[Run]:
    """The runs of note lines, as half-open ranges of indices.

    `numbered` are the line numbers of lines that begin with a note's number; `tops` are the indices of
    lines that stand at a page's top, as a running head before them shows; `known` are runs found before,
    from which the words are learnt with which this document's notes begin.
    """
    learnt = Counter(_opening(lines[at].text, 1) for run in known for at in range(*run))
    scores = _noteness(lines, numbered, learnt)
    for at in _set_apart(lines, numbered, tops):
        scores[at] = _NUMBERED
    counted = any(label.isdigit() for label in numbered.values())
    entry = [_ENTER if line.number in numbered or not counted else _ENTER_WITHIN for line in lines]
    n = len(lines)
    best = [0.0] * (n + 1)
    came: list[int] = list(range(-1, n))
    for at in range(1, n + 1):
        best[at], came[at] = _step(lines, at, best, scores, tops, entry)
    runs: list[tuple[int, int]] = []
    at = n
    while at > 0:
        start = came[at]
        if start + 1 < at:
            runs.append((start + 1, at))
        at = start
    return runs[::-1]


def _step(
    lines: Sequence[Line],
    at: int,
    best: Sequence[float],
    scores: Sequence[float],
    tops: frozenset[int],
    entry: Sequence[float],
) -> tuple[float, int]:
    """The best way to have `lines[at]` as text (or to be at the end): the score, and the text line before."""
    found, origin = best[at - 1] + _goes_on(lines, at - 1, at), at - 1
    inside = 0.0
    for start in range(at - 1, max(0, at - _LONGEST_RUN), -1):
        inside += scores[start]
        if start < at - 1:
            inside += _note_goes_on(lines[start], lines[start + 1])
        if inside < -12:
            break
        score = best[start - 1] + inside + entry[start] + _goes_on(lines, start - 1, at)
        if at in tops or at == len(lines):
            score += 1.0
        elif not lines[at].gap and lines[at - 1].text[-1] in ",-–—":
            score -= 3.0  # the note is not at its end
        if score > found:
            found, origin = score, start - 1
    return found, origin


def _goes_on(lines: Sequence[Line], before: int, at: int) -> float:
    """How well text goes on from one line to another."""
    if before < 0 or at >= len(lines):
        return 0.0
    line, after = lines[before], lines[at]
    first = after.text[:1]
    closed = ends_clause(line.text)
    if line.text.endswith("-") and first.isalpha():
        return 2.0
    if first.islower() or first.isdigit() and not closed:
        return -3.0 if ends_sentence(line.text) else 2.0
    if closed or first in "[(":
        return 0.5
    return 0.0 if len(line.text) < 60 else -1.0


def _note_goes_on(line: Line, after: Line) -> float:
    """How well one note line follows another, as its continuation or as the next note."""
    if after.text[:1].islower() and ends_sentence(line.text):
        return -3.0
    if not after.gap and (line.text[-1] in ",-–—" or after.text[:1].islower()):
        return 1.5
    return 0.0 if after.gap == 0 else -0.5


def _noteness(lines: Sequence[Line], numbered: Mapping[int, str], learnt: Mapping[str, int]) -> list[float]:
    """For each line, how much it looks like a note (above 0) or like text (below)."""
    openings = Counter(_opening(line.text, 2) for line in lines)
    scores = []
    for line in lines:
        if line.is_rule or line.level or line.bold or is_row(line) or is_source_note(line.text):
            scores.append(-20.0)
        elif line.number in numbered:
            scores.append(_NUMBERED)
        else:
            known = 1.0 if learnt.get(_opening(line.text, 1), 0) > 1 else 0.0
            scores.append(_looks(line.text, openings) + known)
    return scores


def _set_apart(lines: Sequence[Line], numbered: Mapping[int, str], tops: frozenset[int]) -> list[int]:
    """The lines, by index, of blocks that begin with a numbered note; none where the notes of a document
    are not set apart from its text by empty lines."""
    apart: list[int] = []
    within = False
    for at, line in enumerate(lines):
        if at == 0 or line.gap or at in tops or line.page:
            within = line.number in numbered
        if within:
            apart.append(at)
    begun = sum(lines[at].number in numbered for at in apart)
    return apart if begun * 5 >= len(numbered) * 4 else []


def _looks(text: str, openings: Mapping[str, int]) -> float:
    score = -1.5
    small = sum(word[:1].islower() for word in text.split())
    words = len(text.split())
    score += 2.5 if _PLACE_YEAR.search(text) else 0
    score += min(3.0, 1.5 * len(_ABBREVIATED.findall(text[:600])))
    score += 2.0 if _REFERRING.match(text) else 0
    score += 1.5 if _PAGE_AT_END.search(text) else 0
    score += 1.0 if _TITLE.search(text) else 0
    score += 1.5 if _SIGLUM.search(text) else 0
    score += 1.0 if _DATE_PAGE.search(text) else 0
    share = small / max(words, 1)
    score += 1.0 if openings[_opening(text, 2)] > 1 and words > 1 and share < 0.6 else 0
    if words > 3:
        score += 1.0 if share < 0.35 else -2.0 if share > 0.65 else 0
    if words > 60 and share > 0.6:
        score -= 4.0
    return score - (1.0 if text[:1].islower() else 0)


def _opening(text: str, words: int) -> str:
    return " ".join(text.split(None, words)[:words]).rstrip(",.")
