"""Lines put together to paragraphs, across line ends, hyphens and page breaks.

Whether a line goes on in the next is decided from the two lines and from the habits of the whole text:
whether its lines were broken at a width, and whether empty lines stand between its paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from teiedition.encode.endings import ends_clause
from teiedition.encode.nodes import Node
from teiedition.encode.reading import Line

_HYPHEN = re.compile(r"\w[-‐\u00ad]$")
_OPENER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]{1,2}\s|[-–—•·▪]\s*\S|(?:Article|Section|Chapter|§)\s+\w+[.:]?)"
)
_WIDEST = 140
_SHORT = 50
_COLUMNS = " " * 4
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEGINS = re.compile(r"(?:[.!?:][\"”’)\]]*\s+|[“\"(\[])([^\W\d_]+(?:-[^\W\d_]+)*)")


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph. `joints[i]` joins line `i` to line `i + 1`; `breaks` are the
    elements (page breaks, running heads) that stand between them; `before` what stands before it."""

    lines: list[Line]
    joints: list[str] = field(default_factory=list)
    breaks: dict[int, list[Node]] = field(default_factory=dict)
    before: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        parts = [self.lines[0].text]
        for joint, line in zip(self.joints, self.lines[1:], strict=True):
            parts += [joint, line.text]
        return "".join(parts)


class Habits:
    """How a text breaks its lines, learnt from all of them.

    `starts` says of a line's text that a new block begins with it, such as a speaker's turn; `apart` are
    the numbers of lines that are blocks of their own.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        starts: Callable[[str], bool] = lambda text: False,
        apart: frozenset[int] = frozenset(),
    ) -> None:
        lengths = sorted(len(line.text) for line in lines)
        self.width = lengths[len(lengths) * 9 // 10] if lengths else 0
        longer = sum(length > self.width * 1.15 + 3 for length in lengths)
        pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap]
        unclosed = sum(not ends_clause(a.text) for a, _ in pairs)
        self.wrapped = (
            self.width <= _WIDEST and len(pairs) > 2 and longer * 20 <= len(lengths)
            and unclosed * 3 >= len(pairs) and self.width >= 30
        )  # fmt: skip
        long = [line for line in lines if len(line.text) > _SHORT]
        self.broken = sum(not ends_clause(line.text) for line in long) * 4 >= len(long)
        self._starts, self._apart, self._lines = starts, apart, lines

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(chain.from_iterable(_WORD.findall(line.text) for line in self._lines))

    @cached_property
    def _begins(self) -> Counter[str]:
        return Counter(found[1] for line in self._lines for found in _BEGINS.finditer(line.text))

    @cached_property
    def _first(self) -> Counter[str]:
        return Counter(found[0] for line in self._lines if (found := _WORD.match(line.text)))

    def begins_sentence(self, word: str) -> bool:
        """Is a capitalised word one that is written so only at the beginning of sentences?"""
        if not word[:1].isupper() or not self._begins[word]:
            return False
        inside = self._words[word] - self._begins[word] - self._first[word]
        return inside * 20 <= self._words[word]

    def continues(self, line: Line, after: Line) -> bool:
        """Does the sentence or paragraph of `line` go on in the line `after` it?"""
        if line.block >= 0 and after.block >= 0:
            return line.block == after.block
        if line.is_rule or after.is_rule or line.level or after.level or line.bold != after.bold:
            return False
        if after.number in self._apart or line.quoted != after.quoted:
            return False
        small = after.text[:1].islower()
        if _HYPHEN.search(line.text, len(line.text) - 2) and (small or after.text[:1].isupper()):
            return True
        closed = ends_clause(line.text)
        if after.bold:
            return not after.gap and not closed
        if after.gap and (len(line.text) < _SHORT and line.text.endswith(",") or _COLUMNS in line.text):
            return False
        if small and not closed and not _OPENER.match(after.text):
            return True
        if _OPENER.match(after.text) or after.indent > line.indent + 1 or self._starts(after.text):
            return False
        return self._goes_on(line, after, closed)

    def _goes_on(self, line: Line, after: Line, closed: bool) -> bool:
        word = after.text.split(None, 1)[0]
        if not closed and word[0].isdigit() and len(line.text) > _SHORT:
            return not after.gap
        if self.wrapped:
            full = len(line.text) + len(word) >= self.width * 0.97
            if after.gap:
                return not closed and full
            return full if closed else len(line.text) >= self.width * 0.6
        if closed or after.gap or not self.broken:
            return False
        begins = _WORD.match(after.text)
        return len(line.text) > _SHORT and not (begins and self.begins_sentence(begins[0]))

    def joint(self, line: Line, after: Line) -> str | None:
        """What joins two lines: a space, or nothing after a hyphen; None where a hyphen goes as well."""
        if not _HYPHEN.search(line.text, len(line.text) - 2):
            return " "
        head = re.search(r"[^\W\d_]+(?=.$)", line.text)
        tail = re.match(r"[^\W\d_]+", after.text)
        if line.text[-1] == "\u00ad":
            return None
        if not head or not tail or not after.text[0].islower():
            return ""
        whole = self._words[(head[0] + tail[0]).lower()] + self._words[head[0] + tail[0]]
        parts = self._words[f"{head[0]}-{tail[0]}"]
        known = self._words[head[0].lower()] > 0 and self._words[tail[0]] > 1
        return None if whole > parts or not (parts or known) else ""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where pages end: `begins` are the numbers of lines with which a page begins; `furniture` holds, by
    the number of the line after it, the running heads and page numbers that stand there."""

    begins: frozenset[int] = frozenset()
    furniture: Mapping[int, list[Node]] = field(default_factory=dict)


def paragraphs(lines: Iterable[Line], habits: Habits, pages: Pages) -> list[Paragraph]:
    """Put lines together to paragraphs."""
    found: list[Paragraph] = []
    for line in lines:
        furniture = pages.furniture.get(line.number, [])
        breaks = bool(furniture) or line.number in pages.begins
        last = found[-1].lines[-1] if found else None
        if last is not None and habits.continues(last, line._replace(gap=0) if breaks else line):
            _append(found[-1], line, habits, furniture, breaks or line.gap > 0 or line.page)
        else:
            found.append(Paragraph([line], before=list(furniture)))
    return found


def join(lines: Sequence[Line], habits: Habits) -> Paragraph:
    """Put lines that are known to belong together into one paragraph."""
    paragraph = Paragraph([lines[0]])
    for line in lines[1:]:
        _append(paragraph, line, habits, [], False)
    return paragraph


def _append(paragraph: Paragraph, line: Line, habits: Habits, furniture: list[Node], page: bool) -> None:
    last = paragraph.lines[-1]
    joint = habits.joint(last, line)
    if joint is None:
        paragraph.lines[-1] = last._replace(end=last.end - 1, text=last.text[:-1])
        joint = ""
    if page or furniture:
        paragraph.breaks[len(paragraph.lines) - 1] = [Node("pb", {"cert": "high"}), *furniture]
    paragraph.joints.append(joint)
    paragraph.lines.append(line)
