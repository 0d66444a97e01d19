"""From characters to lines in the order in which they are read, column by column.

Characters that follow each other on a base line make a segment; a page is cut where white bars run
through all of it, upright ones between columns first (recursive X-Y cut); segments side by side in one
piece make a line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from teiedition.sources.pdf.glyphs import Glyph, Sheet

WORD_GAP = 0.18  # of the size of the type: more white than this between characters is a space
SEGMENT_GAP = 1.6  # more than this parts columns, cells, labels
COLUMN_GAP = 1.0
COLUMN_LINES = 4  # a column has as many lines at least,
COLUMN_LETTERS = 14  # and so many letters in most of them
RAISED = 0.2  # of the size: a smaller character as far above the base line is a mark


@dataclass(frozen=True, slots=True)
class Word:
    """Characters of one look. `raised` is above the base line and small."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(slots=True)
class Line:
    """A line of text: where it stands, the size of most of its type, and its words."""

    page: int
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float
    words: list[Word] = field(default_factory=list)
    column: int = 0
    bounds: tuple[float, float] = (0.0, 0.0)
    """Left and right edge of its column, once `paragraphs` has set them."""

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(word.bold or not word.text.strip() for word in self.words)


def lines(sheet: Sheet, page: int) -> list[Line]:
    """The lines of a page, in reading order."""
    segments = _segments(sheet.glyphs, page)
    found: list[Line] = []
    for number, piece in enumerate(_pieces(segments)):
        for line in _joined(piece):
            line.column = number
            found.append(line)
    return found


def _segments(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Runs of characters on one base line without wide gaps."""
    segments: list[Line] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run, glyph):
            segments += _segment(run, page)
            run = []
        run.append(glyph)
    return segments + (_segment(run, page) if run else [])


def _follows(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a character goes on in the run's line."""
    last = run[-1]
    if glyph.left == last.left and glyph.base == last.base:
        return True  # letters glued into one
    size = max(last.look.size, glyph.look.size)
    gap = glyph.left - last.right
    if glyph.text.isspace() or last.text.isspace():
        gap = min(gap, 0.0) if abs(gap) < SEGMENT_GAP * size else gap
    return abs(glyph.base - last.base) < 0.55 * size and -0.8 * size < gap < SEGMENT_GAP * size


def _segment(run: Sequence[Glyph], page: int) -> list[Line]:
    inked = [glyph for glyph in run if not glyph.text.isspace()]
    if not inked:
        return []
    size = Counter({round(g.look.size, 1): 0 for g in inked})
    for glyph in inked:
        size[round(glyph.look.size, 1)] += 1
    main = max(size, key=lambda each: (size[each], each))
    base = median(glyph.base for glyph in inked if round(glyph.look.size, 1) == main)
    line = Line(page, *_box(inked), base, main)
    line.words = _words(run, base, main)
    return [line]


def _words(run: Sequence[Glyph], base: float, size: float) -> list[Word]:
    """The characters of a run, parted where their look changes, with spaces where white is."""
    words: list[Word] = []
    last: Glyph | None = None
    gap = _word_gap(run, size)
    for glyph in run:
        raised = _raised(glyph, base, size)
        text = " " if glyph.text.isspace() else glyph.text
        if last and text != " " and glyph.left - last.right > gap:
            _add(words, Word(" "))
        _add(words, Word(text, glyph.look.bold, glyph.look.italic, raised))
        last = glyph
    return _trimmed(words)


def _word_gap(run: Sequence[Glyph], size: float) -> float:
    """How much white is a space: more in words that are set s p a c e d."""
    gaps = [
        right.left - left.right
        for left, right in pairwise(run)
        if not left.text.isspace() and not right.text.isspace()
    ]
    usual = median(gaps) if len(gaps) > 5 else 0.0
    return max(WORD_GAP * size, 1.8 * usual)


def _raised(glyph: Glyph, base: float, size: float) -> bool:
    """Whether a character stands above the line: shifted up and small, or drawn so by its font."""
    if glyph.text.isspace():
        return False
    small = glyph.look.size < 0.9 * size or glyph.top - glyph.bottom < 0.6 * size
    shifted = glyph.base - base > RAISED * size
    drawn = glyph.text.isalnum() and glyph.bottom - base > RAISED * size
    return small and (shifted or drawn)


def _add(words: list[Word], word: Word) -> None:
    """Append a word, to the last one if it has the same look; a space after a space is none."""
    last = words[-1] if words else Word(" ")
    space = word.text == " "
    if space and last.text.endswith(" "):
        return
    same = (word.bold, word.italic, word.raised) == (last.bold, last.italic, last.raised)
    if words and (same or (space and not last.raised)):
        words[-1] = Word(last.text + word.text, last.bold, last.italic, last.raised)
    else:
        words.append(word)


def _trimmed(words: list[Word]) -> list[Word]:
    if words:
        words[-1] = Word(words[-1].text.rstrip(), words[-1].bold, words[-1].italic, words[-1].raised)
    return [word for word in words if word.text]


def _pieces(segments: list[Line]) -> list[list[Line]]:
    """A page's segments cut into columns and bands, in reading order."""
    if len(segments) < 2:
        return [segments] if segments else []
    size = median(segment.size for segment in segments)
    columns = _cut_upright(segments, COLUMN_GAP * size)
    if columns:
        return [piece for column in columns for piece in _pieces(column)]
    bands = _cut_level(segments)
    if bands:
        return [piece for band in bands for piece in _pieces(band)]
    return [segments]


def _cut_upright(segments: list[Line], gap: float) -> list[list[Line]] | None:
    """Two columns, if a white bar parts what are columns of prose on both sides."""
    ordered = sorted(segments, key=lambda segment: segment.left)
    edge = ordered[0].right
    for at, segment in enumerate(ordered[1:], 1):
        if segment.left - edge >= gap and _prose(ordered[:at]) and _prose(ordered[at:]):
            return [ordered[:at], ordered[at:]]
        edge = max(edge, segment.right)
    return None


def _prose(segments: Sequence[Line]) -> bool:
    lines = _joined(list(segments))
    return len(lines) >= COLUMN_LINES and median(len(line.text) for line in lines) >= COLUMN_LETTERS


def _cut_level(segments: list[Line]) -> list[list[Line]] | None:
    """A band and what is below it, at the widest level bar that lets columns be told on one side."""
    ordered = sorted(segments, key=lambda segment: -segment.top)
    edge, gaps = ordered[0].bottom, []
    for at, segment in enumerate(ordered[1:], 1):
        if edge > segment.top:
            gaps.append((edge - segment.top, at))
        edge = min(edge, segment.bottom)
    for _, at in sorted(gaps, reverse=True)[:6]:
        for part in (ordered[:at], ordered[at:]):
            if _cut_upright(part, COLUMN_GAP * median(segment.size for segment in part)):
                return [ordered[:at], ordered[at:]]
    return None


def _joined(segments: list[Line]) -> list[Line]:
    """The lines of a piece from top to bottom: segments side by side, parted by tabs."""
    rows: list[list[Line]] = []
    for segment in sorted(segments, key=lambda segment: -segment.base):
        row = rows[-1] if rows else []
        # a mark above the line, or type of another size, is of the line whose height it shares
        if row and _level(row, segment):
            row.append(segment)
        else:
            rows.append([segment])
    return [_line(sorted(row, key=lambda segment: segment.left)) for row in rows]


def _level(row: Sequence[Line], segment: Line) -> bool:
    main = max(row, key=lambda each: (each.size, each.right - each.left))
    shared = min(main.top, segment.top) - max(main.bottom, segment.bottom)
    height = min(main.top - main.bottom, segment.top - segment.bottom)
    apart = all(segment.left >= each.right - 1 or segment.right <= each.left + 1 for each in row)
    near = abs(main.base - segment.base) < 0.6 * max(main.size, segment.size)
    return apart and near and shared > 0.4 * max(height, 0.1)


def _line(row: Sequence[Line]) -> Line:
    main = max(row, key=lambda each: len(each.text) * (each.size > 0))
    line = Line(main.page, *_box(row), main.base, main.size)
    for at, segment in enumerate(row):
        if at:
            wide = segment.left - row[at - 1].right > SEGMENT_GAP * main.size
            apart = segment.left - row[at - 1].right > WORD_GAP * main.size
            line.words.append(Word("\t" if wide else " " if apart else ""))
        raised = segment.size < 0.9 * main.size and segment.base - main.base > RAISED * main.size
        line.words += [Word(w.text, w.bold, w.italic, w.raised or raised) for w in segment.words]
    line.words = [word for word in line.words if word.text]
    return line


def _box(parts: Sequence[Glyph] | Sequence[Line]) -> tuple[float, float, float, float]:
    """What the parts take up: left, right, bottom, top."""
    return (
        min(part.left for part in parts),
        max(part.right for part in parts),
        min(part.bottom for part in parts),
        max(part.top for part in parts),
    )
