"""Places in a text where a note's mark stands, or may have stood before it was lost.

A mark that is there: "text.1", "text[1]", "text¹", "text*". Traces of a lost one: a full stop, a closing
quotation mark or a semicolon with a letter straight after it; a line broken off early, because the mark
stood in it and the rest of the paragraph was set in one go. Any other end of a sentence is a weak candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiedition.encode.alignment import Place
from teiedition.encode.reading import Line

_VISIBLE = re.compile(
    r"(?<=[^\s\d(\[])(?:\[(?P<a>\^?\w{1,4})\]|\((?P<p>\d{1,3})\)(?=\s|$))"
    r"|(?<!\d[.,])(?<=[a-zà-ÿ.,;:!?”\"’')\]…])(?P<b>\d{1,3})(?=$|[\s—–)\]”\"]|[A-Z“])"
    r"|(?<=\d\.)(?P<e>\d{1,3})(?=\s+[A-Z“\[(])|(?<=\d\.)(?P<f>\d{1,3})(?=\s*$)"
    r"|(?P<c>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?<=[\w.,;:!?”\"’')\]])(?P<d>\*{1,3}|[†‡§¶]{1,2})(?=$|\s|[A-Z—,.;])"
)
_BEHIND = re.compile(r"[^\s\d]\d|[⁰¹²³⁴-⁹]")
"""What all marks in figures have in common."""
_LOST = re.compile(
    r"(?P<stop>[.!?][”\"’')\]]*|[”\"]\)?)(?=[A-Z“\"‘\[(])|(?P<clause>[;,:])(?=[^\W\d_]|[“‘\[])|(?P<close>[)\]])(?=[A-Z])"
)
_ENDS = re.compile(r"(?P<stop>[.!?…][”\"’')\]]*)(?=\s|$)|(?P<clause>[,;:][”\"’')]?)(?=\s|$)")
_INITIAL = re.compile(r"(?:^|[\W\d_])(?:[A-Z]|[A-Z]\.[A-Z]|[A-Z][a-z]?|p|pp|v|vs|op|no|f|d|l|vol)\.$")
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d")
_CONTEXT = 400
_IN_QUOTATION = -1.0


class TextLine(NamedTuple):
    """A line of text: its page, whether it goes on from the line before and in the line after, and
    whether a page ended between it and the line before."""

    line: Line
    page: int
    continued: bool
    continues: bool
    turns: bool = False


def places(lines: Sequence[TextLine], numbers: frozenset[str], flowing: bool, width: int) -> list[Place]:
    """The places, in order. `numbers` are those of notes that have one; `flowing` says that lines longer
    than `width`, the width of a printed line, occur, so that a line broken off early tells something."""
    found: list[Place] = []
    before = ""
    for text_line in lines:
        before = f"{before} " if text_line.continued else ""
        text = before + text_line.line.text
        for at, place in _in_line(text_line, numbers, flowing, width):
            found.append(place._replace(words=words(_sentence_before(text, len(before) + at))))
        before = text[-_CONTEXT:]
    return found


def glued(line: Line) -> int:
    """How many sentences or clauses of a line have a letter straight after them."""
    return sum(1 for _ in _LOST.finditer(line.text))


def visible(text: str, numbers: frozenset[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The marks in a text that are there to be seen, of notes with these numbers: number and stretch."""
    for found in _VISIBLE.finditer(text) if numbers else ():
        if (number := _label(found)) in numbers:
            yield number, found.span()


def without_mark(text: str, numbers: frozenset[str]) -> str:
    """The text without a mark at its end."""
    if not numbers or text[-1].isalpha() or text[-1] in ".,;:":
        return text
    start = max(0, len(text) - 12)
    for found in _VISIBLE.finditer(text, start):
        if found.end() == len(text) and not _decimal(found) and _label(found) in numbers:
            return text[: found.start()]
    return text


def shaped(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """What looks like a mark in figures: how it is written, its number, where it begins, and whether it may
    be decimals."""
    for found in _VISIBLE.finditer(text) if _BEHIND.search(text) else ():
        if (label := _label(found)).isdigit():
            shape = found.lastgroup or ""
            yield "b" if shape in "ef" else shape, int(label), found.start(), _decimal(found)


def _label(found: re.Match[str]) -> str:
    printed: str = next(filter(None, found.groups()))
    return printed.translate(SUPERSCRIPT).lstrip("^")


def _decimal(found: re.Match[str]) -> bool:
    """May it be the decimals of a number as well? A year has none."""
    return (
        found["f"] is not None and not found.string[max(0, found.start() - 5) : found.start() - 1].isdigit()
    )


def _in_line(
    text_line: TextLine, numbers: frozenset[str], flowing: bool, width: int
) -> Iterator[tuple[int, Place]]:
    line, page = text_line.line, text_line.page
    text = line.text
    weights: dict[int, Place] = {}
    for found in _ENDS.finditer(text):
        weight = _end_weight(text_line, found, flowing, width)
        weights[found.end()] = _place(line, page, found.end(), weight, 0.7 if weight > 2 else 0.0)
    if not text_line.continues and text[-1].isalnum() and len(text) > 60:
        # The rest of the sentence is lost, with the mark that stood in it.
        weights[len(text)] = _place(line, page, len(text), 2.0, 0.3)
    for found in _LOST.finditer(text):
        if found["stop"] and _INITIAL.search(text[max(0, found.start() - 4) : found.start() + 1]):
            continue
        sure = 3.0 if found["stop"] or found[0] == ";" else 2.0
        if _quoted(text, found.end()):
            sure = _IN_QUOTATION
        weights[found.end()] = _place(line, page, found.end(), sure, 2.0)
    for number, (start, end) in visible(text, numbers):
        for at in [at for at in weights if start - 1 <= at <= end]:
            del weights[at]
        place = _place(line, page, start, 5.0, 1.0)
        marked = place._replace(number=number, mark_start=line.start + start, mark_end=line.start + end)
        weights[start] = marked
    for at in sorted(weights):
        yield at, weights[at]


def _quoted(text: str, at: int) -> bool:
    """Is a quotation open there, in which marks are few?"""
    return text.rfind("“", 0, at) > text.rfind("”", 0, at)


def _end_weight(text_line: TextLine, found: re.Match[str], flowing: bool, width: int) -> float:
    """How much the end of a sentence or clause with its white space intact looks like a mark's place."""
    text = text_line.line.text
    if found["clause"]:
        return -3.5
    last = found.end() == len(text)
    if flowing and text_line.continued and found.end() <= width + 6:
        ends = last and not text_line.continues
        if text_line.turns:
            return 1.0 if ends else -2.0
        return 2.5 if ends else 1.0
    return -0.5 if last else -2.0


def _place(line: Line, page: int, at: int, weight: float, unused: float) -> Place:
    """A place. What speaks for it is counted against leaving it out, which comes to the same in the end, but
    does not let a note seem better placed for being early."""
    return Place(line.start + at, min(weight, 0.0), unused + max(weight, 0.0), page)


def _sentence_before(text: str, at: int) -> str:
    start = max(0, at - _CONTEXT)
    for found in re.finditer(r"[.!?][”\"’')\]]*\s+(?=[A-Z“])", text[start : max(start, at - 2)]):
        cut = start + found.end()
        if at - cut > 60:
            start = cut
    return text[start:at]


def words(text: str) -> frozenset[str]:
    """The words and numbers of a text by which a sentence and its note are compared."""
    return frozenset(word.lower() for word in _WORD.findall(text))
