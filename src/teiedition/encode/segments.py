"""Where one document ends and the next begins.

A boundary is argued for by what stands around it: a line of asterisks, a title that ends with a date, a
note of the source beneath it, a citation block. Each argument has a weight in log-odds; their sum gives
the boundary's confidence. One argument alone is not enough.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from teiedition.encode import status
from teiedition.encode.dates import Dates
from teiedition.encode.enclosures import heads_enclosure
from teiedition.encode.endings import ends_clause
from teiedition.encode.numbering import crowded, numbered
from teiedition.encode.parties import Correspondents
from teiedition.encode.reading import Line
from teiedition.encode.status import is_source_note as is_source_note
from teiedition.encode.tables import is_row
from teiedition.encode.titles import LONGEST, Titles, salutes
from teiedition.encode.vocabulary import Vocabulary

NEEDED = 4.0
_FILED = 2.0
_MORE = 2.0
"""What the last arguments, which take longest to find, come to if all hold; a file's number apart."""
_ENCLOSED = 5.0
_LONGEST_PARTIES = 200
_RUN_IN = re.compile(
    r"(?:(?:My |Dear )+)?(?:Sir|Lord|Madam|Gentlemen)\s?[:,.]\s?(?:—|-)?\s*[A-Z]", re.IGNORECASE
)
_PROSE = 60
_MARK = re.compile(r"(?<=[.!?”\"])\d{1,3}$")
_CORRESPONDENTS = re.compile(r"^(?:[^\W\d_]|\d).{0,60}?[^\W\d_a-z][\w.’'-]+ to (?:the )?[^\W\d_a-z]")
_NUMBERED = re.compile(r"(?:Document\s+)?(?:No\.?\s*)?(\d{1,4})[.:]?(?=\s|$)", re.IGNORECASE)


class Segment(NamedTuple):
    """A document's lines: `first` up to `last`, half-open; its title's up to `title`; lines that stand
    apart at the end of the source but belong to it (`tail`, half-open). `order` is 0 for the first. Of
    the first, `above` lines are the title of the whole source."""

    first: int
    title: int
    last: int
    reason: str
    confidence: float
    order: int = 0
    tail: tuple[int, int] | None = None
    above: int = 0


class Boundary(NamedTuple):
    first: int
    title: int
    reasons: tuple[str, ...]
    weight: float
    above: int = 0


class Segmenter:
    """Finds the documents of a source."""

    def __init__(self, words: Vocabulary, dates: Dates) -> None:
        self._words, self._dates = words, dates
        self._titles = Titles(words, dates)
        self._correspondents = Correspondents(words, dates)
        self._attached = heads_enclosure(words)
        self._citations = {label for label, meaning in words.table("record").items() if meaning == "citation"}

    def segments(self, lines: Sequence[Line]) -> list[Segment]:
        """The documents of a source, in order; together they hold all its lines."""
        if not lines:
            return []
        boundaries = self._boundaries(lines)
        edges = [b.first for b in boundaries] + [len(lines)]
        first = " ".join(line.text for line in lines[: boundaries[0].title])
        compound = len(boundaries) > 1 and not self._words.genre_pattern.search(first)
        tail = self._tail(lines, edges) if compound else None
        if tail:
            edges[-1] = tail[0]
        found = []
        if (
            len(boundaries) > 1
            and boundaries[1].first == boundaries[0].title
            and not lines[edges[1] - 1].is_rule
        ):
            boundaries[:2] = [boundaries[1]._replace(first=0, above=boundaries[1].first)]
            del edges[1]
        for order, (boundary, last) in enumerate(zip(boundaries, edges[1:], strict=True)):
            confidence = round(1 / (1 + math.exp(NEEDED - boundary.weight)), 3)
            reason = "; ".join(boundary.reasons)
            above = boundary.above
            found.append(
                Segment(boundary.first, boundary.title, last, reason, confidence, order, None, above)
            )
        return [found[0]._replace(tail=tail), *found[1:]]

    def _boundaries(self, lines: Sequence[Line]) -> list[Boundary]:
        records, notes = self._records(lines), {**crowded(lines), **numbered(lines)}
        first = records.get(0)
        above = 0 if first else self._titles.above(lines, 0)
        title = first or self._titles.end(lines, 0)
        starts = [Boundary(0, title, ("the source begins here",), NEEDED + 4, above)]
        for at in range(1, len(lines)):
            line = lines[at]
            if at < starts[-1].title or line.number in notes:
                continue
            if at in records:
                starts.append(Boundary(at, records[at], ("an archive's record",), NEEDED + 3))
            elif line.gap or lines[at - 1].is_rule or line.level or line.bold:
                before = lines[starts[-1].first + starts[-1].above].text
                boundary = self._weigh(lines, at, before)
                if boundary and boundary.weight >= NEEDED:
                    starts.append(boundary)
        return starts

    def _records(self, lines: Sequence[Line]) -> dict[int, int]:
        """Where archives' records begin, and where the label of the citation in them stands."""
        found: dict[int, int] = {}
        for at, line in enumerate(lines):
            if (
                len(line.text) < 40
                and line.text.rstrip(":").lower() in self._citations
                and line.text.endswith(":")
            ):
                start = at
                while start and self._heads_record(lines[start - 1]):
                    start -= 1
                found[start] = at
        return found

    def _heads_record(self, line: Line) -> bool:
        if line.is_rule or len(line.text) > 200:
            return False
        return (
            line.bold
            or bool(self._dates.whole(line.text))
            or not ends_clause(line.text)
            and len(line.text) < 120
        )

    def _weigh(self, lines: Sequence[Line], at: int, before: str) -> Boundary | None:
        """The arguments for a document that begins with the title at line `at`; the title of the one
        before it is `before`. None where they can't be enough."""
        line = lines[at]
        if line.is_rule or len(line.text) > LONGEST:
            return None
        above = self._titles.above(lines, at)
        end = self._titles.end(lines, at)
        title = " ".join(part.text for part in lines[at + above : end])
        below = list(takewhile(lambda line: not line.is_rule, lines[end : end + 4]))
        arguments = [*_around(line, lines[at - 1]), *self._of_title(title), *self._beneath(below)]
        if _counts_on(before, title):
            arguments.append(("the number after that of the document before", 1.5))
        weight = sum(weight for _, weight in arguments)
        if weight + _MORE + _FILED * bool(above) < NEEDED:
            return None
        dated = self._dates.last(title) is not None
        sure = len(title) < _LONGEST_PARTIES and self._correspondents.of(title)
        if sure and sure.sure:
            arguments.append(("persons or bodies on both sides of it", 1.0))
            weight += 1
        elif ends_clause(_MARK.sub("", title)) and not dated:
            weight -= 3
        if above and status.filed(line.text)[1]:
            arguments.append(("the number of its file above it", _FILED))
            weight += _FILED
        if any(self._attached.match(near.text) for near in lines[max(0, at - 2) : at]):
            weight -= _ENCLOSED  # it is sent with the document before
        if weight >= NEEDED - 1.5 and self._words.genre_pattern.search(title):
            arguments.append(("a title that names a kind of document", 1.0))
            weight += 1
        return Boundary(at, end, tuple(reason for reason, _ in arguments), weight, above)

    def _of_title(self, title: str) -> Iterator[tuple[str, float]]:
        if self._dates.last(title) is not None:
            yield "a title that ends with a date", 1.5
        if _NUMBERED.match(title):
            yield "a number as editions of documents have", 1.0
        if _CORRESPONDENTS.search(title) and len(title) < 200:
            yield "a title that says from whom to whom", 1.0

    def _beneath(self, lines: Sequence[Line]) -> Iterator[tuple[str, float]]:
        texts = [line.text for line in lines]
        if texts and is_source_note(texts[0]):
            yield "a note of its source beneath it", 4.0
        elif any(text.startswith("[") and is_source_note(text) for text in texts[1:4]):
            yield "a note of its source near it", 3.0
        if any(self._titles.is_dateline(text) for text in texts[:3]):
            yield "a date line beneath it", 1.0
        if any(map(salutes, texts[:4])) or any(_RUN_IN.match(text) for text in texts[:4]):
            yield "a salutation beneath it", 2.0

    def _tail(self, lines: Sequence[Line], edges: Sequence[int]) -> tuple[int, int] | None:
        """Lines after the last rule that no document begins with: they belong to the whole source."""
        rules = [at for at in range(edges[-2], edges[-1]) if lines[at].is_rule]
        if not rules or not any(lines[edge - 1].is_rule for edge in edges[1:-1]):
            return None
        tail = lines[rules[-1] + 1 : edges[-1]]
        prose = any(len(line.text) > _PROSE for line in tail) and not any(map(is_row, tail))
        return (rules[-1] + 1, edges[-1]) if prose else None


def _counts_on(before: str, title: str) -> bool:
    """Does a title's number follow that of the title before?"""
    last, number = _NUMBERED.match(before), _NUMBERED.match(title)
    return bool(last and number) and int(number[1]) == int(last[1]) + 1  # type: ignore[index]


def _around(line: Line, before: Line) -> Iterator[tuple[str, float]]:
    """The arguments that lie in how a line is set."""
    if is_source_note(before.text):
        yield "the source of the document before it above it", 1.5
    if before.is_rule:
        yield "a line of asterisks or dashes before it", 3.0
    elif line.gap > 1:
        yield "an empty space before it", 0.5
    if line.page:
        yield "a new page", 0.5
    if line.bold or line.level:
        yield "set as a heading", 1.5 if line.level == 1 else 1.0
