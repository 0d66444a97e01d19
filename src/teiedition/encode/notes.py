"""The notes of a document: told from its text, put together from their lines, put to their places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from teiedition.encode.alignment import Place
from teiedition.encode.endings import ends_clause
from teiedition.encode.linelooks import Look, Looks, Measure
from teiedition.encode.notelines import Lines, Run, note_runs
from teiedition.encode.numbering import counting, numbered, unmarked
from teiedition.encode.paragraphs import Habits
from teiedition.encode.placing import Note, Noted, placed
from teiedition.encode.reading import Line
from teiedition.encode.traces import TextLine, glued, places

__all__ = ["Apparatus", "Note", "find"]

_SOME, _MOST = 0.3, 0.7
_RARE = 250
"""In fewer than one of so many lines, signs of notes are there by chance."""
_TRACE = 4.0
_FEW = 3
"""Where so many times more notes can be told otherwise, the numbers that have marks are there by chance."""
_NEARLY_ALL = 1.25
"""Where a run holds all notes but a fifth of them, the others are no notes."""
_CITES = 2.0
_WIDEST = 130


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
    top_indices = frozenset(at for at, line in enumerate(lines) if line.number in tops)
    looks = Looks(lines)
    headed = frozenset(at for at, line in enumerate(lines[:-1], start=1) if _is_heading(line, headings))
    for account in _accounts(lines, top_indices, looks):
        document = account._replace(headed=headed)
        runs = _runs(document, looks)
        if runs and (found := _apparatus(document, runs, looks, habits, headings)):
            return found
    return Apparatus(list(lines))


def _is_heading(line: Line, headings: Collection[str]) -> bool:
    """May a line stand above notes that are printed behind the text?"""
    return line.text.strip(" :.").lower() in headings


def _accounts(lines: Sequence[Line], tops: frozenset[int], looks: Looks) -> list[Lines]:
    """What may be the case with a document's notes, the likeliest first: that they have numbers and marks;
    marks alone; numbers alone; neither. The last three only where they would explain far more."""
    numbers = numbered(lines)
    symbols = {line: label for line, label in numbers.items() if not label.isdigit()}
    marks = frozenset(symbols.values())
    plain = Lines(lines, symbols, None, marks, tops)
    counted = counting(lines)
    labels = marks | {str(mark.number) for mark in counted}
    traces = sum(map(glued, lines))
    cited = sum(look.begins >= _CITES for look in looks.plain)
    alone = unmarked(lines, lambda at: looks.plain[at].begins)
    found = [
        (len(numbers) * _FEW, plain._replace(numbered=numbers, labels=frozenset(numbers.values()))),
        (len(counted), plain._replace(marks=counted, labels=labels)),
        (len(alone), plain._replace(numbered=symbols | alone)),
        (max(traces, cited) / 2, plain),
    ]
    order = sorted(range(4), key=lambda at: -found[at][0])
    few = max(1.0, len(lines) / _RARE)
    return [found[at][1] for at in order if found[at][0] >= few or at == 0 and numbers]


def _runs(document: Lines, looks: Looks) -> list[Run]:
    """The runs of notes, found in two steps, of which the second knows what the first has learnt."""
    lines, numbers = document.lines, document.numbered
    apart = _set_apart(document)
    runs = note_runs(document, looks.told(numbers, apart), looks.measure)
    if runs and (runs[-1][1] < len(lines) or len(runs) > 1):
        runs = note_runs(document, looks.told(numbers, apart, runs), looks.measure, runs)
    return runs


def _set_apart(document: Lines) -> frozenset[int]:
    """The lines, by index, of blocks that begin with a numbered note; none where the notes of a document
    are not set apart from its text by empty lines."""
    apart: list[int] = []
    within = False
    lines, numbers = document.lines, document.numbered
    for at, line in enumerate(lines):
        if at == 0 or line.gap or at in document.tops or line.page:
            within = line.number in numbers
        if within:
            apart.append(at)
    begun = sum(lines[at].number in numbers for at in apart)
    return frozenset(apart) if numbers and begun * 5 >= len(numbers) * 4 else frozenset()


def _apparatus(
    document: Lines, runs: Sequence[Run], looks: Looks, habits: Habits, headings: Collection[str]
) -> Apparatus | None:
    """The notes that the runs make, in their places; None where too little speaks for their being notes."""
    lines = list(document.lines)
    heading = None
    if runs[-1][1] == len(lines) and _is_heading(lines[runs[-1][0] - 1], headings):
        heading = lines.pop(runs[-1][0] - 1)
        runs = [*runs[:-1], (runs[-1][0] - 1, runs[-1][1] - 1)]
    if (runs[-1][1] - runs[-1][0]) * _NEARLY_ALL > sum(last - first for first, last in runs):
        runs = runs[-1:]
    text = _text_lines(lines, runs, habits)
    lengths = sorted(len(item.line.text) for item in text if len(item.line.text) <= _WIDEST)
    width = lengths[len(lengths) * 9 // 10] if lengths else _WIDEST
    flowing = sum(len(item.line.text) > 1.5 * width for item in text) * 10 > len(text)
    labels = document.labels
    candidates = places(text, labels, flowing, width)
    measure = Measure.of([line for run in runs for line in lines[slice(*run)]])
    look_of = {line.number: look for line, look in zip(document.lines, looks.plain, strict=True)}
    notes = placed(
        Noted(lines, runs, document, measure, look_of, {line.number: line for line in lines}), candidates
    )
    seen = sum(note.mark is not None for note in notes) * 2 >= len(notes)
    marked = heading or seen or any(label.isdigit() for label in labels)
    if not marked and not _likely(document, runs, notes, candidates, look_of):
        return None
    _unplaced(notes, text)
    if heading:
        for note in notes:
            note.place = "end"
    begins = frozenset(lines[last].number for _, last in runs if last < len(lines))
    return Apparatus([item.line for item in text], notes, begins, heading)


def _likely(
    document: Lines,
    runs: Sequence[Run],
    notes: Sequence[Note],
    candidates: Sequence[Place],
    looks: Mapping[int, Look],
) -> bool:
    """Do two things speak for notes without marks: traces of these in the text, or as many as there are
    notes; that notes look like it; that they stand above running heads, or in the middle of sentences?"""
    lines = document.lines
    traces = sum(place.unused >= _TRACE for place in candidates)
    cited = sum(any(looks[line.number].begins >= _CITES for line in note.lines) for note in notes)
    interrupted = sum(
        first > 0 and last < len(lines)
        and lines[last].text[0].islower() and not ends_clause(lines[first - 1].text)
        for first, last in runs
    )  # fmt: skip
    feet = max(interrupted, sum(last in document.tops for _, last in runs))
    reasons = (
        traces >= max(2, _SOME * len(notes)),
        max(_FEW, _MOST * len(notes)) <= traces <= len(notes) / _MOST and not _listed(document),
        cited >= _SOME * len(notes),
        feet >= _SOME * len(runs),
    )
    return len(notes) > 1 and sum(reasons) > 1


def _listed(document: Lines) -> bool:
    """Are most of the numbers written as those of lists are: "1.", "2)"?"""
    begun = [line.text for line in document.lines if line.number in document.numbered]
    return sum(text.lstrip("0123456789")[:1] in (".", ")") for text in begun) * 2 > len(begun)


def _text_lines(lines: Sequence[Line], runs: Sequence[Run], habits: Habits) -> list[TextLine]:
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


def _unplaced(notes: Sequence[Note], text: Sequence[TextLine]) -> None:
    """A note without a place stands at the end of its page's last finished paragraph."""
    for note in notes:
        if note.offset < 0:
            page = [item for item in text if item.page <= note.page]
            ends = [item for item in page if not item.continues] or page or list(text)
            note.offset = ends[-1].line.end if ends else 0
            note.probability = 0.0
