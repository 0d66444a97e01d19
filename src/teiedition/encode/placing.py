"""Note lines parted into notes, and these put to their places in the text."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from teiedition.encode.alignment import NoteLine, Place, Placed, align
from teiedition.encode.linelooks import Look, Measure, odds
from teiedition.encode.notelines import Lines, Run
from teiedition.encode.numbering import after_number
from teiedition.encode.reading import Line
from teiedition.encode.traces import words

_WITHIN = re.compile(
    r"(?<=[\d”\"]\.)\s+(?=(?:Ibid|Idem|Id|See|Cf)\b)"
    r"|(?<=\d[.])\s+(?=[A-Z][\w’'-]+, [“\"A-Z])|(?<=\.”)\s+(?=[A-Z])"
)

_OTHER_PAGE = 3.5
_OWED = 11.0
_UNLIKELY = -2.0
_MANY_PLACES = 600
_LESS_OFTEN = 2.1
"""By how much fewer lines begin a note than go on with one, which how they look has counted already."""


@dataclass(slots=True)
class Note:
    """A note: its lines (its number and mark left out), the number as printed, and its place: the offset
    in the source behind which it stands, -1 if none was found; `mark` is the stretch of a visible mark."""

    lines: list[Line]
    number: str = ""
    offset: int = -1
    mark: tuple[int, int] | None = None
    probability: float = 1.0
    page: int = 0
    place: str = "foot"

    @property
    def certainty(self) -> str:
        """How sure its place is: `high`, `medium` or `low`; empty where its mark is there to be seen."""
        if self.mark is not None:
            return ""
        return "high" if self.probability >= 0.7 else "medium" if self.probability >= 0.4 else "low"


class Noted(NamedTuple):
    """A document's lines and the runs of notes among them, by index; what is known of their numbers; how the
    notes' lines were broken; how each line looks, and the whole line that one is a part of, by number."""

    lines: Sequence[Line]
    runs: Sequence[Run]
    document: Lines
    measure: Measure
    looks: Mapping[int, Look]
    whole: Mapping[int, Line]

    @property
    def numbered(self) -> Mapping[int, str]:
        """The numbers before the notes, by the line's number."""
        return self.document.numbered

    @property
    def owing(self) -> bool:
        """Have marks lost the numbers of their notes, so that to each mark belongs a note, and to each note
        a mark?"""
        return self.document.marks is not None


def placed(noted: Noted, candidates: Sequence[Place]) -> list[Note]:
    """Part the note lines into notes and put each to its place, one of the `candidates`."""
    own = [
        (part, page)
        for page, run in enumerate(noted.runs)
        for at in range(*run)
        for part in _parts(noted.lines[at])
    ]
    candidates = _telling(candidates)
    if noted.document.marks is not None:
        candidates = _owing(candidates, {mark.start for mark in noted.document.marks})
    match = _Match(own, noted, candidates)
    return [
        _note(own[found.first : found.last], noted, candidates, found)
        for found in align(_rows(own, noted, candidates), candidates, match)
    ]


def _owing(candidates: Sequence[Place], marks: Collection[int]) -> list[Place]:
    """The places, of which those of marks that count up must have their notes."""
    return [
        place._replace(weight=0.0, unused=_OWED) if place.mark_start in marks else place
        for place in candidates
        if not place.number.isdigit() or place.mark_start in marks
    ]


def _rows(own: Sequence[tuple[Line, int]], noted: Noted, candidates: Sequence[Place]) -> list[NoteLine]:
    """For each line the odds that it begins a note, and where that may stand: on its page or the one
    before; where very much text stands above many notes, about as far down as the line is among them."""
    pages = [place.page for place in candidates]
    lines = Counter(page for _, page in own)
    seen: Counter[int] = Counter()
    counted = noted.document.counted
    rows = []
    for number, (line, page) in enumerate(own):
        before = own[number - 1] if number else None
        begins, goes_on = _odds(line, before, noted, counted)
        first, last = bisect_left(pages, page - 1), bisect_right(pages, page)
        if (many := last - first) > _MANY_PLACES:
            middle = first + many * seen[page] // lines[page]
            around = max(_MANY_PLACES, many // 5) // 2
            first, last = max(first, middle - around), min(last, middle + around)
        seen[page] += 1
        rows.append(NoteLine(begins, goes_on, first, last))
    return rows


def _telling(candidates: Sequence[Place]) -> Sequence[Place]:
    """Where there are very many, only the places of marks, or if none are to be seen, of likely ones."""
    if len(candidates) <= _MANY_PLACES * 10 or len({place.page for place in candidates}) > 2:
        return candidates
    marked = any(place.number for place in candidates)
    return [place for place in candidates if place.number or not marked and place.weight > _UNLIKELY]


class _Match:
    """The odds for a note and a place: the place's own, the words that the note shares with the sentence
    before it, and their numbers."""

    def __init__(self, own: Sequence[tuple[Line, int]], noted: Noted, candidates: Sequence[Place]) -> None:
        self._own, self._numbered, self._candidates = own, noted.numbered, candidates
        self._owing = noted.owing
        seen = Counter(word for place in candidates for word in place.words)
        all = math.log(len(candidates) + 1)
        self._rarity = {word: (1 - math.log(count) / all) ** 2 for word, count in seen.items()}
        self._words = [words(line.text) for line, _ in own]
        self._marked = any(place.number for place in candidates)

    def __call__(self, row: int, at: int) -> float:
        line, page = self._own[row]
        place = self._candidates[at]
        shared = sum(self._rarity[word] for word in self._words[row] & place.words)
        odds = place.weight + min(3.0, shared) - (0 if place.page == page else _OTHER_PAGE)
        if not self._marked:
            return odds
        label = self._numbered.get(line.number, "")
        if self._owing and not label:
            return (odds if place.page == page else odds - _OWED) if place.number else odds - _OWED
        if place.number:
            return odds + (6.0 if place.number == label else -12.0 if label else -6.0)
        return odds - (2.0 if label else 0.0)


def _parts(line: Line) -> Iterator[Line]:
    """A note line, cut where another note may begin that was set on the same line: "p. 64. Ibid., p. 70."."""
    start = 0
    for found in _WITHIN.finditer(line.text, after_number(line.text)):
        yield line._replace(
            start=line.start + start, end=line.start + found.start(), text=line.text[start : found.start()]
        )
        start = found.end()
    yield line._replace(start=line.start + start, text=line.text[start:])


def _odds(line: Line, before: tuple[Line, int] | None, noted: Noted, counted: bool) -> tuple[float, float]:
    """The odds that a note line begins a note, and that it goes on with the one before. Where notes are
    `counted`, one without a number does not begin."""
    inside = before is not None and before[0].number == line.number
    if line.number in noted.numbered and not inside:
        return 6.0, -6.0
    if before is None:
        return 1.0, -6.0
    if inside:
        return -2.5, 0.5
    if counted:
        return -5.0, 3.0
    begins, goes_on = odds(noted.whole[before[0].number], line, noted.measure)
    look = noted.looks[line.number]
    return begins + look.begins - look.goes_on + _LESS_OFTEN, goes_on


def _note(own: Sequence[tuple[Line, int]], noted: Noted, candidates: Sequence[Place], placed: Placed) -> Note:
    lines = [line for line, _ in own]
    number = noted.numbered.get(lines[0].number, "")
    if number:
        first, begins = lines[0], after_number(lines[0].text)
        lines[0] = first._replace(start=first.start + begins, text=first.text[begins:])
    note = Note(lines, number, page=own[0][1], probability=placed.probability)
    if placed.place >= 0:
        place = candidates[placed.place]
        note.offset = place.offset
        if place.number:
            note.mark = (place.mark_start, place.mark_end)
            note.offset = place.mark_start
            note.number = number or place.number
        elif place.weight < 0:
            note.probability = min(note.probability, 0.49)
    return note
