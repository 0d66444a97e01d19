"""How lines look: as text, as the beginning of a note, as what goes on with one; where a line was broken
because it was full, and where because something new begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from teiedition.encode.endings import CLOSING, ends_sentence
from teiedition.encode.reading import Line
from teiedition.encode.segments import is_source_note
from teiedition.encode.tables import is_row

_NUMBERED = 8.0
_NEVER = -20.0
_WIDEST = 130

_PLACE_YEAR = re.compile(r"\([^()]{0,120}\b(?:1[5-9]|20)\d\d[a-z]?(?:/[^()]{1,40})?\)")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:pp?|vols?|nos?|eds?|trans|ff?|op|d|l|ch|chap|fol|ser|bk|par|Op|diss)\.[ ,]?"
)
_REFERRING = re.compile(
    r"(?:See|Cf\.|Ibid|Idem|Id\.|Op\. cit|Loc\. cit|Quoted|Cited|For |On )", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"\d(?:[-–]\d+)?[.;]?[”\"]?$")
_TITLE = re.compile(r"[“\"][^“”\"]{4,200}[,.]?[”\"],?(?:\s|$)")
_SIGLUM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*,? (?:no\. |f\. |[A-Z]{0,2} ?)?\d")
_DATE_PAGE = re.compile(r"\b\d{1,2} [A-Z][a-z]+(?: \d{4})?, \d")


class Measure(NamedTuple):
    """The width of printed lines, in characters, and whether lines were broken at it at all."""

    width: int
    wrapped: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measure:
        """The measure of lines, most of which were broken because they were full."""
        lengths = sorted(len(line.text) for line in lines)
        if len(lengths) < 4:
            return cls(_WIDEST, False)
        width = lengths[len(lengths) * 9 // 10]
        longer = sum(length > width * 1.15 + 3 for length in lengths)
        full = sum(length > width * 0.8 for length in lengths)
        wrapped = 30 <= width <= _WIDEST and longer * 20 <= len(lengths) and full * 5 >= len(lengths) * 2
        return cls(width, wrapped)

    def room(self, line: Line, after: Line) -> float:
        """How much room there was in a line for the next one's first word, as a share of the width."""
        return 1 - (len(line.text) + 1 + len(after.text.split(None, 1)[0])) / max(self.width, 1)


class Look(NamedTuple):
    """The odds that a line begins a note, and that it goes on with one, rather than being text."""

    begins: float
    goes_on: float


class Looks:
    """How each line of a document looks.

    `numbered` are the lines, by number, that begin with a note's number; `apart` the indices of lines in
    blocks that begin with one; `known` the lines found to be notes before, from which is learnt with which
    words this document's notes begin.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        measure: Measure,
        numbered: Mapping[int, str],
        apart: frozenset[int] = frozenset(),
        known: Sequence[Line] = (),
    ) -> None:
        self.measure = measure
        openings = Counter(_opening(line.text, 2) for line in lines)
        learnt = Counter(_opening(line.text, 1) for line in known)
        self._looks: list[Look] = []
        for at, line in enumerate(lines):
            if line.is_rule or line.level or line.bold or is_row(line) or is_source_note(line.text):
                look = Look(_NEVER, _NEVER)
            elif line.number in numbered:
                look = Look(_NUMBERED, -6.0)
            elif at in apart:
                look = Look(0.0, _NUMBERED)
            else:
                after = lines[at + 1].text if measure.wrapped and at + 1 < len(lines) else ""
                look = _look(line.text, after, openings)
                more = 1.0 if learnt.get(_opening(line.text, 1), 0) > 1 else 0.0
                look = Look(look.begins + more, look.goes_on)
            self._looks.append(look)

    def __getitem__(self, at: int) -> Look:
        return self._looks[at]


def odds(line: Line, after: Line, measure: Measure) -> Look:
    """The odds that a note begins with the note line `after` another, and that the one before goes on."""
    small = after.text[:1].islower()
    text = line.text
    if text[-1] in ",-–—(" and not text[-2:-1].isdigit():
        return Look(-4.0, 2.0)
    apart = -1.5 if after.gap else 0.0
    if measure.wrapped:
        room = measure.room(line, after)
        if room > 0:
            return Look(min(3.0, 25 * room) - (2.0 if small else 0.0), -min(5.0, 30 * room) + apart)
        if not ends_sentence(text):
            return Look(-3.0, 1.5 + apart)
        return Look(-3.0 if small else -0.7, 0.5 + apart)
    if text[-1] == ";":
        return Look(-0.5, 1.0 + apart)
    if text[-1] not in f".!?:;…{CLOSING}":
        digit = text[-1].isdigit() or text[-2:-1].isdigit()
        return Look(0.5, apart) if digit else Look(-1.5, 2.5 + apart)
    return Look(-4.0, 2.0 + apart) if small else Look(1.5, -2.0 + apart)


def _look(text: str, after: str, openings: Mapping[str, int]) -> Look:
    cited = _cited(text, after)
    words = text.split()
    share = sum(word[:1].islower() for word in words) / max(len(words), 1)
    plain = 0.0
    if len(words) > 3:
        plain = 1.0 if share < 0.35 else -2.0 if share > 0.65 else 0.0
    if len(words) > 60 and share > 0.6:
        plain -= 4.0
    begins = -1.5 + cited + plain
    begins += 2.0 if _REFERRING.match(text) else 0.0
    begins += 1.0 if openings[_opening(text, 2)] > 1 and len(words) > 1 and share < 0.6 else 0.0
    begins -= 1.0 if text[:1].islower() else 0.0
    return Look(begins, -0.4 + 0.7 * cited + 0.5 * plain)


def _cited(text: str, after: str) -> float:
    """How much in a line looks like a citation; one may end in the line after."""
    whole = f"{text[:1200]} {after[:60]}" if after else text[:1200]
    end = len(text)
    score = 2.5 if (found := _PLACE_YEAR.search(whole)) and found.start() < end else 0.0
    score += min(3.0, 1.5 * len(_ABBREVIATED.findall(text[:600])))
    score += 1.5 if _PAGE_AT_END.search(text) else 0
    score += 1.0 if (found := _TITLE.search(whole)) and found.start() < end else 0
    score += 1.5 if _SIGLUM.search(text) else 0
    score += 1.0 if _DATE_PAGE.search(text) else 0
    return score


def _opening(text: str, words: int) -> str:
    return " ".join(text.split(None, words)[:words]).rstrip(",.")
