"""Footnotes by position and size: small type at the foot of a column, each note after its number or sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from teiedition.sources.pdf.lines import Line, Word

SMALL = 0.94  # of the text's size: type is a note's below this
APART = 1.6  # of the size: notes in type of the text's size have as much white above them
_SIGNS = r"[*†‡§¶]{1,4}"
_MARK = re.compile(rf"(\d{{1,3}}|{_SIGNS})[.)]?")
_BEGIN = re.compile(rf"(?:(\d{{1,3}})[.)]?\s+|({_SIGNS})\s*)(?=\S)")


@dataclass
class Note:
    """A footnote: its mark as printed, the page of its begin, its lines without the mark."""

    mark: str
    page: int
    lines: list[Line] = field(default_factory=list)


def footnotes(lines: Sequence[Line], size: float) -> tuple[list[Line], list[Note]]:
    """Part the lines of all pages, in reading order, into text and footnotes. `size` is the text's."""
    text: list[Line] = []
    notes: list[Note] = []
    for _, column in groupby(lines, key=lambda line: (line.page, line.column)):
        above, below = _foot(list(column), size, bool(notes))
        text += above
        for line in below:
            _take(line, notes)
    return text, notes


def is_mark(word: Word) -> bool:
    """Whether a raised word can be the mark of a note."""
    return word.raised and bool(_MARK.fullmatch(word.text.strip()))


def _foot(column: list[Line], size: float, continued: bool) -> tuple[list[Line], list[Line]]:
    """A column's text and its footnotes.

    They are the small type under it, if that begins with a mark or may go on with a note; or, whatever
    their size, what stands apart and begins with a raised mark that the text above has.
    """
    at = len(column)
    while at and column[at - 1].size < SMALL * size:
        at -= 1
    begins = [n for n in range(at, len(column)) if _begin(column[n])]
    if begins and (at or continued) and (begins[0] == at or continued):
        return column[:at], column[at:]
    seen: set[str] = set()
    for n, line in enumerate(column):
        apart = n > 0 and column[n - 1].base - line.base > APART * line.size
        if apart and is_mark(line.words[0]) and line.words[0].text.strip() in seen:
            return column[:n], column[n:]
        seen.update(word.text.strip() for word in line.words[1:] if is_mark(word))
    return column, []


def _begin(line: Line) -> tuple[str, list[Word]] | None:
    """The mark with which a line begins and the words after it; None where it begins with none."""
    if not line.words:
        return None
    if is_mark(line.words[0]):
        return line.words[0].text.strip(" .)"), line.words[1:]
    match = _BEGIN.match(line.words[0].text)
    if not match:
        return None
    first = line.words[0]
    rest = Word(first.text[match.end() :], first.bold, first.italic, first.raised)
    return match[1] or match[2], [rest, *line.words[1:]]


def _take(line: Line, notes: list[Note]) -> None:
    """Begin a note with a line, or go on with the last one."""
    begin = _begin(line)
    if begin and (line.words[0].raised or not notes or _next(begin[0], notes[-1].mark)):
        notes.append(Note(begin[0], line.page))
        line.words = begin[1]
        if line.words and line.words[0].text.startswith(" "):
            first = line.words[0]
            line.words[0] = Word(first.text.lstrip(), first.bold, first.italic, first.raised)
    elif not notes:
        notes.append(Note("", line.page))
    notes[-1].lines.append(line)


def _next(mark: str, before: str) -> bool:
    """Whether one mark can follow the other: the next number, a first one, or a sign."""
    if not mark.isdigit() or not before.isdigit():
        return True
    return int(mark) == 1 or 0 < int(mark) - int(before) <= 2
