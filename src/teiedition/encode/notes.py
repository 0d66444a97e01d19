"""The notes of a document: told from its text, put together from their lines, put to their places."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from teiedition.encode.alignment import NoteLine, Place, Placed, align
from teiedition.encode.endings import CLOSING
from teiedition.encode.notelines import note_runs
from teiedition.encode.numbering import after_number
from teiedition.encode.numbering import numbered as numbers
from teiedition.encode.paragraphs import Habits
from teiedition.encode.reading import Line
from teiedition.encode.segments import is_source_note
from teiedition.encode.traces import TextLine, glued, places, visible, words

_WITHIN = re.compile(
    r"(?<=[\d”\"]\.)\s+(?=(?:Ibid|Idem|Id|See|Cf)\b)"
    r"|(?<=\d[.])\s+(?=[A-Z][\w’'-]+, [“\"A-Z])|(?<=\.”)\s+(?=[A-Z])"
)
_NEEDED_TRACES = 0.3
_WIDEST = 130


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


@dataclass(slots=True)
class Apparatus:
    """What `find` gives: the text's lines, the notes in order, and where pages end: by the number of the
    text line that a page begins with; `heading` is the line above notes that stand behind the text."""

    text: list[Line]
    notes: list[Note] = field(default_factory=list)
    page_begins: frozenset[int] = frozenset()
    heading: Line | None = None


def find(
    lines: Sequence[Line], tops: frozenset[int], habits: Habits, headings: Collection[str] = ()
) -> Apparatus:
    """Find the notes among a document's lines.

    `tops` are numbers of lines under a running head, `headings` what may stand above notes that are
    printed behind the text, in lower case.
    """
    numbered = numbers(lines)
    if not numbered and sum(map(glued, lines)) < 2:
        return Apparatus(list(lines))
    top_indices = frozenset(at for at, line in enumerate(lines) if line.number in tops)
    behind = _endnotes(lines, numbered)
    runs = behind or note_runs(lines, numbered, top_indices)
    if not runs:
        return Apparatus(list(lines))
    heading = lines[behind[0][0] - 1] if behind and behind[0][0] else None
    if heading and heading.text.strip(" :.").lower() in headings:
        apart = find([line for line in lines if line is not heading], tops, habits)
        for note in apart.notes:
            note.place = "end"
        apart.heading = heading
        return apart
    if runs[-1][1] < len(lines) or len(runs) > 1:
        runs = note_runs(lines, numbered, top_indices, runs)
    text = _text_lines(lines, runs, habits)
    lengths = sorted(len(item.line.text) for item in text if len(item.line.text) <= _WIDEST)
    width = lengths[len(lengths) * 9 // 10] if lengths else _WIDEST
    flowing = sum(len(item.line.text) > 1.5 * width for item in text) * 10 > len(text)
    candidates = places(text, frozenset(numbered.values()), flowing, width)
    found = _aligned(lines, runs, numbered, candidates)
    traces = sum(place.weight >= 3 for place in candidates)
    if not numbered and traces < max(2, _NEEDED_TRACES * len(found)):
        return Apparatus(list(lines))
    _unplaced(found, text)
    begins = frozenset(lines[last].number for _, last in runs if last < len(lines))
    return Apparatus([item.line for item in text], found, begins)


def _counted(numbered: Mapping[int, str]) -> bool:
    """Have the notes numbers, rather than asterisks here and there?"""
    return any(label.isdigit() for label in numbered.values())


def _endnotes(lines: Sequence[Line], numbered: Mapping[int, str]) -> list[tuple[int, int]]:
    """One run from the first note to the end, where all notes stand behind the text and its marks."""
    starts = [
        at for at, line in enumerate(lines) if line.number in numbered and numbered[line.number].isdigit()
    ]
    if len(starts) < 2 or numbered[lines[starts[0]].number] != "1":
        return []
    first = starts[0]
    last = next((at for at in range(first, len(lines)) if is_source_note(lines[at].text)), len(lines))
    dense = sum(line.number in numbered for line in lines[first:last]) * 4 >= last - first
    labels = [numbered[lines[at].number] for at in starts]
    ordered = all(int(a) < int(b) for a, b in zip(labels, labels[1:], strict=False))
    marks = {mark for line in lines[:first] for mark, _ in visible(line.text, frozenset(labels))}
    marked = sum(label in marks for label in labels) * 5 >= len(labels) * 4
    return [(first, last)] if dense and ordered and marked else []


def _text_lines(lines: Sequence[Line], runs: Sequence[tuple[int, int]], habits: Habits) -> list[TextLine]:
    """The lines of text with their pages, which end at each run of notes."""
    pages: list[tuple[Line, int]] = []
    at = 0
    for page, (first, last) in enumerate([*runs, (len(lines), len(lines))]):
        pages += [(line, page) for line in lines[at:first]]
        at = last
    goes_on = [
        habits.continues(a, b if page == same else b._replace(gap=0))
        for (a, page), (b, same) in zip(pages, pages[1:], strict=False)
    ]
    return [
        TextLine(
            line,
            page,
            number > 0 and goes_on[number - 1],
            number < len(goes_on) and goes_on[number],
            number > 0 and pages[number - 1][1] != page,
        )  # fmt: skip
        for number, (line, page) in enumerate(pages)
    ]


def _aligned(
    lines: Sequence[Line],
    runs: Sequence[tuple[int, int]],
    numbered: Mapping[int, str],
    candidates: Sequence[Place],
) -> list[Note]:
    """Part the note lines into notes and put each to its place."""
    own = [(part, page) for page, run in enumerate(runs) for at in range(*run) for part in _parts(lines[at])]
    pages = [place.page for place in candidates]
    rows: list[NoteLine] = []
    counted = _counted(numbered)
    for number, (line, page) in enumerate(own):
        before = own[number - 1] if number else None
        begins, goes_on = _odds(line, before, numbered, counted)
        first = bisect_left(pages, page - 1)
        rows.append(NoteLine(begins, goes_on, first, bisect_right(pages, page)))
    seen = Counter(word for place in candidates for word in place.words)
    rarity = {word: 1 - math.log(count) / math.log(len(candidates) + 1) for word, count in seen.items()}
    note_words = [words(line.text) for line, _ in own]

    def match(row: int, at: int) -> float:
        line, page = own[row]
        place = candidates[at]
        shared = sum(rarity[word] ** 2 for word in note_words[row] & place.words)
        odds = place.weight + min(3.0, shared) - (0 if place.page == page else 2.5)
        label = numbered.get(line.number, "")
        if place.number:
            return odds + (6.0 if place.number == label else -12.0 if label else -6.0)
        return odds - (2.0 if label else 0.0)

    notes = []
    for placed in align(rows, candidates, match):
        notes.append(_note(own[placed.first : placed.last], numbered, candidates, placed))
    return notes


def _parts(line: Line) -> Iterator[Line]:
    """A note line, cut where another note may begin that was set on the same line: "p. 64. Ibid., p. 70."."""
    start = 0
    for found in _WITHIN.finditer(line.text, after_number(line.text)):
        yield line._replace(
            start=line.start + start, end=line.start + found.start(), text=line.text[start : found.start()]
        )
        start = found.end()
    yield line._replace(start=line.start + start, text=line.text[start:])


def _odds(
    line: Line, before: tuple[Line, int] | None, numbered: Mapping[int, str], counted: bool
) -> tuple[float, float]:
    """The odds that a note line begins a note, and that it goes on with the one before. Where notes are
    `counted`, one without a number does not begin."""
    inside = before is not None and before[0].number == line.number
    if line.number in numbered and not inside:
        return 6.0, -6.0
    if before is None:
        return 1.0, -6.0
    if inside:
        return -2.5, 0.5
    if counted:
        return -5.0, 3.0
    text, small = before[0].text, line.text[:1].islower()
    if text[-1] in ",-–—(" and not text[-2:-1].isdigit():
        return -4.0, 3.0
    if text[-1] == ";":
        return -0.5, 1.0
    if text[-1] not in f".!?:;…{CLOSING}":
        return (0.5, 0.0) if text[-1].isdigit() or text[-2:-1].isdigit() else (-1.5, 2.5)
    return (-4.0, 2.0) if small else (1.5, -2.0)


def _note(
    own: Sequence[tuple[Line, int]], numbered: Mapping[int, str], candidates: Sequence[Place], placed: Placed
) -> Note:
    lines = [line for line, _ in own]
    number = numbered.get(lines[0].number, "")
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
        elif place.weight < 0:
            note.probability = min(note.probability, 0.49)
    return note


def _unplaced(notes: Sequence[Note], text: Sequence[TextLine]) -> None:
    """A note without a place stands at the end of its page's last finished paragraph."""
    for note in notes:
        if note.offset < 0:
            page = [item for item in text if item.page <= note.page]
            ends = [item for item in page if not item.continues] or page or list(text)
            note.offset = ends[-1].line.end if ends else 0
            note.probability = 0.0
