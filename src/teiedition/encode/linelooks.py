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

_FIGURE = re.compile(r"\d")
_SMALL = re.compile(r"(?<![^\s])[^\W\d_A-ZÀ-ÖØ-ÞА-Я]")
_PLACE_YEAR = re.compile(r"\([^()]{0,120}\b(?:1[5-9]|20)\d\d[a-z]?(?:/[^()]{1,40})?\)")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:pp?|vols?|nos?|eds?|trans|ff?|op|d|l|ch|chap|fol|ser|bk|par|Op|diss)\.[ ,]?"
)
_SHORTENED = re.compile(
    r"(?:^|[\W\d_])(?:[A-Z]|[A-Z]\.[A-Z]|[A-Z][a-z]?|pp?|vs?|op|nos?|f|d|l|vols?|eds?|trans|ch|fol|cf)\.$"
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
        full = [line.text[-1] for line in lines if len(line.text) > width * 0.8]
        broken = sum(last.isalpha() or last in ",-–—" for last in full)
        wrapped = 30 <= width <= _WIDEST and longer * 20 <= len(lengths) and broken * 5 >= len(lengths)
        return cls(width, wrapped)

    def room(self, line: Line, after: Line) -> float:
        """How much room there was in a line for the next one's first word, as a share of the width."""
        return 1 - (len(line.text) + 1 + len(after.text.split(None, 1)[0])) / max(self.width, 1)


class Look(NamedTuple):
    """The odds that a line begins a note, and that it goes on with one, rather than being text."""

    begins: float
    goes_on: float


class Looks:
    """How each line of a document looks, before anything is known of its notes."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.measure = Measure.of(lines)
        self._lines = lines
        self._first = [_opening(line.text, 1) for line in lines]
        openings = Counter(_opening(line.text, 2) for line in lines)
        below = [line.text for line in lines[1:]] if self.measure.wrapped else [""] * len(lines)
        self.plain: list[Look] = [
            Look(_NEVER, _NEVER) if _set_off(line) else _look(line.text, after, openings)
            for line, after in zip(lines, [*below, ""], strict=False)
        ]

    def told(
        self, numbered: Mapping[int, str], apart: frozenset[int], known: Sequence[tuple[int, int]] = ()
    ) -> list[Look]:
        """How they look where it is known which lines, by number, begin with a note's number; which, by
        index, stand in blocks that begin with one; and which were found to be notes before: with the words
        with which these begin, others may."""
        learnt = Counter(self._first[at] for run in known for at in range(*run))
        found = []
        for at, (line, look) in enumerate(zip(self._lines, self.plain, strict=True)):
            if look.begins == _NEVER:
                found.append(look)
            elif line.number in numbered:
                found.append(Look(_NUMBERED, -6.0))
            elif at in apart:
                found.append(Look(0.0, _NUMBERED))
            else:
                known_word = learnt.get(self._first[at], 0) > 1
                found.append(Look(look.begins + 1.0, look.goes_on) if known_word else look)
        return found


def _set_off(line: Line) -> bool:
    return line.is_rule or bool(line.level) or line.bold or is_row(line) or is_source_note(line.text)


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
        if not ends_sentence(text) or _SHORTENED.search(text, max(0, len(text) - 8)):
            return Look(-2.0 if text[-1].isdigit() else -6.0, 1.5 + apart)
        return Look(-3.0 if small else 0.5, 0.5 + apart)
    if text[-1] == ";":
        return Look(-0.5, 1.0 + apart)
    if text[-1] not in f".!?:;…{CLOSING}":
        digit = text[-1].isdigit() or text[-2:-1].isdigit()
        return Look(0.5, apart) if digit else Look(-1.5, 2.5 + apart)
    return Look(-4.0, 2.0 + apart) if small else Look(1.5, -2.0 + apart)


def _look(text: str, after: str, openings: Mapping[str, int]) -> Look:
    cited = _cited(text, after)
    words = text.count(" ") + 1
    share = len(_SMALL.findall(text)) / words
    plain = 0.0
    if words > 3:
        plain = 1.0 if share < 0.35 else -2.0 if share > 0.65 else 0.0
    if words > 60 and share > 0.6:
        plain -= 4.0
    begins = -1.5 + cited + plain
    begins += 2.0 if _REFERRING.match(text) else 0.0
    begins += 1.0 if words > 1 and share < 0.6 and openings[_opening(text, 2)] > 1 else 0.0
    begins -= 1.0 if text[:1].islower() else 0.0
    if text.isdigit():
        begins = _NEVER
    return Look(begins, -0.4 + 0.7 * cited + 0.5 * plain)


def _cited(text: str, after: str) -> float:
    """How much in a line looks like a citation; one may end in the line after."""
    whole = f"{text[:1200]} {after[:60]}" if after else text[:1200]
    end = len(text)
    if not _FIGURE.search(whole):
        return min(3.0, 1.5 * len(_ABBREVIATED.findall(text[:600])))
    score = 2.5 if (found := _PLACE_YEAR.search(whole)) and found.start() < end else 0.0
    score += min(3.0, 1.5 * len(_ABBREVIATED.findall(text[:600])))
    score += 1.5 if _PAGE_AT_END.search(text) else 0
    score += 1.0 if (found := _TITLE.search(whole)) and found.start() < end else 0
    score += 1.5 if _SIGLUM.search(text) else 0
    score += 1.0 if _DATE_PAGE.search(text) else 0
    return score


def _opening(text: str, words: int) -> str:
    return " ".join(text.split(None, words)[:words]).rstrip(",.")
